/// Negative cycles: with two blocks every cycle with an odd number of negative edges holds a
/// frustrated one (Harary 1953).
///
/// Edges that cost nothing hold nodes together in clusters with fixed sides. An edge at odds with its
/// cluster makes a cycle at once; where there is none, cycles are sought among clusters, which are few.
final class NegativeCycles: CoverSearch {
  /// More in one call slow the solver down without need.
  private static let leastMost = 400

  private let graph: SignedGraph
  private let clock: Deadline
  private let mostCovers: Int
  private let paths: LayeredPaths

  init(_ graph: SignedGraph, clock: Deadline) {
    self.graph = graph
    self.clock = clock
    mostCovers = max(Self.leastMost, graph.edges.count / 10)
    paths = LayeredPaths(graph, turns: .any)
  }

  func violated(_ z: [Double], forced: [Bool]) -> [Cover] {
    let roles = EdgeRoles(graph, z: z, forced: forced)
    var sides = ParityForest(count: graph.count)
    var odd: [Int] = []
    for (e, edge) in graph.edges.enumerated() where roles.price(e) < EdgeRoles.free {
      let apart = roles.different[e] < EdgeRoles.free
      if !sides.join(Int(edge.tail), Int(edge.head), apart: apart),
        sides.areApart(Int(edge.tail), Int(edge.head)) != apart
      {
        odd.append(e)
      }
    }
    for (e, edge) in graph.edges.enumerated()
    where roles.price(e) >= EdgeRoles.free && roles.price(e) < 1 - Violation.least {
      let (tail, head) = (Int(edge.tail), Int(edge.head))
      guard sides.find(tail).root == sides.find(head).root else { continue }
      if sides.areApart(tail, head) != roles.different[e].isFinite { odd.append(e) }
    }
    return odd.isEmpty
      ? amongClusters(z, forced, roles, &sides) : through(odd, z, forced, roles)
  }

  /// Shortest cycles through one end of each of these edges.
  private func through(
    _ edges: [Int], _ z: [Double], _ forced: [Bool], _ roles: EdgeRoles
  ) -> [Cover] {
    var found: Set<Cover> = []
    var covers: [Cover] = []
    var isDone = [Bool](repeating: false, count: graph.count)
    for e in edges {
      for node in [Int(graph.edges[e].tail), Int(graph.edges[e].head)] where !isDone[node] {
        if covers.count >= mostCovers || clock.isOver { return covers }
        isDone[node] = true
        paths.run(from: node, roles, below: 1 - Violation.least, stopAtTwin: true)
        guard paths.distance[2 * node + 1].isFinite else { continue }
        let walk = paths.path(to: node, layer: 1, roles)
        keep(walk, z, forced, roles, &found, &covers)
      }
    }
    return covers
  }

  /// Keeps what a closed walk leaves when edges walked twice cancel.
  ///
  /// Checked: every node is met an even number of times, and an odd number of edges lead apart. Such a
  /// set holds a negative cycle.
  private func keep(
    _ walk: [Int32], _ z: [Double], _ forced: [Bool], _ roles: EdgeRoles, _ found: inout Set<Cover>,
    _ covers: inout [Cover]
  ) {
    var once: Set<Int32> = []
    for edge in walk where once.remove(edge) == nil { once.insert(edge) }
    var ends: Set<Int32> = []
    for e in once {
      for end in [graph.edges[Int(e)].tail, graph.edges[Int(e)].head]
      where ends.remove(end) == nil {
        ends.insert(end)
      }
    }
    guard ends.isEmpty, once.count(where: { roles.different[Int($0)].isFinite }) % 2 == 1 else {
      return
    }
    let cover = EdgeRoles.cover(once, forced: forced)
    if cover.value(z) < 1 - Violation.least, found.insert(cover).inserted { covers.append(cover) }
  }

