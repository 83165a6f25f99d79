import EntenteClaims
import EntenteNumerics
import EntenteRecord

extension TerminalSheet {
  // MARK: - Is there an axis?

  /// The first bloc's legs, or the first pairs, with a gauge.
  mutating func legs() {
    let bloc = index.sides.first { $0.isBloc } ?? index.sides.first
    let dyads = bloc?.dyads ?? []
    let legs = report.legs.filter { dyads.contains($0.dyad) && $0.adjusted != nil }
    guard !legs.isEmpty else { return }
    let shown = Array(legs.prefix(6))
    let scale = Scale(
      shown.compactMap(\.adjusted).flatMap { [$0.low ?? $0.value, $0.high ?? $0.value] }, count: 3)
    let name = min(30, width / 3)
    let gauge = max(14, width - name - 34)
    var head = Array(repeating: Character(" "), count: gauge)
    for tick in scale.ticks {
      let label = Array(Wording.fixed(tick, scale.digits))
      let start = Int((scale.share(tick) * Double(gauge - 1)).rounded()) - label.count / 2
      for (offset, character) in label.enumerated() where head.indices.contains(start + offset) {
        head[start + offset] = character
      }
    }
    row([
      (Wording.period(shown[0].period), name, false, .soft), ("", 11, false, .none),
      ("P(warm)", 7, true, .soft), (String(head), gauge + 1, true, .soft),
    ])
    for leg in shown {
      row([
        (index.name(leg.dyad), name, false, .none), (leg.word, 11, false, ink(leg.word)),
        (
          leg.adjusted?.probabilityPositive.map(Wording.probability) ?? "-", 7, true, .none
        ),
        (drawn(leg.adjusted, scale, gauge), gauge + 1, true, ink(leg.word)),
        (mark([leg.evidence]), 7, false, .soft),
      ])
    }
    let rest = report.legs.count - shown.count
    if rest > 0 {
      let others = report.legs.filter { leg in !shown.contains { $0.dyad == leg.dyad } }
      add(
        "\(Wording.count(rest, "other pair")): \(others.count { $0.word == "warm" }) warm, "
          + "\(others.count { $0.word == "cold" }) cold, "
          + "\(others.count { $0.word != "warm" && $0.word != "cold" }) cannot tell.", indent: 2,
        ink: .soft)
    }
  }

  /// `---o---` on a line with `|` at zero.
  private func drawn(_ estimate: Estimate?, _ scale: Scale, _ width: Int) -> String {
    guard let estimate else { return "" }
    func column(_ value: Double) -> Int {
      min(width - 1, max(0, Int((scale.share(value) * Double(width - 1)).rounded())))
    }
    var line = Array(repeating: Character(" "), count: width)
    for tick in scale.ticks { line[column(tick)] = abs(tick) < 1e-12 ? "|" : "." }
    if let low = estimate.low, let high = estimate.high, low <= high {
      for place in column(low)...column(high) { line[place] = "-" }
    }
    line[column(estimate.value)] = "o"
    return String(line)
  }

  // MARK: - Since when?

