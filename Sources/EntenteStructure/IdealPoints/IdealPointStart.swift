/// Where an estimate starts, which fixes which side is positive.
enum IdealPointStart {
  /// Points of the UN's poles, as Bailey, Strezhnev & Voeten start theirs: the United States, Britain,
  /// Canada and Israel on the right, Russia and East Germany on the left.
  static let unitedNations: [String: Double] = [
    "US": 3, "GB": 3, "CA": 3, "IL": 3, "RU": -2, "DD": -2,
  ]

  /// Given points for named states, 0 for others.
  static func anchored(_ matrix: VoteMatrix, at anchors: [String: Double]) -> [Double] {
    matrix.cells.map { anchors[matrix.states[$0.state]] ?? 0 }
  }

  /// The first principal direction of states' votes, by power iteration; the named state, or else the
  /// state with the most votes, lies on the right.
  ///
  /// - Complexity: O(30 × votes).
  static func principal(_ matrix: VoteMatrix, right: String?) -> [Double] {
    let count = matrix.states.count
    var votes = [Int](repeating: 0, count: count)
    for cell in matrix.cells { votes[cell.state] += cell.votes }
    let busiest = votes.indices.max { (votes[$0], $1) < (votes[$1], $0) } ?? 0
    let side = right.flatMap { matrix.states.firstIndex(of: $0) } ?? busiest
    var axis = [Double](repeating: 0, count: count)
    axis[side] = 1
    for _ in 0..<30 {
      var sums = [Double](repeating: 0, count: count)
      for item in matrix.items {
        let n = Double(item.count)
        let mean = Double((item.end - item.no) - (item.abstain - item.start)) / n
        var product = 0.0
        func each(_ body: (Int, Double) -> Void) {
          for i in item.start..<item.end {
            let value = i < item.abstain ? -1.0 : i < item.no ? 0 : 1
            body(matrix.cells[Int(matrix.cell[i])].state, value - mean)
          }
        }
        each { product += axis[$0] * $1 }
        each { sums[$0] += product / n * $1 }
      }
      for s in 0..<count where votes[s] > 0 { axis[s] = sums[s] / Double(votes[s]).squareRoot() }
      let length = axis.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 0 else { break }
      for s in 0..<count { axis[s] /= length }
    }
    let sign: Double = axis[side] < 0 ? -1 : 1
    return matrix.cells.map { sign * axis[$0.state] }
  }
}
