import EntenteNumerics

/// Draws two series from an autoregression with the residuals that it left, both at once.
///
/// The two residuals of a period stay together, so that what moves both at once is not taken for a
/// lead; blocks longer than one period keep stretches of them in order.
struct ResidualBlocks: Sendable {
  let lags: Int
  /// Coefficients of each equation: constant, own lags, the other's lags.
  private(set) var equations: [[Double]]
  /// Residuals of both equations, by row, centred.
  let residuals: [[Double]]
  let block: Int

  init(lags: Int, equations: [[Double]], residuals: [[Double]], block: Int) {
    self.lags = lags
    self.block = max(1, min(block, residuals[0].count))
    let n = Double(residuals[0].count)
    // Residuals of a fit are smaller than the shocks that made them.
    let scale = (n / max(1, n - Double(1 + 2 * lags))).squareRoot()
    self.residuals = residuals.map { series in
      let mean = Moments.mean(series)
      return series.map { ($0 - mean) * scale }
    }
    self.equations = equations
    settle()
  }

  /// Draws in coefficients that would grow without end: `Φ_l → Φ_l (0.995/ρ)^l`.
  private mutating func settle() {
    let radius = Self.radius(equations, lags: lags)
    guard radius > 0.995 else { return }
    for side in 0..<2 {
      var factor = 1.0
      for l in 1...lags {
        factor *= 0.995 / radius
        equations[side][l] *= factor
        equations[side][lags + l] *= factor
      }
    }
  }

  /// Largest modulus of the companion matrix's eigenvalues.
  static func radius(_ equations: [[Double]], lags: Int) -> Double {
    let size = 2 * lags
    var companion = [Double](repeating: 0, count: size * size)
    for l in 1...lags {
      let from = 2 * (l - 1)
      companion[from] = equations[0][l]
      companion[from + 1] = equations[0][lags + l]
      companion[size + from] = equations[1][lags + l]
      companion[size + from + 1] = equations[1][l]
    }
    for row in 2..<max(2, size) { companion[row * size + row - 2] = 1 }
    guard let found = LinearAlgebra.eigen(general: companion, size: size) else { return 1 }
    return zip(found.real, found.imaginary).map { ($0 * $0 + $1 * $1).squareRoot() }.max() ?? 0
  }

  /// Two series of `count` periods, after as many again as it takes to forget the start.
  func draw(_ count: Int, _ stream: inout RandomStream) -> [[Double]] {
    let warm = 100 + lags
    let total = warm + count
    let rows = residuals[0].count
    var series = [[Double]](repeating: [Double](repeating: 0, count: total), count: 2)
    var at = 0
    var left = 0
    for t in lags..<total {
      if left == 0 {
        at = stream.integer(below: rows)
        left = block
      }
      for side in 0..<2 {
        let (own, other, phi) = (side, 1 - side, equations[side])
        var value = phi[0] + residuals[side][at]
        for l in 1...lags {
          value += phi[l] * series[own][t - l] + phi[lags + l] * series[other][t - l]
        }
        series[side][t] = value
      }
      at = at + 1 == rows ? 0 : at + 1
      left -= 1
    }
    return series.map { Array($0[warm...]) }
  }
}
