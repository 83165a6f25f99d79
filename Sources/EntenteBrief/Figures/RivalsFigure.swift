import EntenteNumerics
import EntenteRecord

/// The rival explanations of one response: weights that sum to one, and their dates against the
/// breaks.
enum RivalsFigure {
  static func draft(_ index: BriefIndex, _ rivals: BriefReport.RivalsReport) -> FigureDraft? {
    guard !rivals.weights.isEmpty else { return nil }
    let ledger = RivalLedger(index: index, rivals: rivals)
    let responses = Wording.list(rivals.responses.map { index.name($0) })
    var how =
      "Weights of \(Wording.word(rivals.weights.count)) rival explanations of "
      + "\(responses.isEmpty ? "the change" : responses); they sum to 100%. Dotted line: 50%."
    if ledger.hasDates {
      how += " Shaded: intervals of the warming breaks; tick: the rival’s date."
    }
    if rivals.weights.contains(where: { $0.placebo != nil }) {
      how += " Placebo rank 0.05: one date in twenty, put in its place, does as well."
      if let dates = rivals.independentDates {
        how +=
          " There are about \(Wording.number(dates, 0)) independent dates, so no rank below "
          + "\(Wording.fixed(1 / max(1, dates), 2)) can be seen."
      }
    }
    let hasIntervals = rivals.weights.contains { $0.low != nil }
    let evidence = rivals.weights.map(\.evidence)
    var sample = Wording.count(rivals.responses.count, "pair")
    if let dates = rivals.independentDates {
      sample += "; about \(Wording.number(dates, 0)) independent dates"
    }
    if let smallest = rivals.smallestEffectSeen {
      sample += "; smallest effect that would be seen: \(Wording.number(smallest))"
    }
    return FigureDraft(
      id: "rivals-\(rivals.id)", title: title(rivals), howToRead: how, body: ledger.page,
      folded: ledger.effects, plate: ledger.plate, table: table(rivals), sample: sample + ".",
      interval: hasIntervals
        ? "90%, the model refitted on bootstrapped worlds." : "none: the weights are posterior.",
      source: index.sourceLine(evidence), evidence: [])
  }

  private static func title(_ rivals: BriefReport.RivalsReport) -> String {
    let order = rivals.weights.sorted { $0.weight > $1.weight }
    guard let first = order.first else { return rivals.title }
    let lead = "\(Wording.quoted(first.label)) leads with \(Wording.percent(first.weight))"
    if first.id == "none" {
      return "\(rivals.title): the weight lies on none of those listed, "
        + Wording.percent(first.weight)
    }
    return "\(rivals.title): "
      + (first.weight < 0.5 ? "no explanation carries half the weight; \(lead)" : lead)
  }

  private static func table(_ rivals: BriefReport.RivalsReport) -> Table {
    Table(
      head: [
        "response", "rival", "label", "date", "weight", "low", "high", "order", "placebo", "power",
        "dyad", "effect", "effect_low", "effect_high", "placebo_dates", "placebo_dyads", "evidence",
      ],
      rows: rivals.weights.flatMap { weight -> [[String]] in
        let numbers = [weight.weight, weight.low, weight.high].map(Table.number)
        let head =
          [rivals.id, weight.id, weight.label, weight.day?.description ?? ""] + numbers + [
            weight.order.joined(separator: "; "), Table.number(weight.placebo),
            Table.number(weight.power),
          ]
        guard !weight.effects.isEmpty else {
          return [head + Array(repeating: "", count: 6) + [weight.evidence]]
        }
        return weight.effects.map { effect in
          let numbers = [
            effect.estimate.value, effect.estimate.low, effect.estimate.high, effect.placeboDates,
            effect.placeboDyads,
          ]
          return head + [effect.dyad.description] + numbers.map(Table.number) + [weight.evidence]
        }
      })
  }
}

private struct RivalLedger {
  typealias Weight = BriefReport.RivalsReport.Weight

  let index: BriefIndex
  let rivals: BriefReport.RivalsReport
  let axis: TimeAxis?
  let bands: [BriefReport.BreakReport]
  /// The widest bar, as a share of the column: room is left for the number.
  let reach: Double

  init(index: BriefIndex, rivals: BriefReport.RivalsReport) {
    self.index = index
    self.rivals = rivals
    bands = index.report.dating.filter { rivals.responses.contains($0.dyad) }
      .flatMap { $0.breaks.filter { $0.direction > 0 && $0.isLasting } }
    let coverage = index.report.coverage
    if let from = coverage.from, let to = coverage.to, to > from {
      axis = TimeAxis(start: from, end: to)
    } else {
      axis = nil
    }
    let widest = rivals.weights.map { max($0.weight, $0.high ?? 0) }.max() ?? 1
    reach = max(widest, 0.55)
  }

  var hasDates: Bool { axis != nil && !bands.isEmpty }

  private func x(_ share: Double) -> String {
    Drawing.percent(min(1, max(0, share / reach)) * 0.68)
  }

  private func text(_ weight: Weight) -> String {
    guard let low = weight.low, let high = weight.high else { return "posterior" }
    return Wording.percentRange(low, high)
  }

