import EntenteNumerics
import EntenteRecord
import EntenteStructure
import Testing

@Suite struct `Partition search` {
  /// Sums within and across by counting, over all labellings.
  func bruteForce(
    _ weights: [Double], _ count: Int, _ ways: PartitionSearch.Ways
  ) -> (cost: Double, labels: Set<[Int]>) {
    var best = Double.infinity
    var found: Set<[Int]> = []
    let blocs = ways == .two ? 2 : count
    var total = 1
    for _ in 0..<count { total *= blocs }
    for code in 0..<total {
      var rest = code
      let labels = (0..<count).map { _ in
        defer { rest /= blocs }
        return rest % blocs
      }
      if ways == .two, Set(labels).count != 2 { continue }
      var cost = 0.0
      var pair = 0
      for i in 0..<count {
        for j in (i + 1)..<max(count, i + 1) {
          let weight = weights[pair]
          pair += 1
          if (labels[i] == labels[j]) != (weight > 0) { cost += abs(weight) }
        }
      }
      var names: [Int: Int] = [:]
      let canonical = labels.map { label -> Int in
        let name = names[label] ?? names.count
        names[label] = name
        return name
      }
      if cost < best - 1e-9 {
        best = cost
        found = []
      }
      if cost < best + 1e-9 { found.insert(canonical) }
    }
    return (best, found)
  }

  @Test(arguments: UInt64(1)...60, PartitionSearch.Ways.allCases)
  func `finds what counting finds, ties too`(seed: UInt64, ways: PartitionSearch.Ways) throws {
    var stream = RandomStream(seed: seed, name: "weights")
    let count = 2 + stream.integer(below: 5)
    let pairs = count * (count - 1) / 2
    // Whole numbers in every other case, so that ties happen.
    let weights = (0..<pairs).map { _ in
      seed % 2 == 0 ? stream.normal() : Double(stream.integer(below: 5) - 2)
    }
    let exact = bruteForce(weights, count, ways)
    let best = try PartitionSearch(count: count, ways: ways).best(weights)
    #expect(abs(best.cost - exact.cost) < 1e-9, "seed \(seed), \(count) states")
    #expect(abs(best.weight - weights.map(abs).reduce(0, +)) < 1e-9)
    if weights.allSatisfy({ $0 != 0 }) {
      #expect(Set(best.labels) == exact.labels, "seed \(seed), \(count) states")
    }
    #expect(Set(best.labels).count == best.labels.count)
  }

  @Test(arguments: UInt64(1)...30) func `relabelling states changes nothing`(seed: UInt64) throws {
    var stream = RandomStream(seed: seed, name: "relabel")
    let count = 7
    var matrix = [[Double]](repeating: Array(repeating: 0, count: count), count: count)
    for i in 0..<count {
      for j in (i + 1)..<max(count, i + 1) {
        matrix[i][j] = stream.normal()
        matrix[j][i] = matrix[i][j]
      }
    }
    let order = Array(0..<count).shuffled(using: &stream)
    func weights(_ order: [Int]) -> [Double] {
      order.indices.flatMap { i in order.indices[(i + 1)...].map { matrix[order[i]][order[$0]] } }
    }
    for ways in PartitionSearch.Ways.allCases {
      let search = try PartitionSearch(count: count, ways: ways)
      let plain = search.best(weights(Array(0..<count)))
      let moved = search.best(weights(order))
      #expect(abs(plain.cost - moved.cost) < 1e-9, "seed \(seed)")
      let blocs = Set(
        (0..<count).map { a in Set((0..<count).filter { plain.labels[0][$0] == plain.labels[0][a] })
        })
      let back = Set(
        (0..<count).map { a in
          Set((0..<count).filter { moved.labels[0][$0] == moved.labels[0][a] }.map { order[$0] })
        })
      #expect(blocs == back, "seed \(seed)")
    }
  }

  @Test func `twelve states and twenty are the most`() throws {
    #expect(throws: Never.self) { try PartitionSearch(count: 12, ways: .any) }
    #expect(throws: Never.self) { try PartitionSearch(count: 20, ways: .two) }
    let any = #expect(throws: StructureError.self) { try PartitionSearch(count: 13, ways: .any) }
    #expect(any?.code == .tooLarge)
    #expect(any?.message.contains("n above 12") == true)
    let two = #expect(throws: StructureError.self) { try PartitionSearch(count: 21, ways: .two) }
    #expect(two?.code == .tooLarge)
    let one = #expect(throws: StructureError.self) { try PartitionSearch(count: 1, ways: .any) }
    #expect(one?.code == .tooFew)
  }

  @Test func `without any negative pair all states stand together`() throws {
    let weights = [Double](repeating: 1, count: 15)
    let any = try PartitionSearch(count: 6, ways: .any).best(weights)
    #expect(any.labels == [[0, 0, 0, 0, 0, 0]])
    #expect(any.cost == 0)
    let two = try PartitionSearch(count: 6, ways: .two).best(weights)
    // Cutting off any one state frustrates its five pairs.
    #expect(two.cost == 5)
    #expect(two.labels.count == 6)
  }

  @Test func `a division is written and read in one way`() throws {
    let left = SyntheticPanel.codes("USA KOR JPN")
    let right = SyntheticPanel.codes("RUS CHN PRK")
    let partition = try #require(Partition([left, right]))
    #expect(partition.description == "CHN PRK RUS | JPN KOR USA")
    #expect(partition == Partition([right.reversed(), left]))
    #expect(partition.legs.map(\.count) == [3, 3])
    #expect(partition.crosses.count == 9)
    #expect(Partition([left, left]) == nil)
    #expect(Partition([left, []]) == nil)
  }
}
