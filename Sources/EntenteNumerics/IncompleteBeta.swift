import Foundation

/// The beta and Student t distributions, for exact intervals of proportions and for small samples.
public enum IncompleteBeta {
  /// `I_x(a, b)`, the distribution function of Beta(a, b) at x.
  ///
  /// Formula: Lentz's continued fraction (Press et al. 2007, section 6.4). Accurate to about 1e-14.
  public static func cdf(_ x: Double, a: Double, b: Double) -> Double {
    precondition(a > 0 && b > 0, "a beta distribution needs positive shapes")
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let front = exp(
      lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    // The fraction converges fast on one side of the mean only.
    if x < (a + 1) / (a + b + 2) { return front * fraction(x, a, b) / a }
    return 1 - front * fraction(1 - x, b, a) / b
  }

  /// The value below which Beta(a, b) has this probability, by bisection.
  public static func quantile(_ probability: Double, a: Double, b: Double) -> Double {
    bisect(from: 0, to: 1) { cdf($0, a: a, b: b) < probability }
  }

  /// Distribution function of Student's t.
  public static func studentCDF(_ t: Double, degrees: Double) -> Double {
    let tail = 0.5 * cdf(degrees / (degrees + t * t), a: degrees / 2, b: 0.5)
    return t > 0 ? 1 - tail : tail
  }

  /// Quantile of Student's t, for any positive degrees of freedom.
  public static func studentQuantile(_ probability: Double, degrees: Double) -> Double {
    guard probability != 0.5 else { return 0 }
    // The upper tail through the beta quantile keeps precision where t is large.
    let tail = min(probability, 1 - probability)
    let x = quantile(2 * tail, a: degrees / 2, b: 0.5)
    let t = (degrees * (1 - x) / x).squareRoot()
    return probability < 0.5 ? -t : t
  }

  /// Where a monotone condition turns false, to the last bits that two doubles allow.
  static func bisect(from: Double, to: Double, _ isBelow: (Double) -> Bool) -> Double {
    var low = from
    var high = to
    for _ in 0..<200 {
      let middle = 0.5 * (low + high)
      if middle == low || middle == high { break }
      if isBelow(middle) { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func guarded(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / guarded(1 - (a + b) * x / (a + 1))
    var result = d
    for m in 1...10_000 {
      let k = Double(m)
      let even = k * (b - k) * x / ((a + 2 * k - 1) * (a + 2 * k))
      d = 1 / guarded(1 + even * d)
      c = guarded(1 + even / c)
      result *= d * c
      let odd = -(a + k) * (a + b + k) * x / ((a + 2 * k) * (a + 2 * k + 1))
      d = 1 / guarded(1 + odd * d)
      c = guarded(1 + odd / c)
      result *= d * c
      if abs(d * c - 1) < 1e-15 { break }
    }
    return result
  }
}
