/// The segmentation of least penalised cost, exact, whatever the cost.
///
/// Formula: `min over τ of Σ_s C(s) + β · (number of breaks)`, every segment of at least
/// `minimumSegment` values, by `F(t) = min over s of F(s) + C(s, t) + β`.
///
/// Pruning: if `F(s) + C(s, t) > F(t)`, a last break at t is better than one at s for every end at
/// which t may be the last break, that is from `t + minimumSegment` on. The usual rule forgets the
/// delay, drops s at once and so misses optima whose minimum length is above 1. What rounding could
/// reverse is not pruned.
///
/// - Complexity: O(*n*) costs where breaks come at a steady rate, O(*n²*) where there are none.
/// - SeeAlso: Jackson et al. (2005), IEEE Signal Processing Letters 12, 105-108; Killick, Fearnhead &
///   Eckley (2012), JASA 107, 1590-1598.
public struct OptimalPartition: Sendable, Hashable {
  /// First indices of new segments, ascending.
  public let breaks: [Int]
  /// Sum of the segments' costs, and with the penalty of each break.
  public let cost: Double
  public let objective: Double

  /// - Parameter prunes: whether candidates that can no longer win are dropped; the answer is the same.
  public init(_ cost: any Cost, penalty: Double, minimumSegment: Int, prunes: Bool = true) {
    precondition(penalty >= 0 && minimumSegment > 0)
    let n = cost.count
    let least = minimumSegment
    guard n >= 2 * least else {
      self.init(cost, breaks: [], penalty: penalty)
      return
    }
    if prunes, least == 1, let mean = cost as? MeanCost {
      self.init(cost, breaks: FunctionalPruning.breaks(mean, penalty: penalty), penalty: penalty)
      return
    }
    var best = [Double](repeating: .infinity, count: n + 1)
    var last = [Int](repeating: 0, count: n + 1)
    best[0] = -penalty
    // Candidates for the last break, and from which end on each may be left out.
    var starts: [Int] = []
    var expiry = [Int](repeating: .max, count: n + 1)
    var state = [Double](repeating: 0, count: max(1, cost.stateCount))
    var row = [Double](repeating: 0, count: n + 1)
    for end in 1...n {
      let entering = end - least
      if prunes { starts.removeAll { expiry[$0] <= end } }
      if entering == 0 || entering >= least { starts.append(entering) }
      row.withUnsafeMutableBufferPointer { row in
        state.withUnsafeMutableBufferPointer { state in
          starts.withUnsafeBufferPointer { starts in
            if let row = row.baseAddress, let state = state.baseAddress {
              cost.fill(row, starts: starts, end: end, state: state)
            }
          }
        }
      }
      guard !starts.isEmpty else { continue }
      for (k, start) in starts.enumerated() {
        let candidate = best[start] + row[k] + penalty
        if candidate < best[end] {
          best[end] = candidate
          last[end] = start
        }
      }
      guard prunes else { continue }
      let bar = best[end] + 1e-9 * (abs(best[end]) + penalty)
      for (k, start) in starts.enumerated() where best[start] + row[k] > bar {
        expiry[start] = min(expiry[start], end + least)
      }
    }
    var breaks: [Int] = []
    var end = last[n]
    while end > 0 {
      breaks.append(end)
      end = last[end]
    }
    self.init(cost, breaks: breaks.reversed(), penalty: penalty)
  }

  private init(_ cost: any Cost, breaks: [Int], penalty: Double) {
    self.breaks = breaks
    self.cost = cost.total(breaks)
    objective = self.cost + penalty * Double(breaks.count)
  }
}
