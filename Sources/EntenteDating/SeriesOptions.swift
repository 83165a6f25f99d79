/// How one series is cut.
public struct SeriesOptions: Sendable, Hashable, Codable {
  /// How the number of breaks is decided.
  public enum Price: Sendable, Hashable, Codable {
    /// By a penalty from the series' own noise.
    case automatic
    /// By a given penalty of each break.
    case penalty(Double)
    /// It is given.
    case breaks(Int)
  }

  /// Name of a cost of the catalog.
  public var cost = "mean"
  public var price = Price.automatic
  /// Fewest values of a segment; nil for 8 with an automatic price, else for the least of the cost.
  public var minimumSegment: Int?
  /// Coverage of the intervals.
  public var coverage = 0.90
  /// γ of the kernel cost; nil for one over the median squared difference.
  public var gamma: Double?
  /// Bootstrap series.
  public var draws = 999

  /// Longest series whose noise is resampled; above it breaks have no p-value, and intervals under
  /// the mean cost alone.
  public static let longestResampled = 2000
  /// Longest series with an automatic price under the mean cost, whose search is the fastest.
  public static let longestPriced = 10_000
  /// Longest series that is searched in time that grows with the square of its length.
  public static let longestSquare = 60_000
  /// Least length of a segment with an automatic price.
  public static let automaticSegment = 8

  public init() {}
}
