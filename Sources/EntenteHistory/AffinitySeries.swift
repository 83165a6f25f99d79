public import EntenteRecord

/// A pair's weekly values, weeks without data left out.
public struct AffinitySeries: Hashable, Sendable {
  /// What the values are.
  public enum Reading: String, Codable, Sendable {
    /// Plain sums of scores.
    case sum
    /// 10⁴ × share of the world's volume.
    case share
    /// Signed square root of the share.
    case tamed
    /// Tamed share less actor effects: relative affinity.
    case adjusted
  }

  public let dyad: Dyad
  public let reading: Reading
  /// Mondays, in order; gaps where a week has no data.
  public let weeks: [Day]
  public let values: [Double]
  /// Days with data of each week, 1...7.
  public let days: [Int]

  public init(dyad: Dyad, reading: Reading, weeks: [Day], values: [Double], days: [Int]) {
    precondition(weeks.count == values.count && weeks.count == days.count)
    self.dyad = dyad
    self.reading = reading
    self.weeks = weeks
    self.values = values
    self.days = days
  }

  /// The weeks that belong to a span.
  public func clipped(to span: Span) -> AffinitySeries {
    let kept = weeks.indices.filter { span.holds(week: weeks[$0]) }
    return AffinitySeries(
      dyad: dyad, reading: reading, weeks: kept.map { weeks[$0] }, values: kept.map { values[$0] },
      days: kept.map { days[$0] })
  }
}
