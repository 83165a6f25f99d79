/// Volumes of some weeks: the matrix of all pairs, and the weeks that it is the sum of.
public struct VolumeWindow: Sendable {
  public let states: [String]
  /// n × n, symmetric, the diagonal empty.
  let matrix: [Double]
  /// Each state's volume.
  public let volumes: [Double]
  let weeks: [[DyadVolumes.Row]]

  public var count: Int { states.count }

  init(states: [String], weeks slices: [ArraySlice<DyadVolumes.Row>]) {
    let n = states.count
    var matrix = [Double](repeating: 0, count: n * n)
    for row in slices.joined() {
      let (i, j) = (Int(row.first), Int(row.second))
      matrix[i * n + j] += abs(row.score)
      matrix[j * n + i] += abs(row.score)
    }
    self.states = states
    self.matrix = matrix
    volumes = (0..<n).map { i in matrix[(i * n)..<((i + 1) * n)].reduce(0, +) }
    weeks = slices.map(Array.init)
  }

  public func volume(of i: Int, with j: Int) -> Double { matrix[i * count + j] }

  public func index(of state: String) -> Int? { states.firstIndex(of: state) }

  /// Weekly volume of some pairs.
  func series(of pairs: [(Int, Int)]) -> [[Double]] {
    var slot = [Int: Int]()
    for (k, pair) in pairs.enumerated() {
      slot[pair.0 * count + pair.1] = k
      slot[pair.1 * count + pair.0] = k
    }
    var series = pairs.map { _ in [Double](repeating: 0, count: weeks.count) }
    for (w, rows) in weeks.enumerated() {
      for row in rows {
        if let k = slot[Int(row.first) * count + Int(row.second)] { series[k][w] += abs(row.score) }
      }
    }
    return series
  }

  /// Weekly volume of every state.
  func stateSeries() -> [[Double]] {
    var series = states.map { _ in [Double](repeating: 0, count: weeks.count) }
    for (w, rows) in weeks.enumerated() {
      for row in rows {
        series[Int(row.first)][w] += abs(row.score)
        series[Int(row.second)][w] += abs(row.score)
      }
    }
    return series
  }
}
