import EntenteNumerics
import EntenteRecord
import EntenteStrategies
import EntenteTesting

/// What the rules of strategies are worth where it is known what a state does: worlds with planted
/// strategies.
struct StrategyCalibration: Sendable {
  let seed: UInt64
  let threads: Int
  let scale: Double

  static func tables(seed: UInt64, threads: Int, scale: Double) -> [CalibrationTable] {
    let run = StrategyCalibration(seed: seed, threads: threads, scale: scale)
    let single = StrategyWorld.Plant.allCases.map { plant in
      (plant, run.outcomes(run.worlds(200), name: "strategies/\(plant.rawValue)") { _ in [plant] })
    }
    let mixed = run.outcomes(run.worlds(2000), name: "strategies/mixed", planting: Self.mixture)
    return [
      run.confusion(single), run.answers(single),
      run.calibration(mixed, of: "support", \.support),
      run.calibration(mixed, of: "probability", \.probability),
    ]
  }

  private func worlds(_ full: Int) -> Int { max(4, Int(Double(full) * scale)) }

  // MARK: - Worlds

  /// One strategy in one world.
  private struct Outcome: Sendable {
    let strategy: Strategy
    let isPlanted: Bool
    let support: Double
    let probability: Double
    let answer: Bool?
  }

  /// Any of the eight alone, or, three times in ten, two of those that can stand side by side.
  private static func mixture(_ stream: inout RandomStream) -> Set<StrategyWorld.Plant> {
    let all = StrategyWorld.Plant.allCases
    let first = all[stream.integer(below: all.count)]
    let second = all[stream.integer(below: all.count)]
    let isDouble = stream.uniform() < 0.3
    let pair: Set = [first, second]
    // Who does nothing does nothing else, and who leaves the cost to others does not bear it.
    let excluded: [Set<StrategyWorld.Plant>] = [
      [.buckPassing, .internalBalancing], [.buckPassing, .externalBalancing],
      [.externalBalancing, .distancing],
    ]
    guard isDouble, !pair.contains(.none), !excluded.contains(pair) else { return [first] }
    return pair
  }

  private func outcomes(
    _ count: Int, name: String,
    planting: @Sendable @escaping (inout RandomStream) -> Set<StrategyWorld.Plant>
  ) -> [[Outcome]] {
    Parallel.map(count, threads: threads) { index -> [Outcome]? in
      var stream = RandomStream(seed: seed, name: "\(name)/plants", index: index)
      let planted = planting(&stream)
      let subject = StrategyWorld(planted).subject(seed: seed, name: name, index: index)
      let answer = Strategies.assessment(
        of: StrategyWorld.codes[0], in: StrategyWorld.year, CaseEvidence(of: subject),
        options: StrategyOptions(draws: 200, seed: seed))
      return answer?.supports.compactMap { support in
        guard let value = support.support?.value, let probability = support.probability?.value
        else { return nil }
        return Outcome(
          strategy: support.strategy,
          isPlanted: planted.contains { $0.rawValue == support.strategy.rawValue }, support: value,
          probability: probability, answer: support.answer)
      }
    }.compactMap { $0 }
  }

  // MARK: - Tables

  private typealias Planted = [(plant: StrategyWorld.Plant, worlds: [[Outcome]])]

  private static let noise = """
    Made-up cases of four states in two blocs, 2018 to 2023, in which one state follows the planted \
    strategy in 2023, in a size that is drawn; arming, drills, meetings, concessions, aid and quarrels \
    by chance in every year. 200 draws of measures, weights and thresholds.
    """

  private func confusion(_ planted: Planted) -> CalibrationTable {
    let rows = planted.map { plant, worlds -> [String] in
      [Self.title(plant.rawValue), "\(worlds.count)"]
        + Strategy.allCases.map { strategy in
          let found = worlds.flatMap { $0 }.filter { $0.strategy == strategy }
          guard !found.isEmpty else { return "–" }
          return Figure.share(Moments.mean(found.map(\.support))) + " "
            + Figure.share(Moments.mean(found.map(\.probability)))
        }
    }
    return CalibrationTable(
      title: "Strategies: what is planted and what is seen",
      note: Self.noise + """
         Mean support, then mean probability. A probability leans on the share of the strategy among \
        coded historical cases, which is not its share here.
        """,
      columns: ["planted", "worlds"] + Strategy.allCases.map { Self.title($0.rawValue) }, rows: rows
    )
  }

  private func answers(_ planted: Planted) -> CalibrationTable {
    let rows = planted.map { plant, worlds -> [String] in
      let own = worlds.compactMap { world in world.first(where: \.isPlanted) }
      func share(_ answer: Bool?) -> String { Proportion(own.map { $0.answer == answer }).text }
      func ranked(_ key: KeyPath<Outcome, Double>) -> String {
        Proportion(
          worlds.map { world in
            world.max { $0[keyPath: key] < $1[keyPath: key] }?.isPlanted == true
          }
        ).text
      }
      let elsewhere = planted.filter { $0.plant != plant }.flatMap(\.worlds).compactMap { world in
        world.first { $0.strategy.rawValue == plant.rawValue }
      }
      return [
        Self.title(plant.rawValue), "\(worlds.count)", ranked(\.support), ranked(\.probability),
        share(true), share(nil), share(false),
        Proportion(elsewhere.map { $0.answer == true }).text,
      ]
    }
    return CalibrationTable(
      title: "Strategies: ranked first, and answers",
      note: """
        The same worlds. How often the planted strategy has the largest support and the largest \
        probability; the answers on it; and how often it is answered with yes in the worlds of the \
        seven others. 95% intervals. Hedging and buck-passing are never decided.
        """,
      columns: [
        "planted", "worlds", "first by support", "first by probability", "yes", "cannot tell", "no",
        "yes elsewhere",
      ], rows: rows)
  }

  private func calibration(
    _ worlds: [[Outcome]], of name: String, _ key: KeyPath<Outcome, Double>
  ) -> CalibrationTable {
    let bounds = [0, 0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 1.0001]
    let all = worlds.flatMap { $0 }
    let rows = zip(bounds, bounds.dropFirst()).map { low, high -> [String] in
      let bin = all.filter { $0[keyPath: key] >= low && $0[keyPath: key] < high }
      let label = high > 1 ? "\(low) to 1" : "\(low) to \(high)"
      guard !bin.isEmpty else { return [label, "0", "", ""] }
      return [
        label, "\(bin.count)", Figure.fine(Moments.mean(bin.map { $0[keyPath: key] })),
        Proportion(bin.map(\.isPlanted)).text,
      ]
    }
    return CalibrationTable(
      title: "Strategies: \(name) against the share found",
      note: """
        \(worlds.count) worlds with one of the eight planted, or, in up to three of ten, two; every \
        strategy of every world counts once. 95% intervals take them for independent.
        """,
      columns: [name, "strategies", "mean \(name)", "planted"], rows: rows)
  }

  private static func title(_ name: String) -> String {
    Strategy(rawValue: name)?.title ?? name
  }
}
