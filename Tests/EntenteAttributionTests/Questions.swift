import EntenteAttribution
import EntenteTesting

/// Worlds turned into questions, for every suite here.
enum Questions {
  static let noise = AttributionNoise.generated()
  static let grid = NoiseGrid(days: noise.days)
  static let cache = AttributionCache(grid: grid)
  /// Weights alone: neither intervals nor effects.
  static let plain = AttributionOptions(draws: 0, estimatesEffects: false)

  static func world(_ plan: AttributionPlan, _ index: Int, seed: UInt64 = 7) -> AttributionWorld {
    plan.world(index, seed: seed, name: "test", noise: noise)
  }

  static func input(_ world: AttributionWorld, hasShock: Bool = true) -> AttributionInput {
    AttributionInput(
      days: world.days,
      responses: world.responses.enumerated().map { i, values in
        .init(
          id: "dyad \(i)", values: values, direction: world.direction > 0 ? .up : .down,
          controls: world.controls)
      },
      candidates: world.candidates.enumerated().map { .init(id: "event \($0)", week: $1) },
      shock: hasShock ? .init(id: "shock", week: world.shock) : nil)
  }

  static func weigh(
    _ input: AttributionInput, _ options: AttributionOptions = plain
  ) throws -> AttributionResult {
    try Attribution.attribute(input, options: options, cache: cache)
  }
}

extension AttributionResult {
  /// Every answer's probability: candidates, accumulation, shock, none listed.
  var probabilities: [Double] {
    candidates.map(\.weight.probability)
      + [accumulation.probability, shock.probability, noneListed.probability]
  }

  /// Largest difference from another result's probabilities.
  func distance(from other: AttributionResult) -> Double {
    zip(probabilities, other.probabilities).map { abs($0 - $1) }.max() ?? 0
  }
}
