import EntenteNumerics
import EntenteRecord

/// Which split of the states fits best, period by period, and how many draws say so.
enum BlocsFigure {
  static func draft(_ index: BriefIndex) -> FigureDraft? {
    guard let blocs = index.report.blocs else { return nil }
    let shown = blocs.periods.filter { !$0.isThin }
    guard let last = shown.last else { return nil }
    let grid = SplitGrid(index: index, periods: shown)
    let thin = blocs.periods.filter(\.isThin)
    var how =
      "Share of bootstrap draws, in percent, in which each split of the states into two fits best. "
      + "Outlined: the split that fits the data as they stand."
    if shown.contains(where: { $0.allLegsWarm != nil || $0.allCrossCold != nil }) {
      how += " Last rows, in italics: the probability that every tie is as named."
    }
    if !thin.isEmpty {
      how +=
        " Not shown, fewer than 13 weeks of data: "
        + Wording.list(thin.map { "\(Wording.period($0.period)) (\($0.weeks))" }) + "."
    }
    let evidence = shown.map(\.evidence)
    return FigureDraft(
      id: "blocs", title: title(index, last), howToRead: how, body: grid.page,
      folded: folded(index, shown), plate: grid.plate, table: table(blocs),
      sample: "\(Wording.count(shown.count, "period")); \(Wording.grouped(blocs.draws)) draws.",
      interval: interval(shown), source: index.sourceLine(evidence), evidence: [last.evidence])
  }

  private static func title(_ index: BriefIndex, _ last: BriefReport.BlocReport.Period) -> String {
    let best = last.twoWay.first { $0.partition == last.bestTwoWay }
    var text =
      "In \(Wording.period(last.period)) the split that fits best is "
      + index.partition(last.bestTwoWay).replacing(" | ", with: " against ")
    if let best { text += ", in \(Wording.percent(best.share)) of draws" }
    return text
  }

  private static func interval(_ shown: [BriefReport.BlocReport.Period]) -> String {
    let widths = shown.flatMap(\.twoWay).map { ($0.high - $0.low) / 2 }.filter(\.isFinite)
    guard let widest = widths.max() else { return "none given." }
    let points = max(1, Int((widest * 100).rounded(.up)))
    return "each share within \(Wording.count(points, "point")), from the number of draws."
  }

  private static func folded(_ index: BriefIndex, _ shown: [BriefReport.BlocReport.Period])
    -> Markup
  {
    func share(_ list: [BriefReport.BlocReport.Support], _ partition: String) -> String {
      list.first { $0.partition == partition }.map {
        "\(Wording.percent($0.share)) (\(Wording.percentRange($0.low, $0.high)))"
      } ?? "–"
    }
    return el(.details) {
      el(.summary) { "Table: best split into two, and into any number, by period" }
      el(.table, .class("dt")) {
        el(.thead) {
          el(.tr) {
            for head in [
              "Period", "Weeks", "Best in two", "Support", "Best in any number", "Support",
            ] {
              el(.th, .set("scope", "col")) { head }
            }
          }
        }
        el(.tbody) {
          for period in shown {
            el(.tr) {
              el(.th, .set("scope", "row")) {
                Wording.period(period.period)
                index.marks([period.evidence])
              }
              el(.td) { "\(period.weeks)" }
              el(.td) { index.partition(period.bestTwoWay) }
              el(.td, .class("nr")) { share(period.twoWay, period.bestTwoWay) }
              el(.td) { index.partition(period.bestAny) }
              el(.td, .class("nr")) { share(period.any, period.bestAny) }
            }
          }
        }
      }
    }
  }

  private static func table(_ blocs: BriefReport.BlocReport) -> Table {
    var rows: [[String]] = []
    for period in blocs.periods {
      for (kind, list) in [("two", period.twoWay), ("any", period.any)] {
        for support in list {
          let best = kind == "two" ? period.bestTwoWay : period.bestAny
          rows.append(
            [
              period.period, "\(period.weeks)", period.isThin ? "yes" : "no", kind,
              support.partition, Table.number(support.share), Table.number(support.low),
              Table.number(support.high), support.partition == best ? "yes" : "no",
              period.evidence,
            ])
        }
      }
    }
    return Table(
      head: [
        "period", "weeks", "thin", "blocks", "split", "share", "low", "high", "best", "evidence",
      ], rows: rows)
  }
}

/// Splits by periods, in percent.
private struct SplitGrid {
  typealias Period = BriefReport.BlocReport.Period

  struct Row {
    var label: String
    var isItalic = false
    var cells: [(text: String, step: Int, isBest: Bool)]
  }

  let periods: [Period]
  let rows: [Row]

