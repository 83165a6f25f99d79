/// How much of the long-run variance blocks of a given length miss.
enum BlockShortfall {
  /// Autocorrelation that shifts of level leave almost untouched.
  ///
  /// Formula: `φ = Σ (y_t − y_{t−2})² / Σ (y_t − y_{t−1})² − 1`, both as means: 1 + φ for an AR(1).
  /// A shift enters one difference of the first kind and two of the second, not every product as in
  /// the usual estimate. Clipped to 0...0.8.
  static func autocorrelation(_ values: [Double]) -> Double {
    let n = values.count
    var (first, second) = (0.0, 0.0)
    for t in 1..<n { first += (values[t] - values[t - 1]) * (values[t] - values[t - 1]) }
    for t in 2..<n { second += (values[t] - values[t - 2]) * (values[t] - values[t - 2]) }
    guard first > 0 else { return 0 }
    let ratio = (second / Double(n - 2)) / (first / Double(n - 1))
    return min(0.8, max(0, ratio - 1))
  }

  /// Long-run variance of an AR(1) over that of its circular blocks of `length`, 1 or more.
  ///
  /// Formula: `((1 + φ)/(1 − φ)) / (1 + 2 Σ_{k<b} (1 − k/b) φ^k)`.
  static func factor(autocorrelation: Double, length: Int) -> Double {
    var kept = 1.0
    var power = 1.0
    for lag in 1..<max(2, length) {
      power *= autocorrelation
      kept += 2 * (1 - Double(lag) / Double(length)) * power
    }
    return (1 + autocorrelation) / (1 - autocorrelation) / kept
  }
}
