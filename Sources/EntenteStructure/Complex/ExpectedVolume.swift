/// The volume that pairs would have if every state kept its own and spread it without preference.
///
/// Formula: `P_ij = x_i x_j` for i ≠ j, with x such that `Σ_j P_ij = s_i`, by
/// `x_i ← √(x_i s_i / Σ_{j≠i} x_j)`. The diagonal stays empty, unlike in the usual s_i s_j / Σ s.
/// With distance, `P_ij = x_i x_j f(bin of ij)` and every bin's total is kept too.
/// Edge cases: a state without volume has x = 0. A state with more volume than all others together
/// can not be matched; `residual` then stays above zero.
enum ExpectedVolume {
  static let mostRounds = 400
  private static let tolerance = 1e-13

  /// The factors x, and the largest relative error of a row's sum.
  ///
  /// - Complexity: O(n × rounds).
  static func factors(
    of volumes: [Double], from start: [Double]? = nil
  ) -> (x: [Double], residual: Double) {
    let total = volumes.reduce(0, +)
    guard total > 0 else { return (volumes.map { _ in 0 }, 0) }
    var x = start ?? volumes.map { $0 / total.squareRoot() }
    var residual = Double.infinity
    for _ in 0..<mostRounds where residual > tolerance {
      let sum = x.reduce(0, +)
      residual = 0
      for i in x.indices where volumes[i] > 0 {
        let rest = sum - x[i]
        guard rest > 0 else { continue }
        residual = max(residual, abs(x[i] * rest / volumes[i] - 1))
      }
      var next = x
      for i in x.indices where volumes[i] > 0 {
        let rest = sum - x[i]
        if rest > 0 { next[i] = (x[i] * volumes[i] / rest).squareRoot() }
      }
      x = next
    }
    return (x, residual)
  }

  /// Factors of states and of bins of distance together.
  ///
  /// - Parameters:
  ///   - matrix: n × n volumes; bins: the bin of every pair, n × n.
  /// - Complexity: O(n² × rounds).
  static func factors(
    of matrix: [Double], bins: [Int], count: Int, volumes: [Double],
    from start: (x: [Double], bins: [Double])? = nil, rounds: Int = mostRounds
  ) -> (x: [Double], bins: [Double]) {
    let n = volumes.count
    var totals = [Double](repeating: 0, count: count)
    for k in matrix.indices { totals[bins[k]] += matrix[k] }
    var x = start?.x ?? factors(of: volumes).x
    var f = start?.bins ?? [Double](repeating: 1, count: count)
    for _ in 0..<rounds {
      var next = x
      var expected = [Double](repeating: 0, count: count)
      var change = 0.0
      for i in 0..<n where volumes[i] > 0 {
        var rest = 0.0
        for j in 0..<n where j != i { rest += x[j] * f[bins[i * n + j]] }
        if rest > 0 { next[i] = (x[i] * volumes[i] / rest).squareRoot() }
        change = max(change, abs(next[i] - x[i]) / max(x[i], 1e-300))
      }
      for i in 0..<n where next[i] > 0 {
        for j in 0..<n where j != i { expected[bins[i * n + j]] += next[i] * next[j] }
      }
      for b in f.indices where expected[b] > 0 {
        let fresh = totals[b] / expected[b]
        change = max(change, abs(fresh - f[b]) / max(f[b], 1e-300))
        f[b] = fresh
      }
      x = next
      if change < 1e-10 { break }
    }
    return (x, f)
  }
}
