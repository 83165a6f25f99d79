import EntenteNumerics
import Foundation

/// Weeks in which a cause can be looked for: enough of the series on both sides.
package enum TestableWeeks {
  package static func range(weeks: Int) -> Range<Int> { 20..<max(20, weeks - 8) }
}

/// A scaled response seen through every noise model.
package struct WhitenedResponse: Sendable {
  /// For each noise model `Py`, `y'Py` and the log of its posterior weight.
  package let vectors: [[Double]]
  package let squares: [Double]
  package let logWeights: [Double]
  package let isDirected: Bool

  package init(_ response: ScaledResponse, grid: NoiseGrid) {
    let n = grid.weeks
    let y = response.values
    vectors = grid.points.map {
      LinearAlgebra.multiply($0.projector, rows: n, columns: n, y)
    }
    let squares = vectors.map { v in
      max(zip(v, y).reduce(0.0) { $0 + $1.0 * $1.1 }, .leastNormalMagnitude)
    }
    self.squares = squares
    let logEvidence = zip(grid.points, squares).map { point, square in
      point.logNormalizer - 0.5 * Double(n - 1) * log(square)
    }
    let total = LogSum.of(logEvidence)
    logWeights = logEvidence.map { $0 - total }
    isDirected = response.isDirected
  }
}

/// Evidence that something began in a week, for every testable week.
///
/// `L(t)`: log Bayes factor against "nothing happened", averaged (in probability) over effect sizes
/// {0.5, 1, 2} SD, noise models, the four shapes, and onsets 0, 1 and 2 weeks later.
package struct EvidenceCurve: Sendable {
  package let weeks: Range<Int>
  /// One value for each week of `weeks`.
  package let values: [Double]

  package init(weeks: Range<Int>, values: [Double]) {
    self.weeks = weeks
    self.values = values
  }

  package init(_ response: WhitenedResponse, grid: NoiseGrid) {
    weeks = TestableWeeks.range(weeks: grid.weeks)
    let onsets = weeks.lowerBound..<min(weeks.upperBound + 2, grid.weeks)
    let shapes = ResponseShape.allCases
    let width = grid.points.count * shapes.count * LogBayesFactor.sizes.count
    var terms = [Double](repeating: 0, count: onsets.count * width)
    var column = 0
    for (g, point) in grid.points.enumerated() {
      let factor = LogBayesFactor(
        square: response.squares[g], freedom: grid.weeks - 1, isDirected: response.isDirected)
      for (s, shape) in shapes.enumerated() {
        let products = shape.products(with: response.vectors[g])
        for (size, _) in LogBayesFactor.sizes.enumerated() {
          for (row, t) in onsets.enumerated() {
            terms[row * width + column] =
              response.logWeights[g]
              + factor.value(size: size, product: products[t], square: point.squares[s][t])
          }
          column += 1
        }
      }
    }
    let averaging = log(Double(shapes.count * LogBayesFactor.sizes.count))
    let byOnset = onsets.indices.map { i -> Double in
      let row = i - onsets.lowerBound
      return LogSum.of(terms[(row * width)..<((row + 1) * width)]) - averaging
    }
    values = weeks.indices.map { t -> Double in
      let lags = byOnset[(t - onsets.lowerBound)..<min(t - onsets.lowerBound + 3, byOnset.count)]
      return LogSum.of(lags) - log(Double(lags.count))
    }
  }

  package subscript(week: Int) -> Double { values[week - weeks.lowerBound] }

  /// `−log((1 + #{t: L(t) ≥ L(week)}) / (1 + weeks))`: about 1 on average if nothing happened.
  package func placeboScore(of week: Int) -> Double {
    let own = self[week]
    var reached = 0
    for value in values where value >= own { reached += 1 }
    return -log(Double(1 + reached) / Double(1 + values.count))
  }

  /// Several dyads that must move together: log Bayes factors add.
  package static func sum(_ curves: [EvidenceCurve]) -> EvidenceCurve {
    let first = curves[0]
    return EvidenceCurve(
      weeks: first.weeks,
      values: first.values.indices.map { i in curves.reduce(0) { $0 + $1.values[i] } })
  }
}

/// Bayes factor of an effect with a normal prior, noise variance integrated out approximately.
///
/// `−½ log(1 + G x'x) − n/2 log(1 − G (x'y)² / ((1 + G x'x) y'y))`, `G = size² n / y'y`; with a
/// known direction plus `log 2Φ(z)`, z the root of twice the second term with the sign of x'y.
package struct LogBayesFactor {
  package static let sizes = [0.5, 1, 2]

  private let square: Double
  private let half: Double
  private let ratios: [Double]
  private let isDirected: Bool

  init(square: Double, freedom: Int, isDirected: Bool) {
    self.square = square
    half = 0.5 * Double(freedom)
    let variance = square / Double(freedom)
    ratios = Self.sizes.map { $0 * $0 / variance }
    self.isDirected = isDirected
  }

  @inline(__always)
  func value(size: Int, product: Double, square regressor: Double) -> Double {
    let ratio = ratios[size]
    let spread = 1 + ratio * regressor
    let explained = min(ratio * product * product / (spread * square), 1 - 1e-12)
    let gain = -half * log(1 - explained)
    var result = -0.5 * log(spread) + gain
    if isDirected {
      // The effect's posterior is Student's t; this normal score has the tail that cancels `gain`.
      let z = product < 0 ? -(2 * gain).squareRoot() : (2 * gain).squareRoot()
      result += z > 6 ? log2 : log2 + Moments.logNormalCDF(z)
    }
    return result
  }

  private var log2: Double { 0.6931471805599453 }
}

/// log Σ exp, safe for large numbers.
package enum LogSum {
  package static func of(_ values: some Collection<Double>) -> Double {
    var top = -Double.infinity
    for value in values where value > top { top = value }
    guard top > -.infinity else { return top }
    var total = 0.0
    for value in values { total += exp(value - top) }
    return top + log(total)
  }
}
