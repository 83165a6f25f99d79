/// Disjoint sets whose members are on one of two sides.
struct ParityForest {
  private var parent: [Int32]
  private var parity: [UInt8]

  init(count: Int) {
    parent = (0..<Int32(count)).map { $0 }
    parity = [UInt8](repeating: 0, count: count)
  }

  mutating func find(_ node: Int) -> (root: Int, parity: Int) {
    var root = node
    var side: UInt8 = 0
    while Int(parent[root]) != root {
      side ^= parity[root]
      root = Int(parent[root])
    }
    var (at, rest) = (node, side)
    while at != root {
      let (next, step) = (Int(parent[at]), parity[at])
      parent[at] = Int32(root)
      parity[at] = rest
      rest ^= step
      at = next
    }
    return (root, Int(side))
  }

  /// Whether two members of one set are on different sides.
  mutating func areApart(_ a: Int, _ b: Int) -> Bool { find(a).parity != find(b).parity }

  /// Whether the two were in different sets.
  @discardableResult
  mutating func join(_ a: Int, _ b: Int, apart: Bool) -> Bool {
    let (left, right) = (find(a), find(b))
    guard left.root != right.root else { return false }
    parent[right.root] = Int32(left.root)
    parity[right.root] = UInt8(left.parity ^ right.parity ^ (apart ? 1 : 0))
    return true
  }
}
