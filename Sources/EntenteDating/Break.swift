/// A change of the level of a series, with the uncertainty of its date and size.
public struct Break: Sendable, Hashable, Codable {
  public enum Direction: Int, Sendable, Hashable, Codable {
    case down = -1
    case up = 1
  }

  /// First index after the change.
  public let index: Int
  /// Hull of the highest-posterior-density set of that index, at the coverage asked for.
  public let interval: ClosedRange<Int>
  /// Mean level before and after, episodes left out.
  public let before: Double
  public let after: Double
  /// Interval of `after − before`; it takes in the doubt about the date.
  public let sizeInterval: ClosedRange<Double>
  /// `(after − before)` over the residual standard deviation; nil if nothing is left over.
  public let sizeInSD: Double?
  /// Weeks between the two levels that belong to neither: the change went through an episode.
  public let transition: Range<Int>?
  /// Posterior probability of each index from `massStart` on.
  public let massStart: Int
  public let mass: [Double]

  public var size: Double { after - before }
  public var direction: Direction { size < 0 ? .down : .up }
}
