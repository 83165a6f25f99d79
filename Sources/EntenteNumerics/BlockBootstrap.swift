/// Circular moving-block bootstrap: whole stretches of a series are drawn, so that its
/// autocorrelation survives inside them.
///
/// Draw d takes its randomness from the stream `(seed, name, d)`, so draws are the same however many
/// threads share the work.
///
/// - SeeAlso: Politis & Romano (1992), in *Exploring the Limits of Bootstrap*, 263-270.
public struct BlockBootstrap: Hashable, Sendable {
  public let block: Int
  public let draws: Int
  public let seed: UInt64
  /// Keys the streams: bootstraps of one name and length draw the same positions.
  public let name: String

  public init(block: Int, draws: Int, seed: UInt64, name: String) {
    precondition(block > 0 && draws > 0, "blocks and draws must be positive")
    self.block = block
    self.draws = draws
    self.seed = seed
    self.name = name
  }

  /// A block length for n values: the preferred one, but never more than a third of the series.
  public static func block(preferring preferred: Int, for n: Int) -> Int {
    max(1, min(preferred, n / 3))
  }

  /// Means of several series, resampled at the same positions: draws × series, row by row.
  ///
  /// - Complexity: O(draws × series × n / block).
  public func means(of series: [[Double]], threads: Int = 1) -> [Double] {
    guard let n = series.first?.count, n > 0 else { return [] }
    precondition(series.allSatisfy { $0.count == n }, "series resampled together are equally long")
    let count = series.count
    // Running sums over two rounds, position-major, so that a block is one difference.
    var sums = [Double](repeating: 0, count: (2 * n + 1) * count)
    for t in 0..<(2 * n) {
      for s in 0..<count { sums[(t + 1) * count + s] = sums[t * count + s] + series[s][t % n] }
    }
    let running = sums
    let length = min(block, n)
    let rows = Parallel.map(draws, threads: threads) { draw -> [Double] in
      var stream = RandomStream(seed: seed, name: name, index: draw)
      var row = [Double](repeating: 0, count: count)
      var left = n
      while left > 0 {
        let start = stream.integer(below: n)
        let end = start + min(length, left)
        for s in 0..<count { row[s] += running[end * count + s] - running[start * count + s] }
        left -= length
      }
      for s in 0..<count { row[s] /= Double(n) }
      return row
    }
    return rows.flatMap { $0 }
  }

  /// Mean of one series in every draw.
  public func means(of series: [Double], threads: Int = 1) -> [Double] {
    means(of: [series], threads: threads)
  }

  /// How much wider than the plain bootstrap's an interval must be for few blocks.
  ///
  /// Formula: `√(n/(n−b)) · t(0.95, f)/z(0.95)`, `f = 1.5 n/b − 1` (n − 1 for b = 1): the first
  /// factor mends the variance that a mean of n values takes out of its own blocks, the second
  /// the uncertainty of that variance; overlapping blocks are worth 1.5 separate ones. Coverage in
  /// docs/measuring.md.
  public static func widening(n: Int, block: Int) -> Double {
    guard n > block else { return .infinity }
    let (count, length) = (Double(n), Double(block))
    let degrees = max(1, (block > 1 ? 1.5 : 1) * count / length - 1)
    return (count / (count - length)).squareRoot()
      * IncompleteBeta.studentQuantile(0.95, degrees: degrees) / 1.6448536269514722
  }

  /// The estimate that widened draws of a statistic give: percentile interval, P(> 0) with half of
  /// the draws at zero.
  public static func estimate(
    value: Double, draws: [Double], level: Double = 0.90, n: Int, method: String
  ) -> Estimate {
    let sorted = draws.sorted()
    let above = sorted.reduce(0.0) { $0 + ($1 > 0 ? 1 : $1 == 0 ? 0.5 : 0) }
    return Estimate(
      value: value, low: Moments.quantile((1 - level) / 2, ofSorted: sorted),
      high: Moments.quantile((1 + level) / 2, ofSorted: sorted), level: level, n: n,
      probabilityPositive: above / Double(sorted.count), method: method)
  }
}
