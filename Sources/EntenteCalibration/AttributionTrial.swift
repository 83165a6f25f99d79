import EntenteAttribution
import EntenteNumerics
import EntenteTesting

/// One world, weighed.
struct AttributionTrial: Sendable {
  let world: AttributionWorld
  let scores: RivalScores
  /// Whether the question said which way the effect goes.
  let isDirected: Bool

  init?(_ world: AttributionWorld, grid: NoiseGrid, isDirected: Bool = true) {
    self.world = world
    self.isDirected = isDirected
    let direction: AttributionInput.Direction? =
      isDirected ? (world.direction > 0 ? .up : .down) : nil
    let controls = world.controls
    let scaled = world.responses.compactMap { values in
      ScaledResponse(
        AttributionInput.Response(
          id: "", values: values, direction: direction, controls: controls))
    }
    guard scaled.count == world.responses.count else { return nil }
    let question = RivalScores.Question(
      candidates: world.candidates, shock: world.shock,
      controls: controls.compactMap { ScaledResponse.standardized($0)?.values }, grid: grid)
    scores = RivalScores(scaled, question: question, grid: grid)
  }

  /// Many worlds of one plan, in order.
  static func run(
    _ plan: AttributionPlan, worlds: Int, noise: AttributionNoise, grid: NoiseGrid,
    seed: UInt64, name: String, threads: Int, isDirected: Bool = true
  ) -> [AttributionTrial] {
    Parallel.map(worlds, threads: threads) { i in
      AttributionTrial(
        plan.world(i, seed: seed, name: name, noise: noise), grid: grid, isDirected: isDirected)
    }.compactMap { $0 }
  }

  var constants: RivalConstants? {
    RivalConstants.fitted(candidates: world.candidates.count, dyads: world.responses.count)
  }

  /// Answers as a reader sees them: each candidate, then none listed, accumulation, shock.
  func answers(_ probabilities: RivalProbabilities) -> [Double] {
    probabilities.candidates
      + [probabilities.noneListed, probabilities.accumulation, probabilities.shock]
  }

  /// Place of the truth among the answers.
  var truth: Int {
    let k = world.candidates.count
    switch world.truth {
    case .candidate(let place): return place
    case .nothing, .unlistedNear, .unlistedFar: return k
    case .accumulation: return k + 1
    case .shock: return k + 2
    }
  }

  var isNoneListed: Bool { truth == world.candidates.count }
}
