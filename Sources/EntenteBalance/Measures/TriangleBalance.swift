/// How many triangles there are by the signs of their ties, and the share that is balanced.
///
/// Formula: `(T₊₊₊ + T₊₋₋) / T`; the sign of a pair is that of its net weight, and a pair whose weights
/// cancel has no tie here (Cartwright & Harary 1956; Davis 1967 counts `−−−` as balanced too).
public struct TriangleBalance: Hashable, Codable, Sendable {
  /// Triangles with 0, 1, 2 and 3 negative ties.
  public let counts: [Int]

  public var total: Int { counts.reduce(0, +) }

  /// Nil without a triangle.
  public var share: Double? {
    total > 0 ? Double(counts[0] + counts[2]) / Double(total) : nil
  }

  /// - Complexity: O(ties · √ties).
  init(_ network: SignedNetwork) {
    let ties = network.ties.filter { $0.net != 0 }
    var degree = [Int](repeating: 0, count: network.names.count)
    for tie in ties {
      degree[tie.first] += 1
      degree[tie.second] += 1
    }
    // Ties point to the end with more ties, so that no node has many ahead of it.
    var ahead = [[(node: Int, isNegative: Bool)]](repeating: [], count: network.names.count)
    for tie in ties {
      let (a, b) = (tie.first, tie.second)
      let isForward = (degree[a], a) < (degree[b], b)
      ahead[isForward ? a : b].append((isForward ? b : a, tie.net < 0))
    }
    var counts = [0, 0, 0, 0]
    var mark = [Int8](repeating: 0, count: network.names.count)
    for list in ahead {
      for (node, isNegative) in list { mark[node] = isNegative ? 2 : 1 }
      for (node, isNegative) in list {
        for (third, isThirdNegative) in ahead[node] where mark[third] > 0 {
          counts[(isNegative ? 1 : 0) + (isThirdNegative ? 1 : 0) + Int(mark[third] - 1)] += 1
        }
      }
      for (node, _) in list { mark[node] = 0 }
    }
    self.counts = counts
  }
}
