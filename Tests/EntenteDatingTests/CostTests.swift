import EntenteDating
import EntenteNumerics
import Testing

/// Laws that every cost of the catalog keeps, and the segmentations that rest on them.
struct CostTests {
  static let names = CostCatalog.all.map { $0.descriptor.name }.sorted()

  static func make(_ name: String, _ values: [Double]) throws -> any Cost {
    let type = try #require(CostCatalog.all.first { $0.descriptor.name == name })
    return try type.init(values)
  }

  /// Whole numbers, which every cost takes: ties, zeros and a jump or two among them.
  static func series(_ count: Int, _ index: Int, step: Double = 4) -> [Double] {
    var stream = RandomStream(seed: 11, name: "costs", index: index)
    let at = stream.integer(below: count)
    let mean = 1 + 3 * stream.uniform()
    return (0..<count).map { t in
      Double(stream.poisson(mean: mean + (t >= at ? step : 0)))
        * (stream.uniform() < 0.05 ? 10 : 1)
    }
  }

  @Test func `the catalog holds the costs that the command names`() {
    #expect(
      Self.names == ["count", "kernel", "mean", "mean-variance", "rank", "robust"])
  }

  @Test(arguments: names)
  func `two pieces never cost more than the whole`(name: String) throws {
    for index in 0..<30 {
      let n = 12 + index % 20
      let cost = try Self.make(name, Self.series(n, index))
      for a in 0..<(n - 1) {
        for c in (a + 2)...n {
          let whole = cost.cost(of: a..<c)
          for b in (a + 1)..<c {
            let parts = cost.cost(of: a..<b) + cost.cost(of: b..<c)
            #expect(parts <= whole + 1e-9 * (1 + abs(whole)), "\(name) \(index) \(a) \(b) \(c)")
          }
        }
      }
    }
  }

  @Test(arguments: names)
  func `rows, profiles and single costs agree`(name: String) throws {
    for index in 0..<40 {
      let n = 5 + index
      let cost = try Self.make(name, Self.series(n, index))
      // Candidates that thin out as pruning thins them out.
      var starts: [Int] = []
      var state = [Double](repeating: 0, count: max(1, cost.stateCount))
      var row = [Double](repeating: 0, count: n)
      var stream = RandomStream(seed: 12, name: name, index: index)
      for end in 1...n {
        starts.removeAll { _ in stream.uniform() < 0.1 }
        starts.append(end - 1)
        row.withUnsafeMutableBufferPointer { row in
          state.withUnsafeMutableBufferPointer { state in
            starts.withUnsafeBufferPointer {
              cost.fill(row.baseAddress!, starts: $0, end: end, state: state.baseAddress!)
            }
          }
        }
        for (k, start) in starts.enumerated() {
          let single = cost.cost(of: start..<end)
          #expect(abs(row[k] - single) <= 1e-8 * (1 + abs(single)), "\(name) \(start)..<\(end)")
        }
      }
      let window = (index % 3)..<(n - index % 2)
      let profile = cost.profile(in: window)
      #expect(profile.count == window.count - 1)
      for (k, value) in profile.enumerated() {
        let at = window.lowerBound + 1 + k
        let parts =
          cost.cost(of: window.lowerBound..<at) + cost.cost(of: at..<window.upperBound)
        #expect(abs(value - parts) <= 1e-8 * (1 + abs(parts)), "\(name) split at \(at)")
      }
    }
  }

  /// The programme as its formula stands, without pruning, on costs taken one by one.
  private func plain(_ cost: any Cost, penalty: Double, least: Int) -> Double {
    let n = cost.count
    var best = [Double](repeating: .infinity, count: n + 1)
    best[0] = -penalty
    for end in stride(from: least, through: n, by: 1) {
      for start in 0...(end - least) where best[start] < .infinity {
        best[end] = min(best[end], best[start] + cost.cost(of: start..<end) + penalty)
      }
    }
    return best[n]
  }

  @Test(arguments: names)
  func `pruned searches reach what plain programming reaches, on 10,000 series`(
    name: String
  ) throws {
    let failures = Parallel.map(10_000, threads: 2) { index -> Int in
      var stream = RandomStream(seed: 13, name: name, index: index)
      let least = 1 + stream.integer(below: 4)
      let n = 2 * least + stream.integer(below: 9)
      guard let cost = try? Self.make(name, Self.series(n, index)) else { return 1 }
      let whole = abs(cost.cost(of: 0..<n))
      let penalty = (0.02 + 0.4 * stream.uniform()) * (1 + whole) / Double(n)
      let found = OptimalPartition(cost, penalty: penalty, minimumSegment: least)
      let open = OptimalPartition(cost, penalty: penalty, minimumSegment: least, prunes: false)
      let best = plain(cost, penalty: penalty, least: least)
      let tolerance = 1e-8 * (1 + whole)
      let bounds = [0] + found.breaks + [n]
      let isValid = zip(bounds, bounds.dropFirst()).allSatisfy { $1 - $0 >= least }
      // Of the numbers of breaks the cheapest with its penalty is the same optimum.
      let fixed = SegmentNeighbourhood(cost, minimumSegment: least, maximumBreaks: n)
      let other = fixed.costs.enumerated().map { $1 + penalty * Double($0) }.min() ?? .nan
      let isRight =
        isValid && abs(found.objective - best) <= tolerance
        && abs(open.objective - best) <= tolerance && abs(other - best) <= tolerance
        && zip(fixed.breaks, fixed.costs).allSatisfy { abs(cost.total($0) - $1) <= tolerance }
      return isRight ? 0 : 1
    }
    #expect(failures.reduce(0, +) == 0, "\(name)")
  }

  @Test(arguments: names, [1, 2, 5])
  func `longer series are cut as well with pruning as without`(name: String, least: Int) throws {
    for index in 0..<6 {
      let values = (0..<5).flatMap { Self.series(60, 10 * index + $0, step: 8) }
      let cost = try Self.make(name, values)
      let whole = cost.cost(of: 0..<values.count)
      for share in [0.0005, 0.005, 0.05] {
        let found = OptimalPartition(
          cost, penalty: share * abs(whole), minimumSegment: least)
        let open = OptimalPartition(
          cost, penalty: share * abs(whole), minimumSegment: least, prunes: false)
        #expect(
          abs(found.objective - open.objective) <= 1e-9 * (1 + abs(open.objective)),
          "\(name), \(least), \(index), \(share)")
      }
    }
  }

  @Test func `a million values are cut exactly where the steps are`() {
    var stream = RandomStream(seed: 14, name: "million")
    let values = (0..<1_000_000).map { t in Double(t / 100_000 % 2) * 3 + stream.normal() }
    let clock = ContinuousClock()
    var found: [Int] = []
    let time = clock.measure {
      found = OptimalPartition(MeanCost(values), penalty: 30, minimumSegment: 1).breaks
    }
    #expect(found.count == 9)
    for (k, at) in found.enumerated() { #expect(abs(at - 100_000 * (k + 1)) <= 5) }
    // Generous: the benchmark holds it to a second.
    #expect(time < .seconds(5), "\(time)")
  }

  @Test func `counts that are no counts are refused`() {
    for bad in [[1, -1, 2], [0.5, 1, 2]] {
      #expect {
        try CountCost(bad)
      } throws: { ($0 as? DatingError)?.code == .badValue }
    }
  }

  @Test func `a worked example of each cost`() throws {
    let values: [Double] = [1, 3, 8]
    #expect(abs(try Self.make("mean", values).cost(of: 0..<3) - 26) < 1e-12)
    #expect(abs(try Self.make("robust", values).cost(of: 0..<3) - 7) < 1e-12)
    // Ranks 1, 2, 3: 12/(3 · 4) · 2.
    #expect(abs(try Self.make("rank", values).cost(of: 0..<3) - 2) < 1e-12)
    // 2 · 4 (1 − ln 2) for 1 and 3.
    #expect(abs(try Self.make("count", values).cost(of: 0..<2) - 2.454822555520437) < 1e-12)
    // 2 (ln 2π + ln 1 + 1) for 1 and 3.
    #expect(abs(try Self.make("mean-variance", values).cost(of: 0..<2) - 5.675754132818691) < 1e-12)
    // 2 − (2 + 2 e⁻¹)/2 = 1 − e⁻¹ for 1 and 3 at γ = 1/4.
    #expect(abs(KernelCost(values, gamma: 0.25).cost(of: 0..<2) - 0.6321205588285577) < 1e-12)
    // Differences 2, 5, 7: the median squared is 25.
    #expect(abs(KernelCost(values).gamma - 0.04) < 1e-12)
  }
}
