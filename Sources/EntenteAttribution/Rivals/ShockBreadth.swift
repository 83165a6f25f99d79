import EntenteNumerics
import Foundation

/// How broadly the unrelated dyads moved at one date.
package enum ShockBreadth {
  /// Mean over the controls of their evidence at the week, against every fifth week as placebo.
  ///
  /// `(mean logBF(week) − median over placebo weeks) / scaled MAD`, in either direction, one effect
  /// size (1 SD), one noise model; kept within −3...12. Nil with fewer than five controls.
  package static func score(
    of week: Int, controls: [[Double]], grid: NoiseGrid
  ) -> Double? {
    guard controls.count >= 5, let point = grid.reference else { return nil }
    let n = grid.weeks
    let weeks = TestableWeeks.range(weeks: n)
    guard weeks.contains(week) else { return nil }
    let placebo = weeks.filter { ($0 - week) % 5 == 0 && abs($0 - week) > 8 }
    var sums = [Double](repeating: 0, count: placebo.count + 1)
    for control in controls {
      let vector = LinearAlgebra.multiply(point.projector, rows: n, columns: n, control)
      let square = zip(vector, control).reduce(0.0) { $0 + $1.0 * $1.1 }
      guard square > 0 else { continue }
      let factor = LogBayesFactor(square: square, freedom: n - 1, isDirected: false)
      let products = ResponseShape.allCases.map { $0.products(with: vector) }
      for (i, t) in ([week] + placebo).enumerated() {
        var terms: [Double] = []
        for lag in 0...2 {
          for s in products.indices {
            let square = point.squares[s][t + lag]
            terms.append(factor.value(size: 1, product: products[s][t + lag], square: square))
          }
        }
        sums[i] += LogSum.of(terms) - log(Double(terms.count))
      }
    }
    let others = Array(sums.dropFirst())
    let spread = Moments.scaledMAD(others)
    guard spread > 0 else { return nil }
    return min(max((sums[0] - Moments.median(others)) / spread, -3), 12)
  }
}
