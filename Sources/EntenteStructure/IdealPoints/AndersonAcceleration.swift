import EntenteNumerics

/// Anderson's acceleration of a fixed-point iteration `x ← F(x)`.
///
/// The next point mixes the last images so that the linearised residual is smallest in least squares.
///
/// - SeeAlso: Walker & Ni (2011), *SIAM Journal on Numerical Analysis* 49, 1715-1735.
struct AndersonAcceleration: Sendable {
  let depth: Int
  private var images: [[Double]] = []
  private var residuals: [[Double]] = []

  init(depth: Int) { self.depth = depth }

  /// The point to go on from, given the last point and its image.
  ///
  /// - Complexity: O(depth² × length).
  mutating func next(after point: [Double], image: [Double]) -> [Double] {
    let residual = zip(image, point).map { $0 - $1 }
    images.append(image)
    residuals.append(residual)
    if images.count > depth + 1 {
      images.removeFirst()
      residuals.removeFirst()
    }
    let m = images.count - 1
    guard m > 0 else { return image }
    let steps = (0..<m).map { k in zip(residuals[k + 1], residuals[k]).map { $0 - $1 } }
    var gram = [Double](repeating: 0, count: m * m)
    for i in 0..<m {
      for j in 0...i {
        gram[i * m + j] = Self.dot(steps[i], steps[j])
        gram[j * m + i] = gram[i * m + j]
      }
    }
    // A ridge far below the smallest direction of interest keeps parallel steps solvable.
    let ridge = 1e-10 * (0..<m).reduce(0) { max($0, gram[$1 * m + $1]) } + 1e-300
    for i in 0..<m { gram[i * m + i] += ridge }
    guard let (inverse, _) = LinearAlgebra.inverse(positiveDefinite: gram, size: m) else {
      return image
    }
    let right = steps.map { Self.dot($0, residual) }
    let weights = LinearAlgebra.multiply(inverse, rows: m, columns: m, right)
    var result = image
    for k in 0..<m {
      let weight = weights[k]
      for i in result.indices { result[i] -= weight * (images[k + 1][i] - images[k][i]) }
    }
    return result.allSatisfy(\.isFinite) ? result : image
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
  }
}
