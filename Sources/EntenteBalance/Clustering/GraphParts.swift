/// Splits a graph where its parts do not bear on each other.
///
/// A cycle lies in one two-connected part, and blocks can be renamed so that partitions of the parts
/// agree on the node they share: the best cost is the sum over parts, for any number of blocks of at
/// least two. A part of one edge costs nothing.
struct GraphParts {
  /// Connected component of every node, numbered from 0 in order of the first node.
  let component: [Int32]
  let componentCount: Int
  /// Edges of each two-connected part, in the order in which a depth-first walk leaves them.
  let parts: [[Int32]]

  /// - Complexity: O(nodes + edges), without recursion.
  init(_ graph: SignedGraph) {
    let none: Int32 = -1
    var component = [Int32](repeating: none, count: graph.count)
    var depth = [Int32](repeating: none, count: graph.count)
    var low = depth
    var parts: [[Int32]] = []
    var components = 0
    var edgeStack: [Int32] = []
    var slot = graph.starts
    var walk: [(node: Int, by: Int32)] = []
    for root in 0..<graph.count where component[root] == none {
      let name = Int32(components)
      components += 1
      component[root] = name
      depth[root] = 0
      low[root] = 0
      walk.append((root, none))
      while let (node, by) = walk.last {
        if slot[node] < graph.starts[node + 1] {
          let at = Int(slot[node])
          slot[node] += 1
          let (next, edge) = (Int(graph.neighbours[at]), graph.incident[at])
          if edge == by { continue }
          if depth[next] == none {
            component[next] = name
            depth[next] = depth[node] + 1
            low[next] = depth[next]
            edgeStack.append(edge)
            walk.append((next, edge))
          } else if depth[next] < depth[node] {
            edgeStack.append(edge)
            low[node] = min(low[node], depth[next])
          }
        } else {
          walk.removeLast()
          guard let parent = walk.last?.node else { continue }
          low[parent] = min(low[parent], low[node])
          // Nothing below `node` reaches above `parent`: what was walked since is a part.
          if low[node] >= depth[parent], let first = edgeStack.lastIndex(of: by) {
            parts.append(Array(edgeStack[first...]))
            edgeStack.removeSubrange(first...)
          }
        }
      }
    }
    self.component = component
    componentCount = components
    self.parts = parts
  }
}
