import EntenteNumerics
import EntenteRecord

/// Every pair's weeks, levels and breaks on one scale, with the claimed triggers across them.
enum TimelinesFigure {
  static func draft(_ index: BriefIndex) -> FigureDraft? {
    let curves = index.report.curves.filter { $0.values.contains { $0?.isFinite == true } }
    guard !curves.isEmpty else { return nil }
    let chart = TimelineChart(index: index, curves: curves)
    let dating = index.report.dating
    let breaks = dating.reduce(0) { $0 + $1.breaks.count }
    let surviving = dating.filter(\.survives).reduce(0) { $0 + $1.breaks.count }
    let limit = Wording.number(chart.limit, chart.limit >= 1 ? 1 : 2)
    var how =
      "Thin line: each week’s adjusted affinity, from −\(limit) to +\(limit) in every row; weeks "
      + "beyond are cut off. Filled: the level between breaks, blue above zero, rust and hatched "
      + "below."
    if chart.hasDays { how += " Bottom strip: days of data in each week, of seven." }
    var sample =
      "\(Wording.count(index.report.coverage.weeks, "week")) × "
      + "\(Wording.count(curves.count, "pair"))"
    if !dating.isEmpty {
      sample +=
        "; \(Wording.count(breaks, "break")), \(surviving) in pairs that survive correction for "
        + "testing \(dating.count)"
    }
    let evidence = dating.map(\.evidence)
    return FigureDraft(
      id: "timelines", title: title(index), howToRead: how, key: chart.key, body: chart.page,
      folded: BreakTable.markup(index), plate: chart.plate, table: BreakTable.table(index),
      sample: sample + ".",
      interval: dating.contains { !$0.breaks.isEmpty }
        ? "90% on each date of a break." : "none: no break was found.",
      source: index.sourceLine(evidence), evidence: [])
  }

  /// Names up to three lasting breaks of pairs that survive correction; counts more.
  private static func title(_ index: BriefIndex) -> String {
    let dating = index.report.dating
    guard !dating.isEmpty else { return "Weekly affinity of every pair" }
    let turned = dating.filter { $0.survives }.flatMap { dyad in
      dyad.breaks.filter(\.isLasting).map { (dyad.dyad, $0) }
    }
    guard !turned.isEmpty else {
      return "No pair turned for good in a way that survives correction"
    }
    if turned.count <= 3 {
      return Wording.list(
        turned.map { dyad, change in
          "\(index.name(dyad)) turned \(change.direction > 0 ? "warmer" : "colder") in "
            + Wording.month(change.week)
        })
    }
    let pairs = Set(turned.map(\.0)).count
    return Wording.capitalised(
      "\(Wording.word(pairs)) of \(Wording.count(dating.count, "pair")) turned for good, "
        + "\(Wording.word(turned.count)) times in all")
  }
}

/// Breaks as rows.
enum BreakTable {
  static func markup(_ index: BriefIndex) -> Markup {
    let dating = index.report.dating
    guard !dating.isEmpty else { return .empty }
    return el(.details, .class("tbl")) {
      el(.summary) { "Table: every break, and the pairs without one" }
      el(.table, .class("dt")) {
        el(.thead) {
          el(.tr) {
            for head in [
              "Pair", "Break", "90% interval", "Size", "Lasts", "p, corrected", "Power, 1 and 2 SD",
            ] { el(.th, .set("scope", "col")) { head } }
          }
        }
        el(.tbody) { for pair in dating { rows(index, pair) } }
      }
    }
  }

  private static func rows(_ index: BriefIndex, _ pair: BriefReport.DyadDating) -> Markup {
    let p = Wording.probability(pair.pAdjusted) + (pair.survives ? ", survives" : ", does not")
    let power = [pair.powerOneSD, pair.powerTwoSD].map { estimate in
      estimate.map { Wording.fixed($0.value, 2) } ?? "–"
    }.joined(separator: ", ")
    guard !pair.breaks.isEmpty else {
      return el(.tr) {
        el(.th, .set("scope", "row")) {
          index.name(pair.dyad)
          index.marks([pair.evidence])
        }
        el(.td, .set("colspan", "4")) { pair.problem ?? "no break" }
        el(.td) { p }
        el(.td) { power }
      }
    }
    return .group(
      pair.breaks.map { change in
        el(.tr) {
          el(.th, .set("scope", "row")) {
            index.name(pair.dyad)
            index.marks([change.evidence, pair.evidence])
          }
          el(.td, .class("nr")) { change.week.text }
          el(.td, .class("nr")) { Wording.dates(change.from, change.to) }
          el(.td) {
            "\(change.direction > 0 ? "warmer" : "colder") by "
              + "\(Wording.number(abs(change.sizeInSD), 1)) SD"
          }
          el(.td) { change.isLasting ? "yes" : "passes" }
          el(.td) { p }
          el(.td) { power }
        }
      })
  }

  static func table(_ index: BriefIndex) -> Table {
    Table(
      head: [
        "dyad", "name", "side", "break", "from", "to", "direction", "size", "size_low",
        "size_high", "size_in_sd", "lasting", "p", "p_corrected", "survives", "power_1sd",
        "power_2sd", "problem", "evidence",
      ],
      rows: index.report.dating.flatMap { pair -> [[String]] in
        let head = [pair.dyad.description, index.name(pair.dyad), pair.side]
        let tail = [
          Table.number(pair.pValue), Table.number(pair.pAdjusted), pair.survives ? "yes" : "no",
          Table.number(pair.powerOneSD?.value), Table.number(pair.powerTwoSD?.value),
          pair.problem ?? "",
        ]
        guard !pair.breaks.isEmpty else {
          return [head + Array(repeating: "", count: 9) + tail + [pair.evidence]]
        }
        return pair.breaks.map { change in
          let dates = [change.week, change.from, change.to].map(\.description)
          let size = [change.size.value, change.size.low, change.size.high].map(Table.number)
          return head + dates + ["\(change.direction)"] + size
            + [Table.number(change.sizeInSD), change.isLasting ? "yes" : "no"] + tail
            + [change.evidence]
        }
      })
  }
}
