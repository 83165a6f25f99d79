import EntenteNumerics
import EntenteRecord

/// What each state did, year by year: support in hundredths, deeper is more, `?` cannot tell.
enum StrategiesFigure {
  static func draft(_ index: BriefIndex) -> FigureDraft? {
    let rows = index.report.strategies
    guard !rows.isEmpty else { return nil }
    let grid = StrategyGrid(index: index, rows: rows)
    let told = rows.flatMap(\.cells).count { $0.answer != "cannot tell" }
    let all = rows.flatMap(\.cells).count
    let draws = rows.lazy.flatMap(\.cells).compactMap(\.support?.n).first ?? 0
    return FigureDraft(
      id: "strategies", title: title(index, rows),
      howToRead:
        "Rule support for each strategy, 0 to 1. Filled: yes, deeper is surer. Plain: no. A "
        + "question mark: it cannot be told, because the interval runs from no to yes, a measure "
        + "is missing, or the rules did not tell the strategy from others on coded history "
        + "(hedging and buck-passing). Strategies overlap. The rules are Entente's own. Each "
        + "year leads to its evidence.",
      body: grid.page, plate: grid.plate, table: table(rows),
      sample:
        "\(told) of \(all) cells can be told; \(draws) draws each.",
      interval: "90%, over draws of measures, weights and thresholds; in the data of the figure.",
      source: "the case's chronology, ties and attributes.", evidence: [])
  }

  private static func title(
    _ index: BriefIndex, _ rows: [BriefReport.StrategyReport]
  ) -> String {
    guard let last = rows.map(\.period).max() else { return "" }
    let now = rows.filter { $0.period == last }
    func states(_ strategy: String) -> [String] {
      now.filter { row in
        row.cells.contains { $0.strategy == strategy && $0.answer == "yes" }
      }.map { Wording.inSentence(index.name($0.state)) }
    }
    let outward = states("external-balancing")
    let inward = states("internal-balancing")
    guard !outward.isEmpty || !inward.isEmpty else {
      return "No state can be said to balance in \(last)"
    }
    var parts: [String] = []
    if !inward.isEmpty {
      parts.append("\(Wording.list(inward)) arm\(inward.count == 1 ? "s" : "")")
    }
    if !outward.isEmpty {
      parts.append("\(Wording.list(outward)) add\(outward.count == 1 ? "s" : "") allies' means")
    }
    return "In \(last) " + parts.joined(separator: "; ")
  }

  private static func table(_ rows: [BriefReport.StrategyReport]) -> Table {
    Table(
      head: [
        "state", "period", "strategy", "support", "low", "high", "probability", "probability low",
        "probability high", "answer", "reason", "evidence",
      ],
      rows: rows.flatMap { row in
        row.cells.map { cell in
          [row.state.text, row.period, cell.strategy]
            + [
              cell.support?.value, cell.support?.low, cell.support?.high, cell.probability,
              cell.probabilityLow, cell.probabilityHigh,
            ].map(Table.number) + [cell.answer, cell.reason ?? "", row.evidence]
        }
      })
  }
}

/// Rows, columns and shades of the strip.
private struct StrategyGrid {
  let index: BriefIndex
  let periods: [String]
  let states: [ActorCode]
  private let cells: [ActorCode: [String: BriefReport.StrategyReport]]
  private let strategies: [(id: String, title: String)]

  init(index: BriefIndex, rows: [BriefReport.StrategyReport]) {
    self.index = index
    var periods: [String] = []
    var states: [ActorCode] = []
    var cells: [ActorCode: [String: BriefReport.StrategyReport]] = [:]
    for row in rows {
      if !periods.contains(row.period) { periods.append(row.period) }
      if !states.contains(row.state) { states.append(row.state) }
      cells[row.state, default: [:]][row.period] = row
    }
    self.periods = periods.sorted()
    self.states = states
    self.cells = cells
    strategies = (rows.first?.cells ?? []).filter { $0.strategy != "none" }.map {
      ($0.strategy, $0.title)
    }
  }

