/// Labels of a two-connected part.
struct Piece {
  let nodes: [Int32]
  let labels: [Int32]
}

/// Puts partitions of parts together: blocks are renamed so that parts agree on the node they share.
enum Gluing {
  /// Labels of the whole, from 0 in order of first appearance: within each component where the number
  /// of blocks is limited, over all components where it is not.
  ///
  /// `pieces` come in the order in which a depth-first walk leaves them; backwards, each shares at
  /// most one node with those before it.
  static func labels(
    _ pieces: [Piece], component: [Int32], blocks: Int?, graph: SignedGraph
  ) -> [Int32] {
    var labels = [Int32](repeating: -1, count: graph.count)
    var fresh: Int32 = 0
    for piece in pieces.reversed() {
      let shared = piece.nodes.indices.first { labels[Int(piece.nodes[$0])] >= 0 }
      var names: [Int32: Int32] = [:]
      if let shared { names[piece.labels[shared]] = labels[Int(piece.nodes[shared])] }
      if let blocks {
        let taken = Set(names.values)
        var free = (0..<Int32(blocks)).filter { !taken.contains($0) }.reversed() as [Int32]
        for label in piece.labels where names[label] == nil { names[label] = free.popLast() }
      } else {
        for label in piece.labels where names[label] == nil {
          names[label] = fresh
          fresh += 1
        }
      }
      for (node, label) in zip(piece.nodes, piece.labels) {
        labels[Int(node)] = names[label] ?? 0
      }
    }
    if blocks == nil { labels = finest(labels, graph) }
    return ordered(labels, component: component, isLimited: blocks != nil)
  }

  /// Blocks split into what positive ties inside them hold together: that costs nothing.
  private static func finest(_ labels: [Int32], _ graph: SignedGraph) -> [Int32] {
    var forest = ParityForest(count: graph.count)
    for edge in graph.edges
    where edge.isPositive && labels[Int(edge.tail)] == labels[Int(edge.head)] {
      forest.join(Int(edge.tail), Int(edge.head), apart: false)
    }
    // Negative ties inside a block are frustrated; splitting there would only lower the cost.
    return (0..<graph.count).map { Int32(forest.find($0).root) }
  }

  private static func ordered(
    _ labels: [Int32], component: [Int32], isLimited: Bool
  ) -> [Int32] {
    var names: [Int64: Int32] = [:]
    var next: [Int32: Int32] = [:]
    return labels.indices.map { node in
      let group = isLimited ? component[node] : 0
      let key = Int64(group) << 32 | Int64(labels[node] + 1)
      if let name = names[key] { return name }
      let name = next[group, default: 0]
      next[group] = name + 1
      names[key] = name
      return name
    }
  }
}
