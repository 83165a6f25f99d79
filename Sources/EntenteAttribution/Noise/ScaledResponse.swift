import EntenteNumerics

/// A response in units of its own weekly noise, common movement and outliers taken out.
package struct ScaledResponse: Sendable {
  /// One value per week, turned so that the claim predicts a rise.
  package let values: [Double]
  /// What one unit is in the response's own units.
  package let scale: Double
  /// +1, or −1 where the series was turned.
  package let sign: Double
  package let isDirected: Bool

  /// Nil if the series does not vary.
  package init?(_ response: AttributionInput.Response) {
    guard let own = Self.standardized(response.values) else { return nil }
    let sign = response.direction?.sign ?? 1
    let controls = response.controls.compactMap { Self.standardized($0)?.values }
    let clean = Self.withoutCommonMovement(own.values.map { sign * $0 }, controls: controls)
    values = Self.clipped(clean)
    scale = own.scale
    self.sign = sign
    isDirected = response.direction != nil
  }

  package init(values: [Double], scale: Double, sign: Double, isDirected: Bool) {
    self.values = values
    self.scale = scale
    self.sign = sign
    self.isDirected = isDirected
  }

  /// Centred by the median and divided by the spread about a 53-week running median.
  package static func standardized(_ series: [Double]) -> (values: [Double], scale: Double)? {
    let scale = RunningMedian.noiseScale(of: series)
    guard scale > 1e-12 * (1 + (series.map(abs).max() ?? 0)) else { return nil }
    let center = Moments.median(series)
    return (series.map { ($0 - center) / scale }, scale)
  }

  /// Less the weekly movement that it shares with the controls, by a ridge regression.
  ///
  /// Everything is taken about 53-week running medians: over months any two series seem related,
  /// and the regression would take a part of a lasting effect with it.
  private static func withoutCommonMovement(
    _ series: [Double], controls: [[Double]]
  ) -> [Double] {
    let weeks = Double(series.count)
    let weekly = aboutLevel(series)
    var result = series
    for component in components(of: controls.map(aboutLevel)) {
      var product = 0.0
      for (x, y) in zip(component, weekly) { product += x * y }
      let loading = product / (weeks + 60)
      for t in result.indices { result[t] -= loading * component[t] }
    }
    return result
  }

  private static func aboutLevel(_ series: [Double]) -> [Double] {
    zip(series, RunningMedian.of(series, width: 53)).map { $0 - $1 }
  }

  /// Up to three component scores of unit variance: one for every four controls.
  private static func components(of controls: [[Double]]) -> [[Double]] {
    let count = min(3, controls.count / 4)
    guard count > 0 else { return [] }
    let centered = controls.map { series in
      let m = Moments.mean(series)
      return series.map { $0 - m }
    }
    let n = controls.count
    var gram = [Double](repeating: 0, count: n * n)
    for i in 0..<n {
      for j in 0...i {
        var total = 0.0
        for t in centered[i].indices { total += centered[i][t] * centered[j][t] }
        gram[i * n + j] = total
        gram[j * n + i] = total
      }
    }
    guard let (values, vectors) = LinearAlgebra.eigen(symmetric: gram, size: n) else { return [] }
    return (1...count).compactMap { rank in
      let k = n - rank
      guard values[k] > 0 else { return nil }
      let norm = (Double(centered[0].count) / values[k]).squareRoot()
      return centered[0].indices.map { t in
        var total = 0.0
        for i in 0..<n { total += vectors[i * n + k] * centered[i][t] }
        return norm * total
      }
    }
  }

  /// Kept within three scaled MADs of the 13-week running median.
  private static func clipped(_ series: [Double]) -> [Double] {
    let level = RunningMedian.of(series, width: 13)
    let reach = 3 * Moments.scaledMAD(zip(series, level).map { $0 - $1 })
    guard reach > 0 else { return series }
    return zip(series, level).map { min(max($0, $1 - reach), $1 + reach) }
  }
}
