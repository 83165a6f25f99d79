import EntenteNumerics
import EntenteRecord

/// Every pair in every period: colour for the sign, depth for the size, the number in the cell.
enum PeriodsFigure {
  static func draft(_ index: BriefIndex) -> FigureDraft? {
    let shown = index.report.periods.filter { !$0.isThin }
    guard shown.contains(where: { $0.cells.contains { $0.adjusted != nil } }) else { return nil }
    let grid = Grid(index: index, periods: shown)
    let thin = index.report.periods.filter(\.isThin)
    var how =
      "Adjusted affinity of each pair, period by period. Blue and plus: warm, P ≥ 0.90. Rust, "
      + "hatched and minus: cold, P ≤ 0.10. No colour: the sign is not known. Deeper is further "
      + "from zero. Each number leads to its evidence."
    if !thin.isEmpty {
      how +=
        " Not shown, fewer than 13 weeks of data: "
        + Wording.list(thin.map { "\(Wording.period($0.period)) (\($0.weeks))" }) + "."
    }
    let estimates = shown.flatMap(\.cells).map(\.adjusted)
    let weeks = Set(shown.map(\.weeks)).sorted()
    let span = weeks.count > 1 ? "\(weeks[0]) to \(weeks[weeks.count - 1])" : "\(weeks[0])"
    return FigureDraft(
      id: "periods", title: title(index, shown), howToRead: how,
      body: grid.page, plate: grid.plate, table: table(index),
      sample: "\(Wording.count(shown.count, "period")) of \(span) weeks × "
        + "\(Wording.count(grid.rowCount, "pair")).",
      interval: BriefIndex.intervalLine(estimates)
        .replacing(/mean of \d+ weeks/, with: "means of the weeks"),
      source: index.sourceLine(shown.flatMap(\.cells).map(\.evidence)), evidence: [])
  }

  private static func title(_ index: BriefIndex, _ shown: [BriefReport.PeriodReport]) -> String {
    guard let first = shown.first, let last = shown.last else { return "" }
    func warm(_ period: BriefReport.PeriodReport) -> Int {
      period.cells.count { Sign($0.adjusted) == .warm }
    }
    let lastPart =
      "\(Wording.wordOrNone(warm(last))) of \(last.cells.count) pairs "
      + "\(warm(last) == 1 ? "was" : "were") warm in \(Wording.period(last.period))"
    guard shown.count > 1 else { return Wording.capitalised(lastPart) }
    return Wording.capitalised(lastPart)
      + ", \(Wording.wordOrNone(warm(first))) in \(Wording.period(first.period))"
  }

  private static func table(_ index: BriefIndex) -> Table {
    Table(
      head: [
        "period", "from", "to", "weeks", "thin", "dyad", "name", "adjusted", "low", "high",
        "p_warm", "unadjusted", "unadjusted_low", "unadjusted_high", "evidence",
      ],
      rows: index.report.periods.flatMap { period in
        period.cells.map { cell in
          let head = [
            period.period, period.from.description, period.to.description, "\(period.weeks)",
            period.isThin ? "yes" : "no", cell.dyad.description, index.name(cell.dyad),
          ]
          let numbers = [
            cell.adjusted?.value, cell.adjusted?.low, cell.adjusted?.high,
            cell.adjusted?.probabilityPositive, cell.unadjusted?.value, cell.unadjusted?.low,
            cell.unadjusted?.high,
          ]
          return head + numbers.map(Table.number) + [cell.evidence]
        }
      })
  }
}

/// Rows, columns and shades of the heat table.
private struct Grid {
  typealias Cell = BriefReport.PeriodReport.Cell

  let index: BriefIndex
  let periods: [BriefReport.PeriodReport]
  let sides: [BriefIndex.Side]
  let cells: [[Dyad: Cell]]
  let largest: Double
  let digits: Int

