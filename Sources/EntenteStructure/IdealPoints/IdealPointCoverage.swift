public import EntenteNumerics

/// How often the intervals of ideal points hold the truth, on votes drawn anew from a fit.
///
/// Points and items of the fit are the truth; who voted on what stays as it was. Such votes obey the
/// model, so what the model leaves out (packages of resolutions with the same sponsors) is not in it.
public struct IdealPointCoverage: Hashable, Sendable {
  public let sets: Int
  /// Of all points, and of those whose estimate lies beyond ±1.5.
  public let all: Proportion
  public let extremes: Proportion

  init(
    _ matrix: VoteMatrix, _ fit: IdealPointFit, sets: Int, seed: UInt64, threads: Int,
    table: ProbitTable
  ) {
    let outcomes = Parallel.map(sets, threads: threads) { set -> SIMD4<Int> in
      var stream = RandomStream(seed: seed, name: "ideal-points.coverage", index: set)
      let drawn = VoteMatrix(redrawing: matrix, fit, &stream)
      let again = IdealPointFit(drawn, start: fit.points, table: table)
      let sessions = SessionMeans(matrix)
      let (truths, means) = (sessions.means(fit.points), sessions.means(again.points))
      var counts = SIMD4<Int>.zero
      for c in fit.points.indices {
        let session = sessions.of[c]
        let half = IdealPoints.halfWidth(level: again.points[c], variance: again.variances[c])
        let error = (again.points[c] - means[session]) - (fit.points[c] - truths[session])
        let covers = abs(error) <= half ? 1 : 0
        let isFar = abs(again.points[c]) > IdealPoints.extreme
        counts &+= SIMD4(covers, 1, isFar ? covers : 0, isFar ? 1 : 0)
      }
      return counts
    }
    let total = outcomes.reduce(SIMD4<Int>.zero) { $0 &+ $1 }
    self.sets = sets
    all = Proportion(total[0], of: total[1])
    extremes = Proportion(total[2], of: total[3])
  }
}

extension VoteMatrix {
  /// The same votes cast anew by the model; items that come out unanimous are left out.
  init(redrawing matrix: VoteMatrix, _ fit: IdealPointFit, _ stream: inout RandomStream) {
    var items: [Item] = []
    var cell: [Int32] = []
    cell.reserveCapacity(matrix.cell.count)
    for (item, parameters) in zip(matrix.items, fit.items) {
      var sides: ([Int32], [Int32], [Int32]) = ([], [], [])
      for i in item.start..<item.end {
        let c = matrix.cell[i]
        let z = parameters.b * fit.points[Int(c)] + stream.normal()
        if z < parameters.g1 {
          sides.0.append(c)
        } else if z < parameters.g2 {
          sides.1.append(c)
        } else {
          sides.2.append(c)
        }
      }
      guard max(sides.0.count, sides.1.count, sides.2.count) < item.count else { continue }
      let start = cell.count
      items.append(
        Item(
          start: start, abstain: start + sides.0.count,
          no: start + sides.0.count + sides.1.count, end: start + item.count))
      cell += sides.0 + sides.1 + sides.2
    }
    states = matrix.states
    cells = matrix.cells
    self.items = items
    self.cell = cell
    omitted = 0
    onParts = 0
    unanimous = matrix.cell.count - cell.count
  }
}
