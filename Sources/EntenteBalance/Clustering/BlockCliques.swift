/// Covers for at most k blocks, k of three or more: cycles with one negative edge, and k + 1 nodes
/// that are pairwise kept apart.
///
/// Take k + 1 nodes and, for each two of them, a path with exactly one negative edge. If no edge of all
/// these paths were frustrated, the nodes would need k + 1 blocks; so one is. (The inequality of Chopra
/// & Rao 1993, *Mathematical Programming* 59, 87–115, for cliques, stretched along positive paths.)
/// Where no such set violates a point of zeros and ones, its clusters may still need too many blocks:
/// then a smallest set of clusters that does gives the cover.
final class BlockCliques: CoverSearch {
  /// Most covers of cliques in one call.
  private static let mostCovers = 60
  /// Most of them that use one edge.
  private static let mostUses = 4

  /// Above this the table of all pairs is too large; clusters that need too many blocks are still
  /// found.
  private static let mostNodes = 1500

  private let graph: SignedGraph
  private let blocks: Int
  private let clock: Deadline
  private let cycles: OneNegativeCycles
  private let paths: LayeredPaths

  init(_ graph: SignedGraph, blocks: Int, clock: Deadline) {
    self.graph = graph
    self.blocks = blocks
    cycles = OneNegativeCycles(graph, clock: clock)
    self.clock = clock
    paths = LayeredPaths(graph, turns: .once)
  }

  func violated(_ z: [Double], forced: [Bool]) -> [Cover] {
    let roles = EdgeRoles(graph, z: z, forced: forced)
    let simple = cycles.violated(z, forced: forced, roles: roles)
    guard simple.isEmpty else { return simple }
    let cliques = cliqueCovers(z, forced: forced, roles: roles)
    guard cliques.isEmpty else { return cliques }
    return colouringCover(z, forced: forced, roles: roles).map { [$0] } ?? []
  }

  private func cliqueCovers(_ z: [Double], forced: [Bool], roles: EdgeRoles) -> [Cover] {
    let n = graph.count
    guard n <= Self.mostNodes else { return [] }
    // What it takes to keep two nodes apart.
    var apart = [Float](repeating: 2, count: n * n)
    for u in 0..<n {
      if clock.isOver { return [] }
      paths.run(from: u, roles, below: 1, stopAtTwin: false)
      for v in 0..<n where v != u {
        let distance = paths.distance[2 * v + 1]
        if distance.isFinite { apart[u * n + v] = Float(distance) }
      }
    }
    var cliques: [(sum: Float, nodes: [Int])] = []
    var seen: Set<[Int]> = []
    for edge in graph.edges.indices where roles.different[edge] < 1 {
      var nodes = [Int(graph.edges[edge].tail), Int(graph.edges[edge].head)]
      var sum = apart[nodes[0] * n + nodes[1]]
      var load = (0..<n).map { apart[nodes[0] * n + $0] + apart[nodes[1] * n + $0] }
      while nodes.count <= blocks, sum < 1.5 {
        var next = -1
        for v in 0..<n where !nodes.contains(v) && (next < 0 || load[v] < load[next]) { next = v }
        guard next >= 0 else { break }
        sum += load[next]
        nodes.append(next)
        for v in 0..<n { load[v] += apart[next * n + v] }
      }
      // Shared edges count once, so that a sum above 1 may still be a violation.
      guard nodes.count == blocks + 1, sum < 1.5 else { continue }
      let sorted = nodes.sorted()
      if seen.insert(sorted).inserted { cliques.append((sum, sorted)) }
    }
    cliques.sort { ($0.sum, $0.nodes[0], $0.nodes[1]) < ($1.sum, $1.nodes[0], $1.nodes[1]) }
    var uses = [Int](repeating: 0, count: graph.edges.count)
    var covers: [Cover] = []
    for clique in cliques.prefix(4 * Self.mostCovers) {
      var edges: Set<Int32> = []
      for (i, u) in clique.nodes.enumerated() {
        paths.run(from: u, roles, below: 1, stopAtTwin: false)
        for v in clique.nodes[(i + 1)...] {
          edges.formUnion(paths.path(to: v, layer: 1, roles))
        }
      }
      guard edges.allSatisfy({ uses[Int($0)] < Self.mostUses }) else { continue }
      let cover = EdgeRoles.cover(edges, forced: forced)
      guard cover.value(z) < 1 - Violation.least else { continue }
      for e in edges { uses[Int(e)] += 1 }
      covers.append(cover)
      if covers.count == Self.mostCovers { break }
    }
    return covers
  }