  /// Lasting breaks of pairs that survive correction, the first bloc's first.
  mutating func breaks() {
    let order = Dictionary(
      index.dyads.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let found = report.dating.filter(\.survives)
      .sorted { (order[$0.dyad] ?? .max) < (order[$1.dyad] ?? .max) }
      .flatMap { pair in pair.breaks.filter(\.isLasting).map { (pair, $0) } }
    guard !report.dating.isEmpty else { return }
    guard !found.isEmpty else {
      add(
        "No lasting break survives correction for testing \(report.dating.count) pairs.", indent: 2)
      return
    }
    let name = min(30, width / 3)
    row([
      ("lasting breaks", name, false, .soft), ("", 7, false, .none),
      ("best week", 11, true, .soft), ("  90% interval", 27, false, .soft),
    ])
    for (pair, change) in found.prefix(6) {
      let word = change.direction > 0 ? "warmer" : "colder"
      let dates = "  " + ascii(Wording.dates(change.from, change.to))
      let mark = mark([change.evidence, pair.evidence])
      // A mark that is cut leads nowhere.
      let hasRoom = name + 24 + DisplayWidth.of(dates + mark) <= width
      row([
        (index.name(pair.dyad), name, false, .none),
        (word, 7, false, change.direction > 0 ? .warm : .cold),
        (change.week.text, 11, true, .none), (hasRoom ? dates + mark : dates, width, false, .none),
      ])
    }
    if found.count > 6 { add("\(found.count - 6) more.", indent: 2, ink: .soft) }
  }

  private func ascii(_ text: String) -> String { text.replacing("–", with: "-") }

  // MARK: - What triggered it?

  mutating func rivals() {
    for rivals in report.attribution.prefix(1) where !rivals.weights.isEmpty {
      let bar = width >= 76 ? 10 : 6
      let label = width - bar - 36
      row([
        (rivals.title, label, false, .soft), ("weight, 90%", bar + 15, false, .soft),
        ("placebo", 8, true, .soft), ("power", 6, true, .soft),
      ])
      let order = rivals.weights.sorted { $0.weight > $1.weight }
      for weight in order.prefix(6) {
        let marks = max(0, Int((weight.weight * Double(bar)).rounded()))
        var value = DisplayWidth.pad(Wording.percent(weight.weight), to: 4, right: true)
        if let low = weight.low, let high = weight.high {
          value += " (\(ascii(Wording.percentRange(low, high))))"
        } else {
          value += " posterior"
        }
        row([
          (Wording.capitalised(weight.label), label, false, .none),
          (String(repeating: "#", count: min(bar, marks)), bar, false, .none),
          (value, 14, false, .none),
          (weight.placebo.map { Wording.fixed($0, 2) } ?? "none", 8, true, .none),
          (weight.power.map { Wording.fixed($0, 2) } ?? "-", 6, true, .none),
        ])
      }
      if order.count > 6 {
        let rest = order.dropFirst(6).map(\.weight).reduce(0, +)
        add("\(order.count - 6) more, \(Wording.percent(rest)) together.", indent: 2, ink: .soft)
      }
    }
    if report.attribution.count > 1 {
      add(
        "Also weighed: \(report.attribution.dropFirst().map(\.title).joined(separator: "; ")).",
        indent: 2, limit: 2, ink: .soft)
    }
  }

  // MARK: - Which claims survive?

  mutating func documents() {
    guard !report.claims.isEmpty else { return }
    let heads = ["supp", "mixed", "contra", "can't tell", "not yet", "untest."]
    let widths = [5, 6, 7, 11, 8, 8]
    let label = width - widths.reduce(0, +) - widths.count - 3
    let cell: (String, Int) -> (String, Int, Bool, Ink) = { ($0, $1, true, .none) }
    row(
      [("", label, false, .none)]
        + zip(heads, widths).map { (text: $0, width: $1, isRight: true, ink: Ink.soft) })
    var documents = report.documents.map { ($0.id, $0.title) }
    for claim in report.claims where !documents.contains(where: { $0.0 == claim.document }) {
      documents.append((claim.document, claim.document))
    }
    for (id, title) in documents.prefix(4) {
      let claims = report.claims.filter { $0.document == id }
      guard !claims.isEmpty else { continue }
      row(
        [("\(title)", label, false, .none)]
          + zip(VerdictMark.order, widths).map { verdict, width in
            cell("\(claims.count { $0.verdict == verdict })", width)
          })
    }
    for document in report.documents where document.repeating > 0 {
      add(
        "\(Wording.count(document.repeating, "claim")) of \(document.title) "
          + "\(document.repeating == 1 ? "repeats" : "repeat") another's: count one source.",
        indent: 2, limit: 2, ink: .soft)
    }
  }

  // MARK: - How sure?

  mutating func readings() {
    guard !report.robustness.isEmpty else { return }
    let tally = ReadingsFigure.tally(report.robustness, headline: report.headline.reading)
    let parts = tally.prefix(4).map {
      "\(ReadingsFigure.words($0.reading)) \($0.count) of \(report.robustness.count)"
    }
    add("Readings: \(parts.joined(separator: ", ")).", indent: 2, limit: 2)
    for claim in SureSection.mostFragile(index, 2) {
      add(
        "Fragile: \(claim.id) \(claim.verdict.rawValue), stands in "
          + Wording.share(
            claim.stability.standing, of: claim.stability.analyses.count, "analysis", "analyses")
          + ".", indent: 2, limit: 2, ink: .soft)
    }
  }
}
