import EntenteNumerics
import EntenteRecord

/// Every pair's level in the current period: a dot with its interval, and the unadjusted reading.
enum LegsFigure {
  static func draft(_ index: BriefIndex) -> FigureDraft? {
    let legs = index.report.legs
    guard legs.contains(where: { $0.adjusted != nil || $0.unadjusted != nil }) else { return nil }
    let scale = Scale(
      legs.flatMap { Scale.ends($0.adjusted) + Scale.ends($0.unadjusted) }, count: 5)
    let period = Wording.periodInWords(legs.first?.period ?? "the current period")
    let byDyad = Dictionary(legs.map { ($0.dyad, $0) }, uniquingKeysWith: { first, _ in first })
    let groups = index.sides.map { side in (side, side.dyads.compactMap { byDyad[$0] }) }
      .filter { !$0.1.isEmpty }
    let evidence = legs.map(\.evidence)
    return FigureDraft(
      id: "legs", title: title(index, groups),
      howToRead: "Affinity in \(period), each pair against what the two states’ own busyness "
        + "predicts. Right of the line: warmer than predicted. Small square: the same week’s news "
        + "with the states’ own effects left in. It says who is warmer than expected, never who is "
        + "allied.",
      key: [
        (Sign.warm.key, "warm, P ≥ 0.90"), (Sign.cold.key, "cold, P ≤ 0.10"),
        (Sign.unknown.key, "cannot tell"), (unadjustedKey, "unadjusted"),
      ],
      body: page(index, groups, scale), plate: plate(index, groups, scale),
      table: table(index, legs),
      sample: sample(legs), interval: BriefIndex.intervalLine(legs.map(\.adjusted)),
      source: index.sourceLine(evidence), evidence: [])
  }

  // MARK: - Words

  private typealias Groups = [(BriefIndex.Side, [BriefReport.LegReport])]

  private static func title(_ index: BriefIndex, _ groups: Groups) -> String {
    func tally(_ legs: [BriefReport.LegReport], _ word: String) -> Int {
      legs.count { $0.word == word }
    }
    guard let (bloc, legs) = groups.first(where: { $0.0.isBloc }) else {
      let all = index.report.legs
      return Wording.capitalised(
        "\(Wording.wordOrNone(tally(all, "warm"))) of \(Wording.count(all.count, "pair")) "
          + "\(tally(all, "warm") == 1 ? "is" : "are") warm, \(Wording.wordOrNone(tally(all, "cold"))) "
          + "cold; for \(Wording.wordOrNone(tally(all, "cannot tell"))) these data cannot tell")
    }
    let warm = tally(legs, "warm")
    let name = Wording.soft(bloc.title)
    var text =
      legs.count == 1
      ? "the one tie inside \(name) is \(warm == 1 ? "" : "not surely ")warm"
      : "\(share(warm, of: legs.count)) ties inside \(name) \(warm == 1 ? "is" : "are") warm"
    if let (_, across) = groups.first(where: { $0.0.id == "across" }) {
      let cold = tally(across, "cold")
      text +=
        "; \(share(cold, of: across.count)) across "
        + "\(cold == 1 ? "is" : "are") cold"
    }
    return Wording.capitalised(text)
  }

  /// `two of the three`, `all three`, `none of the three`.
  private static func share(_ part: Int, of whole: Int) -> String {
    part == whole && whole > 1
      ? "all \(Wording.word(whole))" : "\(Wording.wordOrNone(part)) of the \(Wording.word(whole))"
  }

  private static func sample(_ legs: [BriefReport.LegReport]) -> String {
    let sizes = Set(legs.compactMap { $0.adjusted?.n }).sorted()
    guard let low = sizes.first, let high = sizes.last else {
      return Wording.count(legs.count, "pair") + "."
    }
    let weeks = low == high ? "\(low)" : "\(low) to \(high)"
    return "\(weeks) weeks × \(Wording.count(legs.count, "pair"))."
  }

  private static func description(_ index: BriefIndex, _ leg: BriefReport.LegReport, _ digits: Int)
    -> String
  {
    var text = "\(index.name(leg.dyad)): "
    text += leg.adjusted.map { Wording.signed($0, digits) } ?? "not measured"
    if let unadjusted = leg.unadjusted {
      text += "; unadjusted \(Wording.signed(unadjusted, digits))"
    }
    return text + "; \(leg.word)"
  }

  // MARK: - Drawing

  private static let height = 30.0

  private static var unadjustedKey: Markup {
    Drawing.key(width: 34) {
      Drawing.line("lu", x1: "1", x2: "33", y1: 6, y2: 6)
      el(
        .rect, .class("fu"), .set("x", "14"), .set("y", "3"), .set("width", "6"),
        .set("height", "6"))
    }
  }

