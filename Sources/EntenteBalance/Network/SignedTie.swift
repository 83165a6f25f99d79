/// What two actors are to each other: the positive and the negative weight of their ties, kept apart.
///
/// In a directed network the arcs of both directions are added.
public struct SignedTie: Hashable, Sendable {
  /// Positions of the actors in the network's names, the smaller first.
  public let first: Int
  public let second: Int
  /// Both are 0 or more, and one of them is more.
  public let positive: Double
  public let negative: Double

  /// What remains when the weights are set against each other.
  public var net: Double { positive - negative }
}
