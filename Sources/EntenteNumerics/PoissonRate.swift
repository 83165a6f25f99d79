import Foundation

/// Exact interval for the rate of a Poisson count (Garwood 1936).
public enum PoissonRate {
  /// Rate per unit of exposure: `low` solves P(X >= count) = (1 − level)/2, `high` P(X <= count).
  ///
  /// Edge cases: count 0 has low 0.
  public static func interval(
    count: Int, exposure: Double, level: Double = 0.90
  ) -> (low: Double, high: Double) {
    precondition(count >= 0 && exposure > 0, "a count is not negative and its exposure positive")
    let tail = (1 - level) / 2
    let x = Double(count)
    let ceiling = x + 20 * (x + 1).squareRoot() + 40
    let low =
      count == 0
      ? 0 : IncompleteBeta.bisect(from: 0, to: ceiling) { upperTail($0, shape: x) < tail }
    let high = IncompleteBeta.bisect(from: 0, to: ceiling) {
      upperTail($0, shape: x + 1) < 1 - tail
    }
    return (low / exposure, high / exposure)
  }

  /// P(X >= shape) of a Poisson count with this mean: the regularised incomplete gamma function.
  static func upperTail(_ mean: Double, shape: Double) -> Double {
    guard mean > 0 else { return 0 }
    let front = exp(shape * log(mean) - mean - lgamma(shape))
    if mean < shape + 1 {
      var term = 1 / shape
      var sum = term
      var k = shape
      while abs(term) > 1e-17 * abs(sum) {
        k += 1
        term *= mean / k
        sum += term
      }
      return front * sum
    }
    // Lentz's continued fraction for the complement.
    let tiny = 1e-300
    var b = mean + 1 - shape
    var c = 1 / tiny
    var d = 1 / b
    var h = d
    for i in 1...100_000 {
      let a = -Double(i) * (Double(i) - shape)
      b += 2
      d = a * d + b
      d = 1 / (abs(d) < tiny ? tiny : d)
      c = b + a / c
      c = abs(c) < tiny ? tiny : c
      h *= c * d
      if abs(c * d - 1) < 1e-15 { break }
    }
    return 1 - front * h
  }
}
