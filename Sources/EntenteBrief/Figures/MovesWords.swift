import EntenteExcitation
import EntenteNumerics
import EntenteRecord

/// Who answers whom, told by rule from the intervals of the reactions.
struct MovesWords {
  /// As many reactions are named; the figure shows the rest.
  private static let named = 4

  private struct Reaction {
    let actor: String
    let other: String
    let estimate: Estimate
  }

  private let reactions: [Reaction]
  private let moves: BriefReport.MovesReport

  init(_ index: BriefIndex, _ moves: BriefReport.MovesReport) {
    self.moves = moves
    reactions = moves.pairs.flatMap { pair in
      let names = [pair.dyad.first, pair.dyad.second].map { Wording.inSentence(index.name($0)) }
      return [
        Reaction(actor: names[0], other: names[1], estimate: pair.firstReacts),
        Reaction(actor: names[1], other: names[0], estimate: pair.secondReacts),
      ]
    }
  }

  /// Reactions whose whole interval lies on one side of zero, the strongest first.
  private var told: [Reaction] {
    reactions.filter { reaction in
      guard let low = reaction.estimate.low, let high = reaction.estimate.high else { return false }
      return low > 0 || high < 0
    }.sorted { abs($0.estimate.value) > abs($1.estimate.value) }
  }

  /// `7 of 30 reactions exclude zero, where chance alone would give 3`.
  var counted: String {
    let level =
      reactions.compactMap { $0.estimate.low == nil ? nil : $0.estimate.level }.first ?? 0.9
    let chance = (1 - level) * Double(reactions.count)
    let expected = Wording.number(chance, abs(chance - chance.rounded()) < 0.05 ? 0 : 1)
    return "\(told.count) of \(Wording.count(reactions.count, "reaction")) "
      + "\(told.count == 1 ? "excludes" : "exclude") zero, where chance alone would give \(expected)"
  }

  /// The same with the strongest by name, in kind and against.
  var sentence: String {
    guard !told.isEmpty else { return Wording.capitalised(counted) + "." }
    let shown = told.prefix(Self.named)
    func list(_ isInKind: Bool) -> String? {
      let own = shown.filter { ($0.estimate.value > 0) == isInKind }
      guard !own.isEmpty else { return nil }
      let names = own.map { "\($0.actor) to \($0.other)" }
      return Wording.list(names) + (isInKind ? " in kind" : " against")
    }
    let names = [list(true), list(false)].compactMap { $0 }.joined(separator: "; ")
    return Wording.capitalised(counted) + ". "
      + (told.count > shown.count ? "The strongest: " : "They are: ") + names + "."
  }

  /// That the two of a pair move together, where most pairs do; nil elsewhere.
  var together: String? {
    let count = moves.pairs.count { pair in pair.notes.contains(LeadReport.movesTogether) }
    guard count * 2 > moves.pairs.count else { return nil }
    let which =
      count == moves.pairs.count
      ? "every pair" : "\(count) of \(Wording.count(moves.pairs.count, "pair"))"
    return "In \(which) the two move together within a \(moves.by): whatever order there is inside "
      + "one, these data do not show."
  }
}
