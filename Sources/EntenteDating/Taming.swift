import EntenteNumerics

/// Transformations that keep the order of values and draw in long tails.
public enum Taming {
  /// `sign(x) √|x|`.
  public static func signedRoot(_ values: [Double]) -> [Double] {
    values.map { $0 < 0 ? -(-$0).squareRoot() : $0.squareRoot() }
  }

  /// Values drawn in to the median ± `multiple` scaled median absolute deviations.
  ///
  /// Pulses then weigh less than levels. Edge cases: a deviation of 0 (a value shared by more than
  /// half the weeks) leaves the values as they are.
  public static func clipped(_ values: [Double], multiple: Double) -> [Double] {
    let median = Moments.median(values)
    let reach = multiple * Moments.scaledMAD(values)
    guard reach > 0 else { return values }
    return values.map { min(median + reach, max(median - reach, $0)) }
  }

  /// `sign(y) y²`, the inverse of ``signedRoot(_:)``.
  public static func signedSquare(_ values: [Double]) -> [Double] {
    values.map { $0 * abs($0) }
  }
}
