import EntenteAttribution
import EntenteNumerics
import EntenteTesting

extension AttributionCalibration {
  /// Coverage of the 90% interval of the mean effect over 13 weeks.
  static func intervals(_ bench: AttributionBench) -> CalibrationTable {
    var rows: [[String]] = []
    var covered = 0
    var total = 0
    for kind in bench.kinds {
      for shape in [AttributionPlan.Shape.step, .pulse(8), .ramp(13)] {
        for size in [0, 1, 2, 3.0] {
          let plan = AttributionPlan(
            odds: size > 0 ? [1, 0, 0, 0, 0] : [0, 0, 1, 0, 0], shape: shape, sizes: size...size)
          if size == 0, shape != .step { continue }
          let name = "interval \(shape) \(size) \(kind.name)"
          let results = Parallel.map(bench.worlds(400), threads: bench.threads) { i in
            effect(plan.world(i, seed: bench.seed, name: name, noise: kind.noise), kind.grid)
          }.compactMap { $0 }
          let hits = results.count { $0.covers }
          covered += hits
          total += results.count
          rows.append([
            kind.name, size > 0 ? label(shape) : "none", "\(size)",
            Figure.ratio(hits, results.count), Figure.share(Moments.median(results.map(\.width))),
            Figure.fine(Moments.mean(results.map(\.bias))),
          ])
        }
      }
    }
    rows.append(["all", "", "", Figure.ratio(covered, total), "", ""])
    return CalibrationTable(
      title: "Attribution: 90% intervals of the mean effect over 13 weeks",
      note: """
        Coverage, median width and mean error (in the direction of the effect), in SD; at the true \
        candidate, lag 0-2 weeks, \(bench.worlds(400)) worlds a row (sampling error about .015). Not \
        corrected for having looked at several candidates: the interval of the strongest of five \
        covers less.\(bench.absence)
        """,
      columns: ["noise", "effect", "SD", "coverage", "width", "mean error"], rows: rows)
  }

  private static func label(_ shape: AttributionPlan.Shape) -> String {
    switch shape {
    case .any: "any"
    case .step: "step"
    case .pulse(let length): "pulse, \(Int(length)) weeks"
    case .ramp(let length): "ramp, \(length) weeks"
    }
  }

  private static func effect(
    _ world: AttributionWorld, _ grid: NoiseGrid
  ) -> (covers: Bool, width: Double, bias: Double)? {
    let response = AttributionInput.Response(
      id: "", values: world.responses[0], direction: world.direction > 0 ? .up : .down,
      controls: world.controls)
    guard let scaled = ScaledResponse(response) else { return nil }
    var week = world.candidates[0]
    if case .candidate(let place) = world.truth { week = world.candidates[place] }
    let truth =
      world.direction * Moments.mean(world.effects[0][week..<(week + EffectWindow.weeks)])
    let found = EffectEstimator(WhitenedResponse(scaled, grid: grid), grid: grid)
      .effect(from: week)
    let half = EffectEstimator.quantile90 * found.deviation * scaled.scale
    let mean = found.mean * scaled.scale
    return (abs(mean - truth) <= half, 2 * half, mean - truth)
  }

  /// How alike generated and real noise are.
  static func noise(_ bench: AttributionBench) -> CalibrationTable {
    let rows = bench.kinds.map { kind -> [String] in
      let plan = AttributionPlan(odds: [0, 0, 1, 0, 0], controls: 0)
      let series =
        kind.noise.pairs.isEmpty
        ? (0..<bench.worlds(200)).map { i in
          plan.world(i, seed: bench.seed, name: "noise", noise: kind.noise).responses[0]
        } : kind.noise.pairs.map(\.values)
      let statistics = series.map { values -> [Double] in
        let level = RunningMedian.of(values, width: 53)
        let about = zip(values, level).map { $0 - $1 }
        let curve = ScaledResponse(AttributionInput.Response(id: "", values: values)).map {
          EvidenceCurve(WhitenedResponse($0, grid: kind.grid), grid: kind.grid)
        }
        return [1, 4, 13].map { autocorrelation(values, lag: $0) }
          + [1, 4].map { autocorrelation(about, lag: $0) }
          + [kurtosis(about), curve?.values.max() ?? .nan]
      }
      return ["\(kind.name), \(series.count) dyads"]
        + (0..<7).map { i in Figure.share(Moments.median(statistics.map { $0[i] })) }
        + [Figure.share(Moments.quantile(0.9, of: statistics.map { $0[6] }))]
    }
    return CalibrationTable(
      title: "Attribution: generated and real noise",
      note: "Medians over dyads in which nothing was planted; the last column is a 90% quantile.",
      columns: [
        "noise", "autocorrelation 1", "4", "13", "about the median 1", "4", "kurtosis",
        "largest evidence", "90%",
      ], rows: rows)
  }

  private static func autocorrelation(_ values: [Double], lag: Int) -> Double {
    let m = Moments.mean(values)
    var product = 0.0
    for t in lag..<values.count { product += (values[t] - m) * (values[t - lag] - m) }
    return product / values.reduce(0) { $0 + ($1 - m) * ($1 - m) }
  }

  private static func kurtosis(_ values: [Double]) -> Double {
    let m = Moments.mean(values)
    let second = Moments.mean(values.map { ($0 - m) * ($0 - m) })
    return Moments.mean(values.map { ($0 - m) * ($0 - m) * ($0 - m) * ($0 - m) })
      / (second * second)
  }
}
