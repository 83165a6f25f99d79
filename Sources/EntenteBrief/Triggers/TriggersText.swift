import EntenteAttribution
import EntenteNumerics
import EntenteRecord
public import EntenteTriggers

/// The ledger in lines for a terminal.
public enum TriggersText {
  /// - Parameter width: columns, at least 60; what is longer goes on in further lines, for a number
  ///   that is cut off is lost.
  public static func text(_ ledger: TriggerLedger, width: Int) -> String {
    let words = LedgerWords(ledger)
    var sheet = Sheet(width: max(60, width))
    sheet.add(words.headline + ".")
    sheet.add(words.deck)
    sheet.add(words.asOf)
    sheet.space()
    for weighing in words.weighings { weights(weighing, words, &sheet) }
    for response in ledger.responses {
      sheet.space()
      sheet.add("\(response.title): \(breaks(response))", hang: 2)
      for entry in ledger.entries where entry.response == response.id {
        add(entry, words, &sheet)
      }
    }
    if let weighing = words.weighings.first { unlisted(weighing, words, &sheet) }
    if let cascade = ledger.cascade { triggered(cascade, &sheet) }
    let notes = words.untestable + ledger.notes.map { Wording.capitalised($0) + "." }
    if !notes.isEmpty { sheet.space() }
    for note in notes { sheet.add(note) }
    return sheet.lines.joined(separator: "\n")
  }

  /// Lines of one width.
  private struct Sheet {
    let width: Int
    private(set) var lines: [String] = []

    init(width: Int) { self.width = width }

    mutating func space() { lines.append("") }

    /// Adds a text behind its label; further lines stand under the text, or `hang` columns in.
    mutating func add(_ text: String, label: String = "", hang: Int? = nil) {
      let start = DisplayWidth.of(label)
      let indent = hang ?? start
      let room = width - max(start, indent)
      let blanks = String(repeating: " ", count: indent)
      for (place, line) in DisplayWidth.wrap(text, width: room).enumerated() {
        lines.append((place == 0 ? label : blanks) + line)
      }
    }
  }

  private static func weights(
    _ weighing: TriggerLedger.Weighing, _ words: LedgerWords, _ sheet: inout Sheet
  ) {
    sheet.add("\(words.title(of: weighing)): weights of the rivals", hang: 2)
    if weighing.rivals.isEmpty { sheet.add("none: \(weighing.decision)", label: "  ") }
    for rival in weighing.rivals {
      let range =
        rival.weight.low.flatMap { low in
          rival.weight.high.map { " (\(Wording.percentRange(low, $0)))" }
        } ?? ""
      sheet.add(
        words.short(rival.label),
        label: "  \(pad(Wording.percent(rival.weight.value) + range, 15))"
          + (rival.day.map { "\($0)  " } ?? "            "))
    }
  }

  /// What and when, then its numbers.
  private static func add(
    _ entry: TriggerLedger.Entry, _ words: LedgerWords, _ sheet: inout Sheet
  ) {
    let effect = entry.effect
    let ranks =
      "rank \(Wording.fixed(effect.placeboDates, 2))"
      + (effect.placeboDyads.map { ", \(Wording.fixed($0, 2))" } ?? "")
    let day = pad(entry.candidates.first?.day.description ?? "", 12)
    sheet.add("\(words.events(entry)); \(entry.order.text)", label: "  " + day)
    sheet.add(
      [
        "effect \(Wording.signed(effect.effect)) SD",
        "path \(Wording.signed(entry.path.meanGap))",
        entry.synthetic.map { "synthetic \(Wording.signed($0.meanGap))" },
        ranks, "seen from \(Wording.fixed(effect.smallestVisible, 2))",
        "power at 1 SD \(Wording.fixed(effect.powerAt1, 2))",
      ].compactMap { $0 }.joined(separator: "; "), label: String(repeating: " ", count: 14))
  }

  private static func unlisted(
    _ weighing: TriggerLedger.Weighing, _ words: LedgerWords, _ sheet: inout Sheet
  ) {
    let telling = words.telling(weighing)
    guard !telling.isEmpty else { return }
    sheet.space()
    sheet.add("\(words.title(of: weighing)): telling weeks that nobody listed", hang: 2)
    for week in telling {
      let events = week.events.prefix(3).map { words.short($0.title) }.joined(separator: "; ")
      sheet.add(
        "week of \(week.week), log Bayes factor \(Wording.number(week.logBayesFactor, 1)): "
          + (events.isEmpty ? "nothing on record" : events), label: "  ", hang: 4)
    }
  }

  private static func breaks(_ response: TriggerLedger.Response) -> String {
    if let problem = response.problem { return problem }
    guard !response.breaks.isEmpty else { return "no lasting break" }
    return response.breaks.map {
      "\($0.direction) \($0.day.text) (\(Wording.dates($0.from, $0.to)))"
    }.joined(separator: "; ")
  }

  private static func triggered(_ cascade: EventCascade, _ sheet: inout Sheet) {
    let linked = cascade.events.count {
      ($0.parents.first?.probability ?? 0) >= CascadeDrawing.shown
    }
    sheet.space()
    sheet.add("Events on record, \(cascade.from.text) to \(cascade.through.text)")
    var facts = [
      CascadeWords.linked(linked, of: cascade.events.count),
      "those follow " + CascadeWords.wait(cascade.meanWeeks),
      CascadeWords.rate(harmonics: cascade.harmonics, drift: cascade.drift),
    ]
    for group in cascade.groups {
      facts += zip(cascade.groups, group.triggeredBy).map {
        CascadeWords.triggered($1, of: group.name, by: $0.name)
      }
    }
    for fact in facts { sheet.add(fact, label: "  ", hang: 4) }
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - DisplayWidth.of(text)))
  }
}
