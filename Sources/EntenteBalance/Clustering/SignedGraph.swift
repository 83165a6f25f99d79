/// A signed graph without loops or parallel edges, for the solvers: every weight is not zero.
struct SignedGraph: Sendable {
  struct Edge: Sendable, Hashable {
    var tail: Int32
    var head: Int32
    /// Positive or negative, never 0.
    var weight: Double

    var isPositive: Bool { weight > 0 }
    var cost: Double { abs(weight) }
  }

  let count: Int
  let edges: [Edge]
  /// Where each node's neighbours start in `neighbours` and `incident`.
  let starts: [Int32]
  let neighbours: [Int32]
  /// The edge that leads to the neighbour.
  let incident: [Int32]

  init(count: Int, edges: [Edge]) {
    self.count = count
    self.edges = edges
    var starts = [Int32](repeating: 0, count: count + 1)
    for edge in edges {
      starts[Int(edge.tail) + 1] += 1
      starts[Int(edge.head) + 1] += 1
    }
    for v in 0..<count { starts[v + 1] += starts[v] }
    var next = starts
    var neighbours = [Int32](repeating: 0, count: 2 * edges.count)
    var incident = neighbours
    for (e, edge) in edges.enumerated() {
      for (from, to) in [(edge.tail, edge.head), (edge.head, edge.tail)] {
        let slot = Int(next[Int(from)])
        neighbours[slot] = to
        incident[slot] = Int32(e)
        next[Int(from)] += 1
      }
    }
    self.starts = starts
    self.neighbours = neighbours
    self.incident = incident
  }

  func slots(of node: Int) -> Range<Int> { Int(starts[node])..<Int(starts[node + 1]) }

  func degree(of node: Int) -> Int { Int(starts[node + 1] - starts[node]) }

  /// Cost of a partition: positive weight between blocks and negative weight inside them.
  func cost(of labels: [Int32]) -> Double {
    var cost = 0.0
    for edge in edges where isFrustrated(edge, labels) { cost += edge.cost }
    return cost
  }

  func isFrustrated(_ edge: Edge, _ labels: [Int32]) -> Bool {
    (labels[Int(edge.tail)] == labels[Int(edge.head)]) != edge.isPositive
  }

  /// The largest number that every weight is a multiple of, or 0 where weights are not integers.
  ///
  /// All costs are multiples of it, so a bound may be rounded up to one.
  var grain: Double {
    var divisor = 0
    for edge in edges {
      guard edge.cost < 1e15, edge.cost == edge.cost.rounded() else { return 0 }
      var (a, b) = (divisor, Int(edge.cost))
      while b != 0 { (a, b) = (b, a % b) }
      divisor = a
    }
    return Double(divisor)
  }
}
