import EntenteClaims
import EntenteNumerics
import EntenteRecord
import EntenteStructure
import EntenteTesting

/// What verdicts are worth: claims judged, by the whole grid of choices, on worlds in which they are
/// true, false, or about nothing.
struct VerdictCalibration: Sendable {
  let seed: UInt64
  let threads: Int
  let scale: Double

  static func tables(seed: UInt64, threads: Int, scale: Double) -> [CalibrationTable] {
    let run = VerdictCalibration(seed: seed, threads: threads, scale: scale)
    return [run.support(), run.verdicts()]
  }

  private func worlds(_ full: Int) -> Int { max(4, Int(Double(full) * scale)) }

  // MARK: - Verdicts

  /// A claim's test and a world to judge it on.
  private struct Setting: Sendable {
    let claim: String
    let truth: String
    let world: SystemWorld
  }

  private func verdicts() -> CalibrationTable {
    let count = worlds(100)
    let rows = settings.map { setting -> [String] in
      let verdicts = Parallel.map(count, threads: threads) { index -> Verdict? in
        let subject = setting.world.subject(
          seed: seed, name: "verdict/\(setting.claim)/\(setting.truth)", index: index)
        let analysis = CaseAnalysis(of: subject, seed: seed, draws: 399, threads: 1)
        return try? Judge.verdicts(in: analysis).first?.verdict
      }.compactMap { $0 }
      func share(_ verdict: Verdict) -> String {
        Proportion(verdicts.map { $0 == verdict }).text
      }
      return [
        setting.claim, setting.truth, "\(verdicts.count)", share(.supported), share(.mixed),
        share(.contradicted), share(.cannotTell),
      ]
    }
    return CalibrationTable(
      title: "Verdicts on claims whose truth is known",
      note: """
        Made-up cases of four states (six for blocs), 321 weeks of noise AR .3 with t3 tails and a \
        pulse a year; one claim each, judged like those of a case, over the grid of choices. The \
        shift is planted in week 160. Shares with 95% intervals.
        """,
      columns: [
        "claim", "truth", "worlds", "supported", "mixed", "contradicted", "cannot tell",
      ], rows: rows)
  }

  private var settings: [Setting] {
    [0.0, 1, 1.5, 2.5, -1.5].map { size in
      Setting(
        claim: "the pair warmed in this half-year", truth: size == 0 ? "no shift" : Self.sd(size),
        world: Self.shift(of: size, claimedAway: 0, test: Self.breakTest))
    } + [
      Setting(
        claim: "the pair warmed in this half-year", truth: "+2.5 SD, 60 weeks later",
        world: Self.shift(of: 2.5, claimedAway: -60, test: Self.breakTest))
    ]
      + [0.0, 1.5, 2.5].map { size in
        Setting(
          claim: "this event moved the pair", truth: size == 0 ? "no shift" : Self.sd(size),
          world: Self.shift(of: size, claimedAway: 0, test: Self.triggerTest))
      } + [
        Setting(
          claim: "this event moved the pair", truth: "+2.5 SD, 40 weeks before",
          world: Self.shift(of: 2.5, claimedAway: 40, test: Self.triggerTest))
      ]
      + [0.5, 1, 2].map { gap in
        Setting(
          claim: "these are the two blocs", truth: "yes, \(gap) SD apart",
          world: Self.blocs(claimed: [0, 1, 2], gap: gap))
      }
      + [0.5, 1, 2].map { gap in
        Setting(
          claim: "these are the two blocs", truth: "two states the other way, \(gap) SD",
          world: Self.blocs(claimed: [0, 1, 3], gap: gap))
      } + [
        Setting(
          claim: "these are the two blocs", truth: "no blocs",
          world: Self.blocs(claimed: [0, 1, 2], gap: 0))
      ]
  }

  private static func sd(_ size: Double) -> String {
    "\(size > 0 ? "+" : "\u{2212}")\(abs(size)) SD"
  }

  private static var noise: DatingWorld {
    DatingWorld.intervalSettings.first { $0.name == "AR .3, t3, 1 pulse a year" }?.world
      ?? DatingWorld()
  }

