import EntenteNumerics

/// What the residuals of a segmentation say about the noise.
struct NoiseModel {
  /// `√(Σ e² / (n − m − 1))`.
  let residualSD: Double
  /// Lag-1 autocorrelation of the residuals.
  let autocorrelation: Double
  /// Long-run variance: n times the variance of a mean of n weeks, for large n.
  let longRunVariance: Double

  /// From residuals about segment means, `breaks` of them.
  ///
  /// Formula: AR(2) by least squares, coefficient sum s; `ω² = σ² (n/(n−3)) / (1 − s̃)²` with
  /// `s̃ = min(s + (1 + 3s)/n, 0.95)` for s > 0 (least squares underestimates s) and s itself
  /// otherwise.
  init(residuals: [Double], breaks: Int) {
    let n = residuals.count
    let squares = residuals.reduce(0) { $0 + $1 * $1 }
    residualSD = (squares / Double(max(1, n - breaks - 1))).squareRoot()
    var products = 0.0
    for t in 1..<n { products += residuals[t] * residuals[t - 1] }
    autocorrelation = squares > 0 ? products / squares : 0

    var (s11, s12, s22, c1, c2) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for t in 2..<n {
      let (y, a, b) = (residuals[t], residuals[t - 1], residuals[t - 2])
      s11 += a * a
      s12 += a * b
      s22 += b * b
      c1 += a * y
      c2 += b * y
    }
    let determinant = s11 * s22 - s12 * s12
    let (first, second) =
      determinant > 1e-12 * s11 * s22
      ? ((c1 * s22 - c2 * s12) / determinant, (c2 * s11 - c1 * s12) / determinant)
      : (s11 > 0 ? c1 / s11 : 0, 0)
    var innovations: [Double] = []
    innovations.reserveCapacity(n)
    for t in 2..<n {
      innovations.append(residuals[t] - first * residuals[t - 1] - second * residuals[t - 2])
    }
    let sum = first + second
    let corrected = sum > 0 ? min(sum + (1 + 3 * sum) / Double(n), 0.95) : sum
    let variance = Moments.variance(innovations) * Double(n) / Double(max(1, n - 3))
    longRunVariance = variance / ((1 - corrected) * (1 - corrected))
  }

  /// Values less the means of the segments between breaks.
  static func residuals(of values: [Double], breaks: [Int]) -> [Double] {
    var residuals = values
    for (start, end) in zip([0] + breaks, breaks + [values.count]) {
      let mean = Moments.mean(values[start..<end])
      for t in start..<end { residuals[t] -= mean }
    }
    return residuals
  }
}
