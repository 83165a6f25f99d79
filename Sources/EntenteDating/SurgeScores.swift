import EntenteNumerics
import Foundation

/// How unusual every week of every pair is in the pair's own history, and what a pair's neighbours
/// say about its weeks. [C]
///
/// A week's surge is `e = −ln(rank of |y − median| from above / (n + 1))`, one unit in the mean
/// whatever the pair's tails. For the pair ij three series are made of the others: the mean surge of
/// i's other pairs, that of j's, and the mean over third parties k of `√(e_ik e_jk)`; each less its
/// 53-week running median, so that a busy year is no surge.
struct SurgeScores: Sendable {
  /// Widths of the windows that are scanned.
  static let windows = [1, 2, 4]
  /// Fewest other pairs of the two actors.
  static let leastNeighbours = 3

  private let surges: [[Double]]
  private let roots: [[Double]]
  private let pairs: [(first: Int, second: Int)]
  /// By actor: partner → place of the pair.
  private let partners: [[Int: Int]]
  private let totals: [[Double]]
  private let count: Int

  /// - Parameters:
  ///   - values: tamed series, equally long.
  ///   - pairs: actors of each, as numbers below `actors`.
  init(values: [[Double]], pairs: [(first: Int, second: Int)], actors: Int, threads: Int) {
    let n = values.first?.count ?? 0
    let surges = Parallel.map(values.count, threads: threads) { i -> [Double] in
      let median = Moments.median(values[i])
      return Self.surges(of: values[i].map { abs($0 - median) })
    }
    var partners = [[Int: Int]](repeating: [:], count: actors)
    var totals = [[Double]](repeating: [Double](repeating: 0, count: n), count: actors)
    for (place, pair) in pairs.enumerated() {
      partners[pair.first][pair.second] = place
      partners[pair.second][pair.first] = place
      for t in 0..<n {
        totals[pair.first][t] += surges[place][t]
        totals[pair.second][t] += surges[place][t]
      }
    }
    self.surges = surges
    roots = surges.map { $0.map { $0.squareRoot() } }
    self.pairs = pairs
    self.partners = partners
    self.totals = totals
    count = n
  }

  /// `−ln(#{values ≥ this}/(n + 1))` of each value.
  static func surges(of values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var surges = [Double](repeating: 0, count: values.count)
    var first = 0
    while first < order.count {
      var last = first
      while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
      let surge = -log(Double(order.count - first) / Double(order.count + 1))
      for place in first...last { surges[order[place]] = surge }
      first = last + 1
    }
    return surges
  }

  /// Evidence of the neighbours for a window of each width from each week on, as a factor:
  /// `exp(½ · ⅔ Σ e)` over the three series' window sums, or nil where there are too few neighbours.
  func evidence(for place: Int) -> [[Double]]? {
    let (i, j) = pairs[place]
    let (ofFirst, ofSecond) = (partners[i].count - 1, partners[j].count - 1)
    guard ofFirst + ofSecond >= Self.leastNeighbours else { return nil }
    let own = surges[place]
    var third = [Double](repeating: 0, count: count)
    var parties = 0
    // Sorted, because the order of a sum shows in its last digits.
    for k in partners[i].keys.sorted() where k != j {
      guard let one = partners[i][k], let other = partners[j][k] else { continue }
      parties += 1
      for t in 0..<count { third[t] += roots[one][t] * roots[other][t] }
    }
    let means = [(totals[i], ofFirst), (totals[j], ofSecond)].map { total, others in
      (0..<count).map { others > 0 ? max(0, total[$0] - own[$0]) / Double(others) : 0 }
    }
    let series = (means + [third.map { parties > 0 ? $0 / Double(parties) : 0 }]).map { values in
      zip(values, RunningMedian.of(values, width: 53)).map { $0 - $1 }
    }
    return Self.windows.map { width in
      let starts = max(0, count - width + 1)
      var sum = [Double](repeating: 0, count: starts)
      for values in series {
        let sums = (0..<starts).map { Moments.sum(values[$0..<($0 + width)]) }
        for (t, surge) in Self.surges(of: sums).enumerated() { sum[t] += surge }
      }
      return sum.map { exp($0 / 3) }
    }
  }
}
