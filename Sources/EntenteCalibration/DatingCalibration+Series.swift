import EntenteDating
import EntenteNumerics
import EntenteTesting

/// Alarms as a series arrives, and the other costs.
extension DatingCalibration {
  func online() -> CalibrationTable {
    func runs(_ world: DatingWorld, _ name: String) -> [OnlineDetector] {
      Parallel.map(worlds(200), threads: threads) { index in
        try? OnlineDetector(
          Taming.signedRoot(
            world.series(seed: seed, name: "calibration/online/\(name)", index: index)),
          draws: 299, seed: seed)
      }.compactMap { $0 }
    }
    let year = OnlineDetector.year
    let rows = DatingWorld.nulls.map { name, world -> [String] in
      let quiet = runs(world, name)
      let alarms = Double(quiet.reduce(0) { $0 + $1.alarms.count })
      let years = Double(quiet.reduce(0) { $0 + $1.monitored }) / Double(year)
      let first = quiet.map { ($0.alarms.first?.index ?? .max) < OnlineDetector.training + year }
      let stepped = runs(world.with([.init(200, 2)]), "\(name)/step")
      let delays = stepped.compactMap { run in
        run.alarms.first { $0.index >= 200 && $0.direction == .up }.map { $0.index - 200 }
      }
      return [
        name, Proportion(first).text, Self.digits(alarms / max(1, years)),
        Proportion(
          stepped.count { run in
            run.alarms.contains { (200..<226).contains($0.index) && $0.direction == .up }
          }, of: stepped.count
        ).text,
        delays.isEmpty ? "none" : "\(Int(Moments.median(delays.map(Double.init))))",
      ]
    }
    return CalibrationTable(
      title: "Alarms as a series arrives, generated worlds",
      note: "Set to 5% a year of 52 weeks. Share of worlds without a break with an alarm in the "
        + "first year of monitoring; alarms a year over the whole series, those that follow an "
        + "alarm among them; and of worlds with a step of 2 sd at week 200 the share alarmed within "
        + "26 weeks, with the median delay.",
      columns: [
        "world", "alarm in the first year", "alarms a year", "step alarmed", "median delay, weeks",
      ], rows: rows)
  }

  func costs() -> CalibrationTable {
    let names = ["mean-variance", "robust", "rank", "kernel"]
    let rows = DatingWorld.nulls.map { name, world -> [String] in
      [name]
        + names.map { cost in
          var options = SeriesOptions()
          options.cost = cost
          options.draws = 199
          let chosen = options
          return Proportion(
            Parallel.map(worlds(60), threads: threads) { index in
              let values = Taming.signedRoot(
                world.series(seed: seed, name: "calibration/costs/\(name)", index: index))
              return (try? SeriesBreaks.find(in: values, options: chosen, seed: seed))
                .map { !$0.breaks.isEmpty } ?? true
            }
          ).text
        }
    }
    return CalibrationTable(
      title: "False alarms of the other costs, generated worlds",
      note: "Share of worlds without a break that were given one at the automatic penalty, 199 "
        + "draws. Counts have no such world.",
      columns: ["world"] + names, rows: rows)
  }
}