  private func amongClusters(
    _ z: [Double], _ forced: [Bool], _ roles: EdgeRoles, _ sides: inout ParityForest
  ) -> [Cover] {
    var names = [Int32](repeating: -1, count: graph.count)
    var count: Int32 = 0
    func name(_ root: Int) -> Int32 {
      if names[root] < 0 {
        names[root] = count
        count += 1
      }
      return names[root]
    }
    // Edges between clusters, their sign seen from the clusters' roots.
    var links: [SignedGraph.Edge] = []
    var prices: [Double] = []
    var origin: [Int32] = []
    for (e, edge) in graph.edges.enumerated()
    where roles.price(e) >= EdgeRoles.free && roles.price(e) < 1 - Violation.least {
      let (tail, head) = (sides.find(Int(edge.tail)), sides.find(Int(edge.head)))
      guard tail.root != head.root else { continue }
      let apart = (tail.parity != head.parity) != roles.different[e].isFinite
      links.append(
        SignedGraph.Edge(tail: name(tail.root), head: name(head.root), weight: apart ? -1 : 1))
      prices.append(roles.price(e))
      origin.append(Int32(e))
    }
    guard !links.isEmpty else { return [] }
    let quotient = SignedGraph(count: Int(count), edges: links)
    let none = [Bool](repeating: false, count: links.count)
    let quotientRoles = EdgeRoles(quotient, z: prices, forced: none)
    let quotientPaths = LayeredPaths(quotient, turns: .any)
    let inside = Inside(graph, roles, free: EdgeRoles.free)
    var found: Set<Cover> = []
    var covers: [Cover] = []
    for cluster in 0..<Int(count) {
      if covers.count >= mostCovers || clock.isOver { break }
      quotientPaths.run(
        from: cluster, quotientRoles, below: 1 - Violation.least, stopAtTwin: true)
      guard quotientPaths.distance[2 * cluster + 1].isFinite else { continue }
      let walk = quotientPaths.path(to: cluster, layer: 1, quotientRoles).map { origin[Int($0)] }
      keep(walk + inside.joins(walk, &sides), z, forced, roles, &found, &covers)
    }
    return covers
  }

  func partition(_ z: [Double], forced: [Bool]) -> [Int32]? {
    // Edges most trusted first, joined with their parity.
    let price = z.indices.map { forced[$0] ? 0 : z[$0] }
    let order = graph.edges.indices.sorted {
      if price[$0] != price[$1] { return price[$0] < price[$1] }
      let (left, right) = (graph.edges[$0].cost, graph.edges[$1].cost)
      return left != right ? left > right : $0 < $1
    }
    var sides = ParityForest(count: graph.count)
    for e in order {
      let edge = graph.edges[e]
      sides.join(Int(edge.tail), Int(edge.head), apart: edge.isPositive == forced[e])
    }
    return (0..<graph.count).map { Int32(sides.find($0).parity) }
  }
}

/// Ways inside clusters, along edges that cost nothing.
private struct Inside {
  private let graph: SignedGraph
  private let isFree: [Bool]

  init(_ graph: SignedGraph, _ roles: EdgeRoles, free: Double) {
    self.graph = graph
    isFree = graph.edges.indices.map { roles.price($0) < free }
  }

  /// Free edges that make a closed walk of one that jumps inside clusters.
  ///
  /// `walk` is a closed walk of edges between clusters, in order.
  func joins(_ walk: [Int32], _ sides: inout ParityForest) -> [Int32] {
    var joins: [Int32] = []
    guard let first = walk.first else { return [] }
    func ends(_ e: Int32) -> (Int, Int) {
      (Int(graph.edges[Int(e)].tail), Int(graph.edges[Int(e)].head))
    }
    // Which end of the first edge the walk leaves by: the one in the cluster of the second edge.
    let second = walk.count > 1 ? walk[1] : first
    var (entry, exit) = ends(first)
    let nextRoots = [ends(second).0, ends(second).1].map { sides.find($0).root }
    if walk.count > 2, !nextRoots.contains(sides.find(exit).root) { swap(&entry, &exit) }
    var at = exit
    for e in walk.dropFirst() {
      var (near, far) = ends(e)
      if sides.find(near).root != sides.find(at).root { swap(&near, &far) }
      joins += way(from: at, to: near)
      at = far
    }
    return joins + way(from: at, to: entry)
  }

  /// The shortest way by number of edges.
  private func way(from start: Int, to end: Int) -> [Int32] {
    guard start != end else { return [] }
    var by: [Int: Int32] = [start: -1]
    var queue = [start]
    var head = 0
    while head < queue.count, by[end] == nil {
      let node = queue[head]
      head += 1
      for slot in graph.slots(of: node) {
        let (next, edge) = (Int(graph.neighbours[slot]), graph.incident[slot])
        guard isFree[Int(edge)], by[next] == nil else { continue }
        by[next] = edge
        queue.append(next)
      }
    }
    var edges: [Int32] = []
    var at = end
    while let edge = by[at], edge >= 0 {
      edges.append(edge)
      let ends = graph.edges[Int(edge)]
      at = Int(ends.tail) == at ? Int(ends.head) : Int(ends.tail)
    }
    return edges
  }
}
