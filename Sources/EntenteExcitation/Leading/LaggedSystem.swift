import EntenteNumerics
import Foundation

/// A vector autoregression of two series: each on its own past and the other's.
///
/// Formula: `z_t = c + Σ_l Φ_l z_{t−l} + e_t`, l = 1...p, by least squares.
struct LaggedSystem: Sendable {
  let lags: Int
  /// Periods whose own value and lags are all known.
  let rows: [Int]

  /// - Parameter deepest: rows must have this many lags known, so that fits of different order share
  ///   their sample.
  init(lags: Int, isKnown: [Bool], deepest: Int? = nil) {
    self.lags = lags
    let deepest = deepest ?? lags
    var run = 0
    var rows: [Int] = []
    for t in isKnown.indices {
      run = isKnown[t] ? run + 1 : 0
      if run > deepest { rows.append(t) }
    }
    self.rows = rows
  }

  /// Columns of one equation: 1, own lags, the other's lags.
  var width: Int { 1 + 2 * lags }

  /// The upper triangle of `[X y]ᵀ[X y]` for the equation of `target`, factored: `L` with
  /// `L Lᵀ` the product.
  ///
  /// The last row holds what each column explains after those before it, and the residual. The
  /// other's lags stand farthest first if so asked.
  private func factor(
    _ own: [Double], _ other: [Double], farthestFirst: Bool = false
  ) -> [Double]? {
    let size = width + 1
    var gram = [Double](repeating: 0, count: size * size)
    var row = [Double](repeating: 1, count: size)
    own.withUnsafeBufferPointer { own in
      other.withUnsafeBufferPointer { other in
        gram.withUnsafeMutableBufferPointer { gram in
          row.withUnsafeMutableBufferPointer { row in
            for t in rows {
              for l in 1...lags {
                row[l] = own[t - l]
                row[lags + l] = other[farthestFirst ? t - lags - 1 + l : t - l]
              }
              row[size - 1] = own[t]
              for a in 0..<size {
                let value = row[a]
                for b in 0...a { gram[a * size + b] += value * row[b] }
              }
            }
          }
        }
      }
    }
    return Self.cholesky(&gram, size: size) ? gram : nil
  }

  /// In place; false where a column is a combination of those before it.
  private static func cholesky(_ matrix: inout [Double], size: Int) -> Bool {
    matrix.withUnsafeMutableBufferPointer { matrix in
      for a in 0..<size {
        for b in 0...a {
          var value = matrix[a * size + b]
          for c in 0..<b { value -= matrix[a * size + c] * matrix[b * size + c] }
          if a == b {
            guard value > 1e-10 * max(1e-300, matrix[a * size + a]) else { return false }
            matrix[a * size + a] = value.squareRoot()
          } else {
            matrix[a * size + b] = value / matrix[b * size + b]
          }
        }
      }
      return true
    }
  }

  /// Whether the other's nearest lags help: `F = ((RSS₀ − RSS)/p) / (RSS/(n − 2 lags − 1))`, p of
  /// them tested.
  ///
  /// Nil for collinear lags or no degrees of freedom.
  ///
  /// - Complexity: O(*n* lags²).
  func statistic(own: [Double], other: [Double], tested: Int) -> Double? {
    let degrees = rows.count - width
    guard degrees > 0, let factor = factor(own, other, farthestFirst: true) else { return nil }
    let size = width + 1
    let last = (size - 1) * size
    var explained = 0.0
    for column in (width - tested)..<width {
      explained += factor[last + column] * factor[last + column]
    }
    let residual = factor[last + size - 1] * factor[last + size - 1]
    return explained / Double(tested) / (residual / Double(degrees))
  }

