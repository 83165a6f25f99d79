import Foundation

/// Means, quantiles and the normal distribution, each written once.
public enum Moments {
  /// Sum in index order.
  @inlinable
  public static func sum(_ values: some Sequence<Double>) -> Double { values.reduce(0, +) }

  /// NaN for an empty collection.
  public static func mean(_ values: some Collection<Double>) -> Double {
    sum(values) / Double(values.count)
  }

  /// Variance with divisor n − 1; NaN for fewer than two values.
  public static func variance(_ values: some Collection<Double>) -> Double {
    let m = mean(values)
    return values.reduce(0) { $0 + ($1 - m) * ($1 - m) } / Double(values.count - 1)
  }

  public static func standardDeviation(_ values: some Collection<Double>) -> Double {
    variance(values).squareRoot()
  }

  /// Quantile of sorted values by linear interpolation (type 7 of Hyndman & Fan 1996).
  public static func quantile(_ probability: Double, ofSorted values: [Double]) -> Double {
    guard let last = values.last else { return .nan }
    let position = probability * Double(values.count - 1)
    let lower = Int(position.rounded(.down))
    guard lower + 1 < values.count else { return last }
    return values[lower] + (position - Double(lower)) * (values[lower + 1] - values[lower])
  }

  public static func quantile(_ probability: Double, of values: some Sequence<Double>) -> Double {
    quantile(probability, ofSorted: values.sorted())
  }

  public static func median(_ values: some Sequence<Double>) -> Double {
    quantile(0.5, of: values)
  }

  /// Median absolute deviation times 1.4826, which estimates a normal's standard deviation.
  public static func scaledMAD(_ values: some Collection<Double>) -> Double {
    let m = median(values)
    return 1.4826 * median(values.map { abs($0 - m) })
  }

  /// Standard normal distribution function.
  public static func normalCDF(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

  /// log Φ(x), accurate far in the left tail.
  public static func logNormalCDF(_ x: Double) -> Double {
    if x > -10 { return log(normalCDF(x)) }
    // Asymptotic series of Mills' ratio.
    let s = 1 / (x * x)
    return -0.5 * x * x - 0.5 * log(2 * Double.pi) - log(-x)
      + log(1 - s * (1 - 3 * s * (1 - 5 * s)))
  }
}
