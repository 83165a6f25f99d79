import EntenteDating
import EntenteNumerics
import EntenteRecord
import EntenteTesting

/// Breaks and episodes of pairs together: one budget of false alarms, and what it buys.
extension DatingCalibration {
  func panelTables(_ points: [TurningPoint], _ dyads: WeeklyDyads) -> [CalibrationTable] {
    let panel = PanelUnderTest(points, dyads)
    return [
      falseFindings(panel), plantedEpisodes(panel), asTheyAre(panel), history(points, panel),
    ]
  }

  /// The panel of all dyads, and control dyads of each class of sparsity.
  struct PanelUnderTest: Sendable {
    let weeks: [Day]
    let panel: PairPanel
    let classes: [(name: String, pairs: Set<PairPanel.Pair>)]

    init(_ points: [TurningPoint], _ dyads: WeeklyDyads) {
      func pair(_ key: String) -> PairPanel.Pair {
        let names = key.split(separator: "-").map(String.init)
        return PairPanel.Pair(names[0], names[1])
      }
      weeks = dyads.weeks
      panel = PairPanel(
        periods: dyads.weeks.map { Int($0.number) },
        shares: Dictionary(uniqueKeysWithValues: dyads.shares.map { (pair($0.key), $0.value) }))
      classes = dyads.controls(without: points.map { WeeklyDyads.key($0.first, $0.second) }).map {
        ($0.name, Set($0.dyads.prefix(200).map { pair($0.key) }))
      }
    }
  }

  private func find(
    in test: PanelUnderTest, _ only: Set<PairPanel.Pair>, full: Int,
    own: @escaping @Sendable (PairPanel.Pair, [Double]) -> [Double] = { $1 }
  ) -> [PanelBreaks.Finding] {
    let chosen = Set(only.sorted().prefix(worlds(full)))
    return
      (try? PanelBreaks.find(
        in: test.panel, options: PanelBreaks.Options(), seed: seed, threads: threads, only: chosen,
        own: own))?.findings ?? []
  }

  private func falseFindings(_ test: PanelUnderTest) -> CalibrationTable {
    var rows: [[String]] = []
    var all: [Bool] = []
    func add(_ name: String, _ world: String, _ found: [PanelBreaks.Finding]) {
      let any = found.map(\.isAnything)
      all += any
      rows.append([
        name, world, Proportion(any).text,
        Proportion(found.map { !$0.breaks.isEmpty }).text,
        Proportion(found.map { !$0.episodes.isEmpty }).text,
        Proportion(found.compactMap(\.episodePValue).map { $0 <= 0.05 }).text,
      ])
    }
    for (name, pairs) in test.classes {
      for block in [4, 8, 13] {
        let seed = seed
        add(
          name, "own weeks in blocks of \(block)",
          find(in: test, pairs, full: 200) { pair, shares in
            DatingRealNoise(shares, blockLength: block).series(
              seed: seed, name: "calibration/panel/\(pair)", index: block)
          })
      }
    }
    let busy = test.classes[0].pairs
    for (name, world) in DatingWorld.nulls {
      let seed = seed
      add(
        "generated", name,
        find(in: test, busy, full: 200) { pair, shares in
          var world = world
          world.weeks = shares.count
          return world.series(seed: seed, name: "calibration/panel/\(name)/\(pair)", index: 0)
        })
    }
    return CalibrationTable(
      title: "False alarms of a panel: breaks and episodes together",
      note: "Share of pairs in which nothing changed that are given a break or an episode; the "
        + "budget is 5% for both together. The pair's own weeks are shuffled in blocks, or made up, "
        + "and its neighbours are the real ones. Last column: p of episodes alone at most .05. All "
        + "rows: \(Proportion(all).text).",
      columns: [
        "nonzero weeks", "series", "anything", "a break", "an episode", "episode p ≤ .05",
      ], rows: rows)
  }

  /// A pulse in a week of strong neighbours, planted in a shuffled series.
  private func plantedEpisodes(_ test: PanelUnderTest) -> CalibrationTable {
    var rows: [[String]] = []
    for (name, pairs) in test.classes {
      for size in [5.0, 10, 20] {
        let seed = seed
        // The busiest week of the two actors elsewhere.
        let weeks = Self.busiestWeeks(test.panel, of: pairs)
        let found = find(in: test, pairs, full: 100) { pair, shares in
          var series = DatingRealNoise(shares, blockLength: 8).series(
            seed: seed, name: "calibration/planted episode/\(pair)", index: 8)
          let present = shares.filter { $0 != 0 }
          let at = weeks[pair] ?? 0
          series[at] -= size * Moments.scaledMAD(present)
          return series
        }
        rows.append([
          name, "\(Int(size))", "\(found.count)",
          Proportion(
            found.map { one in
              let at = weeks[one.pair] ?? 0
              return one.episodes.contains { abs($0.index - at) <= 1 && $0.direction == .down }
            }
          ).text,
          Self.digits(Moments.mean(found.map { Double($0.episodes.count) })),
        ])
      }
    }
    return CalibrationTable(
      title: "Planted episodes in a panel",
      note: "One week down, by so many 1.4826 MAD of the pair's nonzero weeks, planted in a pair "
        + "shuffled in blocks of 8, in the week in which its two actors' other relations are "
        + "busiest: the best case.",
      columns: ["nonzero weeks", "size", "pairs", "found, within a week", "episodes a pair"],
      rows: rows)
  }

