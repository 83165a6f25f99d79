import EntenteNumerics
import EntenteStructure
import Foundation
import Testing

@Suite struct IdealPointEstimates {
  @Test func `ninety percent intervals cover the truth that often, at the extremes too`() throws {
    var (all, far) = ([Bool](), [Bool]())
    var pairs: [(Double, Double)] = []
    for seed in 1...8 {
      let world = SimulatedVotes(states: 60, sessions: 16, items: 45, seed: UInt64(seed))
      let points = try IdealPoints(
        of: world.votes, options: IdealPointOptions(direction: .right("S0")))
      #expect(points.isConverged)
      for point in points.points {
        let truth = try #require(world.relative(point))
        let low = try #require(point.relative.low)
        let high = try #require(point.relative.high)
        let covers = low <= truth && truth <= high
        all.append(covers)
        if abs(point.level) > 1.5 { far.append(covers) }
        pairs.append((truth, point.relative.value))
      }
    }
    let (overall, extreme) = (Proportion(all), Proportion(far))
    // The links allow more movement than these states make, which errs on the safe side.
    #expect((0.87...0.96).contains(overall.rate), "\(overall.text)")
    #expect(extreme.trials > 500 && (0.87...0.96).contains(extreme.rate), "\(extreme.text)")
    let left = Moments.mean(pairs.map { $0.0 * $0.1 })
    let scale = Moments.mean(pairs.map { $0.0 * $0.0 }) * Moments.mean(pairs.map { $0.1 * $0.1 })
    #expect(left / scale.squareRoot() > 0.97)
  }

  @Test func `a polish gives the same bytes on any number of threads, and other draws by seed`()
    throws
  {
    let world = SimulatedVotes(states: 30, sessions: 6, items: 20, seed: 3)
    func points(_ seed: UInt64, _ threads: Int) throws -> [IdealPoints.Point] {
      try IdealPoints(
        of: world.votes,
        options: IdealPointOptions(
          direction: .right("S0"), sweeps: 40, seed: seed, threads: threads)
      ).points
    }
    let one = try points(7, 1)
    #expect(try points(7, 3) == one)
    #expect(try points(8, 1) != one)
  }