  private func bar(_ weight: Weight) -> Markup {
    let end = max(weight.weight, weight.high ?? 0)
    return .group([
      Drawing.vertical("half", x: x(0.5), y1: -6, y2: 26),
      el(
        .rect, .class("bar"), .set("x", "0"), .set("y", "4"), .set("width", x(weight.weight)),
        .set("height", "12")),
      weight.low.flatMap { low in
        weight.high.map { Drawing.line("brk", x1: x(low), x2: x($0), y1: 10, y2: 10) }
      } ?? .empty,
      Drawing.vertical("brk", x: x(weight.weight), y1: 2, y2: 18),
      el(.svgText, .class("halo"), .set("x", x(end)), .set("dx", "7"), .set("y", "14")) {
        el(.tspan, .class("b")) { Wording.percent(weight.weight) }
        el(.tspan, .class("s"), .set("dx", "4")) { text(weight) }
      },
    ])
  }

  private func dates(_ weight: Weight) -> Markup {
    guard let axis, !bands.isEmpty else { return .empty }
    return .group([
      Drawing.line("ax", x1: "0", x2: "100%", y1: 7, y2: 7),
      .group(
        bands.map { band in
          let from = axis.share(band.from)
          return el(
            .rect, .class("bar"), .set("x", Drawing.percent(from)), .set("y", "0"),
            .set("width", Drawing.percent(max(0.004, axis.share(band.to) - from))),
            .set("height", "14"))
        }),
      weight.day.map { day in
        axis.reaches(day) ? Drawing.vertical("brk", x: axis.x(day), y1: 0, y2: 14) : .empty
      } ?? .empty,
    ])
  }

  private func orderText(_ weight: Weight) -> String {
    weight.order.isEmpty
      ? (weight.day == nil ? "no date to place" : "–")
      : weight.order.map(named)
        .joined(separator: "; ")
  }

  /// `PRK-RUS: 17 months before` with the states' names.
  private func named(_ order: String) -> String {
    let parts = order.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let dyad = Dyad(parts[0]) else { return order }
    return "\(index.name(dyad)):\(parts[1])"
  }

  var page: Markup {
    el(.table, .class("led rivals")) {
      el(.thead) {
        el(.tr) {
          for head in [
            "Rival explanation", "Weight, 90% interval", "Its date against the breaks",
            "Placebo rank", "Power",
          ] { el(.th, .set("scope", "col")) { head } }
        }
      }
      el(.tbody) {
        for weight in rivals.weights {
          el(.tr) {
            el(.th, .set("scope", "row")) {
              el(.b) { Wording.capitalised(weight.label) }
              el(.span) {
                weight.day?.text ?? "no date"
                index.marks([weight.evidence])
              }
            }
            el(.td) {
              el(
                .svg, .class("fl"), .set("height", "20"), .set("role", "img"),
                .label("\(Wording.percent(weight.weight)), \(text(weight))")
              ) { bar(weight) }
            }
            el(.td) {
              if hasDates {
                el(.svg, .class("fl"), .set("height", "14"), .hidden) { dates(weight) }
              }
              el(.span, .class("num small")) { orderText(weight) }
            }
            el(.td, .class("num"), .set("data-l", "Placebo rank")) {
              weight.placebo.map { Wording.fixed($0, 2) } ?? "none"
            }
            el(.td, .class("num"), .set("data-l", "Power")) {
              weight.power.map { Wording.fixed($0, 2) } ?? "–"
            }
          }
        }
      }
    }
  }

  /// What each rival did to each pair.
  var effects: Markup {
    let rows = rivals.weights.flatMap { weight in weight.effects.map { (weight, $0) } }
    guard !rows.isEmpty else { return .empty }
    return el(.details, .class("tbl")) {
      el(.summary) { "Table: the effect of each rival on each pair" }
      el(.table, .class("dt")) {
        el(.thead) {
          el(.tr) {
            for head in [
              "Rival", "Pair", "Effect", "Rank among dates", "Rank among pairs",
            ] { el(.th, .set("scope", "col")) { head } }
          }
        }
        el(.tbody) {
          for (weight, effect) in rows {
            el(.tr) {
              el(.th, .set("scope", "row")) {
                weight.label
                index.marks([weight.evidence])
              }
              el(.td) { index.name(effect.dyad) }
              el(.td, .class("nr")) { Wording.signed(effect.estimate) }
              el(.td) { effect.placeboDates.map { Wording.fixed($0, 2) } ?? "–" }
              el(.td) { effect.placeboDyads.map { Wording.fixed($0, 2) } ?? "–" }
            }
          }
        }
      }
    }
  }

  var plate: FigureDraft.Plate {
    var parts: [Markup] = []
    for (x, head) in [
      ("0", "Rival explanation"), ("270", "Weight"), ("560", "Date against the breaks"),
      ("800", "Placebo rank"), ("900", "Power"),
    ] { parts.append(Drawing.text(head, x: x, y: 12, "s sm")) }
    var y = 26.0
    for weight in rivals.weights {
      func place(_ x: Double, _ width: Double, _ height: Double, _ content: Markup) {
        parts.append(
          el(
            .svg, .set("x", x), .set("y", y), .set("width", width), .set("height", height),
            .class("o")
          ) { content })
      }
      parts.append(
        Drawing.text(
          DisplayWidth.cut(Wording.capitalised(weight.label), to: 40, ending: "…"), x: "0",
          y: y + 14, "b"))
      place(270, 270, 20, bar(weight))
      place(560, 220, 14, dates(weight))
      parts.append(
        Drawing.text(weight.placebo.map { Wording.fixed($0, 2) } ?? "none", x: "800", y: y + 14))
      parts.append(
        Drawing.text(weight.power.map { Wording.fixed($0, 2) } ?? "–", x: "900", y: y + 14))
      y += 34
    }
    return FigureDraft.Plate(height: y, content: .group(parts))
  }
}
