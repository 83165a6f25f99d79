/// A change found in a series under some cost.
public struct DatedBreak: Sendable, Hashable, Codable {
  /// First place after the change.
  public let index: Int
  /// Hull of the highest-posterior-density set of that place, at the coverage asked for; nil where
  /// the noise was not estimated.
  public let interval: ClosedRange<Int>?
  public let direction: Break.Direction
  /// Level of the segments on either side: mean, median or rate, as the cost has it.
  public let before: Double
  public let after: Double
  /// Standard deviations of the values in the two segments.
  public let spreadBefore: Double
  public let spreadAfter: Double
  /// Interval of `after − before` where the cost has one.
  public let sizeInterval: ClosedRange<Double>?
  /// What the break takes off the cost, its neighbours held fixed.
  public let gain: Double
  /// Chance of a gain as large anywhere in a series without breaks.
  ///
  /// Corrected for the search over all dates, not for the number of breaks; nil where the noise was
  /// not estimated.
  public let pValue: Double?

  public var size: Double { after - before }
}
