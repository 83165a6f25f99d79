import EntenteNumerics
import EntenteRecord
import EntenteStrategies
import EntenteTesting
import Testing

@Suite struct StrategyWorldTests {
  private static func supports(
    _ plants: Set<StrategyWorld.Plant>, of strategy: Strategy
  ) -> [Double] {
    (0..<12).compactMap { index in
      let subject = StrategyWorld(plants).subject(seed: 3, name: "\(plants)", index: index)
      return Strategies.assessment(
        of: StrategyWorld.codes[0], in: StrategyWorld.year, CaseEvidence(of: subject),
        options: StrategyOptions(draws: 50))?.support(for: strategy)?.support?.value
    }
  }

  @Test func `every plant bears the name of a strategy, and every strategy can be planted`() {
    #expect(StrategyWorld.Plant.allCases.map(\.rawValue) == Strategy.allCases.map(\.rawValue))
  }

  @Test(arguments: StrategyWorld.Plant.allCases)
  func `what is planted has more support than where nothing is`(
    _ plant: StrategyWorld.Plant
  ) throws {
    let strategy = try #require(Strategy(rawValue: plant.rawValue))
    let planted = Self.supports([plant], of: strategy)
    // A threatened state that does nothing: what every plant but "none" is added to.
    let without = Self.supports([], of: strategy)
    #expect(planted.count == 12 && without.count == 12)
    #expect(Moments.mean(planted) > Moments.mean(without) + 0.15)
  }

  @Test func `one key gives one world, another key another`() {
    let world = StrategyWorld([.hedging])
    let days = [0, 0, 1].map { index in
      world.subject(seed: 1, name: "key", index: index).events.map(\.day)
    }
    #expect(days[0] == days[1] && days[0] != days[2])
  }

  @Test func `a list of disputes stands in place of hostile events`() throws {
    let subject = StrategyWorld([.none]).subject(seed: 1, name: "disputes", index: 0)
    func threat(_ hostility: Double) throws -> Double {
      let evidence = CaseEvidence(of: subject, affinity: nil) { _, _, _ in hostility }
      let answer = Strategies.assessment(
        of: StrategyWorld.codes[0], in: StrategyWorld.year, evidence,
        options: StrategyOptions(draws: 50))
      return try #require(answer?.threat?.value)
    }
    #expect(try threat(3) > threat(0) + 0.1)
  }
}
