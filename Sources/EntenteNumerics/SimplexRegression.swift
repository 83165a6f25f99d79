/// Least squares with weights that are not negative and sum to one.
///
/// Minimises `½ w'Gw − c'w` over the simplex, `G = X'X` and `c = X'y` (plus a ridge where asked for).
///
/// Source: an active set of positive weights, as in Lawson and Hanson (1974), ch. 23, with the sum as
/// an equality. Stops at the Karush-Kuhn-Tucker conditions: no weight of zero would gain.
/// - Complexity: O(*k*³) a step for *k* positive weights; usually about as many steps as weights.
public enum SimplexRegression {
  /// Weights for columns whose products are given.
  ///
  /// - Parameters:
  ///   - gram: `X'X`, row-major; made definite by a ridge of 1e-10 of its mean diagonal.
  ///   - products: `X'y`.
  /// - Returns: weights, or nil where a product is not finite or there are no columns.
  public static func weights(gram: [Double], products: [Double]) -> [Double]? {
    let n = products.count
    precondition(gram.count == n * n)
    guard n > 0, gram.allSatisfy(\.isFinite), products.allSatisfy(\.isFinite) else { return nil }
    let trace = (0..<n).reduce(0.0) { $0 + gram[$1 * n + $1] }
    // Columns without any variation fit alike.
    guard trace > 0 else { return [Double](repeating: 1 / Double(n), count: n) }
    let ridge = 1e-10 * trace / Double(n)
    func value(_ i: Int, _ j: Int) -> Double { gram[i * n + j] + (i == j ? ridge : 0) }
    var weights = [Double](repeating: 0, count: n)
    var active: [Int] = []
    if let first = (0..<n).min(by: {
      value($0, $0) / 2 - products[$0] < value($1, $1) / 2 - products[$1]
    }) {
      active = [first]
      weights[first] = 1
    }
    let scale = max(trace / Double(n), products.reduce(0) { max($0, abs($1)) })
    for _ in 0..<(20 * n) {
      let gradient = (0..<n).map { i in
        active.reduce(-products[i]) { $0 + value(i, $1) * weights[$1] }
      }
      let level = active.reduce(0.0) { $0 + weights[$1] * gradient[$1] }
      let isActive = Set(active)
      guard
        let entering = (0..<n).filter({ !isActive.contains($0) })
          .min(by: { gradient[$0] < gradient[$1] }), gradient[entering] < level - 1e-9 * scale
      else { break }
      active.append(entering)
      while let solved = solve(active, value, products) {
        let blocked = active.indices.filter { solved[$0] <= 0 }
        guard !blocked.isEmpty else {
          for (place, column) in active.enumerated() { weights[column] = solved[place] }
          break
        }
        let step =
          blocked.map { place in
            let now = weights[active[place]]
            return now > 0 ? now / (now - solved[place]) : 0
          }.min() ?? 0
        for (place, column) in active.enumerated() {
          weights[column] += step * (solved[place] - weights[column])
        }
        let leaving = Set(blocked.map { active[$0] }.filter { weights[$0] <= 1e-14 })
        guard !leaving.isEmpty else { break }
        for column in leaving { weights[column] = 0 }
        active.removeAll(where: leaving.contains)
      }
    }
    let total = weights.reduce(0, +)
    return weights.map { max($0, 0) / total }
  }

  /// The best weights of these columns whose sum is one, of either sign.
  private static func solve(
    _ active: [Int], _ value: (Int, Int) -> Double, _ products: [Double]
  ) -> [Double]? {
    let k = active.count
    var matrix = [Double](repeating: 0, count: k * k)
    for (i, a) in active.enumerated() {
      for (j, b) in active.enumerated() { matrix[i * k + j] = value(a, b) }
    }
    guard let (inverse, _) = LinearAlgebra.inverse(positiveDefinite: matrix, size: k) else {
      return nil
    }
    // Refined once: nearly dependent columns lose digits in the inverse.
    func solution(_ right: [Double]) -> [Double] {
      let first = LinearAlgebra.multiply(inverse, rows: k, columns: k, right)
      let rest = zip(right, LinearAlgebra.multiply(matrix, rows: k, columns: k, first)).map(-)
      return zip(first, LinearAlgebra.multiply(inverse, rows: k, columns: k, rest)).map(+)
    }
    let own = solution(active.map { products[$0] })
    let unit = solution([Double](repeating: 1, count: k))
    let price = (own.reduce(0, +) - 1) / unit.reduce(0, +)
    return zip(own, unit).map { $0 - price * $1 }
  }
}