  /// The shift stands in week 160; the claim speaks of a week `claimedAway` from it.
  private static func shift(
    of size: Double, claimedAway: Int, test: (String, Int) -> TestSpecification
  ) -> SystemWorld {
    let week = 160
    var world = SystemWorld()
    world.noise = noise
    world.states = 4
    if size != 0, let dyad = Dyad("AAA-BBB") { world.steps[dyad] = [.init(week, size)] }
    let claimed = week + claimedAway
    world.events = ["claimed": claimed, "rival-one": 90, "rival-two": 260]
    world.tests = [test("AAA-BBB", claimed)]
    return world
  }

  private static func breakTest(_ pair: String, _ week: Int) -> TestSpecification {
    SystemWorld.test(
      "break",
      [
        "series": SystemWorld.text(pair), "direction": SystemWorld.text("up"),
        "between": SystemWorld.span(week - 13, week + 13),
      ])
  }

  private static func triggerTest(_ pair: String, _ week: Int) -> TestSpecification {
    SystemWorld.test(
      "rivals",
      [
        "candidates": SystemWorld.list(
          ["claimed", "rival-one", "rival-two"].map(SystemWorld.text)),
        "responses": SystemWorld.list([SystemWorld.text(pair)]),
        "direction": SystemWorld.text("up"),
        "claim": SystemWorld.map([
          "candidate": SystemWorld.list([SystemWorld.text("claimed")])
        ]),
      ])
  }

  private static func blocs(claimed places: [Int], gap: Double) -> SystemWorld {
    var world = SystemWorld()
    world.noise = noise
    world.plantBlocs(of: 3, gap: gap)
    let codes = world.codes
    let sides = [places, codes.indices.filter { !places.contains($0) }]
    world.tests = [
      SystemWorld.test(
        "bloc",
        [
          "blocs": SystemWorld.list(
            sides.map { side in
              SystemWorld.list(side.map { SystemWorld.text(codes[$0].text) })
            }),
          "period": SystemWorld.span(200, 252),
        ])
    ]
    return world
  }

  // MARK: - Support of blocs

  /// Support against the share of worlds in which the supported split is the planted one.
  private func support() -> CalibrationTable {
    let gaps = [0.25, 0.5, 1, 2]
    let bounds = [0, 0.5, 0.7, 0.9, 0.97, 1.0001]
    let found = gaps.flatMap { gap in
      Parallel.map(worlds(150), threads: threads) { index -> (support: Double, isRight: Bool)? in
        var world = SystemWorld()
        world.noise = Self.noise
        world.plantBlocs(of: 3, gap: gap)
        let subject = world.subject(seed: seed, name: "support/\(gap)", index: index)
        let analysis = CaseAnalysis(of: subject, seed: seed, draws: 399, threads: 1)
        var settings = Settings()
        settings.baseline = .region
        guard let affinity = analysis.affinity(under: settings),
          let span = Span(
            from: SystemWorld.monday.adding(days: 7 * 200),
            to: SystemWorld.monday.adding(days: 7 * 226)),
          let sample = try? BlocSample(
            of: affinity, actors: world.codes, in: span,
            options: StructureOptions(seed: seed, draws: 399)),
          let ranking = try? sample.ranking(.two),
          let planted = Partition([
            Array(world.codes.prefix(3)), Array(world.codes.dropFirst(3)),
          ])
        else { return nil }
        return (ranking.support(of: ranking.best), ranking.best == planted)
      }.compactMap { $0 }
    }
    let rows = zip(bounds, bounds.dropFirst()).map { low, high -> [String] in
      let bin = found.filter { $0.support >= low && $0.support < high }
      let label = high > 1 ? "\(low) to 1" : "\(low) to \(high)"
      guard !bin.isEmpty else { return [label, "0", "", ""] }
      return [
        label, "\(bin.count)", Figure.fine(Moments.mean(bin.map(\.support))),
        Proportion(bin.map(\.isRight)).text,
      ]
    }
    return CalibrationTable(
      title: "Support of the best split into two blocs",
      note: """
        Six states in two planted blocs of three, pairs inside 0.25, 0.5, 1 or 2 SD of the weekly \
        noise above pairs across (\(worlds(150)) worlds each), 26 weeks, blocks of 8 weeks. Support \
        is the share of bootstrap draws in which the split is the best of 31; it is right if it is \
        the planted one.
        """,
      columns: ["support", "worlds", "mean support", "right"], rows: rows)
  }
}
