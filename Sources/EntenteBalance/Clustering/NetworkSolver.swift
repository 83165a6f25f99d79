import EntenteNumerics

/// Partitions a network: part by part, then glued together.
struct NetworkSolver {
  private let network: SignedNetwork
  private let graph: SignedGraph
  private let parts: GraphParts
  /// Frustrated whatever the partition: the smaller weight of every pair that has both.
  private let unavoidable: Double
  /// Components of the network that fall apart when equal weights cancel, less one each.
  private let splits: Int
  private let hasTie: [Bool]

  init(_ network: SignedNetwork) {
    self.network = network
    var edges: [SignedGraph.Edge] = []
    var unavoidable = 0.0
    var hasTie = [Bool](repeating: false, count: network.names.count)
    var whole = ParityForest(count: network.names.count)
    var components = network.names.count
    for tie in network.ties {
      unavoidable += min(tie.positive, tie.negative)
      hasTie[tie.first] = true
      hasTie[tie.second] = true
      if whole.join(tie.first, tie.second, apart: false) { components -= 1 }
      guard tie.net != 0 else { continue }
      edges.append(
        SignedGraph.Edge(tail: Int32(tie.first), head: Int32(tie.second), weight: tie.net))
    }
    self.unavoidable = unavoidable
    self.hasTie = hasTie
    graph = SignedGraph(count: network.names.count, edges: edges)
    parts = GraphParts(graph)
    splits = parts.componentCount - components
  }

  /// The best partition into at most `blocks` blocks, or into any number.
  ///
  /// - Parameter start: labels of a partition that may serve as a beginning.
  func partition(
    blocks: Int?, start: [Int32]? = nil, options: BalanceOptions, branchLimit: Int = .max
  ) -> BlockPartition {
    if blocks == 1 { return single() }
    let clock = Deadline(seconds: options.timeLimit)
    var solvers: [Int: (solver: BlockSolver, part: Part)] = [:]
    var pieces: [Piece?] = parts.parts.map { _ in nil }
    // Small parts first: what they leave of the time is the large ones'.
    let order = parts.parts.indices.sorted {
      (parts.parts[$0].count, $0) < (parts.parts[$1].count, $1)
    }
    let name = "balance.\(blocks.map(String.init) ?? "any")"
    for p in order {
      let part = Part(parts.parts[p], of: graph)
      guard part.graph.edges.count > 1 else {
        let isPositive = part.graph.edges[0].isPositive
        pieces[p] = Piece(nodes: part.nodes, labels: isPositive ? [0, 0] : [0, 1])
        continue
      }
      let solver = BlockSolver(
        part.graph, blocks: blocks, start: part.start(start, blocks: blocks),
        stream: RandomStream(seed: options.seed, name: name, index: p), deadline: clock,
        branchLimit: branchLimit)
      solver.solve(rounds: options.searchRounds)
      pieces[p] = Piece(nodes: part.nodes, labels: solver.labels)
      solvers[p] = (solver, part)
    }
    var lower = unavoidable
    var isProven = true
    var (branches, covers) = (0, 0)
    for (_, (solver, part)) in solvers.sorted(by: { $0.key < $1.key }) {
      lower += solver.lower * part.unit
      isProven = isProven && solver.isProven
      branches += solver.branches
      covers += solver.covers
    }
    // Counted last, so that it takes no time from the proofs.
    var optima = OptimaCount.one
    for p in order {
      guard let (solver, _) = solvers[p] else { continue }
      let found =
        options.optimaLimit > 0 && isProven
        ? solver.countOptima(limit: options.optimaLimit) : (count: 1, isComplete: false)
      optima = optima.times(found.count, isExact: found.isComplete)
    }
    for _ in 0..<splits { optima = optima.times(blocks == 2 ? 2 : 1, isExact: blocks == 2) }
    let labels = Gluing.labels(
      pieces.compactMap { $0 }, component: parts.component, blocks: blocks, graph: graph)
    let cost = network.cost(of: labels.map { Int($0) })
    return BlockPartition(
      blocks: blocks, cost: cost, lowerBound: isProven ? cost : min(cost, lower),
      isProven: isProven, labels: zip(labels, hasTie).map { $1 ? Int($0) : nil },
      frustrated: frustrated(labels), optima: optima,
      isUnique: isUnique(labels, blocks: blocks, optima: optima),
      branches: branches, covers: covers)
  }

