import EntenteAttribution
import EntenteNumerics
import EntenteTesting
import Foundation

/// Fits the constants that make probabilities of scores, on generated worlds alone.
enum AttributionFit {
  static let candidates = 1...8
  static let dyads = 1...4

  /// Maximum likelihood for each number of dyads over all numbers of candidates, then for each number
  /// of candidates by itself, held near the common fit.
  static func constants(
    worlds: Int, seed: UInt64, threads: Int, progress: (String) -> Void
  ) -> [RivalConstants] {
    let noise = AttributionNoise.generated()
    let grid = NoiseGrid(days: noise.days, threads: threads)
    var unlisted: [Int: [Double]] = [:]
    var fitted = dyads.flatMap { m -> [RivalConstants] in
      let trials = candidates.map { k in
        AttributionTrial.run(
          AttributionPlan(candidates: k, dyads: m), worlds: worlds, noise: noise, grid: grid,
          seed: seed, name: "fit \(k) \(m)", threads: threads)
      }
      let common = fit(trials.flatMap { $0 }, near: nil)
      progress("\(m) dyads, common: \(common.point.map { rounded($0) })")
      let fits = Parallel.map(trials.count, threads: threads) {
        fit(trials[$0], near: common.point)
      }
      return zip(candidates, zip(trials, fits)).map { k, pair in
        let values = pair.1.point.map(rounded)
        progress("\(k) candidates, \(m) dyads: \(values)")
        unlisted[k, default: []] += falseNames(pair.0, values)
        return RivalConstants(candidates: k, dyads: m, values: values)
      }
    }
    // Without a direction the scores are others; one dyad is enough to see by how much.
    var undirected: [Int: [Double]] = [:]
    for k in candidates {
      guard let values = fitted.first(where: { $0.candidates == k && $0.dyads == 1 })?.values else {
        continue
      }
      let trials = AttributionTrial.run(
        AttributionPlan(candidates: k, dyads: 1), worlds: 2 * worlds, noise: noise, grid: grid,
        seed: seed, name: "fit undirected \(k)", threads: threads, isDirected: false)
      undirected[k] = falseNames(trials, values)
    }
    for place in fitted.indices {
      let k = fitted[place].candidates
      fitted[place].naming = .init(
        directed: threshold(unlisted, near: k), undirected: threshold(undirected, near: k))
    }
    // The share of triggers named is counted on worlds that the fit has not seen.
    return fitted.map { entry in
      let trials = AttributionTrial.run(
        AttributionPlan(
          odds: [1, 0, 0, 0, 0], candidates: entry.candidates, dyads: entry.dyads),
        worlds: worlds / 2, noise: noise, grid: grid, seed: seed,
        name: "naming \(entry.candidates) \(entry.dyads)", threads: threads)
      var entry = entry
      entry.named = rates(trials, entry)
      progress(
        "\(entry.candidates) candidates, \(entry.dyads) dyads: \(entry.naming), \(entry.named.map(\.rate))"
      )
      return entry
    }
  }

  /// For each world without a listed trigger, the probability of a candidate where one is the best
  /// answer, else 0.
  private static func falseNames(_ trials: [AttributionTrial], _ values: [Double]) -> [Double] {
    trials.filter(\.isNoneListed).map { trial in
      let answers = trial.answers(RivalProbabilities(trial.scores, constants: values))
      let top = answers.max() ?? 0
      let best = answers.firstIndex(of: top) ?? 0
      return best < trial.world.candidates.count ? top : 0
    }
  }

  /// The least probability, in hundredths and from .7 on, that at most 1.5% of worlds reach;
  /// neighbouring numbers of candidates lend their worlds, since one number alone has too few.
  private static func threshold(_ worlds: [Int: [Double]], near k: Int) -> Double {
    let pooled = [k - 1, k, k + 1].flatMap { worlds[$0] ?? [] }
    let hundredths = (70...99).first { step in
      let reached = pooled.count { $0 >= Double(step) / 100 }
      return Double(reached) <= 0.015 * Double(pooled.count)
    }
    return Double(hundredths ?? 99) / 100
  }