  @Test func `a polish covers the truth as often`() throws {
    var covered: [Bool] = []
    for seed in 21...23 {
      let world = SimulatedVotes(states: 50, sessions: 8, items: 40, seed: UInt64(seed))
      let points = try IdealPoints(
        of: world.votes,
        options: IdealPointOptions(direction: .right("S0"), sweeps: 400, threads: 2))
      for point in points.points {
        let truth = try #require(world.relative(point))
        covered.append(
          try #require(point.relative.low) <= truth && truth <= #require(point.relative.high))
      }
    }
    #expect((0.86...0.95).contains(Proportion(covered).rate), "\(Proportion(covered).text)")
  }

  @Test func `naming the other side mirrors every point`() throws {
    let world = SimulatedVotes(states: 40, sessions: 5, items: 30, seed: 11)
    func levels(_ right: String) throws -> [Double] {
      try IdealPoints(of: world.votes, options: IdealPointOptions(direction: .right(right)))
        .points.map(\.level)
    }
    let (right, left) = (try levels("S0"), try levels("S5"))
    #expect(right[0] > 1 && left[0] < -1)
    for (a, b) in zip(right, left) { #expect(abs(a + b) < 0.02) }
  }

  @Test func `the order of states and of votes changes nothing`() throws {
    let world = SimulatedVotes(states: 30, sessions: 5, items: 25, seed: 12)
    let votes = world.votes
    let n = votes.states.count
    let turned = RollCallVotes(
      states: votes.states.reversed(), rollCalls: votes.rollCalls,
      rollCall: votes.rollCall.reversed(), state: votes.state.reversed().map { Int32(n - 1) - $0 },
      choice: votes.choice.reversed())
    let options = IdealPointOptions(direction: .right("S0"))
    let here = try IdealPoints(of: votes, options: options).points
    let there = try IdealPoints(of: turned, options: options).points
    #expect(here.count == there.count)
    for point in here {
      let other = try #require(
        there.first { $0.state == point.state && $0.session == point.session })
      #expect(other.votes == point.votes)
      #expect(abs(other.level - point.level) < 0.01)
    }
  }

  @Test func `unanimous roll calls are counted and change nothing`() throws {
    let world = SimulatedVotes(states: 30, sessions: 4, items: 25, seed: 13)
    let votes = world.votes
    let extra = votes.states.indices.map { Int32($0) }
    let more = RollCallVotes(
      states: votes.states + ["silent"],
      rollCalls: votes.rollCalls + [RollCallVotes.RollCall(id: "all", session: 2)],
      rollCall: votes.rollCall + extra.map { _ in Int32(votes.rollCalls.count) }
        + [Int32(votes.rollCalls.count)],
      state: votes.state + extra + [Int32(votes.states.count)],
      choice: votes.choice + extra.map { _ in .yes } + [.yes])
    let options = IdealPointOptions(direction: .right("S0"))
    let before = try IdealPoints(of: votes, options: options)
    let after = try IdealPoints(of: more, options: options)
    #expect(after.points == before.points)
    #expect(after.unanimous == before.unanimous + votes.states.count + 1)
    #expect(after.statesWithoutPoint == ["silent"])
  }

  @Test func `states that never differ are told, not estimated`() {
    let votes = RollCallVotes(
      states: ["A", "B"], rollCalls: [RollCallVotes.RollCall(id: "1", session: 1)],
      rollCall: [0, 0], state: [0, 1], choice: [.no, .no])
    #expect(throws: StructureError.self) { try IdealPoints(of: votes) }
  }

  @Test func `the smallest votes give finite points`() throws {
    for choices: [RollCallVotes.Choice] in [[.yes, .no], [.yes, .abstain], [.abstain, .no]] {
      let votes = RollCallVotes(
        states: ["A", "B"], rollCalls: [RollCallVotes.RollCall(id: "1", session: 1)],
        rollCall: [0, 0], state: [0, 1], choice: choices)
      for sweeps in [0, 20] {
        let points = try IdealPoints(of: votes, options: IdealPointOptions(sweeps: sweeps)).points
        #expect(points.count == 2)
        for point in points {
          #expect(point.level.isFinite && point.relative.value.isFinite)
          #expect(point.relative.low?.isFinite == true && point.relative.high?.isFinite == true)
        }
      }
    }
  }

  @Test func `chains of repeated roll calls are one item`() throws {
    let world = SimulatedVotes(states: 20, sessions: 4, items: 10, seed: 14)
    let plain = try IdealPoints(of: world.votes)
    var options = IdealPointOptions()
    options.selection.repeated = [
      VoteSelection.Repetition(first: "0", again: "11"),
      VoteSelection.Repetition(first: "11", again: "22"),
      VoteSelection.Repetition(first: "0", again: "23"),
    ]
    #expect(try IdealPoints(of: world.votes, options: options).items == plain.items - 3)
  }

  @Test func `omissions leave out a state, a session, or both`() throws {
    let world = SimulatedVotes(states: 20, sessions: 4, items: 20, seed: 15)
    var options = IdealPointOptions(direction: .right("S0"))
    options.selection.omissions = [
      .init(state: "S4"), .init(session: 2), .init(state: "S7", session: 3),
    ]
    let points = try IdealPoints(of: world.votes, options: options).points
    #expect(!points.contains { $0.state == "S4" || $0.session == 2 })
    #expect(!points.contains { $0.state == "S7" && $0.session == 3 })
    #expect(points.contains { $0.state == "S7" && $0.session == 4 })
  }
}

@Suite struct ProbitFunctions {
  @Test func `tabulated functions agree with the error function`() {
    let table = ProbitTable()
    table.withTables { reader in
      for i in -1500...1500 {
        let t = Double(i) * 0.01 + 0.0037
        #expect(abs(reader.ratio(t) - ProbitTable.exactRatio(t)) < 1e-9)
        #expect(abs(reader.logarithm(t) - ProbitTable.exactLogarithm(t)) < 1e-9)
      }
      // Mills' ratio at 20 from Abramowitz & Stegun's series.
      #expect(abs(ProbitTable.exactRatio(-20) - 20.049753) < 1e-5)
    }
  }

