/// Counts and sums of some events, exact: any division of the events gives the same total.
///
/// Scores are summed as whole thousandths, so no order of adding changes a digit. The published
/// scores have one decimal; one with more than three would be rounded.
public struct Tally: Hashable, Sendable {
  /// Number of events.
  public var count = 0
  /// Of these, events that have a score.
  public var scored = 0
  /// Sum of the scores above 0, in thousandths.
  public var positive = 0
  /// Sum of the scores below 0, in thousandths; 0 or less.
  public var negative = 0
  /// Sum of the squared scores, in millionths.
  public var squares = 0

  public init() {}

  /// Sum of the scores.
  public var sum: Double { Double(positive + negative) / 1000 }

  /// Mean score; nil where no event has one.
  public var mean: Double? { scored == 0 ? nil : sum / Double(scored) }

  /// Standard deviation of the scores (divisor n − 1); nil below two.
  public var deviation: Double? {
    guard scored > 1 else { return nil }
    let n = Double(scored)
    let variance = (Double(squares) / 1e6 - sum * sum / n) / (n - 1)
    return max(0, variance).squareRoot()
  }

  public static func + (left: Tally, right: Tally) -> Tally {
    var total = left
    total += right
    return total
  }

  public static func += (left: inout Tally, right: Tally) {
    left.count += right.count
    left.scored += right.scored
    left.positive += right.positive
    left.negative += right.negative
    left.squares += right.squares
  }

  /// Adds one event.
  ///
  /// A score that is missing, or that no scale has (beyond two million), is none.
  @inline(__always)
  mutating func add(_ score: Float) {
    count &+= 1
    // False for NaN, too.
    guard score.magnitude <= 2_000_000 else { return }
    let thousandths = Int(score * 1000 + (score < 0 ? -0.5 : 0.5))
    scored &+= 1
    if thousandths > 0 { positive &+= thousandths } else { negative &+= thousandths }
    squares &+= thousandths &* thousandths
  }
}
