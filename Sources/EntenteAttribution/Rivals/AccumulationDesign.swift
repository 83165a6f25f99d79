import EntenteNumerics
import Foundation

/// The candidates acting together: each adds the same amount to a total that fades.
///
/// `Z(t) = Σ_k exp(−(t − t_k)/τ)`, scaled to a peak of 1, τ in {13, 26, 52, 77} weeks. How fast it
/// fades cannot be told from the series, so τ is averaged over and never reported.
package struct AccumulationDesign: Sendable {
  private static let fading = [13.0, 26, 52, 77]

  private let candidates: [Int]
  private let scales: [Double]
  /// `Z'PZ` for each noise model and τ.
  private let squares: [[Double]]

  package init(candidates: [Int], grid: NoiseGrid) {
    let n = grid.weeks
    self.candidates = candidates
    let totals = Self.fading.map { Self.total(candidates: candidates, fading: $0, weeks: n) }
    let peaks = totals.map { $0.max() ?? 1 }
    scales = peaks.map { 1 / $0 }
    let columns = totals.count
    var design = [Double](repeating: 0, count: n * columns)
    for (k, total) in totals.enumerated() {
      for t in 0..<n { design[t * columns + k] = total[t] / peaks[k] }
    }
    squares = grid.points.map { point in
      let product = LinearAlgebra.multiply(
        point.projector, design, rows: n, inner: n, columns: columns)
      var result = [Double](repeating: 0, count: columns)
      for i in design.indices { result[i % columns] += design[i] * product[i] }
      return result
    }
  }

  package static func total(candidates: [Int], fading: Double, weeks: Int) -> [Double] {
    (0..<weeks).map { t in
      candidates.reduce(0) { $0 + ($1 <= t ? exp(-Double(t - $1) / fading) : 0) }
    }
  }

  /// Log Bayes factor against "nothing happened".
  package func logBayesFactor(_ response: WhitenedResponse, grid: NoiseGrid) -> Double {
    var terms: [Double] = []
    for g in grid.points.indices {
      let factor = LogBayesFactor(
        square: response.squares[g], freedom: grid.weeks - 1, isDirected: response.isDirected)
      for (k, fading) in Self.fading.enumerated() {
        let sums = ResponseShape.decayProducts(
          with: response.vectors[g], factor: exp(-1 / fading))
        let product = scales[k] * candidates.reduce(0) { $0 + sums[$1] }
        for size in LogBayesFactor.sizes.indices {
          terms.append(
            response.logWeights[g]
              + factor.value(size: size, product: product, square: squares[g][k]))
        }
      }
    }
    return LogSum.of(terms) - log(Double(Self.fading.count * LogBayesFactor.sizes.count))
  }
}
