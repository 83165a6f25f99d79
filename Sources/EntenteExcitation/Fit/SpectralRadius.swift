import EntenteNumerics

/// The largest eigenvalue of a matrix without negative entries, and how it answers to each entry.
public struct SpectralRadius: Sendable {
  public let value: Double
  /// `∂ρ/∂A_ij = l_i r_j / (l·r)` with the left and right eigenvectors; zero where ρ is.
  public let sensitivity: [[Double]]

  /// - Complexity: O(D³).
  public init(of matrix: [[Double]]) {
    let size = matrix.count
    let none = matrix.map { $0.map { _ in 0.0 } }
    guard let found = LinearAlgebra.eigen(general: matrix.flatMap { $0 }, size: size),
      let leading = found.real.indices.max(by: { found.real[$0] < found.real[$1] }),
      found.real[leading] > 1e-12
    else {
      (value, sensitivity) = (0, none)
      return
    }
    value = found.real[leading]
    let right = (0..<size).map { found.right[$0 * size + leading] }
    let left = (0..<size).map { found.left[$0 * size + leading] }
    let product = zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    // A defective eigenvalue has no derivative.
    guard abs(product) > 1e-9 else {
      sensitivity = none
      return
    }
    sensitivity = left.map { l in right.map { l * $0 / product } }
  }
}
