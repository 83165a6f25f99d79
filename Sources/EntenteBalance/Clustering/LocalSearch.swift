import EntenteNumerics

/// Improves a partition by moving one node at a time, with seeded disturbances: an upper bound.
struct LocalSearch {
  private let graph: SignedGraph
  /// Labels are below this.
  private let blocks: Int
  private let tolerance: Double
  private(set) var labels: [Int32]
  private(set) var cost: Double
  /// Members of each block, so that an empty one can be found.
  private var sizes: [Int32]
  private var emptyHint = 0
  /// Sum of the looked-at node's weights towards each block, for blocks marked with `stamp`.
  private var towards: [Double]
  private var marks: [Int]
  private var stamp = 0
  /// Nodes that may have a better place, each once.
  private var queue: [Int32] = []
  private var isQueued: [Bool]

  init(_ graph: SignedGraph, blocks: Int?, labels: [Int32]) {
    self.graph = graph
    self.blocks = blocks ?? graph.count
    self.labels = labels
    tolerance = 1e-10 * graph.edges.reduce(0) { $0 + $1.cost }
    cost = graph.cost(of: labels)
    sizes = [Int32](repeating: 0, count: self.blocks)
    towards = [Double](repeating: 0, count: self.blocks)
    marks = [Int](repeating: 0, count: self.blocks)
    isQueued = [Bool](repeating: false, count: graph.count)
    reset(labels)
  }

  /// Begins again from a partition; every node is to be looked at.
  mutating func reset(_ labels: [Int32]) {
    self.labels = labels
    cost = graph.cost(of: labels)
    for block in 0..<blocks { sizes[block] = 0 }
    for label in labels { sizes[Int(label)] += 1 }
    emptyHint = 0
    for node in 0..<graph.count { enqueue(Int32(node)) }
  }

  private mutating func enqueue(_ node: Int32) {
    guard !isQueued[Int(node)] else { return }
    isQueued[Int(node)] = true
    queue.append(node)
  }

  /// A block without members; nil if there is none.
  private mutating func emptyBlock() -> Int? {
    while emptyHint < blocks, sizes[emptyHint] > 0 { emptyHint += 1 }
    return emptyHint < blocks ? emptyHint : nil
  }

  /// Sums a node's weights towards the blocks of its neighbours; gives its own block's sum.
  private mutating func sum(_ node: Int) -> Double {
    stamp += 1
    let own = Int(labels[node])
    marks[own] = stamp
    towards[own] = 0
    for slot in graph.slots(of: node) {
      let block = Int(labels[Int(graph.neighbours[slot])])
      if marks[block] != stamp {
        marks[block] = stamp
        towards[block] = 0
      }
      towards[block] += graph.edges[Int(graph.incident[slot])].weight
    }
    return towards[own]
  }

  private mutating func move(_ node: Int, to block: Int, gain: Double) {
    sizes[Int(labels[node])] -= 1
    emptyHint = min(emptyHint, Int(labels[node]))
    sizes[block] += 1
    labels[node] = Int32(block)
    cost -= gain
    for slot in graph.slots(of: node) { enqueue(graph.neighbours[slot]) }
  }

  /// Moves nodes while that lowers the cost.
  mutating func descend() {
    var front = 0
    while front < queue.count {
      let node = Int(queue[front])
      front += 1
      isQueued[node] = false
      let here = sum(node)
      var (best, gain) = (-1, tolerance)
      for slot in graph.slots(of: node) {
        let block = Int(labels[Int(graph.neighbours[slot])])
        if towards[block] - here > gain { (best, gain) = (block, towards[block] - here) }
      }
      // A block without neighbours owes nothing.
      if -here > gain, let free = strangers() { (best, gain) = (free, -here) }
      if best >= 0 { move(node, to: best, gain: gain) }
    }
    queue.removeAll(keepingCapacity: true)
  }

  /// A block in which the node last summed has no neighbour, an empty one if there is one.
  private mutating func strangers() -> Int? {
    if let empty = emptyBlock() { return empty }
    return (0..<blocks).first { marks[$0] != stamp }
  }

  /// Descends, then repeats: disturb the best partition, descend, keep what is not worse.
  ///
  /// Disturbances: a few nodes to random blocks, a node with its friends to one block, or part of a
  /// block to another.
  mutating func improve(rounds: Int, stream: inout RandomStream, isOver: () -> Bool) {
    descend()
    var best = (labels: labels, cost: cost, sizes: sizes)
    for round in 0..<rounds {
      if round & 15 == 0, isOver() { break }
      disturb(&stream)
      descend()
      if cost > best.cost + tolerance {
        (labels, cost, sizes) = best
        emptyHint = 0
      } else {
        best = (labels, cost, sizes)
      }
    }
    // A sum that was kept up to date moves by rounding; count the cost anew.
    cost = graph.cost(of: labels)
  }

  private mutating func shift(_ node: Int, to block: Int) {
    guard Int(labels[node]) != block else { return }
    let here = sum(node)
    let there = marks[block] == stamp ? towards[block] : 0
    move(node, to: block, gain: there - here)
    enqueue(Int32(node))
  }

  /// The block of some node, or now and then an empty one.
  private mutating func anyBlock(_ stream: inout RandomStream) -> Int {
    if stream.integer(below: 4) == 0, let empty = emptyBlock() { return empty }
    return Int(labels[stream.integer(below: graph.count)])
  }

  private mutating func disturb(_ stream: inout RandomStream) {
    switch stream.integer(below: 3) {
    case 0:
      for _ in 0..<(2 + stream.integer(below: 6)) {
        shift(stream.integer(below: graph.count), to: anyBlock(&stream))
      }
    case 1:
      let centre = stream.integer(below: graph.count)
      let block = anyBlock(&stream)
      shift(centre, to: block)
      for slot in graph.slots(of: centre) {
        let isFriend = graph.edges[Int(graph.incident[slot])].isPositive
        if isFriend, stream.integer(below: 2) == 0 {
          shift(Int(graph.neighbours[slot]), to: block)
        }
      }
    default:
      let (from, to) = (Int32(anyBlock(&stream)), anyBlock(&stream))
      for node in 0..<graph.count where labels[node] == from && stream.integer(below: 2) == 0 {
        shift(node, to: to)
      }
    }
  }
}