  private static func rounded(_ x: Double) -> Double { (1000 * x).rounded() / 1000 }

  private static func fit(
    _ trials: [AttributionTrial], near common: [Double]?
  ) -> Minimizer.Result {
    Minimizer.minimize(from: common ?? RivalConstants.start) { values in
      var loss = 0.0
      for trial in trials { loss -= logProbability(of: trial, values) }
      // A form's own worlds say little about some constants: those stay near the common fit.
      let anchor = common ?? RivalConstants.start
      let strength = common == nil ? 0.5 : 40
      for (value, other) in zip(values, anchor) {
        loss += strength * (value - other) * (value - other)
      }
      return loss / Double(trials.count)
    }
  }

  private static func logProbability(of trial: AttributionTrial, _ values: [Double]) -> Double {
    let logits = RivalProbabilities.logits(trial.scores, values, .training)
    let k = trial.world.candidates.count
    let total = LogSum.of(logits)
    switch trial.world.truth {
    case .candidate(let place): return logits[place] - total
    case .nothing, .unlistedNear, .unlistedFar: return LogSum.of(logits[k..<(k + 3)]) - total
    case .accumulation: return logits[k + 3] - total
    case .shock: return logits[k + 4] - total
    }
  }

  /// How often a single trigger is named: a logistic curve over the sizes of all worlds, so that the
  /// rate rises with the size and no size rests on a handful of worlds.
  private static func rates(
    _ trials: [AttributionTrial], _ constants: RivalConstants
  ) -> [RivalConstants.NamingRate] {
    let outcomes = trials.map { trial in
      (
        size: trial.world.size,
        isNamed: RivalProbabilities(trial.scores, constants: constants.values)
          .candidates[trial.truth] >= constants.naming.directed
      )
    }
    guard !outcomes.isEmpty else { return [] }
    func rate(_ curve: [Double], _ size: Double) -> Double {
      1 / (1 + exp(-(curve[0] + exp(curve[1]) * (size - 1.5))))
    }
    let curve = Minimizer.minimize(from: [-1, 0]) { curve in
      // A weak pull keeps the curve finite where all or none are named.
      var loss = 0.01 * (curve[0] * curve[0] + curve[1] * curve[1])
      for outcome in outcomes {
        let p = min(max(rate(curve, outcome.size), 1e-9), 1 - 1e-9)
        loss -= log(outcome.isNamed ? p : 1 - p)
      }
      return loss / Double(outcomes.count)
    }
    return [1, 1.5, 2].map { size in
      .init(size: size, rate: (100 * rate(curve.point, size)).rounded() / 100)
    }
  }

  /// The Swift file that holds the constants.
  static func source(_ constants: [RivalConstants], worlds: Int, seed: UInt64) -> String {
    var lines = [
      "// Generated by `entente-calibration fit --worlds \(worlds) --seed \(seed)`; do not edit.",
      "// Maximum likelihood on \(worlds) worlds of the generator for each entry.", "",
      "extension RivalConstants {", "  static let all: [RivalConstants] = [",
    ]
    for entry in constants {
      let values = entry.values.map { "\($0)" }
      lines += [
        "    RivalConstants(", "      candidates: \(entry.candidates), dyads: \(entry.dyads),",
        "      values: [", "        " + values.prefix(6).joined(separator: ", ") + ",",
        "        " + values.dropFirst(6).joined(separator: ", ") + ",", "      ],",
        "      named: [",
        "        "
          + entry.named.map { ".init(size: \($0.size), rate: \($0.rate))" }
          .joined(separator: ", ") + ",", "      ],",
        "      naming: .init(directed: \(entry.naming.directed), undirected: \(entry.naming.undirected))),",
      ]
    }
    return (lines + ["  ]", "}", ""]).joined(separator: "\n")
  }
}
