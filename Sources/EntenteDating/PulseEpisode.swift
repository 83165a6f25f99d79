/// A short stretch in which a pair stood out from its own history while its neighbours did too. [C]
public struct PulseEpisode: Sendable, Hashable, Codable {
  /// The most unusual week of the stretch.
  public let index: Int
  public let weeks: Range<Int>
  public let direction: Break.Direction
  /// Sum over the stretch of the series less its median.
  public let size: Double
  /// Chance that any week of a pair without episodes comes as far.
  public let pValue: Double
  /// Expected share of chance finds among the episodes that come as far as this one.
  public let falseShare: Double
}