  init(index: BriefIndex, periods: [BriefReport.PeriodReport]) {
    self.index = index
    self.periods = periods
    cells = periods.map { period in
      Dictionary(period.cells.map { ($0.dyad, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let present = Set(periods.flatMap { $0.cells.map(\.dyad) })
    sides = index.sides.compactMap { side in
      var side = side
      side.dyads = side.dyads.filter(present.contains)
      return side.dyads.isEmpty ? nil : side
    }
    let values = periods.flatMap(\.cells).compactMap(\.adjusted?.value).filter(\.isFinite)
    largest = max(values.map(abs).max() ?? 1, 1e-9)
    digits = largest >= 10 ? 0 : largest >= 1 ? 1 : largest >= 0.1 ? 2 : 3
  }

  var rowCount: Int { sides.reduce(0) { $0 + $1.dyads.count } }

  private func shade(_ cell: Cell?) -> StaticString {
    guard let value = cell?.adjusted?.value, value.isFinite else { return "none" }
    let step = min(2, Int(abs(value) / largest * 3))
    switch Sign(cell?.adjusted) {
    case .warm: return (["w1", "w2", "w3"] as [StaticString])[step]
    case .cold: return (["c1 cs", "c2 cs", "c3 cs"] as [StaticString])[step]
    case .unknown: return "cq"
    }
  }

  private func text(_ cell: Cell?) -> String {
    guard let value = cell?.adjusted?.value, value.isFinite else { return "–" }
    return Wording.signed(value, digits)
  }

  var page: Markup {
    let columns = periods.count
    return el(.div, .class("hs")) {
      el(.table, .class("heat wide"), .set("style", "--n:\(columns)")) {
        el(.caption, .class("vh")) { "Adjusted affinity of each pair in each period" }
        el(.colgroup) {
          el(.col, .class("c0"))
          for _ in periods { el(.col) }
        }
        el(.thead) {
          el(.tr) {
            el(.th, .class("c0"), .set("scope", "col")) { el(.span, .class("vh")) { "Pair" } }
            for period in periods {
              el(.th, .set("scope", "col")) {
                el(.span, .hidden) { Wording.periodShort(period.period) }
                el(.span, .class("vh")) { Wording.period(period.period) }
              }
            }
          }
        }
        for side in sides {
          el(.tbody) {
            el(.tr, .class("gr")) {
              el(.th, .set("colspan", "\(columns + 1)"), .set("scope", "rowgroup")) { side.title }
            }
            for dyad in side.dyads {
              el(.tr) {
                el(.th, .set("scope", "row")) { index.name(dyad) }
                for position in periods.indices { pageCell(cells[position][dyad]) }
              }
            }
          }
        }
      }
    }
  }

  private func pageCell(_ cell: Cell?) -> Markup {
    let number = cell.flatMap { index.number(of: $0.evidence) }
    return el(.td, .class(shade(cell))) {
      if let cell, let number {
        el(.a, .link(to: cell.evidence), .set("title", "evidence \(number)")) { text(cell) }
      } else {
        text(cell)
      }
    }
  }

  var plate: FigureDraft.Plate {
    let left = 190.0
    let width = (FigureDraft.Plate.width - left) / Double(max(1, periods.count))
    var parts: [Markup] = []
    for (position, period) in periods.enumerated() {
      parts.append(
        Drawing.text(
          Wording.period(period.period), x: Drawing.number(left + (Double(position) + 0.5) * width),
          y: 12, anchor: "middle", "s sm"))
    }
    var y = 20.0
    for side in sides {
      parts.append(Drawing.text(side.title, x: "0", y: y + 18, "b"))
      y += 26
      for dyad in side.dyads {
        parts.append(Drawing.text(index.name(dyad), x: "0", y: y + 17))
        for position in periods.indices {
          let x = left + Double(position) * width
          parts.append(
            plateCell(cells[position][dyad], x: x, y: y, width: width - 2))
        }
        y += 27
      }
      y += 6
    }
    return FigureDraft.Plate(height: y, content: .group(parts))
  }

  private func plateCell(_ cell: Cell?, x: Double, y: Double, width: Double) -> Markup {
    func box(_ style: StaticString) -> Markup {
      el(
        .rect, .class(style), .set("x", x), .set("y", y), .set("width", width),
        .set("height", "25"))
    }
    let fill: StaticString =
      switch "\(shade(cell))" {
      case "w1": "w1"
      case "w2": "w2"
      case "w3": "w3"
      case "c1 cs": "c1"
      case "c2 cs": "c2"
      case "c3 cs": "c3"
      default: "k0"
      }
    let isCold = Sign(cell?.adjusted) == .cold
    let isKnown = Sign(cell?.adjusted) != .unknown
    return .group([
      box(fill), isCold ? box("hatchc") : .empty,
      Drawing.text(
        text(cell), x: Drawing.number(x + width / 2), y: y + 17, anchor: "middle",
        isKnown ? "halo0" : "s"),
    ])
  }
}
