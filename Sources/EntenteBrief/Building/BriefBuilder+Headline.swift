import EntenteClaims
import EntenteHistory
import EntenteNumerics
import EntenteRecord

extension BriefBuilder {
  /// The headline by rule: how many legs of the first bloc are warm in the current period.
  ///
  /// It never says more than the weakest leg.
  ///
  /// A second clause says which legs warmed in the series at all: neighbours may always have been.
  static func headline(
    _ analysis: CaseAnalysis, _ axis: Axis, _ legs: [BriefReport.LegReport],
    _ dating: [BriefReport.DyadDating], _ attribution: [BriefReport.RivalsReport]
  ) -> BriefReport.Headline {
    guard let first = axis.first, let period = axis.period, let last = analysis.panel?.lastDay
    else {
      let why = analysis.panelProblem ?? "the case names no blocs"
      return .init(
        text: analysis.subject.title, deck: "Nothing is measured here: \(why).", asOf: "",
        reading: "not-measured")
    }
    let own = legs.filter { $0.side == first.id }
    let warm = own.filter { $0.word == "warm" }
    let cold = own.filter { $0.word == "cold" }
    let open = own.filter { $0.word == "cannot tell" }
    let reading = Axis.reading(warm: warm.count, of: own.count)
    let all = Axis.numeral(own.count)
    let warmed = dating.filter { leg in
      leg.side == first.id && leg.survives
        && leg.breaks.last { $0.isLasting }.map { $0.direction > 0 } ?? false
    }
    let news: String =
      warm.isEmpty
      ? ""
      : warmed.isEmpty
        ? ", but none of them has warmed"
        : warmed.count < warm.count
          ? ", but only \(Wording.list(warmed.map(\.name))) \(warmed.count == 1 ? "has" : "have") warmed"
          : ""
    let isPlural = Wording.isPlural(first.title)
    let name = Wording.softAtStart(first.title)
    let (are, stand) = isPlural ? ("are", "stand") : ("is", "stands")
    let text: String =
      switch (warm.count, own.count) {
      case (_, 0): "\(first.title): nothing measured"
      case (1, 1): "\(name) \(are) warm on \(isPlural ? "their" : "its") one leg"
      case let (w, n) where w == n: "\(name) \(are) warm on all \(all) legs"
      case (0, 1): "The one leg of \(Wording.soft(first.title)) is not surely warm"
      case (0, _): "No leg of \(Wording.soft(first.title)) is surely warm"
      case (1, _): "\(name) \(stand) on one leg of \(all)"
      default: "\(name) \(stand) on \(Axis.numeral(warm.count)) legs, not \(all)"
      }
    var sentences: [String] = []
    let when = Wording.periodInWords(period.description)
    if !warm.isEmpty {
      sentences.append(
        "In \(when), \(Wording.list(warm.map(\.name))) \(warm.count == 1 ? "was" : "were") warmer than the states' general conduct leads to expect"
      )
    }
    if !cold.isEmpty {
      sentences.append(
        "\(sentences.isEmpty ? "In \(when), " : "")\(Wording.list(cold.map(\.name))) \(cold.count == 1 ? "was" : "were") colder"
      )
    }
    if !open.isEmpty {
      sentences.append(
        "\(sentences.isEmpty ? "In \(when), " : "")whether \(Wording.list(open.map(\.name))) \(open.count == 1 ? "was" : "were") warm cannot be told"
      )
    }
    var deck = sentences.joined(separator: "; ") + "."
    if let together = attribution.first(where: { $0.id == first.id }) {
      // The first clause; the rest stands with the rivals.
      let clause = together.decision.prefix { $0 != ";" }
      deck += " On what brought it about, \(clause.prefix(1).lowercased())\(clause.dropFirst())."
    }
    return .init(
      text: text + news, deck: deck, asOf: "As of \(last.text), the last day of the series.",
      reading: reading)
  }
}
