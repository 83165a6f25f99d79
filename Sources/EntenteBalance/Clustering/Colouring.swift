/// Colours a small graph so that neighbours differ.
struct Colouring {
  private let count: Int
  private let neighbours: [[Int]]

  init(count: Int, neighbours: [[Int]]) {
    self.count = count
    self.neighbours = neighbours
  }

  /// A colouring of the nodes in `members` with at most `colours` colours, or nil if there is none
  /// (proven) or, with `steps` spent, none was found.
  ///
  /// The node with the most colours around it goes first (Brélaz 1979).
  func colours(
    _ colours: Int, members: Set<Int>? = nil, steps: Int = 200_000
  ) -> (labels: [Int]?, isProven: Bool) {
    var search = Search(graph: self, colours: colours, steps: steps)
    let isIn = (0..<count).map { members?.contains($0) ?? true }
    for v in 0..<count where !isIn[v] { search.skip(v) }
    let isFound = search.colour(left: isIn.count { $0 }, used: 0)
    return (isFound ? search.label : nil, isFound || search.steps > 0)
  }

  /// Whether the members can be coloured in one way only, up to renaming colours; nil if the question
  /// is too hard or they cannot be coloured.
  func isUnique(_ colours: Int, members: Set<Int>, steps: Int = 200_000) -> Bool? {
    var search = Search(graph: self, colours: colours, steps: steps)
    for v in 0..<count where !members.contains(v) { search.skip(v) }
    // The first one found is passed over.
    search.toSkip = 1
    if search.colour(left: members.count, used: 0) { return false }
    return search.steps > 0 && search.toSkip == 0 ? true : nil
  }

  /// Nodes that cannot be coloured, of which none can be spared; nil if all can be coloured, or the
  /// question is too hard or time is over.
  func critical(_ colours: Int, clock: Deadline) -> Set<Int>? {
    var members = core(Set(0..<count), colours)
    guard !members.isEmpty else { return nil }
    let all = self.colours(colours, members: members)
    guard all.labels == nil, all.isProven else { return nil }
    for v in (0..<count).sorted(by: { (neighbours[$0].count, $0) < (neighbours[$1].count, $1) })
    where members.contains(v) {
      if clock.isOver { return nil }
      let fewer = core(members.subtracting([v]), colours)
      guard !fewer.isEmpty else { continue }
      let rest = self.colours(colours, members: fewer, steps: 20_000)
      if rest.labels == nil, rest.isProven { members = fewer }
    }
    return members
  }

  /// What is left when nodes with fewer neighbours than colours go, again and again: they can always
  /// be coloured last.
  private func core(_ members: Set<Int>, _ colours: Int) -> Set<Int> {
    var left = members
    var degree = [Int](repeating: 0, count: count)
    for v in members { degree[v] = neighbours[v].count { members.contains($0) } }
    var leaving = members.filter { degree[$0] < colours }
    while let v = leaving.popFirst() {
      left.remove(v)
      for w in neighbours[v] where left.contains(w) {
        degree[w] -= 1
        if degree[w] < colours { leaving.insert(w) }
      }
    }
    return left
  }

  private struct Search {
    let graph: Colouring
    let colours: Int
    var steps: Int
    var toSkip = 0
    var label: [Int]
    /// How many neighbours of a node have a colour, by node × colours + colour.
    var around: [Int]
    var saturation: [Int]

    init(graph: Colouring, colours: Int, steps: Int) {
      self.graph = graph
      self.colours = colours
      self.steps = steps
      label = [Int](repeating: -1, count: graph.count)
      around = [Int](repeating: 0, count: graph.count * colours)
      saturation = [Int](repeating: 0, count: graph.count)
    }

    mutating func skip(_ node: Int) { label[node] = -2 }

    mutating func colour(left: Int, used: Int) -> Bool {
      guard left > 0 else {
        toSkip -= 1
        return toSkip < 0
      }
      steps -= 1
      guard steps > 0 else { return false }
      var node = -1
      for v in label.indices where label[v] == -1 {
        if node < 0
          || (saturation[v], graph.neighbours[v].count)
            > (saturation[node], graph.neighbours[node].count)
        {
          node = v
        }
      }
      for c in 0..<min(colours, used + 1) where around[node * colours + c] == 0 {
        set(node, c, by: 1)
        if colour(left: left - 1, used: max(used, c + 1)) { return true }
        set(node, c, by: -1)
      }
      return false
    }

    private mutating func set(_ node: Int, _ c: Int, by step: Int) {
      label[node] = step > 0 ? c : -1
      for w in graph.neighbours[node] {
        let slot = w * colours + c
        let before = around[slot]
        around[slot] += step
        if before == 0 { saturation[w] += 1 } else if around[slot] == 0 { saturation[w] -= 1 }
      }
    }
  }
}