  private func cell(
    _ state: ActorCode, _ period: String, _ strategy: String
  ) -> BriefReport.StrategyReport.Cell? {
    cells[state]?[period]?.cells.first { $0.strategy == strategy }
  }

  /// Strategies that were measured for a state at least once.
  private func shown(_ state: ActorCode) -> [(id: String, title: String)] {
    strategies.filter { strategy in
      periods.contains { cell(state, $0, strategy.id)?.support != nil }
    }
  }

  private func text(_ cell: BriefReport.StrategyReport.Cell?) -> String {
    guard let value = cell?.support?.value, value.isFinite else { return "–" }
    return Wording.fixed(value, 2) + (cell?.answer == "cannot tell" ? "?" : "")
  }

  private func shade(_ cell: BriefReport.StrategyReport.Cell?) -> StaticString {
    guard let value = cell?.support?.value, cell?.answer != "cannot tell" else { return "cq" }
    return value >= 0.9 ? "w3" : value >= 0.65 ? "w2" : "none"
  }

  var page: Markup {
    let columns = periods.count
    return el(.div, .class("hs")) {
      el(.table, .class("heat wide"), .set("style", "--n:\(columns)")) {
        el(.caption, .class("vh")) { "Rule support for each strategy of each state, by year" }
        el(.colgroup) {
          el(.col, .class("c0"))
          for _ in periods { el(.col) }
        }
        el(.thead) {
          el(.tr) {
            el(.th, .class("c0"), .set("scope", "col")) { el(.span, .class("vh")) { "Strategy" } }
            for period in periods { el(.th, .set("scope", "col")) { period } }
          }
        }
        for state in states {
          el(.tbody) {
            el(.tr, .class("gr")) {
              el(.th, .set("scope", "rowgroup")) { index.name(state) }
              for period in periods { link(state, period) }
            }
            for strategy in shown(state) {
              el(.tr) {
                el(.th, .set("scope", "row")) { Wording.capitalised(strategy.title) }
                for period in periods {
                  el(.td, .class(shade(cell(state, period, strategy.id)))) {
                    text(cell(state, period, strategy.id))
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private func link(_ state: ActorCode, _ period: String) -> Markup {
    el(.td) {
      if let row = cells[state]?[period], let number = index.number(of: row.evidence) {
        el(.a, .link(to: row.evidence), .set("title", "evidence \(number)")) { "\(number)" }
      }
    }
  }

  var plate: FigureDraft.Plate {
    let left = 190.0
    let width = (FigureDraft.Plate.width - left) / Double(max(1, periods.count))
    var parts: [Markup] = periods.enumerated().map { place, period in
      Drawing.text(
        period, x: Drawing.number(left + (Double(place) + 0.5) * width), y: 12, anchor: "middle",
        "s sm")
    }
    var y = 20.0
    for state in states {
      parts.append(Drawing.text(index.name(state), x: "0", y: y + 18, "b"))
      y += 26
      for strategy in shown(state) {
        parts.append(Drawing.text(strategy.title, x: "0", y: y + 17))
        for (place, period) in periods.enumerated() {
          let found = cell(state, period, strategy.id)
          let x = left + Double(place) * width
          let fill: StaticString =
            switch "\(shade(found))" {
            case "w3": "w3"
            case "w2": "w2"
            default: "k0"
            }
          parts.append(
            el(
              .rect, .class(fill), .set("x", x), .set("y", y), .set("width", width - 2),
              .set("height", "25")))
          parts.append(
            Drawing.text(
              text(found), x: Drawing.number(x + width / 2), y: y + 17, anchor: "middle",
              found?.answer == "cannot tell" ? "s" : "halo0"))
        }
        y += 27
      }
      y += 6
    }
    return FigureDraft.Plate(height: y, content: .group(parts))
  }
}
