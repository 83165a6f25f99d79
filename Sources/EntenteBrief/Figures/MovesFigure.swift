import EntenteNumerics
import EntenteRecord

/// How each state of a pair answers the other, and who moves first.
enum MovesFigure {
  typealias Pair = BriefReport.MovesReport.Pair

  static func draft(_ index: BriefIndex) -> FigureDraft? {
    guard let moves = index.report.moves, !moves.pairs.isEmpty else { return nil }
    let scale = Scale(
      moves.pairs.flatMap { Scale.ends($0.firstReacts) + Scale.ends($0.secondReacts) })
    let rows = moves.pairs.map(\.rows)
    return FigureDraft(
      id: "moves", title: title(index, moves),
      howToRead:
        "How much of the other’s last \(moves.by) each state gives back in the next: right of the "
        + "line in kind, left of it against. The last column says who moves first: whose past helps "
        + "to foretell the other beyond the other’s own. Both are orders in time, no causes: a third "
        + "mover that reaches one side sooner looks the same.",
      key: [
        (key { mark(isFirst: true) }, "the first-named answers the second"),
        (key { mark(isFirst: false) }, "the second-named answers the first"),
      ],
      body: page(index, moves, scale), plate: plate(index, moves, scale),
      table: table(index, moves),
      sample: "\(rows.min() ?? 0) to \(rows.max() ?? 0) periods × "
        + "\(Wording.count(moves.pairs.count, "pair")), \(moves.from.text) to \(moves.to.text), with gaps."
        + untested(moves),
      interval: BriefIndex.intervalLine(moves.pairs.map(\.firstReacts)),
      source: index.sourceLine(moves.pairs.map(\.evidence)), evidence: [])
  }

  // MARK: - Words

  private static func title(_ index: BriefIndex, _ moves: BriefReport.MovesReport) -> String {
    let told = moves.pairs.compactMap { pair -> String? in
      let first = Wording.inSentence(index.name(pair.dyad.first))
      let second = Wording.inSentence(index.name(pair.dyad.second))
      switch pair.verdict {
      case "first": return "\(first) before \(second)"
      case "second": return "\(second) before \(first)"
      case "both": return "\(first) and \(second) each after the other"
      default: return nil
      }
    }
    let all = Wording.count(moves.pairs.count, "pair")
    let first =
      told.isEmpty
      ? "Who moves first cannot be told in any of \(all)"
      : "\(Wording.list(told)); in \(moves.pairs.count - told.count) of \(all) it cannot be told who moves first"
    return Wording.capitalised(first) + "; " + MovesWords(index, moves).counted
  }

  private static func untested(_ moves: BriefReport.MovesReport) -> String {
    moves.untested.isEmpty
      ? ""
      : " Not tested: " + moves.untested.map { "\($0.dyad) (\($0.reason))" }.joined(separator: ", ")
        + "."
  }

  private static func word(_ index: BriefIndex, _ pair: Pair) -> String {
    switch pair.verdict {
    case "first": index.name(pair.dyad.first)
    case "second": index.name(pair.dyad.second)
    case "both": "each"
    default: "cannot tell"
    }
  }

  private static func description(_ index: BriefIndex, _ pair: Pair, _ digits: Int) -> String {
    let (first, second) = (index.name(pair.dyad.first), index.name(pair.dyad.second))
    return "\(first) answers \(second): \(Wording.signed(pair.firstReacts, digits)); "
      + "\(second) answers \(first): \(Wording.signed(pair.secondReacts, digits)); first: "
      + word(index, pair)
  }

  // MARK: - Drawing

  private static let height = 34.0

  private static func key(@MarkupBuilder content: () -> Markup) -> Markup {
    Drawing.key(width: 34) {
      Drawing.line("lq", x1: "1", x2: "33", y1: 6, y2: 6)
      Drawing.at(x: "17", y: 6) { content() }
    }
  }

  private static func mark(isFirst: Bool) -> Markup {
    isFirst ? el(.circle, .class("brkp"), .set("r", 4)) : Drawing.square
  }

  private static func line(
    _ estimate: Estimate, _ scale: Scale, y: Double, isFirst: Bool
  ) -> Markup {
    .group([
      scale.interval(estimate, isFirst ? "lq" : "lu", y: y),
      Drawing.at(x: scale.x(estimate.value), y: y) { mark(isFirst: isFirst) },
    ])
  }

