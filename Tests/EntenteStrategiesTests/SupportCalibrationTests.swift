import EntenteNumerics
import EntenteRecord
import EntenteStrategies
import EntenteTesting
import Foundation
import Testing

/// What the program says of a support, with the constants that it has.
@Suite struct ShippedProbabilityTests {
  private let coded = SupportCalibration.coded
  private let supports = (0...100).map { Double($0) / 100 }

  @Test func `every strategy has a line, and hedging alone has no curve`() {
    #expect(Set(coded.lines.keys) == Set(Strategy.allCases))
    #expect(Strategy.allCases.filter { coded.lines[$0]?.curve == nil } == [.hedging])
  }

  @Test(arguments: Strategy.allCases)
  func `probabilities lie inside their intervals, strictly between 0 and 1, and never fall`(
    _ strategy: Strategy
  ) throws {
    var last = 0.0
    for support in supports {
      let found = coded.probability(of: strategy, support: support)
      let (low, high) = (try #require(found.low), try #require(found.high))
      #expect(0 < low && low < found.value && found.value < high && high < 1, "\(support)")
      #expect(found.value >= last)
      last = found.value
    }
  }

  /// Nine tenths of support were coded so in no more than about half the periods.
  @Test(arguments: Strategy.allCases)
  func `no high support is taken at its word`(_ strategy: Strategy) {
    for support in supports where support >= 0.8 {
      #expect(coded.probability(of: strategy, support: support).value < support - 0.1)
    }
  }

  @Test func `the fewer the codings the wider the interval of the odds`() throws {
    func ratio(_ strategy: Strategy) throws -> Double {
      let found = coded.probability(of: strategy, support: 0.5)
      let (low, high) = (try #require(found.low), try #require(found.high))
      return high / (1 - high) * (1 - low) / low
    }
    for rare in [Strategy.none, .distancing, .bandwagoningFear] {
      for common in [Strategy.internalBalancing, .externalBalancing] {
        #expect(try ratio(rare) > 1.5 * ratio(common))
      }
    }
  }

  @Test func `the record names an area only where there are codings enough`() {
    for strategy in Strategy.allCases {
      let isScored =
        coded.lines[strategy]?.curve != nil && (coded.lines[strategy]?.coded ?? 0) >= 8
      #expect(strategy.record.contains("AUC") == isScored, "\(strategy): \(strategy.record)")
    }
  }

  @Test(arguments: StrategyWorld.Plant.allCases)
  func `what is planted is more probable than where nothing is`(
    _ plant: StrategyWorld.Plant
  ) throws {
    let strategy = try #require(Strategy(rawValue: plant.rawValue))
    func probabilities(_ plants: Set<StrategyWorld.Plant>) throws -> [Double] {
      try (0..<12).map { index in
        let subject = StrategyWorld(plants).subject(seed: 5, name: "\(plants)", index: index)
        let answer = try #require(
          Strategies.assessment(
            of: StrategyWorld.codes[0], in: StrategyWorld.year, CaseEvidence(of: subject),
            options: StrategyOptions(draws: 50)))
        for support in answer.supports {
          // What is printed is the fit's word on the mean support, and nothing else.
          let mean = try #require(support.support?.value)
          #expect(
            support.probability == coded.probability(of: support.strategy, support: mean))
        }
        return try #require(answer.support(for: strategy)?.probability?.value)
      }
    }
    let (planted, without) = (try probabilities([plant]), try probabilities([]))
    if strategy == .hedging {
      #expect(planted == without && planted[0] == coded.share(of: .hedging))
    } else {
      #expect(Moments.mean(planted) > 1.2 * Moments.mean(without))
    }
  }
}

/// The fit, on made-up codings.
@Suite struct SupportFitTests {
  private typealias Row = SupportCalibration.CodedSupport

  /// Codings of two strategies with odds `exp(level + slope logit R)`.
  private func rows(_ count: Int, slope: Double, level: Double, seed: UInt64) -> [Row] {
    (0..<count).map { index in
      var stream = RandomStream(seed: seed, name: "codings", index: index)
      var coded: Set<Strategy> = []
      var supports: [Strategy: Double] = [:]
      for strategy in [Strategy.internalBalancing, .distancing] {
        let support = 0.05 + 0.9 * stream.uniform()
        supports[strategy] = support
        let odds = level + slope * log(support / (1 - support))
        if stream.uniform() < 1 / (1 + exp(-odds)) { coded.insert(strategy) }
      }
      return Row(coded: coded, supports: supports)
    }
  }

  @Test(arguments: [0, 0.3, 1], 1...5 as ClosedRange<UInt64>)
  func `a planted slope and level are found within their errors`(
    _ slope: Double, _ seed: UInt64
  ) throws {
    let fit = SupportCalibration.fitted(to: rows(3000, slope: slope, level: -1, seed: seed))
    #expect(abs(fit.slope - slope) < 4 * fit.slopeError)
    #expect(fit.slopeError < 0.05)
    let truth = 1 / (1 + exp(1.0))
    let found = fit.probability(of: .internalBalancing, support: 0.5)
    #expect(abs(found.value - truth) < 0.04)
  }

  /// 90% is claimed; the slope's pull and the halves of a period cost little at 51 periods.
  @Test func `intervals hold the truth about as often as they claim`() throws {
    var held = 0
    for seed in 1...300 as ClosedRange<UInt64> {
      let fit = SupportCalibration.fitted(to: rows(51, slope: 0.4, level: -1.2, seed: seed))
      let truth = 1 / (1 + exp(1.2 - 0.4 * log(4)))
      let found = fit.probability(of: .distancing, support: 0.8)
      if try #require(found.low) <= truth, truth <= (try #require(found.high)) { held += 1 }
    }
    #expect((0.85...0.96).contains(Double(held) / 300), "\(held) of 300")
  }

  @Test func `a strategy without codings is improbable and not impossible`() throws {
    let rows = (0..<51).map { index in
      Row(coded: [], supports: [.none: 0.02 + 0.018 * Double(index)])
    }
    let fit = SupportCalibration.fitted(to: rows)
    let found = fit.probability(of: .none, support: 0.98)
    #expect(found.value > 0.002 && found.value < 0.05)
    #expect(try #require(found.high) > 2 * found.value)
  }

  @Test func `what cannot be measured gets its share, whatever the support`() throws {
    let rows = (0..<19).map { index in
      Row(coded: index < 4 ? [.hedging] : [], supports: [.internalBalancing: 0.5])
    }
    let fit = SupportCalibration.fitted(to: rows)
    #expect(fit.slope == 0)
    for support in [0, 0.3, 1] {
      let found = fit.probability(of: .hedging, support: support)
      #expect(found.value == 4.5 / 20)
      #expect(try #require(found.low) < 0.15 && (try #require(found.high)) > 0.35)
    }
  }

  @Test func `without codings everything is even, and nothing is not a number`() throws {
    let fit = SupportCalibration.fitted(to: [])
    for strategy in Strategy.allCases {
      #expect(fit.probability(of: strategy, support: 0.9).value == 0.5)
    }
  }
}