  private static func busiestWeeks(
    _ panel: PairPanel, of pairs: Set<PairPanel.Pair>
  ) -> [PairPanel.Pair: Int] {
    var totals: [String: [Double]] = [:]
    let none = [Double](repeating: 0, count: panel.periods.count)
    for (pair, shares) in zip(panel.pairs, panel.shares) {
      for actor in [pair.first, pair.second] {
        for t in shares.indices {
          totals[actor, default: none][t] += abs(shares[t]).squareRoot()
        }
      }
    }
    return Dictionary(
      uniqueKeysWithValues: pairs.map { pair in
        let (one, other) = (totals[pair.first] ?? none, totals[pair.second] ?? none)
        let (a, b) = (max(1e-9, Moments.mean(one)), max(1e-9, Moments.mean(other)))
        let week = none.indices.max { one[$0] / a + other[$0] / b < one[$1] / a + other[$1] / b }
        return (pair, week ?? 0)
      })
  }

  private func asTheyAre(_ test: PanelUnderTest) -> CalibrationTable {
    let rows = test.classes.map { name, pairs -> [String] in
      let found = find(in: test, pairs, full: 200)
      return [
        name, "\(found.count)", Proportion(found.map(\.isAnything)).text,
        Self.digits(Moments.mean(found.map { Double($0.breaks.count) })),
        Self.digits(Moments.mean(found.map { Double($0.episodes.count) })),
        Proportion(found.map { $0.adjustedPValue <= 0.05 }).text,
      ]
    }
    return CalibrationTable(
      title: "Control pairs of the panel as they are",
      note: "Not false alarms as such: nobody knows how many are real. The last column holds after "
        + "Benjamini and Hochberg's adjustment over the row.",
      columns: [
        "nonzero weeks", "pairs", "anything", "breaks a pair", "episodes a pair",
        "adjusted p ≤ .05",
      ], rows: rows)
  }

  private func history(_ points: [TurningPoint], _ test: PanelUnderTest) -> CalibrationTable {
    let pairs = Set(points.map { PairPanel.Pair($0.first, $0.second) })
    let found =
      (try? PanelBreaks.find(
        in: test.panel, options: PanelBreaks.Options(), seed: seed, threads: threads, only: pairs
      ) { $1 })?.findings ?? []
    var chance = 0.0
    var hits = 0
    let rows = points.map { point -> [String] in
      let pair = PairPanel.Pair(point.first, point.second)
      guard let one = found.first(where: { $0.pair == pair }),
        let week = test.weeks.firstIndex(of: point.day.monday)
      else { return [pair.description, point.day.description, "", "", "", "", "", "no series"] }
      let sign: Break.Direction = point.sign > 0 ? .up : .down
      let breaks = one.breaks.filter { $0.direction == sign }.map(\.index)
      let episodes = one.episodes.filter { $0.direction == sign }.map(\.index)
      func near(_ places: [Int]) -> Int? {
        places.map { $0 - week }.min { abs($0) < abs($1) }
      }
      func isHit(_ places: [Int], _ at: Int) -> Bool { places.contains { abs($0 - at) <= 5 } }
      let reached = test.weeks.indices.count { isHit(breaks + episodes, $0) }
      chance += Double(reached) / Double(test.weeks.count)
      let result =
        isHit(breaks, week)
        ? isHit(episodes, week) ? "break and episode" : "break"
        : isHit(episodes, week) ? "episode" : "miss"
      if result != "miss" { hits += 1 }
      return [
        pair.description, point.day.description, point.sign > 0 ? "up" : "down",
        Self.digits(one.levelPValue), one.episodePValue.map(Self.digits) ?? "none",
        "\(Self.digits(one.pValue))\(one.isAnything ? "" : ", nothing")",
        "\(near(breaks).map(String.init) ?? "none"), \(near(episodes).map(String.init) ?? "none")",
        result,
      ]
    }
    return CalibrationTable(
      title: "Turning points, breaks and episodes together",
      note: "Nearest break and nearest episode of the right sign, in weeks after the event. Found "
        + "within 5 weeks: \(hits) of \(points.count), \(Proportion(hits, of: points.count).text); "
        + "the same findings against a random week give \(Self.digits(chance)).",
      columns: [
        "pair", "event", "sign", "p of breaks", "p of episodes", "p of both", "weeks off",
        "result",
      ], rows: rows)
  }
}
