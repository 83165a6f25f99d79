import EntenteNumerics
import Foundation

/// Mean effect over the 13 weeks from a date, by generalised least squares over the noise grid.
///
/// Regressors: a box over the 13 weeks and a step after it. The noise models are mixed by their
/// evidence, the regressors included; the variance holds the spread between them. Everything in the
/// scaled response's units.
package struct EffectEstimator: Sendable {
  package struct Effect: Sendable {
    package var mean: Double
    package var deviation: Double
    package var strength: Double { abs(mean / deviation) }
  }

  /// Half width of a 90% interval in deviations: the normal quantile.
  package static let quantile90 = 1.6448536269514722

  let grid: NoiseGrid
  let steps: [[Double]]
  let vectors: [[Double]]
  let squares: [Double]

  package init(_ response: WhitenedResponse, grid: NoiseGrid) {
    self.grid = grid
    vectors = response.vectors
    steps = response.vectors.map { ResponseShape.step.products(with: $0) }
    squares = response.squares
  }

  /// The effect from a week on, one of `TestableWeeks`.
  package func effect(from week: Int) -> Effect {
    let n = grid.weeks
    let after = week + EffectWindow.weeks
    let hasAfter = after < n
    var logWeights: [Double] = []
    var means: [Double] = []
    var variances: [Double] = []
    for (g, point) in grid.points.enumerated() {
      let afterSquare = hasAfter ? point.stepSquares[after] : 0
      let cross = hasAfter ? point.stepProducts[week] : 0
      // Gram matrix of the box and the step after it, and their products with the response.
      let a = point.stepSquares[week] - 2 * cross + afterSquare
      let b = cross - afterSquare
      let afterProduct = hasAfter ? steps[g][after] : 0
      let boxProduct = steps[g][week] - afterProduct
      let determinant = hasAfter ? a * afterSquare - b * b : a
      guard determinant > 0 else { continue }
      let mean =
        hasAfter ? (afterSquare * boxProduct - b * afterProduct) / determinant : boxProduct / a
      let other = hasAfter ? (a * afterProduct - b * boxProduct) / determinant : 0
      let freedom = Double(n - (hasAfter ? 3 : 2))
      let residual = max(squares[g] - mean * boxProduct - other * afterProduct, squares[g] * 1e-12)
      means.append(mean)
      variances.append(residual / freedom * (hasAfter ? afterSquare / determinant : 1 / a))
      logWeights.append(
        point.logNormalizer - 0.5 * log(determinant) - 0.5 * freedom * log(residual))
    }
    let total = LogSum.of(logWeights)
    let weights = logWeights.map { exp($0 - total) }
    let mean = zip(weights, means).reduce(0) { $0 + $1.0 * $1.1 }
    var variance = 0.0
    for i in means.indices {
      variance += weights[i] * (variances[i] + (means[i] - mean) * (means[i] - mean))
    }
    return Effect(mean: mean, deviation: variance.squareRoot())
  }

  /// `|mean / deviation|` of the effect from every testable week.
  package func strengths() -> [Double] {
    TestableWeeks.range(weeks: grid.weeks).map { effect(from: $0).strength }
  }
}
