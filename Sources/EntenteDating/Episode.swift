/// A stretch off the level of its surroundings, which are alike before and after it.
public struct Episode: Sendable, Hashable, Codable {
  /// The change into the episode and the change out of it.
  public let start: Break
  public let end: Break
  /// Mean level of the episode's weeks.
  public let level: Double
  /// Mean level of the surroundings.
  public let surroundings: Double

  public var weeks: Range<Int> { start.index..<max(start.index, end.index) }
  public var size: Double { level - surroundings }
}
