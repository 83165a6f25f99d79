import EntenteAttribution
import EntenteNumerics
import EntenteTesting

extension AttributionCalibration {
  static func counterfactualTables(
    seed: UInt64, threads: Int, scale: Double
  ) -> [CalibrationTable] {
    [counterfactuals(AttributionBench(seed: seed, threads: threads, scale: scale))]
  }

  /// Three readings of the mean effect over 13 weeks, on the same worlds.
  static func counterfactuals(_ bench: AttributionBench) -> CalibrationTable {
    var rows: [[String]] = []
    var pooled = [0, 0, 0]
    var total = [0, 0, 0]
    for kind in bench.kinds {
      for (label, shape, size) in cells {
        let plan = AttributionPlan(
          odds: size > 0 ? [1, 0, 0, 0, 0] : [0, 0, 1, 0, 0], shape: shape, sizes: size...size)
        let name = "counterfactual \(label) \(size) \(kind.name)"
        let trials = Parallel.map(bench.worlds(200), threads: bench.threads) { i in
          trial(plan.world(i, seed: bench.seed, name: name, noise: kind.noise), kind.grid)
        }.compactMap { $0 }
        var row = [kind.name, size > 0 ? label : "none", "\(size)"]
        for method in 0..<3 {
          let found = trials.compactMap { $0.readings[method] }
          let hits = found.count { $0.covers }
          pooled[method] += hits
          total[method] += found.count
          row += [
            Figure.ratio(hits, found.count), Figure.share(Moments.median(found.map(\.width))),
          ]
        }
        let ranked = trials.compactMap(\.rank)
        row.append(Figure.ratio(ranked.count { $0 <= 0.1 }, ranked.count))
        let pairs = trials.compactMap(\.pairRank)
        row.append(Figure.ratio(pairs.count { $0 <= 0.1 }, pairs.count))
        rows.append(row)
      }
    }
    rows.append(
      ["all", "", ""] + (0..<3).flatMap { [Figure.ratio(pooled[$0], total[$0]), ""] } + ["", ""])
    return CalibrationTable(
      title: "Attribution: three counterfactuals",
      note: """
        The mean effect over 13 weeks at the true candidate (or at a candidate where nothing was \
        planted), lag 0-2 weeks, \(bench.worlds(200)) worlds a row. Effect: generalised least squares, \
        box and step. Path: gap to what the noise models expect of the 13 weeks from all others. \
        Synthetic: gap to a weighted mean of the controls, interval from placebo dates. Coverage of \
        the 90% interval and median width in SD. Last two columns: worlds in which the effect's rank \
        among dates, or among pairs, is .10 or less: false effects where none was planted, power \
        elsewhere.\(bench.absence)
        """,
      columns: [
        "noise", "effect", "SD", "effect covers", "width", "path covers", "width",
        "synthetic covers", "width", "rank among dates", "among pairs",
      ], rows: rows)
  }

  private static let cells: [(String, AttributionPlan.Shape, Double)] = [
    ("none", .step, 0), ("step", .step, 1), ("step", .step, 2), ("pulse, 8 weeks", .pulse(8), 1),
    ("pulse, 8 weeks", .pulse(8), 2), ("ramp, 13 weeks", .ramp(13), 1),
    ("ramp, 13 weeks", .ramp(13), 2),
  ]

  private struct Trial: Sendable {
    /// Effect, path, synthetic control; nil where it was not fitted.
    var readings: [(covers: Bool, width: Double)?]
    var rank: Double?
    var pairRank: Double?
  }

  private static func trial(_ world: AttributionWorld, _ grid: NoiseGrid) -> Trial? {
    let response = AttributionInput.Response(
      id: "r", values: world.responses[0],
      controls: world.controls)
    var week = world.candidates[0]
    if case .candidate(let place) = world.truth { week = world.candidates[place] }
    let cache = AttributionCache(grid: grid)
    guard
      let found = try? Attribution.effects(
        of: [AttributionInput.Candidate(id: "c", week: week)], on: response, cache: cache
      ).first, let unit = Attribution.unit(of: response, cache: cache)
    else { return nil }
    let truth = Moments.mean(world.effects[0][week..<(week + EffectWindow.weeks)]) / unit
    func reading(_ estimate: Estimate?) -> (covers: Bool, width: Double)? {
      guard let low = estimate?.low, let high = estimate?.high else { return nil }
      return (low <= truth && truth <= high, high - low)
    }
    return Trial(
      readings: [
        reading(found.effect.effect), reading(found.path.meanGap),
        reading(found.synthetic?.meanGap),
      ], rank: found.effect.placeboDates, pairRank: found.effect.placeboDyads)
  }
}
