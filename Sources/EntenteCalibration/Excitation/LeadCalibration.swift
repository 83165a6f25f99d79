import EntenteExcitation
import EntenteNumerics
import Foundation

/// False alarms and coverage of `entente granger` on made-up pairs of series.
enum LeadCalibration {
  static func tables(seed: UInt64, threads: Int, scale: Double) -> [CalibrationTable] {
    let runs = max(20, Int(200 * scale))
    return [
      alarms(runs, seed, threads), power(runs, seed, threads), races(runs, seed, threads),
    ]
  }

  /// First-order series, each with a weight on the other's past at a lag.
  private static func pair(
    _ count: Int, own: Double, other: [Double], lag: Int = 1, shared: Double = 0,
    isHeavy: Bool = false, seed: UInt64, index: Int
  ) -> PairedSeries? {
    var stream = RandomStream(seed: seed, name: "lead calibration", index: index)
    var values = [[Double]](repeating: [Double](repeating: 0, count: count + 100), count: 2)
    for t in lag..<(count + 100) {
      let common = stream.normal()
      for side in 0..<2 {
        let alone = isHeavy ? stream.studentT(degrees: 3) : stream.normal()
        values[side][t] =
          own * values[side][t - 1] + other[side] * values[1 - side][t - lag]
          + shared.squareRoot() * common + (1 - shared).squareRoot() * alone
      }
    }
    return try? PairedSeries(
      names: ["x", "y"], values: values.map { $0[100...].map { Optional($0) } })
  }

  private static func options(_ draws: Int) -> LeadOptions {
    var options = LeadOptions()
    options.draws = draws
    return options
  }

  private static func share(_ outcomes: [Bool]) -> String {
    let found = Proportion(outcomes)
    let interval = found.interval()
    return String(
      format: "%.3f [%.3f, %.3f]", found.rate, interval.lowerBound, interval.upperBound)
  }

  private static func alarms(_ runs: Int, _ seed: UInt64, _ threads: Int) -> CalibrationTable {
    let worlds: [(String, Double, Double, Bool)] = [
      ("white", 0, 0, false), ("AR .5", 0.5, 0, false), ("AR .8", 0.8, 0, false),
      ("AR .95", 0.95, 0, false), ("random walk", 1, 0, false), ("AR .5, t3", 0.5, 0, true),
      ("AR .6, shocks in common .7", 0.6, 0.7, false),
    ]
    var rows: [[String]] = []
    for count in [100, 321] {
      for (name, own, shared, isHeavy) in worlds {
        let found = Parallel.map(runs, threads: threads) { index -> [(Bool, Bool, Bool)] in
          guard
            let series = pair(
              count, own: own, other: [0, 0], shared: shared, isHeavy: isHeavy, seed: seed,
              index: index), let test = try? LeadTest(series, options(199))
          else { return [] }
          return test.directions.map {
            (
              $0.asymptoticP <= 0.05, $0.bootstrapP <= 0.05,
              $0.bootstrapP <= 0.05 && $0.controlP <= 0.1
            )
          }
        }.flatMap { $0 }
        rows.append([
          "\(count)", name, share(found.map(\.0)), share(found.map(\.1)), share(found.map(\.2)),
        ])
      }
    }
    return CalibrationTable(
      title: "Granger: false alarms of independent series at 5%",
      note: "\(runs) pairs a row, both directions, lags by AIC, 199 draws.",
      columns: ["periods", "series", "F alone", "bootstrap", "and shifted partners"], rows: rows)
  }

  private static func power(_ runs: Int, _ seed: UInt64, _ threads: Int) -> CalibrationTable {
    var rows: [[String]] = []
    for count in [100, 321] {
      for (weight, lag) in [(0.1, 1), (0.2, 1), (0.3, 1), (0.2, 3)] {
        let found = Parallel.map(runs, threads: threads) { index -> (Bool, Bool)? in
          guard
            let series = pair(
              count, own: 0.5, other: [0, weight], lag: lag, seed: seed &+ 1, index: index),
            let test = try? LeadTest(series, options(199))
          else { return nil }
          let leads = test.directions.map { $0.bootstrapP <= 0.05 && $0.controlP <= 0.1 }
          return (leads[0], leads[1])
        }.compactMap { $0 }
        rows.append([
          "\(count)", "\(weight)", "\(lag)", share(found.map(\.0)), share(found.map(\.1)),
        ])
      }
    }
    return CalibrationTable(
      title: "Granger: leads found at 5%",
      note: "\(runs) pairs a row, AR .5, the second follows the first; shocks of unit variance.",
      columns: ["periods", "weight", "lag", "found", "said of the other way"], rows: rows)
  }

  private static func races(_ runs: Int, _ seed: UInt64, _ threads: Int) -> CalibrationTable {
    var rows: [[String]] = []
    for count in [60, 120, 321] {
      for (own, other) in [(0.6, [0.25, 0.1]), (0.8, [0.0, 0.0]), (0.9, [0.05, 0.05])] {
        let found = Parallel.map(runs, threads: threads) { index -> [[Bool]] in
          guard
            let series = pair(count, own: own, other: other, seed: seed &+ 2, index: index),
            let race = try? RichardsonModel(series, options(499))
          else { return [] }
          return race.sides.enumerated().map { side, found in
            [
              covers(found.reaction, other[side]), covers(found.fatigue, 1 - own),
              covers(found.grievance, 0), (found.reaction.low ?? 0) > 0,
            ]
          }
        }.flatMap { $0 }
        rows.append(
          ["\(count)", String(format: "%.1f", 1 - own), "\(other[0]), \(other[1])"]
            + (0..<4).map { k in share(found.map { $0[k] }) })
      }
    }
    return CalibrationTable(
      title: "Richardson: coverage of 90% intervals, and reactions said to be above 0",
      note: "\(runs) pairs a row, both sides, 499 draws.",
      columns: [
        "periods", "fatigue", "reactions", "reaction covered", "fatigue covered",
        "grievance covered", "said above 0",
      ],
      rows: rows)
  }

  private static func covers(_ estimate: Estimate, _ value: Double) -> Bool {
    (estimate.low ?? .infinity) <= value && value <= (estimate.high ?? -.infinity)
  }
}
