/// What each state does towards everybody, fitted on all pairs of one week.
///
/// Formula: `g` = mean over pairs, `a_i = (m_i − g)(n−1)/(n−2)` with m_i the mean of state i's pairs;
/// the remainder is `y_ij − g − a_i − a_j`. Least squares of an additive model on a complete graph:
/// the a sum to zero and the remainder has none left.
public struct ActorEffects: Hashable, Sendable {
  public let mean: Double
  public let effects: [Double]

  /// Fits on all pairs of `count` states (3 or more), in the order 01, 02, 03 and so on to 12, 13.
  public init(pairs: [Double], count: Int) {
    precondition(count >= 3 && pairs.count == count * (count - 1) / 2)
    let mean = pairs.reduce(0, +) / Double(pairs.count)
    var sums = [Double](repeating: 0, count: count)
    var index = 0
    for i in 0..<count {
      for j in (i + 1)..<max(count, i + 1) {
        sums[i] += pairs[index]
        sums[j] += pairs[index]
        index += 1
      }
    }
    let others = Double(count - 1)
    self.mean = mean
    effects = sums.map { ($0 / others - mean) * others / (others - 1) }
  }

  /// What remains of a pair's value.
  public func remainder(of value: Double, _ i: Int, _ j: Int) -> Double {
    value - mean - effects[i] - effects[j]
  }

  /// What remains of all pairs, in the order that they were fitted in.
  public func remainders(of pairs: [Double]) -> [Double] {
    var out = pairs
    var index = 0
    for i in effects.indices {
      for j in (i + 1)..<max(effects.count, i + 1) {
        out[index] = remainder(of: pairs[index], i, j)
        index += 1
      }
    }
    return out
  }
}