  private static func row(_ pair: Pair, _ scale: Scale) -> Markup {
    .group([
      scale.grid(height: height),
      line(pair.firstReacts, scale, y: 11, isFirst: true),
      line(pair.secondReacts, scale, y: 24, isFirst: false),
    ])
  }

  private static func page(
    _ index: BriefIndex, _ moves: BriefReport.MovesReport, _ scale: Scale
  ) -> Markup {
    el(.div, .class("rows"), .set("role", "table"), .label("Who answers whom, and who moves first"))
    {
      el(.div, .class("r hd"), .set("role", "row")) {
        el(.span, .set("role", "columnheader")) { "Pair" }
        el(.span, .class("dr"), .set("role", "columnheader")) {
          el(.span, .class("vh")) { "Reactions with intervals" }
          el(.svg, .class("fl"), .set("height", "20"), .hidden) { scale.axis }
        }
        el(.span, .class("nr"), .set("role", "columnheader")) {
          Wording.capitalised(moves.by) + "s"
        }
        el(.span, .class("w"), .set("role", "columnheader")) { "First" }
      }
      for pair in moves.pairs {
        el(.div, .class("r"), .set("role", "row")) {
          el(.span, .set("role", "rowheader")) { index.name(pair.dyad) }
          el(.span, .class("dr"), .set("role", "cell")) {
            el(
              .svg, .class("fl"), .set("height", height), .set("role", "img"),
              .label(description(index, pair, scale.digits + 1))
            ) { row(pair, scale) }
          }
          el(.span, .class("nr num"), .set("role", "cell")) {
            "\(pair.rows)"
            index.marks([pair.evidence])
          }
          el(.span, .class("w"), .set("role", "cell")) { word(index, pair) }
        }
      }
    }
  }

  private static func plate(
    _ index: BriefIndex, _ moves: BriefReport.MovesReport, _ scale: Scale
  ) -> FigureDraft.Plate {
    let left = 210.0
    let right = 150.0
    let width = FigureDraft.Plate.width - left - right - 50
    var parts: [Markup] = []
    func place(_ y: Double, _ content: Markup) {
      parts.append(
        el(
          .svg, .set("x", left), .set("y", y), .set("width", width), .set("height", height),
          .class("o")
        ) { content })
    }
    let words = Drawing.number(FigureDraft.Plate.width - right + 20)
    place(0, scale.axis)
    parts.append(Drawing.text("First", x: words, y: 14, "s sm"))
    let rows = Drawing.number(FigureDraft.Plate.width - right + 8)
    let head = Wording.capitalised(moves.by) + "s"
    parts.append(Drawing.text(head, x: rows, y: 14, anchor: "end", "s sm"))
    var y = 24.0
    for pair in moves.pairs {
      parts.append(Drawing.text(index.name(pair.dyad), x: "0", y: y + 21))
      place(y, row(pair, scale))
      parts.append(Drawing.text("\(pair.rows)", x: rows, y: y + 21, anchor: "end"))
      parts.append(Drawing.text(word(index, pair), x: words, y: y + 21))
      y += height
    }
    return FigureDraft.Plate(height: y, content: .group(parts))
  }

  private static func table(_ index: BriefIndex, _ moves: BriefReport.MovesReport) -> Table {
    Table(
      head: [
        "dyad", "name", "series", "periods", "lags", "first_leads_p", "second_leads_p",
        "moves_first", "first_reacts", "first_reacts_low", "first_reacts_high", "second_reacts",
        "second_reacts_low", "second_reacts_high", "one_step_is_short", "evidence",
      ],
      rows: moves.pairs.map { pair in
        let numbers = [
          pair.firstReacts.value, pair.firstReacts.low, pair.firstReacts.high,
          pair.secondReacts.value, pair.secondReacts.low, pair.secondReacts.high,
        ].map(Table.number)
        return [
          pair.dyad.description, index.name(pair.dyad), moves.series, "\(pair.rows)",
          "\(pair.lags)", Table.number(pair.firstLeads), Table.number(pair.secondLeads),
          pair.verdict,
        ] + numbers + [pair.isShort ? "yes" : "no", pair.evidence]
      })
  }
}
