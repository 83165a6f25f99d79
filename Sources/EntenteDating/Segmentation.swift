/// Exact least-squares segmentations of a series, for every number of breaks up to a limit.
///
/// Formula: `C_m = min over τ of Σ_s Σ_{t in s} (y_t − ȳ_s)²` over segmentations with m breaks and
/// segments of at least `minimumSegment` weeks. A break is the first index of a new segment; among
/// equals the earliest last break wins.
///
/// - Complexity: O(*m n²*).
public struct Segmentation: Sendable, Hashable {
  /// `costs[m]` is `C_m`; it stops at the largest m that fits.
  public let costs: [Double]
  /// `breaks[m]` holds the m breaks, ascending.
  public let breaks: [[Int]]

  public init(of values: [Double], minimumSegment: Int, maximumBreaks: Int) {
    precondition(minimumSegment > 0 && maximumBreaks >= 0)
    let n = values.count
    // Centred, because sums of squares of far-off levels cancel badly.
    let mean = n > 0 ? values.reduce(0, +) / Double(n) : 0
    var sums = [0.0]
    sums.reserveCapacity(n + 1)
    var squares = 0.0
    for value in values {
      sums.append(sums[sums.count - 1] + (value - mean))
      squares += (value - mean) * (value - mean)
    }
    guard n >= minimumSegment else {
      self.costs = [squares]
      self.breaks = [[]]
      return
    }
    let limit = min(maximumBreaks, n / minimumSegment - 1)
    // gain[j]: largest Σ (segment sum)² / length over the first j weeks; cost = squares − gain.
    var gain = (0...n).map {
      $0 >= minimumSegment ? sums[$0] * sums[$0] / Double($0) : -Double.infinity
    }
    var costs = [max(0, squares - gain[n])]
    var previous: [[Int]] = []
    for m in 0..<limit {
      var next = [Double](repeating: -.infinity, count: n + 1)
      var last = [Int](repeating: 0, count: n + 1)
      for end in ((m + 2) * minimumSegment)...n {
        for start in ((m + 1) * minimumSegment)...(end - minimumSegment) {
          let sum = sums[end] - sums[start]
          let candidate = gain[start] + sum * sum / Double(end - start)
          if candidate > next[end] {
            next[end] = candidate
            last[end] = start
          }
        }
      }
      gain = next
      previous.append(last)
      costs.append(max(0, squares - gain[n]))
    }
    self.costs = costs
    self.breaks = (0..<costs.count).map { m in
      var end = n
      var found: [Int] = []
      for layer in previous.prefix(m).reversed() {
        end = layer[end]
        found.append(end)
      }
      return found.reversed()
    }
  }

  /// The number of breaks that minimises `C_m + β m`, the smallest among equals.
  public func count(penalty: Double) -> Int {
    var best = 0
    for m in costs.indices
    where costs[m] + penalty * Double(m) < costs[best] + penalty * Double(best) {
      best = m
    }
    return best
  }

  /// `T = max over m ≥ 1 of (C_0 − C_m)/m`, m up to `limit`; 0 if no break fits.
  public func largestGain(upTo limit: Int) -> Double {
    costs.indices.dropFirst().prefix(limit).map { (costs[0] - costs[$0]) / Double($0) }.max() ?? 0
  }
}
