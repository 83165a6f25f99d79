import EntenteNumerics
import EntenteRecord
import EntenteStrategies
import Testing

@Suite struct PlantedStrategyTests {
  /// Hostile acts of CCC, so that AAA has something to answer.
  private func hostility() throws -> [Event] {
    try (1...6).map {
      try PlantedCase.event(
        "threat-\($0)", "2023-0\($0)-10", .mobilize, from: ["CCC"], to: ["AAA", "BBB"])
    }
  }

  @Test(arguments: 1...10) func `arming is internal balancing and standing still is not`(
    _ seed: UInt64
  ) throws {
    var planted = PlantedCase(seed: seed)
    planted.events = try hostility()
    #expect(try planted.answer().support(for: .internalBalancing)?.answer == false)
    planted.growth = 0.2
    #expect(try planted.answer().support(for: .internalBalancing)?.answer == true)
  }

  @Test func `a new pact is external balancing and an old one is posture`() throws {
    var planted = PlantedCase()
    planted.events = try hostility()
    planted.ties = [try PlantedCase.tie("pact", ["AAA", "BBB"], "2016-05-01", .defence)]
    let old = try planted.answer()
    #expect(old.support(for: .externalBalancing)?.answer == false)
    #expect((old.posture?.value ?? 0) > 0)
    planted.ties = [try PlantedCase.tie("pact", ["AAA", "BBB"], "2023-05-01", .defence)]
    #expect(try planted.answer().support(for: .externalBalancing)?.answer == true)
  }

  @Test func `support to a stronger state at war is bandwagoning for profit`() throws {
    func acts(_ grade: EvidenceGrade?) throws -> [Event] {
      try (1...4).map {
        try PlantedCase.event(
          "aid-\($0)", "2023-0\($0)-01", .aid, from: ["AAA"], to: ["CCC"], grade: grade)
      }
    }
    var planted = PlantedCase()
    planted.atWar = ["CCC"]
    planted.events = try acts(nil)
    #expect(try planted.answer().support(for: .bandwagoningProfit)?.answer == true)
    // Bare assertions weigh little, and nothing where contested acts are left out.
    planted.events = try acts(.asserted)
    #expect(try planted.answer().support(for: .bandwagoningProfit)?.answer == false)
    planted.events = try acts(.supported)
    let without = try planted.answer(StrategyOptions(draws: 200, includesContested: false))
    #expect(without.support(for: .bandwagoningProfit)?.answer == false)
    // Asked towards another state, there is none.
    let toward = StrategyOptions(draws: 200, toward: PlantedCase.codes[3])
    #expect(try planted.answer(toward).support(for: .bandwagoningProfit)?.support?.value == 0)
  }

  @Test func `bandwagoning by fear needs concessions to an overwhelming threat`() throws {
    var planted = PlantedCase()
    planted.threatCapability = 0.6
    planted.events =
      try hostility()
      + (1...4).map {
        try PlantedCase.event(
          "yield-\($0)", "2023-0\($0)-20", .concede, from: ["AAA"], to: ["CCC"])
      }
    let fear = try planted.answer().support(for: .bandwagoningFear)
    planted.events = try hostility()
    let none = try planted.answer().support(for: .bandwagoningFear)
    #expect((fear?.support?.value ?? 0) > 0.3)
    #expect((none?.support?.value ?? 1) < 0.05)
    #expect(none?.answer == false)
  }

  @Test func `hedging is measured and never decided`() throws {
    var planted = PlantedCase()
    planted.poles = ("BBB", "CCC")
    planted.events = try (1...4).flatMap { month in
      try ["BBB", "CCC"].map { pole in
        try PlantedCase.event(
          "meeting-\(month)-\(pole.lowercased())", "2023-0\(month)-05", .consult,
          from: ["AAA", pole], to: ["AAA", pole])
      }
    }
    let hedging = try #require(try planted.answer().support(for: .hedging))
    #expect((hedging.support?.value ?? 0) > 0.5)
    #expect(hedging.answer == nil)
    #expect(hedging.reason?.contains("not measurable") == true)
  }

  @Test func `joint acts that stop while quarrels grow are distancing`() throws {
    var planted = PlantedCase()
    let drills = try (2015...2022).flatMap { year in
      try (1...6).map {
        try PlantedCase.event(
          "drill-\(year)-\($0)", "\(year)-0\($0)-15", .cooperate, from: ["AAA", "BBB"],
          to: ["AAA", "BBB"])
      }
    }
    planted.events = drills + (try hostility())
    let answer = try planted.answer().support(for: .distancing)
    #expect((answer?.support?.value ?? 0) > 0.65)
    #expect(answer?.answer == true)
  }

  @Test func `without spending internal balancing cannot be told, and the reason is given`() throws
  {
    var planted = PlantedCase()
    planted.knowsSpending = false
    let support = try #require(try planted.answer().support(for: .internalBalancing))
    #expect(support.support == nil && support.answer == nil)
    #expect(support.reason == "the state's spending is not known")
  }
}

@Suite struct StrategyLawTests {
  @Test func `the answer does not depend on the number of threads`() throws {
    let subject = try PlantedCase(growth: 0.1).subject()
    let one = Strategies.table(
      of: CaseEvidence(of: subject), options: StrategyOptions(draws: 100, threads: 1))
    let three = Strategies.table(
      of: CaseEvidence(of: subject), options: StrategyOptions(draws: 100, threads: 3))
    #expect(one == three)
  }

  @Test(arguments: 1...20) func `supports and probabilities lie between 0 and 1`(
    _ seed: UInt64
  ) throws {
    let subject = try PlantedCase(growth: Double(seed % 5) / 10, seed: seed).subject()
    for row in Strategies.table(
      of: CaseEvidence(of: subject), options: StrategyOptions(draws: 50, seed: seed))
    {
      #expect(abs(row.threats.map(\.share).reduce(0, +) - 1) < 1e-9)
      for support in row.supports {
        for value in [
          support.support?.value, support.support?.low, support.support?.high,
          support.probability?.value, support.probability?.low, support.probability?.high,
        ].compactMap({ $0 }) {
          #expect((0...1).contains(value), "\(row.state) \(row.period) \(support.strategy)")
        }
      }
    }
  }

  @Test func `thresholds can be moved by option and by case, the option first`() throws {
    let far: [Threshold: Double] = [.effort: 9, .means: 9, .growth: 9]
    let planted = PlantedCase(growth: 0.2)
    let moved = try planted.answer(StrategyOptions(draws: 100, thresholds: far))
    #expect(moved.support(for: .internalBalancing)?.answer == false)
    var inCase = planted
    inCase.thresholds = ["effort": 9, "means": 9, "growth": 9]
    #expect(try inCase.answer().support(for: .internalBalancing)?.answer == false)
    let back = StrategyOptions(
      draws: 100, thresholds: [.effort: 0.1, .means: 0.15, .growth: 0.2])
    #expect(try inCase.answer(back).support(for: .internalBalancing)?.answer == true)
  }

  @Test func `a case can move every threshold by name and no other`() {
    #expect(StrategyDeclaration.thresholdNames == Threshold.allCases.map(\.rawValue))
  }

  @Test func `standing allies threaten nobody unless the case says so`() throws {
    var planted = PlantedCase()
    planted.ties = [try PlantedCase.tie("pact", ["AAA", "CCC"], "2016-05-01", .defence)]
    #expect(try planted.answer().threats.allSatisfy { $0.state.text != "CCC" })
  }
}
