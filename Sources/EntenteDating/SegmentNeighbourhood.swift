/// The best segmentations with exactly 0, 1, 2, … breaks, exact, whatever the cost.
///
/// Formula: `G_m(t) = min over s of G_{m−1}(s) + C(s, t)`, every segment of at least
/// `minimumSegment` values; among equals the earliest last break wins.
///
/// - Complexity: O(*n²*) costs and O(*m n²*) sums.
/// - SeeAlso: Auger & Lawrence (1989), Bulletin of Mathematical Biology 51, 39-54.
public struct SegmentNeighbourhood: Sendable, Hashable {
  /// `costs[m]` is the least cost with m breaks; it stops at the largest m that fits.
  public let costs: [Double]
  /// `breaks[m]` holds the m breaks, ascending.
  public let breaks: [[Int]]

  public init(_ cost: any Cost, minimumSegment: Int, maximumBreaks: Int) {
    precondition(minimumSegment > 0 && maximumBreaks >= 0 && cost.count > 0)
    let n = cost.count
    let least = minimumSegment
    let limit = max(0, min(maximumBreaks, n / least - 1))
    // Layer m at [m (n + 1) + t]: cost of the first t values, and the last break in it.
    let width = n + 1
    var best = [Double](repeating: .infinity, count: (limit + 1) * width)
    var last = [Int32](repeating: 0, count: (limit + 1) * width)
    var state = [Double](repeating: 0, count: max(1, cost.stateCount))
    var row = [Double](repeating: 0, count: n + 1)
    let all = Array(0..<n)
    for end in 1...n {
      // A series shorter than one segment still has the cost of no break.
      let candidates = max(0, end - least + 1, end == n ? 1 : 0)
      row.withUnsafeMutableBufferPointer { row in
        state.withUnsafeMutableBufferPointer { state in
          all.prefix(candidates).withUnsafeBufferPointer { starts in
            if let row = row.baseAddress, let state = state.baseAddress {
              cost.fill(row, starts: starts, end: end, state: state)
            }
          }
        }
      }
      guard candidates > 0 else { continue }
      best[end] = row[0]
      best.withUnsafeMutableBufferPointer { best in
        row.withUnsafeBufferPointer { row in
          for m in 0..<limit {
            let first = (m + 1) * least
            guard first <= end - least else { break }
            let below = m * width
            var lowest = Double.infinity
            var place = first
            for start in first...(end - least) {
              let candidate = best[below + start] + row[start]
              if candidate < lowest {
                lowest = candidate
                place = start
              }
            }
            best[below + width + end] = lowest
            last[below + width + end] = Int32(place)
          }
        }
      }
    }
    costs = (0...limit).map { best[$0 * width + n] }
    breaks = (0...limit).map { m in
      var end = n
      var found: [Int] = []
      for layer in stride(from: m, to: 0, by: -1) {
        end = Int(last[layer * width + end])
        found.append(end)
      }
      return found.reversed()
    }
  }

  /// `max over m ≥ 1 of (C_0 − C_m)/m`; 0 if no break fits.
  public var largestGain: Double {
    costs.indices.dropFirst().map { (costs[0] - costs[$0]) / Double($0) }.max() ?? 0
  }
}
