import EntenteBalance

/// Every partition of a small network, counted one by one.
struct BruteForce {
  let cost: Double
  /// Different optimal sets of frustrated pairs, a cancelled pair by whether it is together.
  let sets: Set<[Bool]>
  /// Different optimal partitions, blocks renamed within each component.
  let partitions: Set<[[Int]]>

  init(_ network: SignedNetwork, blocks: Int?) {
    let n = network.names.count
    var component = Array(0..<n)
    var changed = true
    while changed {
      changed = false
      for tie in network.ties where component[tie.first] != component[tie.second] {
        let low = min(component[tie.first], component[tie.second])
        component[tie.first] = low
        component[tie.second] = low
        changed = true
      }
    }
    var best = Double.infinity
    var sets: Set<[Bool]> = []
    var partitions: Set<[[Int]]> = []
    var labels = [Int](repeating: 0, count: n)
    func walk(_ i: Int, _ used: Int) {
      if i == n {
        let cost = network.cost(of: labels)
        if cost < best - 1e-9 {
          best = cost
          sets = []
          partitions = []
        }
        guard cost < best + 1e-9 else { return }
        sets.insert(
          network.ties.map { tie in
            let together = labels[tie.first] == labels[tie.second]
            return tie.net == 0 ? together : together != (tie.net > 0)
          })
        partitions.insert(
          Set(component).sorted().map { name in
            var names: [Int: Int] = [:]
            return (0..<n).filter { component[$0] == name }.map { node in
              let label = names[labels[node]] ?? names.count
              names[labels[node]] = label
              return label
            }
          })
        return
      }
      for label in 0...min(used, (blocks ?? n) - 1) {
        labels[i] = label
        walk(i + 1, max(used, label + 1))
      }
    }
    if n == 0 {
      best = 0
      sets = [[]]
      partitions = [[]]
    } else {
      walk(0, 0)
    }
    cost = best
    self.sets = sets
    self.partitions = partitions
  }
}