  @Test func `derivatives of abstaining are differences of its logarithm`() {
    func log(_ a: Double, _ b: Double) -> Double {
      let (x, y) = a + b > 0 ? (-b, -a) : (a, b)
      return Foundation.log(0.5 * (erfc(-y / 2.0.squareRoot()) - erfc(-x / 2.0.squareRoot())))
    }
    ProbitTable().withTables { reader in
      for (a, b) in [(-0.5, 0.4), (1.0, 2.5), (-4, -3.2), (3, 3.5), (-1, 6), (-6, 1)] {
        let term = AbstainTerm(a, b, reader)
        let h = 1e-4
        #expect(abs(term.first - (log(a + h, b) - log(a - h, b)) / (2 * h)) < 1e-5)
        #expect(abs(term.second - (log(a, b + h) - log(a, b - h)) / (2 * h)) < 1e-5)
        let curve = (log(a + h, b) - 2 * log(a, b) + log(a - h, b)) / (h * h)
        #expect(abs(term.k11 + curve) < 1e-4)
        let both = (log(a + h, b + h) - 2 * log(a, b) + log(a - h, b - h)) / (h * h)
        #expect(abs(term.information + both) < 1e-4)
      }
      for (a, b) in [(25.0, 26), (-60, -59), (40, 90), (-1e-9, 1e-9)] {
        let term = AbstainTerm(a, b, reader)
        #expect(term.first.isFinite && term.second.isFinite && term.information.isFinite)
      }
    }
  }

  @Test func `deviates have the normal's quantiles, truncated ones stay in their range`() {
    let ziggurat = ZigguratNormal()
    var stream = RandomStream(seed: 5, name: "ziggurat")
    let n = 200_000
    let draws = (0..<n).map { _ in ziggurat.normal(&stream) }.sorted()
    for p in [0.0005, 0.01, 0.1, 0.25, 0.5, 0.8, 0.95, 0.999, 0.9998] {
      let below = Double(draws.partitioningIndex { $0 > Moments.normalQuantile(p) }) / Double(n)
      #expect(abs(below - p) < 5 * (p * (1 - p) / Double(n)).squareRoot(), "\(p): \(below)")
    }
    for a in [-2, 0.1, 0.9, 3, 6] {
      let tail = (0..<50_000).map { _ in ziggurat.above(a, &stream) }
      #expect(tail.allSatisfy { $0 > a })
      // The mean of a truncated normal is the ratio φ/Φ at −a.
      #expect(abs(Moments.mean(tail) - ProbitTable.exactRatio(-a)) < 0.02, "\(a)")
    }
    for (a, b) in [(-1.0, 2.0), (0.2, 0.5), (2, 6), (-9, -4), (-3, -2.9), (5, 5.001)] {
      let inside = (0..<50_000).map { _ in ziggurat.between(a, b, &stream) }
      #expect(inside.allSatisfy { $0 >= a && $0 <= b })
      func density(_ x: Double) -> Double { exp(-0.5 * x * x) }
      let steps = (0..<4000).map { a + (b - a) * (Double($0) + 0.5) / 4000 }
      let mean = Moments.sum(steps.map { $0 * density($0) }) / Moments.sum(steps.map(density))
      #expect(abs(Moments.mean(inside) - mean) < 0.02, "\(a) \(b)")
    }
  }
}

extension [Double] {
  /// How many elements of a sorted array come before the first that is beyond.
  fileprivate func partitioningIndex(_ isBeyond: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
