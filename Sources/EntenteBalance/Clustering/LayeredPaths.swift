/// Shortest paths in two copies of a graph: an edge leaned on as "together" stays in its layer, one
/// leaned on as "apart" leads to the other layer.
///
/// Of paths equally long the one with fewer edges is found, since short covers are the strong ones.
final class LayeredPaths {
  enum Turns {
    /// Any number of changes of layer: parity counts. For two blocks.
    case any
    /// One change at most, from the first layer to the second. For more blocks.
    case once
    case never
  }

  /// Price of an edge beside its length; small enough that violations above 1e-3 are all found.
  static let hop = 1e-5

  private let graph: SignedGraph
  private let turns: Turns
  /// By 2 node + layer.
  private(set) var distance: [Double]
  private var arrivedBy: [Int32]
  private var touched: [Int32] = []
  private var heap: [(key: Double, state: Int32)] = []
  /// States reached by edges that cost nothing: their keys come in order, so that most of the work is
  /// a walk breadth first.
  private var queue: [(key: Double, state: Int32)] = []
  private var front = 0

  init(_ graph: SignedGraph, turns: Turns) {
    self.graph = graph
    self.turns = turns
    distance = [Double](repeating: .infinity, count: 2 * graph.count)
    arrivedBy = [Int32](repeating: -1, count: 2 * graph.count)
  }

  /// Distances from `source` in the first layer to every state nearer than `limit`; stops early when
  /// the second copy of `source` is reached, if asked.
  ///
  /// - Complexity: O(edges · log nodes).
  func run(from source: Int, _ roles: EdgeRoles, below limit: Double, stopAtTwin: Bool) {
    walk(from: source, roles, below: limit, stopAtTwin: stopAtTwin, turns: turns)
  }

  /// Distances in the first layer alone.
  func runTogether(from source: Int, _ roles: EdgeRoles, below limit: Double) {
    walk(from: source, roles, below: limit, stopAtTwin: false, turns: .never)
  }

  private func walk(
    from source: Int, _ roles: EdgeRoles, below limit: Double, stopAtTwin: Bool, turns: Turns
  ) {
    for state in touched {
      distance[Int(state)] = .infinity
      arrivedBy[Int(state)] = -1
    }
    touched.removeAll(keepingCapacity: true)
    heap.removeAll(keepingCapacity: true)
    queue.removeAll(keepingCapacity: true)
    front = 0
    distance[2 * source] = 0
    touched.append(Int32(2 * source))
    push(0, Int32(2 * source))
    let twin = Int32(2 * source + 1)
    roles.same.withUnsafeBufferPointer { same in
      roles.different.withUnsafeBufferPointer { different in
        while let (key, state) = pop() {
          if key > distance[Int(state)] { continue }
          if stopAtTwin, state == twin { return }
          let (node, layer) = (Int(state >> 1), state & 1)
          for slot in graph.slots(of: node) {
            let edge = Int(graph.incident[slot])
            let next = graph.neighbours[slot] << 1
            relax(key, same[edge], next | layer, slot, limit)
            if turns == .any || turns == .once && layer == 0 {
              relax(key, different[edge], next | (1 - layer), slot, limit)
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private func relax(_ from: Double, _ price: Double, _ state: Int32, _ slot: Int, _ limit: Double)
  {
    let key = from + price + Self.hop
    guard key < limit, key < distance[Int(state)] else { return }
    if distance[Int(state)] == .infinity { touched.append(state) }
    distance[Int(state)] = key
    arrivedBy[Int(state)] = Int32(slot)
    if price == 0 { queue.append((key, state)) } else { push(key, state) }
  }

  /// Edges of the path to a state that was reached, from its end; an edge walked twice is given twice.
  func path(to node: Int, layer: Int, _ roles: EdgeRoles) -> [Int32] {
    var edges: [Int32] = []
    var state = 2 * node + layer
    while arrivedBy[state] >= 0 {
      let slot = Int(arrivedBy[state])
      let edge = graph.incident[slot]
      edges.append(edge)
      let ends = graph.edges[Int(edge)]
      let before = Int(ends.tail) == state >> 1 ? Int(ends.head) : Int(ends.tail)
      // An edge serves in one role only, so its role tells the layer it came from.
      let layerBefore = roles.same[Int(edge)].isFinite ? state & 1 : 1 - state & 1
      state = 2 * before + layerBefore
    }
    return edges
  }

  private func push(_ key: Double, _ state: Int32) {
    heap.append((key, state))
    var i = heap.count - 1
    while i > 0 {
      let parent = (i - 1) >> 1
      guard heap[parent].key > key else { break }
      heap[i] = heap[parent]
      i = parent
    }
    heap[i] = (key, state)
  }

  private func pop() -> (key: Double, state: Int32)? {
    if front < queue.count, heap.isEmpty || queue[front].key <= heap[0].key {
      front += 1
      return queue[front - 1]
    }
    guard let top = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return top }
    var i = 0
    while true {
      var child = 2 * i + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1].key < heap[child].key { child += 1 }
      guard heap[child].key < last.key else { break }
      heap[i] = heap[child]
      i = child
    }
    heap[i] = last
    return top
  }
}
