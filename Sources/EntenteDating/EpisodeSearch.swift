import EntenteNumerics
import Foundation

/// Whether a pair's unusual weeks fall together with those of its neighbours, and which do. [C]
///
/// Every series has largest weeks, and GDELT's tails are so heavy that the size of a week proves
/// nothing. What does is the calendar: if nothing happened between the two, their large weeks have no
/// reason to stand where their other relations have theirs.
///
/// Statistic: for windows of 1, 2 and 4 weeks, `u_t = max over w of own · neighbours`, the first
/// `√(1/p)` for the rank p of `|Σ (y − median)|` among the pair's own windows, the second from
/// ``SurgeScores``. `A = Σ_t u_t` tests the whole, `max u_t` each week.
///
/// Null distribution: the pair's own weeks in permuted blocks of 8, its neighbours as they are. So
/// tails, zeros and short autocorrelation are the pair's own in every draw, and a series whose weeks
/// were shuffled in blocks gives p-values that are uniform by construction.
struct EpisodeSearch {
  /// p-value of "no week falls together with the neighbours'".
  let pValue: Double
  let episodes: [PulseEpisode]

  /// Expected share of chance finds that a list of episodes may have.
  static let falseShare = 0.2
  static let mostEpisodes = 8
  /// Weeks kept between two episodes.
  static let apart = 6
  private static let cells = 2048

  init(
    _ values: [Double], evidence: [[Double]], blockLength: Int, draws: Int, seed: UInt64,
    name: String
  ) {
    let median = Moments.median(values)
    let own = OwnRarity(values.map { $0 - median }, cells: Self.cells)
    let observed = own.scores(own.values, evidence)
    let total = Moments.sum(observed)
    var larger = 0
    var largest: [Double] = []
    largest.reserveCapacity(draws)
    var permuted = own.values
    for draw in 0..<draws {
      var stream = RandomStream(seed: seed, name: name, index: draw)
      Self.permute(own.values, blockLength, into: &permuted, &stream)
      let (sum, most) = own.sumAndLargest(permuted, evidence)
      if sum >= total { larger += 1 }
      largest.append(most)
    }
    largest.sort()
    pValue = Double(1 + larger) / Double(draws + 1)
    episodes = Self.episodes(own.values, observed, largest)
  }

  /// The blocks of the circle from a random week on, each once, in random order.
  private static func permute(
    _ values: [Double], _ block: Int, into target: inout [Double], _ stream: inout RandomStream
  ) {
    let n = values.count
    let turn = stream.integer(below: n)
    var starts = Array(stride(from: 0, to: n, by: block))
    for i in stride(from: starts.count - 1, to: 0, by: -1) {
      starts.swapAt(i, stream.integer(below: i + 1))
    }
    var t = 0
    for start in starts {
      for offset in start..<min(start + block, n) {
        let from = turn + offset
        target[t] = values[from < n ? from : from - n]
        t += 1
      }
    }
  }

  /// Peaks from the highest down, as many as keep the expected share of chance finds low.
  private static func episodes(
    _ values: [Double], _ scores: [Double], _ largest: [Double]
  ) -> [PulseEpisode] {
    var scores = scores
    var found: [PulseEpisode] = []
    var kept = 0
    while found.count < mostEpisodes, let peak = scores.max(), peak > 0,
      let at = scores.firstIndex(of: peak)
    {
      let beyond = largest.count { $0 >= peak }
      let p = Double(1 + beyond) / Double(largest.count + 1)
      // Peaks by chance come one by one: −ln(1 − p) of them are expected.
      let share = min(1, -log(max(1e-12, 1 - p)) / Double(found.count + 1))
      found.append(episode(values, from: at, pValue: p, falseShare: share))
      if share <= falseShare { kept = found.count }
      if p > 0.9 { break }
      for t in max(0, at - apart)...min(scores.count - 1, at + apart) { scores[t] = 0 }
    }
    return found.prefix(kept).sorted { $0.index < $1.index }
  }

  /// The stretch of 1 to 4 weeks from a week on whose sum is largest for its length.
  private static func episode(
    _ values: [Double], from at: Int, pValue: Double, falseShare: Double
  ) -> PulseEpisode {
    let ends = SurgeScores.windows.map { at + $0 }.filter { $0 <= values.count }
    func sum(_ end: Int) -> Double { Moments.sum(values[at..<end]) }
    let end =
      ends.max { abs(sum($0)) / Double($0 - at) < abs(sum($1)) / Double($1 - at) } ?? at + 1
    let weeks = at..<end
    let index = weeks.max { abs(values[$0]) < abs(values[$1]) } ?? at
    return PulseEpisode(
      index: index, weeks: weeks, direction: sum(end) < 0 ? .down : .up, size: sum(end),
      pValue: pValue, falseShare: falseShare)
  }
}

/// How rare a window's sum is in a pair's own history, by table.
private struct OwnRarity {
  /// Less their median.
  let values: [Double]
  /// For each width: `√(1/p)` of sums in cells of equal breadth, and cells per unit.
  private let tables: [[Double]]
  private let scales: [Double]

  init(_ values: [Double], cells: Int) {
    self.values = values
    var tables: [[Double]] = []
    var scales: [Double] = []
    for width in SurgeScores.windows {
      let sums = (0...(values.count - width)).map { abs(Moments.sum(values[$0..<($0 + width)])) }
        .sorted()
      let reach = 1.25 * (sums.last ?? 0)
      let scale = reach > 0 ? Double(cells) / reach : 0
      var below = 0
      tables.append(
        (0..<cells).map { cell in
          while below < sums.count, sums[below] * scale < Double(cell) { below += 1 }
          return (Double(sums.count + 1) / max(0.5, Double(sums.count - below))).squareRoot()
        })
      scales.append(scale)
    }
    self.tables = tables
    self.scales = scales
  }

  func scores(_ series: [Double], _ evidence: [[Double]]) -> [Double] {
    var scores = [Double](repeating: 0, count: series.count)
    each(series, evidence) { scores[$0] = $1 }
    return scores
  }

  func sumAndLargest(_ series: [Double], _ evidence: [[Double]]) -> (Double, Double) {
    var (sum, largest) = (0.0, 0.0)
    each(series, evidence) {
      sum += $1
      largest = max(largest, $1)
    }
    return (sum, largest)
  }

  @inline(__always)
  private func each(
    _ series: [Double], _ evidence: [[Double]], _ body: (Int, Double) -> Void
  ) {
    let n = series.count
    let top = Double(tables[0].count - 1)
    series.withUnsafeBufferPointer { y in
      tables[0].withUnsafeBufferPointer { one in
        tables[1].withUnsafeBufferPointer { two in
          tables[2].withUnsafeBufferPointer { four in
            evidence[0].withUnsafeBufferPointer { a in
              evidence[1].withUnsafeBufferPointer { b in
                evidence[2].withUnsafeBufferPointer { c in
                  for t in 0..<n {
                    var score = one[Int(min(top, abs(y[t]) * scales[0]))] * a[t]
                    if t + 2 <= n {
                      let pair = y[t] + y[t + 1]
                      score = max(score, two[Int(min(top, abs(pair) * scales[1]))] * b[t])
                      if t + 4 <= n {
                        let sum = pair + y[t + 2] + y[t + 3]
                        score = max(score, four[Int(min(top, abs(sum) * scales[2]))] * c[t])
                      }
                    }
                    body(t, score)
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
