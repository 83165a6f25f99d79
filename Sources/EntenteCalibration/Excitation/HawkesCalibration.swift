import EntenteExcitation
import EntenteNumerics
import Foundation

/// What the fits of Hawkes processes reach on processes whose parameters are known.
enum HawkesCalibration {
  static func tables(seed: UInt64, threads: Int, scale: Double) -> [CalibrationTable] {
    let runs = max(20, Int(200 * scale))
    guard let truth = try? truth() else { return [] }
    return [
      coverage(truth, runs, seed, threads), reliability(truth, runs / 4, seed, threads),
    ]
  }

  /// Two dimensions, radius 0.5, mean delay 1.
  private static func truth() throws -> HawkesModel {
    try HawkesModel(
      labels: ["a", "b"], kernel: try ExponentialKernel([1]), baseline: [0.2, 0.1],
      weights: [[0.3, 0.2], [0.4, 0.1]])
  }

  private static func draw(
    _ model: HawkesModel, _ window: Double, _ seed: UInt64, _ index: Int
  ) throws -> (HawkesSimulation, EventTimes) {
    var stream = RandomStream(seed: seed, name: "hawkes calibration", index: index)
    let drawn = try HawkesSimulation(model, start: 0, end: window, stream: &stream)
    let events = try EventTimes(
      labels: model.labels, start: 0, end: window, times: drawn.times,
      dimensions: drawn.dimensions)
    return (drawn, events)
  }

  private static func share(_ outcomes: [Bool]) -> String {
    let found = Proportion(outcomes)
    let interval = found.interval()
    return String(
      format: "%.3f [%.3f, %.3f]", found.rate, interval.lowerBound, interval.upperBound)
  }

  private static func coverage(
    _ truth: HawkesModel, _ runs: Int, _ seed: UInt64, _ threads: Int
  ) -> CalibrationTable {
    let names = [
      "background a", "background b", "a to a", "b to a", "a to b", "b to b", "decay",
      "spectral radius",
    ]
    let values = [0.2, 0.1, 0.3, 0.2, 0.4, 0.1, 1, truth.spectralRadius.value]
    let windows = [1000.0, 4000]
    let hits = windows.map { window in
      Parallel.map(runs, threads: threads) { index -> [Bool?] in
        guard let (_, events) = try? draw(truth, window, seed, index),
          let fit = try? HawkesEstimator.fit(events)
        else { return names.map { _ in nil } }
        let estimates =
          fit.model.baseline + fit.model.weights.flatMap { $0 }
          + [fit.model.kernel.values[0], fit.spectralRadius]
        let errors =
          fit.baselineErrors + fit.branchingErrors.flatMap { $0 }
          + [fit.kernelErrors[0], fit.spectralRadiusError]
        return names.indices.map { k in
          errors[k].map { abs(estimates[k] - values[k]) < 1.6449 * $0 }
        }
      }
    }
    var rows = names.indices.map { k in
      [names[k], "\(values[k])"] + hits.map { share($0.compactMap { $0[k] }) }
    }
    rows.append(
      ["all but the radius", "-"]
        + hits.map { share($0.flatMap { $0.prefix(7).compactMap { $0 } }) })
    return CalibrationTable(
      title: "Hawkes: coverage of estimate ± 1.645 standard errors (aim .90)",
      note:
        "\(runs) processes for each window, decay estimated; weights at 0 have no error and are "
        + "left out. About 0.64 events a unit of time.",
      columns: ["parameter", "truth"] + windows.map { "window \(Int($0))" }, rows: rows)
  }

  private static func reliability(
    _ truth: HawkesModel, _ runs: Int, _ seed: UInt64, _ threads: Int
  ) -> CalibrationTable {
    let answers = Parallel.map(runs, threads: threads) { index -> [(Double, Bool)] in
      guard let (drawn, events) = try? draw(truth, 1000, seed &+ 1, index),
        let fit = try? HawkesEstimator.fit(events),
        let found = try? TriggerAttribution(events, fit.model, listed: 20)
      else { return [] }
      return found.rows.enumerated().flatMap { k, row in
        row.parents.map { ($0.probability, drawn.parents[k] == $0.event) }
          + [(row.background, drawn.parents[k] == nil)]
      }
    }.flatMap { $0 }
    var error = 0.0
    let rows = (0..<10).map { bin -> [String] in
      let inside = answers.filter { min(9, Int($0.0 * 10)) == bin }
      let mean = inside.isEmpty ? 0 : Moments.mean(inside.map(\.0))
      let rate = inside.isEmpty ? 0 : Proportion(inside.map(\.1)).rate
      error += abs(mean - rate) * Double(inside.count) / Double(max(1, answers.count))
      return [
        "\(Double(bin) / 10)", "\(inside.count)", String(format: "%.3f", mean),
        String(format: "%.3f", rate),
      ]
    }
    return CalibrationTable(
      title: "Hawkes: who triggered what, probabilities against true parents",
      note: "\(runs) processes of window 1000, fitted first; earlier events and the background. "
        + "Expected calibration error \(String(format: "%.4f", error)).",
      columns: ["probability from", "answers", "mean probability", "true"], rows: rows)
  }
}
