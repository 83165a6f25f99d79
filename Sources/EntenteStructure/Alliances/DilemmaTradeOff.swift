public import EntenteNumerics

/// Whether moves that cut one fear raise the other: the testable side of the alliance dilemma.
///
/// A move is a change from one year to the next of one state towards one ally, where both fears change.
/// Snyder's dilemma expects opposite directions in more than half.
public struct DilemmaTradeOff: Hashable, Sendable {
  /// Moves in opposite directions, out of all moves.
  public let opposite: Proportion
  /// Kendall's τ_b of both changes; nil if either never changes.
  public let tauB: Double?

  public init(_ dilemmas: [AllianceDilemma]) {
    let ordered = dilemmas.sorted {
      ($0.parts.state, $0.parts.ally, $0.parts.year)
        < ($1.parts.state, $1.parts.ally, $1.parts.year)
    }
    var moves: [(abandonment: Double, entrapment: Double)] = []
    for (before, after) in zip(ordered, ordered.dropFirst())
    where before.parts.state == after.parts.state && before.parts.ally == after.parts.ally
      && after.parts.year == before.parts.year + 1
    {
      guard let a = before.abandonment, let b = after.abandonment, let c = before.entrapment,
        let d = after.entrapment
      else { continue }
      moves.append((b - a, d - c))
    }
    opposite = Proportion(
      moves.filter { $0.abandonment != 0 && $0.entrapment != 0 }
        .map { ($0.abandonment > 0) != ($0.entrapment > 0) })
    tauB = KendallTau.b(moves.map(\.abandonment), moves.map(\.entrapment))
  }
}
