import EntenteDating
import EntenteNumerics
import EntenteTesting

/// The error rates of dating: false alarms, power, coverage, on generated and on real noise.
///
/// The constants of `DatingOptions` were chosen on generated worlds; the tables on real noise and on
/// the turning points test them.
struct DatingCalibration: Sendable {
  let seed: UInt64
  let threads: Int
  let scale: Double
  let options = DatingOptions()

  /// Every table of the calibration.
  ///
  /// - Parameters:
  ///   - scale: multiplies the number of worlds; 1 is the full run.
  ///   - shared: folder that holds `data/`; without it the tables on real series are left out.
  static func tables(
    seed: UInt64, threads: Int, scale: Double, shared: String?
  ) -> [CalibrationTable] {
    let run = DatingCalibration(seed: seed, threads: threads, scale: scale)
    return [run.falseAlarms(), run.power()] + run.coverage() + [run.episodes(), run.online()]
      + [run.costs()] + run.realTables(shared: shared)
  }

  /// The tables on panels, costs and alarms alone.
  static func breakTables(
    seed: UInt64, threads: Int, scale: Double, shared: String?
  ) -> [CalibrationTable] {
    let run = DatingCalibration(seed: seed, threads: threads, scale: scale)
    guard let shared, let dyads = WeeklyDyads(folder: "\(shared)/data/gdelt-dyads"),
      let points = TurningPoint.read("\(shared)/data/turning-points/turning-points.csv")
    else { return [run.online(), run.costs()] }
    return [run.online(), run.costs()] + run.panelTables(points, dyads)
  }

  func worlds(_ full: Int) -> Int { max(4, Int(Double(full) * scale)) }

  /// The analysis of an untamed series, or nil if it cannot be dated.
  func analysis(_ raw: [Double], name: String, index: Int) -> DatingAnalysis? {
    try? DatingAnalysis.analyse(
      Taming.signedRoot(raw), raw: raw, options: options, seed: seed, name: "\(name)/\(index)")
  }

  /// `body` of the analyses of many worlds; worlds that cannot be dated are left out.
  func map<T: Sendable>(
    _ world: DatingWorld, name: String, count: Int,
    _ body: @escaping @Sendable (DatingAnalysis) -> T
  ) -> [T] {
    Parallel.map(count, threads: threads) { index -> T? in
      analysis(
        world.series(seed: seed, name: "calibration/\(name)", index: index), name: name,
        index: index
      ).map(body)
    }.compactMap { $0 }
  }

  func falseAlarms() -> CalibrationTable {
    var rates: [Double] = []
    let rows = DatingWorld.nulls.map { name, world in
      let found = map(world, name: "null/\(name)", count: worlds(400)) {
        (any: !$0.edges.isEmpty, lasting: !$0.breaks.isEmpty)
      }
      let any = Proportion(found.map(\.any))
      rates.append(any.rate)
      return [name, "\(any.trials)", any.text, Proportion(found.map(\.lasting)).text]
    }
    return CalibrationTable(
      title: "False alarms, generated worlds",
      note: "Share of worlds without a break that were given one; 95% Wilson intervals. Mean over "
        + "cells: \(Self.digits(Moments.mean(rates))).",
      columns: ["world", "worlds", "any break", "lasting break"], rows: rows)
  }

  func power() -> CalibrationTable {
    let settings = DatingWorld.intervalSettings.prefix(4) + DatingWorld.intervalSettings[5...5]
    var cells: [(String, DatingWorld)] = []
    for (name, world) in settings {
      for size in [1, 1.5, 2, 3] {
        cells.append(("\(name): \(size) sd", world.with([.init(160, size)])))
      }
    }
    let pulses = DatingWorld.intervalSettings[2].world
    cells.append(("2 pulses a year: 3 sd near the end", pulses.with([.init(300, 3)])))
    cells.append(
      ("2 pulses a year: up 3 sd, down 3 sd", pulses.with([.init(120, 3), .init(200, -3)])))
    let rows = cells.map { name, world in
      let found = map(world, name: "power/\(name)", count: worlds(150)) { analysis in
        (
          dated: world.steps.map { Self.finds($0, in: analysis.edges, within: 5) },
          found: world.steps.map { Self.finds($0, in: analysis.edges, within: 26) },
          more: analysis.edges.count > world.steps.count
        )
      }
      return [
        name, "\(found.count)", Proportion(found.flatMap(\.dated)).text,
        Proportion(found.flatMap(\.found)).text, Proportion(found.map(\.more)).text,
      ]
    }
    return CalibrationTable(
      title: "Power, generated worlds",
      note: "Planted breaks met by one of the right sign within 5 and within 26 weeks, and worlds "
        + "given more breaks than planted. Sizes in standard deviations of the untamed noise.",
      columns: ["world", "worlds", "within 5", "within 26", "too many breaks"], rows: rows)
  }

  static func finds(_ step: DatingWorld.Step, in edges: [Break], within weeks: Int) -> Bool {
    edges.contains { abs($0.index - step.index) <= weeks && ($0.size > 0) == (step.size > 0) }
  }

  static func digits(_ value: Double) -> String {
    let thousandths = Int((abs(value) * 1000).rounded())
    let fraction = String(thousandths % 1000)
    return (value < 0 ? "-" : "") + "\(thousandths / 1000)."
      + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}