  private static func row(_ leg: BriefReport.LegReport, _ scale: Scale) -> Markup {
    let sign = Sign(word: leg.word, leg.adjusted)
    return .group([
      scale.grid(height: height),
      leg.unadjusted.map { estimate in
        .group([
          scale.interval(estimate, "lu", y: 23),
          Drawing.at(x: scale.x(estimate.value), y: 23) { Drawing.square },
        ])
      } ?? .empty,
      leg.adjusted.map { estimate in
        .group([
          scale.interval(estimate, sign.stroke, y: 11),
          Drawing.at(x: scale.x(estimate.value), y: 11) { sign.mark },
        ])
      } ?? Drawing.text("not measured", x: scale.x(0), y: 15, "s sm halo", dx: 8),
    ])
  }

  private static func page(_ index: BriefIndex, _ groups: Groups, _ scale: Scale) -> Markup {
    el(.div, .class("rows"), .set("role", "table"), .label("Affinity of each pair")) {
      el(.div, .class("r hd"), .set("role", "row")) {
        el(.span, .set("role", "columnheader")) { "Pair" }
        el(.span, .class("dr"), .set("role", "columnheader")) {
          el(.span, .class("vh")) { "Affinity with interval" }
          el(.svg, .class("fl"), .set("height", "20"), .hidden) { scale.axis }
        }
        el(.span, .class("nr"), .set("role", "columnheader")) { "P(warm)" }
        el(.span, .class("w"), .set("role", "columnheader")) { "Reading" }
      }
      for (side, legs) in groups {
        el(.div, .class("rh"), .set("role", "row")) {
          el(.span, .set("role", "cell")) { side.title }
        }
        for leg in legs {
          el(.div, .class("r"), .set("role", "row")) {
            el(.span, .set("role", "rowheader")) { index.name(leg.dyad) }
            el(.span, .class("dr"), .set("role", "cell")) {
              el(
                .svg, .class("fl"), .set("height", height), .set("role", "img"),
                .label(description(index, leg, scale.digits + 1))
              ) { row(leg, scale) }
            }
            el(.span, .class("nr num"), .set("role", "cell")) {
              leg.adjusted?.probabilityPositive.map(Wording.probability) ?? "–"
              index.marks([leg.evidence])
            }
            el(.span, .class("w"), .set("role", "cell")) { leg.word }
          }
        }
      }
    }
  }

  private static func plate(_ index: BriefIndex, _ groups: Groups, _ scale: Scale)
    -> FigureDraft.Plate
  {
    let left = 210.0
    let right = 170.0
    let width = FigureDraft.Plate.width - left - right
    var parts: [Markup] = []
    func place(_ y: Double, _ content: Markup) {
      parts.append(
        el(
          .svg, .set("x", left), .set("y", y), .set("width", width), .set("height", height),
          .class("o")
        ) { content })
    }
    place(0, scale.axis)
    parts.append(
      Drawing.text(
        "P(warm)", x: Drawing.number(FigureDraft.Plate.width - right + 70), y: 14, anchor: "end",
        "s sm"))
    var y = 24.0
    for (side, legs) in groups {
      parts.append(Drawing.text(side.title, x: "0", y: y + 17, "b"))
      y += 26
      for leg in legs {
        parts.append(Drawing.text(index.name(leg.dyad), x: "0", y: y + 15))
        place(y, row(leg, scale))
        let p = leg.adjusted?.probabilityPositive.map(Wording.probability) ?? "–"
        parts.append(
          Drawing.text(
            p, x: Drawing.number(FigureDraft.Plate.width - right + 70), y: y + 15, anchor: "end"))
        parts.append(
          Drawing.text(
            leg.word, x: Drawing.number(FigureDraft.Plate.width - right + 86), y: y + 15))
        y += height
      }
      y += 8
    }
    return FigureDraft.Plate(height: y, content: .group(parts))
  }

  private static func table(_ index: BriefIndex, _ legs: [BriefReport.LegReport]) -> Table {
    func fields(_ estimate: Estimate?) -> [String] {
      [estimate?.value, estimate?.low, estimate?.high].map(Table.number)
    }
    return Table(
      head: [
        "dyad", "name", "side", "period", "adjusted", "adjusted_low", "adjusted_high", "p_warm",
        "weeks", "unadjusted", "unadjusted_low", "unadjusted_high", "raw", "reading", "evidence",
      ],
      rows: legs.map { leg in
        let head = [leg.dyad.description, index.name(leg.dyad), leg.side, leg.period]
        let adjusted =
          fields(leg.adjusted) + [
            Table.number(leg.adjusted?.probabilityPositive),
            leg.adjusted.map { "\($0.n)" } ?? "",
          ]
        return head + adjusted + fields(leg.unadjusted)
          + [Table.number(leg.raw?.value), leg.word, leg.evidence]
      })
  }
}
