extension Estimate {
  /// This estimate less an independent one; errors add in squares, side by side.
  ///
  /// No interval where either has none.
  public func less(_ other: Estimate) -> Estimate {
    let difference = value - other.value
    guard let low, let high, let otherLow = other.low, let otherHigh = other.high else {
      return Estimate(
        value: difference, n: n + other.n,
        method: "difference of two changes, too few for an interval")
    }
    func root(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    return Estimate(
      value: difference, low: difference - root(value - low, otherHigh - other.value),
      high: difference + root(high - value, other.value - otherLow), level: level,
      n: n + other.n, method: "difference of two changes, errors added in squares")
  }
}