  /// An equation's coefficients, without the other's lags if asked; nil for collinear lags.
  func coefficients(own: [Double], other: [Double], restricted: Bool = false) -> [Double]? {
    guard let factor = factor(own, other) else { return nil }
    let size = width + 1
    let used = restricted ? 1 + lags : width
    var solution = [Double](repeating: 0, count: width)
    for a in stride(from: used - 1, through: 0, by: -1) {
      var value = factor[(size - 1) * size + a]
      for b in (a + 1)..<max(used, a + 1) { value -= factor[b * size + a] * solution[b] }
      solution[a] = value / factor[a * size + a]
    }
    return solution
  }

  /// What an equation leaves over in each row.
  func residuals(own: [Double], other: [Double], _ coefficients: [Double]) -> [Double] {
    rows.map { t in own[t] - predicted(own, other, coefficients, t) }
  }

  @inline(__always)
  func predicted(_ own: [Double], _ other: [Double], _ coefficients: [Double], _ t: Int) -> Double {
    var value = coefficients[0]
    for l in 1...lags {
      value += coefficients[l] * own[t - l] + coefficients[lags + l] * other[t - l]
    }
    return value
  }

  /// Covariance of an equation's coefficients that allows for changing spread and what correlation
  /// is left: Bartlett weights over `lag` periods, times n/(n − k) (Newey & West 1987).
  func covariance(own: [Double], other: [Double], residuals: [Double], lag: Int) -> [Double]? {
    let k = width
    let design = rows.map { t in
      [1] + (1...lags).map { own[t - $0] } + (1...lags).map { other[t - $0] }
    }
    var gram = [Double](repeating: 0, count: k * k)
    for row in design { for a in 0..<k { for b in 0..<k { gram[a * k + b] += row[a] * row[b] } } }
    guard let (inverse, _) = LinearAlgebra.inverse(positiveDefinite: gram, size: k) else {
      return nil
    }
    let scores = zip(design, residuals).map { row, e in row.map { $0 * e } }
    var middle = [Double](repeating: 0, count: k * k)
    for j in 0...min(lag, scores.count - 1) {
      let weight = j == 0 ? 0.5 : 1 - Double(j) / Double(lag + 1)
      for t in j..<scores.count {
        for a in 0..<k {
          for b in 0..<k {
            middle[a * k + b] +=
              weight * (scores[t][a] * scores[t - j][b] + scores[t - j][a] * scores[t][b])
          }
        }
      }
    }
    let half = LinearAlgebra.multiply(inverse, middle, rows: k, inner: k, columns: k)
    let scale = Double(rows.count) / Double(rows.count - k)
    return LinearAlgebra.multiply(half, inverse, rows: k, inner: k, columns: k).map { $0 * scale }
  }

  /// The order with the least AIC (corrected for few rows) of both equations together.
  static func order(_ values: [[Double]], isKnown: [Bool], atMost: Int) -> Int {
    var best = (order: 1, criterion: Double.infinity)
    for lags in 1...atMost {
      let system = LaggedSystem(lags: lags, isKnown: isKnown, deepest: atMost)
      let n = Double(system.rows.count)
      let k = Double(system.width)
      guard n > k + 3,
        let a = system.coefficients(own: values[0], other: values[1]),
        let b = system.coefficients(own: values[1], other: values[0])
      else { continue }
      let (e, f) = (
        system.residuals(own: values[0], other: values[1], a),
        system.residuals(own: values[1], other: values[0], b)
      )
      let (ee, ff) = (
        e.reduce(0) { $0 + $1 * $1 } / n, f.reduce(0) { $0 + $1 * $1 } / n
      )
      let ef = zip(e, f).reduce(0) { $0 + $1.0 * $1.1 } / n
      let determinant = ee * ff - ef * ef
      guard determinant > 0 else { continue }
      // Hurvich & Tsai 1993, for two equations of k coefficients.
      let criterion = n * log(determinant) + 2 * n * (2 * k + 3) / (n - k - 3)
      if criterion < best.criterion { best = (lags, criterion) }
    }
    return best.order
  }
}
