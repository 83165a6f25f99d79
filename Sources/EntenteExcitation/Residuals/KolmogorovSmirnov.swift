import Foundation

/// The largest distance between an observed distribution and a standard exponential.
public struct KolmogorovSmirnov: Hashable, Sendable {
  /// `D = sup |F_n(x) − (1 − exp(−x))|`.
  public let distance: Double
  public let n: Int

  /// Nil without values.
  ///
  /// - Complexity: O(*n* log *n*).
  public init?(exponential values: [Double]) {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let n = Double(sorted.count)
    var distance = 0.0
    for (k, value) in sorted.enumerated() {
      let expected = -expm1(-value)
      distance = max(distance, Double(k + 1) / n - expected, expected - Double(k) / n)
    }
    self.distance = distance
    self.n = sorted.count
  }

  /// Probability of a distance at least this large if the exponential were known beforehand.
  ///
  /// Formula: `2 Σ_{j≥1} (−1)^(j−1) exp(−2 j² x²)`, `x = D (√n + 0.12 + 0.11/√n)` (Stephens 1970).
  /// Parameters fitted to the same events make it too large: a small p is a misfit, a large one is
  /// no proof of a good fit. `ResidualTest` can replace it by a bootstrap.
  public var pValue: Double {
    let root = Double(n).squareRoot()
    let x = distance * (root + 0.12 + 0.11 / root)
    if x < 0.2 { return 1 }
    // Below 1 the other series of the theta function converges faster.
    if x < 1 {
      let scale = Double.pi * Double.pi / (8 * x * x)
      let sum = stride(from: 1.0, through: 9, by: 2).reduce(0) { $0 + exp(-$1 * $1 * scale) }
      return min(1, max(0, 1 - (2 * Double.pi).squareRoot() / x * sum))
    }
    var total = 0.0
    for j in 1...20 {
      let term = exp(-2 * Double(j * j) * x * x)
      total += j % 2 == 1 ? term : -term
    }
    return min(1, max(0, 2 * total))
  }
}
