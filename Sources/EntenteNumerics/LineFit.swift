/// A straight line through points, with a standard error that allows for autocorrelation.
public struct LineFit: Hashable, Sendable {
  public let intercept: Double
  public let slope: Double
  /// The larger of the ordinary and the Newey-West standard error of the slope.
  public let slopeError: Double
  public let n: Int
  public let lag: Int

  /// Least squares of y on x, points in order of time; nil for fewer than 3 or equal x.
  ///
  /// Formula: Bartlett weights `1 − k/(lag+1)` on the products of scores, times `n/(n−2)` (Newey &
  /// West 1987). Residuals of few points hide their autocorrelation, hence the larger of the two.
  public init?(x: [Double], y: [Double], lag: Int) {
    precondition(x.count == y.count, "as many x as y")
    guard x.count >= 3 else { return nil }
    let (meanX, meanY) = (Moments.mean(x), Moments.mean(y))
    let spread = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    guard spread > 0 else { return nil }
    let slope = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) } / spread
    let residuals = zip(x, y).map { $0.1 - meanY - slope * ($0.0 - meanX) }
    let scores = zip(x, residuals).map { ($0.0 - meanX) * $0.1 }
    var middle = scores.reduce(0) { $0 + $1 * $1 }
    for k in 1..<max(1, min(lag, x.count - 1) + 1) {
      let weight = 1 - Double(k) / Double(lag + 1)
      for t in k..<scores.count { middle += 2 * weight * scores[t] * scores[t - k] }
    }
    let degrees = Double(x.count - 2)
    let newey = max(0, middle) / (spread * spread) * Double(x.count) / degrees
    let ordinary = residuals.reduce(0) { $0 + $1 * $1 } / degrees / spread
    self.slope = slope
    self.intercept = meanY - slope * meanX
    self.slopeError = max(newey, ordinary).squareRoot()
    self.n = x.count
    self.lag = lag
  }
}
