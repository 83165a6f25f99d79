/// A set of edges of which at least one is frustrated in every partition allowed.
///
/// Row: `Σ_plain z_e + Σ_turned (1 − z_e) ≥ 1`, with `z_e = 1` where edge e is frustrated. An edge is
/// turned where it stands for the opposite of its sign.
struct Cover: Hashable {
  /// Ascending.
  let plain: [Int32]
  let turned: [Int32]

  init(plain: some Sequence<Int32>, turned: some Sequence<Int32> = []) {
    self.plain = plain.sorted()
    self.turned = turned.sorted()
  }

  var count: Int { plain.count + turned.count }

  var row: LinearProgram.Row {
    LinearProgram.Row(
      columns: plain + turned,
      elements: [Double](repeating: 1, count: plain.count)
        + [Double](repeating: -1, count: turned.count),
      lower: 1 - Double(turned.count))
  }

  func value(_ z: [Double]) -> Double {
    var value = 0.0
    for e in plain { value += z[Int(e)] }
    for e in turned { value += 1 - z[Int(e)] }
    return value
  }
}

/// What it costs, at a point of the linear program, to lean on an edge as "its ends are together" or
/// as "its ends are apart".
///
/// An edge serves as what its sign says, at the price z. One that branching has declared frustrated
/// serves as the opposite, for nothing.
struct EdgeRoles {
  private(set) var same: [Double]
  private(set) var different: [Double]

  static let unusable = Double.infinity
  /// Below this a price is the solver's rounding.
  static let free = 1e-9

  init(_ graph: SignedGraph, z: [Double], forced: [Bool]) {
    same = [Double](repeating: EdgeRoles.unusable, count: z.count)
    different = same
    for (e, edge) in graph.edges.enumerated() {
      let cost = forced[e] || z[e] < Self.free ? 0 : z[e]
      if edge.isPositive != forced[e] { same[e] = cost } else { different[e] = cost }
    }
  }

  func price(_ edge: Int) -> Double { min(same[edge], different[edge]) }

  /// The cover that a set of edges makes.
  static func cover(_ edges: some Sequence<Int32>, forced: [Bool]) -> Cover {
    Cover(
      plain: edges.filter { !forced[Int($0)] }, turned: edges.filter { forced[Int($0)] })
  }
}