  private func single() -> BlockPartition {
    let labels = [Int32](repeating: 0, count: graph.count)
    let cost = network.cost(of: labels.map { Int($0) })
    return BlockPartition(
      blocks: 1, cost: cost, lowerBound: cost, isProven: true,
      labels: hasTie.map { $0 ? 0 : nil }, frustrated: frustrated(labels), optima: .one,
      isUnique: true, branches: 0, covers: 0)
  }

  /// Ties at odds with the partition, as positions in the network.
  private func frustrated(_ labels: [Int32]) -> [Int] {
    network.ties.indices.filter { i in
      let tie = network.ties[i]
      return tie.net != 0 && (labels[tie.first] == labels[tie.second]) != (tie.net > 0)
    }
  }

  /// With three blocks or more, one set of frustrated ties may still leave actors a choice of block.
  private func isUnique(_ labels: [Int32], blocks: Int?, optima: OptimaCount) -> Bool? {
    if optima.atLeast > 1 { return false }
    guard let blocks, blocks > 2 else { return optima.isExact ? true : nil }
    let z = graph.edges.map { graph.isFrustrated($0, labels) ? 1.0 : 0 }
    let none = [Bool](repeating: false, count: z.count)
    let clusters = Clusters(graph, z, forced: none)
    var neighbours = [Set<Int>](repeating: [], count: clusters.count)
    for (edge, value) in zip(graph.edges, z) where !edge.isPositive && value == 0 {
      let (a, b) = (Int(clusters.labels[Int(edge.tail)]), Int(clusters.labels[Int(edge.head)]))
      neighbours[a].insert(b)
      neighbours[b].insert(a)
    }
    let colouring = Colouring(count: clusters.count, neighbours: neighbours.map { $0.sorted() })
    var members: [Int32: Set<Int>] = [:]
    for node in 0..<graph.count {
      members[parts.component[node], default: []].insert(Int(clusters.labels[node]))
    }
    for (_, group) in members.sorted(by: { $0.key < $1.key }) {
      guard let isOne = colouring.isUnique(blocks, members: group) else { return nil }
      if !isOne { return false }
    }
    return optima.isExact ? true : nil
  }

  /// A part with nodes numbered from 0 and weights in its own unit.
  private struct Part {
    let nodes: [Int32]
    let graph: SignedGraph
    /// Integer weights are divided by their greatest common divisor, others by the largest, so that
    /// the answer does not depend on the unit.
    let unit: Double

    init(_ part: [Int32], of whole: SignedGraph) {
      var names: [Int32: Int32] = [:]
      var nodes: [Int32] = []
      func name(_ node: Int32) -> Int32 {
        if let known = names[node] { return known }
        names[node] = Int32(nodes.count)
        nodes.append(node)
        return Int32(nodes.count - 1)
      }
      let ends = part.map { e -> SignedGraph.Edge in
        let edge = whole.edges[Int(e)]
        return SignedGraph.Edge(tail: name(edge.tail), head: name(edge.head), weight: edge.weight)
      }
      let raw = SignedGraph(count: nodes.count, edges: ends)
      let largest = ends.reduce(0) { max($0, $1.cost) }
      unit = raw.grain > 0 ? raw.grain : largest
      self.nodes = nodes
      let divisor = unit
      graph = SignedGraph(
        count: nodes.count,
        edges: ends.map { .init(tail: $0.tail, head: $0.head, weight: $0.weight / divisor) })
    }

    func start(_ labels: [Int32]?, blocks: Int?) -> [Int32] {
      guard let labels else { return [Int32](repeating: 0, count: nodes.count) }
      var names: [Int32: Int32] = [:]
      return nodes.map { node in
        let name = names[labels[Int(node)]] ?? Int32(names.count)
        names[labels[Int(node)]] = name
        return min(name, Int32(blocks ?? Int.max >> 33) - 1)
      }
    }
  }
}
