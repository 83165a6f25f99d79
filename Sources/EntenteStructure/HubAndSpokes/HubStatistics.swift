/// Numbers that say how a group's dealings run through a hub, from one volume per pair.
public enum HubStatistics {
  /// Freeman's centralisation `Σ_i (max d − d_i) / ((n−1)(n−2))`, `d_i = Σ_j w_ij / max w`.
  ///
  /// 1 for a star, 0 where all have alike. Edge cases: NaN without volume or with fewer than 3.
  ///
  /// - Parameter pairs: both members, as indices below n, and the volume.
  /// - SeeAlso: Freeman (1978), *Social Networks* 1, 215-239.
  public static func centralisation(_ pairs: [(Int, Int, Double)], count n: Int) -> Double {
    let most = pairs.reduce(0) { max($0, $1.2) }
    guard most > 0, n >= 3 else { return .nan }
    var degrees = [Double](repeating: 0, count: n)
    for (i, j, volume) in pairs {
      degrees[i] += volume / most
      degrees[j] += volume / most
    }
    let largest = degrees.max() ?? 0
    return degrees.reduce(0) { $0 + largest - $1 } / Double((n - 1) * (n - 2))
  }

  /// Mean volume among spokes over mean volume of hub and spoke; NaN without volume with the hub.
  public static func spokeRatio(_ pairs: [(Int, Int, Double)], hub: Int) -> Double {
    var (spokes, rim) = ((0.0, 0.0), (0.0, 0.0))
    for (i, j, volume) in pairs {
      if i == hub || j == hub {
        rim = (rim.0 + volume, rim.1 + 1)
      } else {
        spokes = (spokes.0 + volume, spokes.1 + 1)
      }
    }
    guard rim.0 > 0, spokes.1 > 0 else { return .nan }
    return (spokes.0 / spokes.1) / (rim.0 / rim.1)
  }

  /// The hub's share of all volume; 2/n if all pairs deal alike, NaN without volume.
  public static func share(_ pairs: [(Int, Int, Double)], hub: Int) -> Double {
    let all = pairs.reduce(0) { $0 + $1.2 }
    let own = pairs.reduce(0) { $0 + ($1.0 == hub || $1.1 == hub ? $1.2 : 0) }
    return all > 0 ? own / all : .nan
  }
}
