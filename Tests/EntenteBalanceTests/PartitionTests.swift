import EntenteBalance
import EntenteNumerics
import Testing

@Suite struct `Exact partitions` {
  static let kinds: [Int?] = [1, 2, 3, 4, 5, nil]

  @Test(arguments: kinds)
  func `equal counting one by one on thousands of small networks`(blocks: Int?) {
    for seed in UInt64(1)...600 {
      let network = RandomNetworks.small(seed, most: 7)
      check(network, blocks: blocks, seed: seed)
    }
  }

  @Test(arguments: kinds) func `equal counting on networks of nine`(blocks: Int?) {
    for seed in UInt64(10_001)...10_040 {
      check(RandomNetworks.small(seed, most: 9), blocks: blocks, seed: seed)
    }
  }

  private func check(_ network: SignedNetwork, blocks: Int?, seed: UInt64) {
    let exact = BruteForce(network, blocks: blocks)
    let found = BalanceAnalysis.partition(network, blocks: blocks)
    let about: Comment = "seed \(seed), \(network.names.count) actors, \(network.ties.count) ties"
    #expect(found.isProven, about)
    #expect(abs(found.cost - exact.cost) < 1e-9, about)
    #expect(abs(found.lowerBound - exact.cost) < 1e-9, about)
    #expect(abs(network.cost(of: found.labels.map { $0 ?? 0 }) - exact.cost) < 1e-9, about)
    #expect(found.usedBlocks <= blocks ?? Int.max, about)
    let odd = network.ties.indices.filter { i in
      let tie = network.ties[i]
      return tie.net != 0
        && (found.labels[tie.first] == found.labels[tie.second]) != (tie.net > 0)
    }
    #expect(found.frustrated == odd, about)
    guard blocks != 1 else { return }
    let cancels = network.ties.contains { $0.net == 0 }
    if blocks == 2 {
      #expect(found.optima.isExact, about)
      #expect(found.optima.atLeast == exact.sets.count, about)
      #expect(found.isUnique == (exact.partitions.count == 1), about)
    } else if !cancels {
      #expect(found.optima.isExact, about)
      #expect(found.optima.atLeast == exact.sets.count, about)
      let isOne = blocks == nil ? exact.sets.count == 1 : exact.partitions.count == 1
      #expect(found.isUnique == isOne, about)
    } else {
      #expect(found.optima.atLeast <= exact.sets.count, about)
      // A cancelled pair may be together or not in the finest partition as well.
      if found.isUnique == true, blocks != nil { #expect(exact.partitions.count == 1, about) }
    }
  }

  @Test(arguments: [2, 3, 4, nil] as [Int?], UInt64(1)...8)
  func `relabelling, scaling, an isolate and flipping change nothing`(blocks: Int?, seed: UInt64) {
    let network = RandomNetworks.planted(
      24, blocks: blocks ?? 5, density: 0.3, noise: 0.15, seed: seed
    ).network
    let plain = BalanceAnalysis.partition(network, blocks: blocks)
    var stream = RandomStream(seed: seed, name: "relabel")
    let order = Array(0..<24).shuffled(using: &stream)
    func changed(
      _ names: [String], _ change: (SignedTie) -> [(from: Int, to: Int, weight: Double)]
    ) -> BlockPartition {
      BalanceAnalysis.partition(
        SignedNetwork(names: names, arcs: network.ties.flatMap(change)), blocks: blocks)
    }
    let moved = changed(network.names) { [(order[$0.first], order[$0.second], $0.net)] }
    #expect(moved.cost == plain.cost && moved.isProven)
    #expect(moved.optima == plain.optima && moved.isUnique == plain.isUnique)
    for factor in [3, 1e-7, 1e7, 0.1] {
      let scaled = changed(network.names) { [($0.first, $0.second, $0.net * factor)] }
      #expect(abs(scaled.cost - plain.cost * factor) <= 1e-9 * plain.cost * factor, "\(factor)")
      #expect(scaled.isProven && scaled.optima == plain.optima, "\(factor)")
    }
    let more = changed(network.names + ["alone"]) { [($0.first, $0.second, $0.net)] }
    #expect(more.cost == plain.cost && more.optima == plain.optima)
    #expect(more.labels.last == .some(nil))
    #expect(Array(more.labels.dropLast()) == plain.labels)
    if blocks == 2 {
      // Switching a side leaves every cycle's sign as it was.
      let side = (0..<24).map { _ in stream.integer(below: 2) == 0 }
      let switched = changed(network.names) { tie in
        [(tie.first, tie.second, side[tie.first] == side[tie.second] ? tie.net : -tie.net)]
      }
      #expect(switched.cost == plain.cost && switched.optima == plain.optima)
    }
  }

  @Test(arguments: UInt64(1)...6) func `components add up and do not bear on each other`(
    seed: UInt64
  ) {
    let one = RandomNetworks.planted(12, blocks: 3, density: 0.5, noise: 0.2, seed: seed).network
    let two = RandomNetworks.planted(10, blocks: 2, density: 0.5, noise: 0.3, seed: seed + 100)
      .network
    let both = SignedNetwork(
      names: RandomNetworks.names(22),
      arcs: one.ties.map { ($0.first, $0.second, $0.net) }
        + two.ties.map { ($0.first + 12, $0.second + 12, $0.net) })
    for blocks in [2, 3, nil] as [Int?] {
      let parts = [one, two].map { BalanceAnalysis.partition($0, blocks: blocks) }
      let whole = BalanceAnalysis.partition(both, blocks: blocks)
      #expect(whole.cost == parts[0].cost + parts[1].cost)
      #expect(whole.optima.atLeast == parts[0].optima.atLeast * parts[1].optima.atLeast)
    }
  }

  @Test(arguments: [2, 3, 4, 5], UInt64(1)...5)
  func `planted blocks without noise are found, and found to be the only ones`(
    blocks: Int, seed: UInt64
  ) {
    let (network, labels) = RandomNetworks.planted(
      60, blocks: blocks, density: 0.5, noise: 0, seed: seed)
    let found = BalanceAnalysis.partition(network, blocks: blocks)
    #expect(found.cost == 0 && found.isProven && found.isUnique == true)
    #expect(found.labels == labels)
    #expect(BalanceAnalysis.partition(network, blocks: nil).labels == labels)
  }

  @Test(arguments: [2, 3], UInt64(1)...4) func `planted blocks are found through noise`(
    blocks: Int, seed: UInt64
  ) {
    let (network, labels) = RandomNetworks.planted(
      90, blocks: blocks, density: 0.4, noise: 0.1, seed: seed)
    let found = BalanceAnalysis.partition(network, blocks: blocks)
    #expect(found.isProven)
    #expect(found.cost <= network.cost(of: labels))
    #expect(found.labels == labels)
  }

  @Test func `costs fall with the number of blocks, and bounds hold when time is short`() {
    let network = RandomNetworks.planted(200, blocks: 4, density: 0.2, noise: 0.35, seed: 3).network
    let report = BalanceAnalysis.analyse(
      network, options: BalanceOptions(blocks: [1, 2, 3, 4, nil], timeLimit: 0.3))
    for (more, fewer) in zip(report.partitions.dropFirst(), report.partitions) {
      #expect(more.cost <= fewer.cost && more.lowerBound <= fewer.lowerBound)
    }
    for partition in report.partitions {
      #expect(partition.lowerBound <= partition.cost)
      #expect(network.cost(of: partition.labels.map { $0 ?? 0 }) == partition.cost)
      #expect(partition.isProven == (partition.gap == 0))
    }
    // Random enough to be beyond proof in this time.
    #expect(!report.frustration.isProven && report.frustration.lowerBound > 0)
  }

  @Test func `the same seed gives the same answer`() {
    let network = RandomNetworks.planted(40, blocks: 3, density: 0.3, noise: 0.1, seed: 9).network
    let options = BalanceOptions(blocks: [2, 3, nil], shuffles: 7, threads: 1)
    var three = options
    three.threads = 3
    let report = BalanceAnalysis.analyse(network, options: options)
    #expect(report == BalanceAnalysis.analyse(network, options: options))
    #expect(report == BalanceAnalysis.analyse(network, options: three))
  }

  @Test func `networks with nothing in them have nothing at odds`() {
    for network in [
      SignedNetwork(names: [], arcs: []), SignedNetwork(names: ["one"], arcs: []),
      SignedNetwork(names: ["one", "two"], arcs: [(0, 1, 0), (1, 1, 5)]),
    ] {
      let report = BalanceAnalysis.analyse(
        network, options: BalanceOptions(blocks: [1, 2, 3, nil], shuffles: 5))
      #expect(report.frustration.value == 0 && report.frustration.isProven)
      #expect(report.frustration.normalised == nil && report.triangles.share == nil)
      #expect(report.shuffling == nil && report.isolates == network.names.count)
      for partition in report.partitions {
        #expect(partition.cost == 0 && partition.isUnique == true)
        #expect(partition.labels.allSatisfy { $0 == nil } && partition.usedBlocks == 0)
      }
    }
  }
}
