public import EntenteNumerics
import Foundation

/// What a dyad's series would have been over the 13 weeks from a date, had its own noise gone on.
///
/// Each week of the window is a free parameter, and so is a step after it; level and noise come from
/// all other weeks: `ŷ_t = E(y_t | weeks before the date and after the window)`, over the 16 noise
/// models by their evidence. So nothing is assumed about the shape of the effect, and a lasting shift
/// after the window does not pull the path.
public struct CounterfactualPath: Sendable, Codable, Equatable {
  /// First week of the window, as an index.
  public var week: Int
  /// The series in SD of its weekly noise, common movement and outliers taken out.
  public var observed: [Double]
  public var expected: [Double]
  /// Ends of the 90% band in which the week would have been found.
  public var low: [Double]
  public var high: [Double]
  /// Mean of observed less expected, with a 90% interval.
  public var meanGap: Estimate
}

extension EffectEstimator {
  /// Gaps of each week from a date on and their mean; deviations are of the prediction.
  package struct Gaps: Sendable {
    package var values: [Double]
    package var deviations: [Double]
    package var mean: Double
    package var deviation: Double
  }

  /// The gaps of the 13 weeks from a week on, one of `TestableWeeks`.
  ///
  /// - Complexity: O(16 · 14³).
  package func gaps(from week: Int) -> Gaps {
    let n = grid.weeks
    let after = week + EffectWindow.weeks
    let window = Array(week..<min(after, n))
    let size = window.count + (after < n ? 1 : 0)
    var logWeights: [Double] = []
    var found: [(values: [Double], covariance: [Double])] = []
    for (g, point) in grid.points.enumerated() {
      var gram = [Double](repeating: 0, count: size * size)
      var products = window.map { vectors[g][$0] }
      for (i, a) in window.enumerated() {
        for (j, b) in window.enumerated() { gram[i * size + j] = point.projector[a * n + b] }
      }
      if after < n {
        let last = size - 1
        for (i, a) in window.enumerated() {
          let cross = Moments.sum(point.projector[(a * n + after)..<(a * n + n)])
          gram[i * size + last] = cross
          gram[last * size + i] = cross
        }
        gram[size * size - 1] = point.stepSquares[after]
        products.append(steps[g][after])
      }
      guard
        let (inverse, logDeterminant) = LinearAlgebra.inverse(positiveDefinite: gram, size: size)
      else { continue }
      let values = LinearAlgebra.multiply(inverse, rows: size, columns: size, products)
      let explained = zip(values, products).reduce(0) { $0 + $1.0 * $1.1 }
      let freedom = Double(n - 1 - size)
      let residual = max(squares[g] - explained, squares[g] * 1e-12)
      found.append((values, inverse.map { $0 * residual / freedom }))
      logWeights.append(
        point.logNormalizer - 0.5 * logDeterminant - 0.5 * freedom * log(residual))
    }
    let total = LogSum.of(logWeights)
    let weights = logWeights.map { exp($0 - total) }
    func mixture(_ mean: (Int) -> Double, _ variance: (Int) -> Double) -> (Double, Double) {
      let center = weights.indices.reduce(0) { $0 + weights[$1] * mean($1) }
      let spread = weights.indices.reduce(0) { sum, g in
        sum + weights[g] * (variance(g) + (mean(g) - center) * (mean(g) - center))
      }
      return (center, max(spread, 0).squareRoot())
    }
    let weekly = window.indices.map { i in
      mixture({ found[$0].values[i] }, { found[$0].covariance[i * size + i] })
    }
    let count = Double(window.count)
    let whole = mixture(
      { g in window.indices.reduce(0) { $0 + found[g].values[$1] } / count },
      { g in
        window.indices.reduce(0) { sum, i in
          window.indices.reduce(sum) { $0 + found[g].covariance[i * size + $1] }
        } / (count * count)
      })
    return Gaps(
      values: weekly.map(\.0), deviations: weekly.map(\.1), mean: whole.0, deviation: whole.1)
  }
}

extension CounterfactualPath {
  /// The path of a response from a week on, in its own direction.
  init(of response: PreparedResponse, from week: Int) {
    let gaps = response.effects.gaps(from: week)
    let sign = response.scaled.sign
    let quantile = EffectEstimator.quantile90
    self.week = week
    observed = gaps.values.indices.map { sign * response.scaled.values[week + $0] }
    expected = zip(observed, gaps.values).map { $0 - sign * $1 }
    low = zip(expected, gaps.deviations).map { $0 - quantile * $1 }
    high = zip(expected, gaps.deviations).map { $0 + quantile * $1 }
    let (mean, half) = (sign * gaps.mean, quantile * gaps.deviation)
    meanGap = Estimate(
      value: mean, low: mean - half, high: mean + half, n: gaps.values.count,
      probabilityPositive: Moments.normalCDF(mean / gaps.deviation),
      method: "mean gap to the path that 16 noise models expect from all other weeks")
  }
}
