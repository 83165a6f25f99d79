import EntenteDating
import EntenteNumerics
import EntenteRecord
import EntenteTesting

extension DatingCalibration {
  /// Tables on the dyads of GDELT, 2018 to 2024; one that says why, if they cannot be read.
  func realTables(shared: String?) -> [CalibrationTable] {
    guard let shared, let dyads = WeeklyDyads(folder: "\(shared)/data/gdelt-dyads"),
      let points = TurningPoint.read("\(shared)/data/turning-points/turning-points.csv")
    else {
      return [
        CalibrationTable(
          title: "Real dyads", note: "Left out: no weekly dyads or turning points to read.",
          columns: ["reason"], rows: [["no data"]])
      ]
    }
    let controls = dyads.controls(without: points.map { WeeklyDyads.key($0.first, $0.second) })
    return [
      permuted(controls), planted(controls), turningPoints(points, dyads), quiet(controls),
    ] + panelTables(points, dyads)
  }

  /// A class of control dyads by their share of weeks with any event.
  struct NoiseClass: Sendable {
    let name: String
    let dyads: [(key: String, shares: [Double])]
  }

  func noise(
    _ dyad: (key: String, shares: [Double]), block: Int, steps: [DatingWorld.Step] = []
  ) -> [Double] {
    DatingRealNoise(dyad.shares, blockLength: block).series(
      steps: steps, seed: seed, name: "calibration/real/\(dyad.key)", index: block)
  }

  private func permuted(_ classes: [NoiseClass]) -> CalibrationTable {
    var rows: [[String]] = []
    var total = 0
    var trials = 0
    for group in classes {
      let blocks = [4, 8, 13].map { block in
        Proportion(
          Parallel.map(min(group.dyads.count, worlds(200)), threads: threads) { index in
            let dyad = group.dyads[index]
            let series = noise(dyad, block: block)
            return analysis(series, name: "permuted/\(block)/\(dyad.key)", index: index)?
              .edges.isEmpty == false
          })
      }
      total += blocks[0].successes + blocks[1].successes
      trials += blocks[0].trials + blocks[1].trials
      rows.append([group.name, "\(blocks[0].trials)"] + blocks.map(\.text))
    }
    return CalibrationTable(
      title: "False alarms, real noise",
      note: "Control dyads' own weeks in shuffled blocks. Blocks of 13 weeks keep real changes "
        + "inside them. Blocks of 4 and 8 together: \(Proportion(total, of: trials).text).",
      columns: ["nonzero weeks", "dyads", "blocks of 4", "blocks of 8", "blocks of 13"], rows: rows)
  }

  private func planted(_ classes: [NoiseClass]) -> CalibrationTable {
    var rows: [[String]] = []
    for group in classes {
      for size in [1.0, 2, 3] {
        let outcomes = Parallel.map(min(group.dyads.count, worlds(200)), threads: threads) {
          index -> (dated: Bool, found: Bool, covered: Bool)? in
          let dyad = group.dyads[index]
          // In units of the shares' spread, zeros among them.
          let step = DatingWorld.Step(160, size * spread(dyad.shares))
          let series = noise(dyad, block: 8, steps: [step])
          guard let analysis = analysis(series, name: "planted/\(size)/\(dyad.key)", index: index)
          else { return nil }
          let near = analysis.edges.filter { $0.size > 0 && abs($0.index - 160) <= 26 }
          let closest = near.min { abs($0.index - 160) < abs($1.index - 160) }
          return (
            Self.finds(step, in: analysis.edges, within: 5), closest != nil,
            closest?.interval.contains(160) ?? false
          )
        }.compactMap { $0 }
        rows.append([
          "\(group.name): \(Int(size)) sd", "\(outcomes.count)",
          Proportion(outcomes.map(\.dated)).text, Proportion(outcomes.map(\.found)).text,
          Proportion(outcomes.filter(\.found).map(\.covered)).text,
        ])
      }
    }
    return CalibrationTable(
      title: "Planted breaks, real noise",
      note: "A step up at mid-series in control dyads permuted in blocks of 8, in units of 1.4826 "
        + "MAD of the dyad's nonzero shares; coverage of the 90% interval where it was found.",
      columns: ["nonzero weeks", "dyads", "within 5", "within 26", "date covered"], rows: rows)
  }

  private func spread(_ shares: [Double]) -> Double {
    let present = shares.filter { $0 != 0 }
    return present.isEmpty ? 0 : Moments.scaledMAD(present)
  }

  private func turningPoints(_ points: [TurningPoint], _ dyads: WeeklyDyads) -> CalibrationTable {
    let rows = Parallel.map(points.count, threads: threads) { at -> [String] in
      let point = points[at]
      let key = WeeklyDyads.key(point.first, point.second)
      guard let shares = dyads.shares[key], let week = dyads.weeks.firstIndex(of: point.day.monday),
        let analysis = analysis(shares, name: key, index: 0)
      else { return [key, point.day.description, "no series", "", "", "", "", ""] }
      let signed = analysis.edges.filter { $0.direction.rawValue == point.sign }
      let closest = signed.min { abs($0.index - week) < abs($1.index - week) }
      let isLasting = analysis.breaks.contains { $0.index == closest?.index }
      return [
        key, point.day.description, point.sign > 0 ? "up" : "down",
        Self.digits(analysis.pValue), "\(analysis.edges.count)",
        closest.map { "\($0.index - week)" } ?? "none",
        closest.map { "\($0.interval.lowerBound - week) to \($0.interval.upperBound - week)" }
          ?? "",
        closest.map { abs($0.index - week) <= 5 ? "hit" : "miss" }
          .map { $0 + (isLasting ? ", lasting" : ", edge of an episode") } ?? "miss",
      ]
    }
    let hits = rows.count { $0[7].hasPrefix("hit") }
    return CalibrationTable(
      title: "Turning points",
      note: "The break of the right sign nearest to each event, in weeks after it. Hits within 5 "
        + "weeks: \(Proportion(hits, of: points.count).text), \(hits) of \(points.count). No "
        + "constant was chosen by this table.",
      columns: ["dyad", "event", "sign", "p", "breaks", "weeks off", "90% interval", "result"],
      rows: rows)
  }

  private func quiet(_ classes: [NoiseClass]) -> CalibrationTable {
    let rows = classes.map { group -> [String] in
      let results = Parallel.map(min(group.dyads.count, worlds(200)), threads: threads) { index in
        analysis(group.dyads[index].shares, name: group.dyads[index].key, index: 0)
      }.compactMap { $0 }
      let adjusted = Multiplicity.benjaminiHochberg(results.map(\.pValue))
      return [
        group.name, "\(results.count)", Proportion(results.map { !$0.edges.isEmpty }).text,
        Proportion(results.map { !$0.breaks.isEmpty }).text,
        Self.digits(Moments.mean(results.map { Double($0.edges.count) })),
        Proportion(adjusted.map { $0 <= 0.05 }).text,
      ]
    }
    return CalibrationTable(
      title: "Control dyads as they are",
      note:
        "Breaks in dyads without a listed turning point. Not false alarms as such: nobody knows "
        + "how many are real. The last column holds after Benjamini and Hochberg's adjustment.",
      columns: [
        "nonzero weeks", "dyads", "any break", "lasting break", "breaks a dyad", "adjusted p ≤ .05",
      ], rows: rows)
  }
}
