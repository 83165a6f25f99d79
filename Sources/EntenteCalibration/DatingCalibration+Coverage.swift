import EntenteDating
import EntenteNumerics
import EntenteTesting

extension DatingCalibration {
  private struct Met: Sendable {
    let dateCovered: Bool
    let sizeCovered: Bool
    let isOnly: Bool
    let width: Int
  }

  /// Coverage of the intervals of dates and sizes, given that the break was found.
  func coverage() -> [CalibrationTable] {
    var rows: [[String]] = []
    var all: [Met] = []
    for size in [1.5, 2.5, 4] {
      var ofSize: [Met] = []
      for (name, world) in DatingWorld.intervalSettings {
        let truth = tamedSize(world, size: size)
        let step = DatingWorld.Step(160, size)
        let label = "\(name): \(size) sd"
        let met = map(world.with([step]), name: "cover/\(label)", count: worlds(150)) {
          Self.met(step, truth: truth, in: $0)
        }
        ofSize += met.compactMap { $0 }
        rows.append(row(label, met.compactMap { $0 }, of: met.count))
      }
      rows.append(row("all at \(size) sd", ofSize, of: nil))
      all += ofSize
    }
    rows.append(row("all", all, of: nil))
    return [
      CalibrationTable(
        title: "Coverage of 90% intervals, generated worlds",
        note: "One planted break, given that one of the right sign was found within 26 weeks. The "
          + "true size is the mean difference of long worlds, tamed. \"Size, one break\": where no "
          + "further break was found.",
        columns: [
          "world", "found", "date covered", "median width, weeks", "size covered",
          "size, one break",
        ], rows: rows)
    ]
  }

  private func row(_ label: String, _ met: [Met], of worlds: Int?) -> [String] {
    [
      label, worlds.map { "\(met.count) of \($0)" } ?? "\(met.count)",
      Proportion(met.map(\.dateCovered)).text,
      met.isEmpty ? "none" : "\(Int(Moments.median(met.map { Double($0.width) })))",
      Proportion(met.map(\.sizeCovered)).text,
      Proportion(met.filter(\.isOnly).map(\.sizeCovered)).text,
    ]
  }

  private static func met(
    _ step: DatingWorld.Step, truth: Double, in analysis: DatingAnalysis
  ) -> Met? {
    let near = analysis.edges.filter {
      abs($0.index - step.index) <= 26 && ($0.size > 0) == (step.size > 0)
    }
    guard let found = near.min(by: { abs($0.index - step.index) < abs($1.index - step.index) })
    else { return nil }
    return Met(
      dateCovered: found.interval.contains(step.index),
      sizeCovered: found.sizeInterval.contains(truth), isOnly: analysis.edges.count == 1,
      width: found.interval.count)
  }

  /// The change of the tamed mean that a step causes: pairs of worlds of one noise, with and without.
  private func tamedSize(_ world: DatingWorld, size: Double) -> Double {
    var before = world.with([])
    before.hasPulseAtStep = false
    var after = world.with([.init(0, size)])
    after.hasPulseAtStep = false
    let (low, high) = (before, after)
    return Moments.mean(
      Parallel.map(300, threads: threads) { index in
        let means = [high, low].map {
          Moments.mean(
            Taming.signedRoot($0.series(seed: seed, name: "calibration/truth", index: index)))
        }
        return means[0] - means[1]
      })
  }

  /// What planted episodes and planted lasting changes are taken for.
  func episodes() -> CalibrationTable {
    var rows: [[String]] = []
    for (name, world) in [DatingWorld.intervalSettings[0], DatingWorld.intervalSettings[2]] {
      for (length, size) in [(12, 3.0), (16, 3.0), (16, 5.0)] {
        for remains in [0, 0.5, 1] {
          let steps: [DatingWorld.Step] = [
            .init(150, size), .init(150 + length, (remains - 1) * size),
          ].filter { $0.size != 0 }
          let kind =
            remains == 0 ? "episode" : remains == 1 ? "lasting" : "half of it lasts"
          let label = "\(name): \(length) weeks of \(size) sd, \(kind)"
          let found = map(world.with(steps), name: "episode/\(label)", count: worlds(150)) {
            analysis in
            let near = 124...(176 + length)
            return (
              lasting: analysis.breaks.contains { near.contains($0.index) },
              episode: analysis.episodes.contains { near.contains($0.start.index) }
            )
          }
          rows.append([
            label, "\(found.count)", Proportion(found.map(\.lasting)).text,
            Proportion(found.map(\.episode)).text,
            Proportion(found.map { !$0.lasting && !$0.episode }).text,
          ])
        }
      }
    }
    return CalibrationTable(
      title: "Lasting or episode, generated worlds",
      note: "Share of worlds in which a lasting break, an episode, or nothing was found within 26 "
        + "weeks. For an episode a lasting break is the error; for the rest an episode alone is.",
      columns: ["world", "worlds", "lasting", "episode", "nothing"], rows: rows)
  }
}
