/// Cycles with exactly one negative edge: whatever the number of blocks, one of their edges is
/// frustrated (Davis 1967).
final class OneNegativeCycles: CoverSearch {
  private let graph: SignedGraph
  private let clock: Deadline
  private let mostCovers: Int
  private let paths: LayeredPaths

  init(_ graph: SignedGraph, clock: Deadline) {
    self.graph = graph
    self.clock = clock
    mostCovers = max(400, graph.edges.count / 10)
    paths = LayeredPaths(graph, turns: .once)
  }

  func violated(_ z: [Double], forced: [Bool]) -> [Cover] {
    violated(z, forced: forced, roles: EdgeRoles(graph, z: z, forced: forced))
  }

  func violated(_ z: [Double], forced: [Bool], roles: EdgeRoles) -> [Cover] {
    var found: Set<Cover> = []
    var covers: [Cover] = []
    // Every such cycle passes both ends of its negative edge: one end of each edge is enough.
    var byEnd = [[Int32]](repeating: [], count: graph.count)
    for (e, edge) in graph.edges.enumerated() where roles.different[e] < 1 - Violation.least {
      let (tail, head) = (Int(edge.tail), Int(edge.head))
      let atTail = (graph.degree(of: tail), tail) > (graph.degree(of: head), head)
      byEnd[atTail ? tail : head].append(Int32(e))
    }
    for node in 0..<graph.count where !byEnd[node].isEmpty {
      if covers.count >= mostCovers || clock.isOver { break }
      paths.runTogether(from: node, roles, below: 1 - Violation.least)
      for e in byEnd[node] {
        let edge = graph.edges[Int(e)]
        let other = Int(edge.tail) == node ? Int(edge.head) : Int(edge.tail)
        let length = paths.distance[2 * other] + roles.different[Int(e)]
        guard length < 1 - Violation.least else { continue }
        let cover = EdgeRoles.cover(
          paths.path(to: other, layer: 0, roles) + [e], forced: forced)
        if cover.value(z) < 1 - Violation.least, found.insert(cover).inserted {
          covers.append(cover)
        }
      }
    }
    return covers
  }

  func partition(_ z: [Double], forced: [Bool]) -> [Int32]? {
    Clusters(graph, z, forced: forced).labels
  }
}

/// Nodes joined by edges that are leaned on as "together".
struct Clusters {
  /// Numbered from 0 in order of the first node.
  let labels: [Int32]
  let count: Int

  init(_ graph: SignedGraph, _ z: [Double], forced: [Bool]) {
    var forest = ParityForest(count: graph.count)
    for (e, edge) in graph.edges.enumerated() where edge.isPositive ? z[e] < 0.5 : forced[e] {
      forest.join(Int(edge.tail), Int(edge.head), apart: false)
    }
    var names = [Int32](repeating: -1, count: graph.count)
    var count: Int32 = 0
    labels = (0..<graph.count).map { node in
      let root = forest.find(node).root
      if names[root] < 0 {
        names[root] = count
        count += 1
      }
      return names[root]
    }
    self.count = Int(count)
  }
}
