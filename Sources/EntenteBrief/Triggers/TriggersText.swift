import EntenteAttribution
import EntenteNumerics
import EntenteRecord
public import EntenteTriggers

/// The ledger in lines for a terminal.
public enum TriggersText {
  /// - Parameter width: columns; lines are wrapped or cut to them, at least 60.
  public static func text(_ ledger: TriggerLedger, width: Int) -> String {
    let words = LedgerWords(ledger)
    let width = max(60, width)
    var lines = DisplayWidth.wrap(words.headline + ".", width: width)
    lines += DisplayWidth.wrap(words.deck, width: width)
    lines += [words.asOf, ""]
    for weighing in words.weighings { lines += weights(weighing, words) }
    for response in ledger.responses {
      lines += ["", "\(response.title): \(breaks(response))"]
      lines += table(ledger.entries.filter { $0.response == response.id }, words)
    }
    if let weighing = words.weighings.first, !weighing.unlisted.isEmpty {
      lines += ["", "\(words.title(of: weighing)): telling weeks that nobody listed"]
      for week in weighing.unlisted {
        let events = week.events.prefix(3).map { words.short($0.title) }.joined(separator: "; ")
        lines.append(
          "  week of \(week.week)  log Bayes factor \(Wording.number(week.logBayesFactor, 1))  "
            + (events.isEmpty ? "nothing on record" : events))
      }
    }
    if let cascade = ledger.cascade { lines += [""] + triggered(cascade) }
    let notes = words.untestable + ledger.notes.map { Wording.capitalised($0) + "." }
    if !notes.isEmpty {
      lines.append("")
      for note in notes { lines += DisplayWidth.wrap(note, width: width) }
    }
    return lines.map { DisplayWidth.cut($0, to: width, ending: "…") }.joined(separator: "\n")
  }

  private static func weights(
    _ weighing: TriggerLedger.Weighing, _ words: LedgerWords
  ) -> [String] {
    var lines = ["\(words.title(of: weighing)): weights of the rivals"]
    if weighing.rivals.isEmpty { lines.append("  none: \(weighing.decision)") }
    for rival in weighing.rivals {
      let range =
        rival.weight.low.flatMap { low in
          rival.weight.high.map { " (\(Wording.percentRange(low, $0)))" }
        } ?? ""
      lines.append(
        "  \(pad(Wording.percent(rival.weight.value) + range, 15))"
          + (rival.day.map { "\($0)  " } ?? "            ") + words.short(rival.label))
    }
    return lines
  }

  /// Two lines for each candidate: what and when, then its numbers.
  private static func table(_ entries: [TriggerLedger.Entry], _ words: LedgerWords) -> [String] {
    entries.flatMap { entry -> [String] in
      let effect = entry.effect
      let ranks =
        "rank \(Wording.fixed(effect.placeboDates, 2))"
        + (effect.placeboDyads.map { ", \(Wording.fixed($0, 2))" } ?? "")
      return [
        "  \(entry.candidates.first?.day.description ?? "")  \(words.events(entry)); "
          + words.order(entry.order),
        "              effect \(Wording.signed(effect.effect)) SD; path "
          + Wording.signed(entry.path.meanGap.value)
          + (entry.synthetic.map { "; synthetic \(Wording.signed($0.meanGap.value))" } ?? "")
          + "; \(ranks); seen from \(Wording.fixed(effect.smallestVisible, 2))",
      ]
    }
  }

  private static func breaks(_ response: TriggerLedger.Response) -> String {
    if let problem = response.problem { return problem }
    guard !response.breaks.isEmpty else { return "no lasting break" }
    return response.breaks.map {
      "\($0.direction) \($0.day.text) (\(Wording.dates($0.from, $0.to)))"
    }.joined(separator: "; ")
  }

  private static func triggered(_ cascade: EventCascade) -> [String] {
    let linked = cascade.events.count {
      ($0.parents.first?.probability ?? 0) >= CascadeDrawing.shown
    }
    return [
      "Events on record, \(cascade.from.text) to \(cascade.through.text)",
      "  " + CascadeWords.linked(linked, of: cascade.events.count),
      "  those follow " + CascadeWords.wait(cascade.meanWeeks),
      "  " + CascadeWords.rate(harmonics: cascade.harmonics, drift: cascade.drift),
    ]
      + cascade.groups.flatMap { group in
        zip(cascade.groups, group.triggeredBy).map {
          "  one of \($0.name) triggers \(Wording.fixed($1.value, 2))\(Wording.bounds($1)) of "
            + group.name
        }
      }
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - DisplayWidth.of(text)))
  }
}
