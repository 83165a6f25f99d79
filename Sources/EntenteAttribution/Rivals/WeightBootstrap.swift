import EntenteNumerics
import Foundation

/// How far the weights would vary in other series with the same effect and the same noise.
///
/// The level that the weights themselves imply is taken out, the rest is resampled in circular
/// blocks of 8 weeks (the same blocks for all dyads), and everything is weighed again. The level:
/// the posterior mean of the effect at the strongest week of the curve, in its best shape, shrunk
/// by the probability that anything happened.
package struct WeightBootstrap: Sendable {
  private static let block = 8

  private let responses: [ScaledResponse]
  private let levels: [[Double]]
  private let question: RivalScores.Question
  private let constants: RivalConstants
  private let grid: NoiseGrid

  package init(
    _ responses: [ScaledResponse], scores: RivalScores, probabilities: RivalProbabilities,
    question: RivalScores.Question, constants: RivalConstants, grid: NoiseGrid
  ) {
    self.responses = responses
    self.question = question
    self.constants = constants
    self.grid = grid
    let values = scores.curve.values
    let strongest = values.indices.max { values[$0] < values[$1] } ?? 0
    let week = scores.curve.weeks.lowerBound + strongest
    levels = responses.map {
      Self.level($0, week: week, share: 1 - probabilities.nothing, grid: grid)
    }
  }

  package func draws(_ options: AttributionOptions) -> [RivalProbabilities] {
    let n = grid.weeks
    return Parallel.map(options.draws, threads: options.threads) { draw in
      var stream = RandomStream(seed: options.seed, name: "weights", index: draw)
      var source: [Int] = []
      while source.count < n {
        let start = stream.integer(below: n)
        for i in 0..<min(Self.block, n - source.count) { source.append((start + i) % n) }
      }
      let drawn = zip(responses, levels).map { response, level in
        ScaledResponse(
          values: (0..<n).map { level[$0] + response.values[source[$0]] - level[source[$0]] },
          scale: response.scale, sign: response.sign, isDirected: response.isDirected)
      }
      let scores = RivalScores(drawn, question: question, grid: grid)
      return RivalProbabilities(scores, constants: constants.values, priors: options.priors)
    }
  }

  /// Median level plus the best shape from this week or the two after it.
  private static func level(
    _ response: ScaledResponse, week: Int, share: Double, grid: NoiseGrid
  ) -> [Double] {
    let n = grid.weeks
    let whitened = WhitenedResponse(response, grid: grid)
    let center = Moments.median(response.values)
    let best = whitened.logWeights.indices.max {
      whitened.logWeights[$0] < whitened.logWeights[$1]
    }
    guard let best else { return [Double](repeating: center, count: n) }
    let point = grid.points[best]
    var found = (gain: -Double.infinity, size: 0.0, onset: week, shape: ResponseShape.step)
    for (s, shape) in ResponseShape.allCases.enumerated() {
      let products = shape.products(with: whitened.vectors[best])
      for onset in week..<min(week + 3, n) {
        let spread = point.squares[s][onset] + whitened.squares[best] / Double(n - 1)
        let size = products[onset] / spread
        let gain = size * products[onset]
        if gain > found.gain { found = (gain, size, onset, shape) }
      }
    }
    return (0..<n).map { t in
      guard t >= found.onset else { return center }
      return center + share * found.size * found.shape.value(after: t - found.onset)
    }
  }
}
