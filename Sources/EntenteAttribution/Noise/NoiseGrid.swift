import EntenteNumerics
import Foundation

/// The noise models that a dyad's momentum is averaged over, for one window of weeks.
///
/// Covariance: `(1 − a − b) D + a·0.7^|i−j| + b·0.98^|i−j|`, `D = diag((7/days)^0.32)`, with a in
/// {0, 0.15, 0.3, 0.5} and b in {0, 0.05, 0.15, 0.35}: weekly noise, months of momentum, and a slow
/// drift. It depends on the days with data alone: build it once and use it for every dyad.
///
/// - Complexity: O(16 *n*³) to build; 16 *n*² numbers (13 MB for 321 weeks).
public struct NoiseGrid: Sendable {
  public let days: [Int]
  package let points: [NoisePoint]
  package var weeks: Int { days.count }

  public init(days: [Int], threads: Int = 1) {
    self.days = days
    let fast = [0, 0.15, 0.3, 0.5]
    let slow = [0, 0.05, 0.15, 0.35]
    points = Parallel.map(fast.count * slow.count, threads: threads) { i in
      NoisePoint(days: days, fast: fast[i % fast.count], slow: slow[i / fast.count])
    }.compactMap { $0 }
  }

  /// The point used where one noise model is enough (breadth over the controls).
  package var reference: NoisePoint? { points.first { $0.fast == 0.15 && $0.slow == 0.05 } }
}

/// One noise model, with all that can be computed before a series is seen.
package struct NoisePoint: Sendable {
  package let fast: Double
  package let slow: Double
  /// `Σ⁻¹ − Σ⁻¹1 1'Σ⁻¹ / 1'Σ⁻¹1`: whitening with the constant projected out, row-major.
  package let projector: [Double]
  /// Log evidence of "nothing happened", up to `−(n−1)/2 log y'Py`.
  package let logNormalizer: Double
  /// `x'Px` for each shape and onset.
  package let squares: [[Double]]
  /// `S_t'P S_t` and `S_t'P S_{t+13}` for steps S at t.
  package let stepSquares: [Double]
  package let stepProducts: [Double]

  init?(days: [Int], fast: Double, slow: Double) {
    let n = days.count
    guard n > 0,
      let (inverse, logDeterminant) = LinearAlgebra.inverse(
        positiveDefinite: Self.covariance(days: days, fast: fast, slow: slow), size: n)
    else { return nil }
    self.fast = fast
    self.slow = slow
    let sums = (0..<n).map { i in Moments.sum(inverse[(i * n)..<(i * n + n)]) }
    let total = Moments.sum(sums)
    var projector = inverse
    for i in 0..<n { for j in 0..<n { projector[i * n + j] -= sums[i] * sums[j] / total } }
    self.projector = projector
    logNormalizer =
      -0.5 * logDeterminant - 0.5 * log(total) + (slow == 0.35 ? log(0.7) : 0)
    squares = ResponseShape.allCases.map { Self.squares(of: $0, projector, size: n) }
    (stepSquares, stepProducts) = Self.stepTable(projector, size: n)
  }

  package static func covariance(days: [Int], fast: Double, slow: Double) -> [Double] {
    let n = days.count
    let fastPowers = (0..<n).map { fast * pow(0.7, Double($0)) }
    let slowPowers = (0..<n).map { slow * pow(0.98, Double($0)) }
    var matrix = [Double](repeating: 0, count: n * n)
    for i in 0..<n {
      for j in 0..<n { matrix[i * n + j] = fastPowers[abs(i - j)] + slowPowers[abs(i - j)] }
      // A week without data weighs next to nothing.
      let weekly = days[i] > 0 ? pow(7 / Double(days[i]), 0.32) : 1e4
      matrix[i * n + i] += (1 - fast - slow) * weekly
    }
    return matrix
  }

  private static func squares(
    of shape: ResponseShape, _ projector: [Double], size n: Int
  ) -> [Double] {
    let weights = (0..<n).map(shape.value(after:))
    var result = [Double](repeating: 0, count: n)
    for i in 0..<n {
      let row = shape.products(with: Array(projector[(i * n)..<(i * n + n)]))
      for t in 0...i { result[t] += weights[i - t] * row[t] }
    }
    return result
  }

  private static func stepTable(
    _ projector: [Double], size n: Int
  ) -> (squares: [Double], products: [Double]) {
    var squares = [Double](repeating: 0, count: n)
    var products = [Double](repeating: 0, count: n)
    var below = [Double](repeating: 0, count: n)
    for t in stride(from: n - 1, through: 0, by: -1) {
      let row = ResponseShape.step.products(with: Array(projector[(t * n)..<(t * n + n)]))
      for u in 0..<n { below[u] += row[u] }
      squares[t] = below[t]
      if t + EffectWindow.weeks < n { products[t] = below[t + EffectWindow.weeks] }
    }
    return (squares, products)
  }
}

/// The weeks over which an effect is averaged: a quarter of a year.
package enum EffectWindow {
  package static let weeks = 13
}