  init(index: BriefIndex, periods: [Period]) {
    self.periods = periods
    var top: [String: Double] = [:]
    for period in periods {
      for support in period.twoWay {
        top[support.partition] = max(top[support.partition] ?? 0, support.share)
      }
      // A split that fits best is shown even if few draws agree.
      top[period.bestTwoWay] = max(top[period.bestTwoWay] ?? 0, 1e-6)
    }
    let best = Set(periods.map(\.bestTwoWay))
    let order = top.keys.sorted {
      let (a, b) = (top[$0] ?? 0, top[$1] ?? 0)
      return a == b ? $0 < $1 : a > b
    }
    var kept = order.filter(best.contains)
    kept += order.filter { !best.contains($0) && (top[$0] ?? 0) >= 0.05 }
    let splits = kept.prefix(8).sorted {
      let (a, b) = (top[$0] ?? 0, top[$1] ?? 0)
      return a == b ? $0 < $1 : a > b
    }
    var rows = splits.map { split in
      Row(
        label: index.partition(split),
        cells: periods.map { period in
          let share = period.twoWay.first { $0.partition == split }?.share
          return SplitGrid.cell(share, isBest: period.bestTwoWay == split, absent: "<1")
        })
    }
    let rest = periods.map { period in
      max(
        0, 1 - period.twoWay.filter { splits.contains($0.partition) }.map(\.share).reduce(0, +))
    }
    if rest.contains(where: { $0 >= 0.005 }) {
      rows.append(
        Row(label: "Every other split", cells: rest.map { SplitGrid.cell($0, isBest: false) }))
    }
    let extra: [(String, (Period) -> Double?)] = [
      ("The case’s own blocs", { $0.supportOfBlocs }),
      ("Every tie inside is warm", { $0.allLegsWarm?.value }),
      ("Every tie across is cold", { $0.allCrossCold?.value }),
    ]
    for (label, value) in extra where periods.contains(where: { value($0) != nil }) {
      rows.append(
        Row(
          label: label, isItalic: true,
          cells: periods.map { SplitGrid.cell(value($0), isBest: false, absent: "–") }))
    }
    self.rows = rows
  }

  private static func cell(_ share: Double?, isBest: Bool, absent: String = "–")
    -> (text: String, step: Int, isBest: Bool)
  {
    guard let share, share.isFinite else { return (absent, 0, isBest) }
    let percent = Wording.percent(share).filter { $0 != "%" }
    let step = [0.05, 0.15, 0.3, 0.5, 0.75].count { share >= $0 }
    return (percent, step, isBest)
  }

  private static let shades: [StaticString] = ["k0", "k1", "k2", "k3", "k4", "k5"]
  private static let leads: [StaticString] = [
    "k0 lead", "k1 lead", "k2 lead", "k3 lead", "k4 lead", "k5 lead",
  ]

  var page: Markup {
    el(.div, .class("hs")) {
      el(.table, .class("heat wide split"), .set("style", "--n:\(periods.count)")) {
        el(.caption, .class("vh")) { "Support in percent for each split, by period" }
        el(.colgroup) {
          el(.col, .class("c0"))
          for _ in periods { el(.col) }
        }
        el(.thead) {
          el(.tr) {
            el(.th, .class("c0"), .set("scope", "col")) { el(.span, .class("vh")) { "Split" } }
            for period in periods {
              el(.th, .set("scope", "col")) {
                el(.span, .hidden) { Wording.periodShort(period.period) }
                el(.span, .class("vh")) { Wording.period(period.period) }
              }
            }
          }
        }
        el(.tbody) {
          for row in rows {
            el(.tr, .class(row.isItalic ? "ct" : "")) {
              el(.th, .set("scope", "row")) { row.label }
              for cell in row.cells {
                el(.td, .class(cell.isBest ? Self.leads[cell.step] : Self.shades[cell.step])) {
                  cell.text
                }
              }
            }
          }
        }
      }
    }
  }

  var plate: FigureDraft.Plate {
    let left = 320.0
    let width = (FigureDraft.Plate.width - left) / Double(max(1, periods.count))
    var parts: [Markup] = []
    for (position, period) in periods.enumerated() {
      parts.append(
        Drawing.text(
          Wording.periodShort(period.period),
          x: Drawing.number(left + (Double(position) + 0.5) * width), y: 12, anchor: "middle",
          "s sm"))
    }
    var y = 20.0
    for row in rows {
      parts.append(Drawing.text(DisplayWidth.cut(row.label, to: 52), x: "0", y: y + 17))
      for (position, cell) in row.cells.enumerated() {
        let x = left + Double(position) * width
        func box(_ style: StaticString, inset: Double = 0) -> Markup {
          el(
            .rect, .class(style), .set("x", x + inset), .set("y", y + inset),
            .set("width", width - 2 - 2 * inset), .set("height", 25 - 2 * inset))
        }
        parts.append(box(Self.shades[cell.step]))
        if cell.isBest { parts.append(box("lead", inset: 1)) }
        parts.append(
          Drawing.text(
            cell.text, x: Drawing.number(x + (width - 2) / 2), y: y + 17, anchor: "middle",
            cell.step > 3 ? "tp" : ""))
      }
      y += 27
    }
    return FigureDraft.Plate(height: y, content: .group(parts))
  }
}