  /// Clusters of a point and who must be apart from whom.
  private func quotient(
    _ z: [Double], forced: [Bool]
  ) -> (clusters: Clusters, neighbours: [[Int]]) {
    let clusters = Clusters(graph, z, forced: forced)
    var neighbours = [Set<Int>](repeating: [], count: clusters.count)
    for (e, edge) in graph.edges.enumerated() {
      guard edge.isPositive ? forced[e] : z[e] < 0.5 else { continue }
      let (a, b) = (Int(clusters.labels[Int(edge.tail)]), Int(clusters.labels[Int(edge.head)]))
      guard a != b else { continue }
      neighbours[a].insert(b)
      neighbours[b].insert(a)
    }
    return (clusters, neighbours.map { $0.sorted() })
  }

  private func colouringCover(_ z: [Double], forced: [Bool], roles: EdgeRoles) -> Cover? {
    let (clusters, neighbours) = quotient(z, forced: forced)
    let colouring = Colouring(count: clusters.count, neighbours: neighbours)
    guard let critical = colouring.critical(blocks, clock: clock) else { return nil }
    // One edge for each two clusters that must be apart, and a tree that holds each cluster together.
    var chosen: [Int: Int32] = [:]
    var ends: [Int: [Int]] = [:]
    for (e, edge) in graph.edges.enumerated() {
      guard edge.isPositive ? forced[e] : z[e] < 0.5 else { continue }
      let (a, b) = (Int(clusters.labels[Int(edge.tail)]), Int(clusters.labels[Int(edge.head)]))
      guard a != b, critical.contains(a), critical.contains(b) else { continue }
      let pair = min(a, b) * clusters.count + max(a, b)
      guard chosen[pair] == nil else { continue }
      chosen[pair] = Int32(e)
      ends[a, default: []].append(
        a == Int(clusters.labels[Int(edge.tail)]) ? Int(edge.tail) : Int(edge.head))
      ends[b, default: []].append(
        b == Int(clusters.labels[Int(edge.head)]) ? Int(edge.head) : Int(edge.tail))
    }
    var edges = Set(chosen.values)
    for terminals in ends.values {
      guard let root = terminals.first else { continue }
      paths.runTogether(from: root, roles, below: .infinity)
      for node in terminals where node != root {
        edges.formUnion(paths.path(to: node, layer: 0, roles))
      }
    }
    let cover = EdgeRoles.cover(edges, forced: forced)
    return cover.value(z) < 1 - Violation.least ? cover : nil
  }

  func partition(_ z: [Double], forced: [Bool]) -> [Int32]? {
    let (clusters, neighbours) = quotient(z, forced: forced)
    let colouring = Colouring(count: clusters.count, neighbours: neighbours)
    if let labels = colouring.colours(blocks, steps: 2_000).labels {
      return clusters.labels.map { Int32(labels[Int($0)]) }
    }
    return merged(clusters)
  }

  /// Clusters placed one after the other, largest first, where they cost least.
  private func merged(_ clusters: Clusters) -> [Int32] {
    let c = clusters.count
    var weights = [Double](repeating: 0, count: c * c)
    var size = [Double](repeating: 0, count: c)
    for edge in graph.edges {
      let (a, b) = (Int(clusters.labels[Int(edge.tail)]), Int(clusters.labels[Int(edge.head)]))
      size[a] += edge.cost
      size[b] += edge.cost
      weights[a * c + b] += edge.weight
      weights[b * c + a] += edge.weight
    }
    var place = [Int32](repeating: -1, count: c)
    for a in (0..<c).sorted(by: { (-size[$0], $0) < (-size[$1], $1) }) {
      var towards = [Double](repeating: 0, count: blocks)
      for b in 0..<c where place[b] >= 0 && a != b { towards[Int(place[b])] += weights[a * c + b] }
      var best = 0
      for k in 1..<blocks where towards[k] > towards[best] { best = k }
      place[a] = Int32(best)
    }
    return clusters.labels.map { place[Int($0)] }
  }
}
