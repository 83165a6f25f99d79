import EntenteHistory
import EntenteNumerics
import EntenteRecord
import EntenteStructure
import Testing

@Suite struct Blocs {
  let planted = Partition([
    SyntheticPanel.codes("CHN PRK RUS"), SyntheticPanel.codes("JPN KOR USA"),
  ])

  func inside(_ dyad: Dyad) -> Bool {
    (planted?.legs.flatMap { $0 } ?? []).contains(dyad)
  }

  func sample(
    seed: UInt64, weeks: Int, size: Double, threads: Int = 1, actors: [ActorCode]? = nil
  ) throws -> BlocSample {
    let panel = SyntheticPanel.panel(SyntheticPanel.six, weeks: weeks, seed: seed) { dyad, _ in
      inside(dyad) ? size : -size
    }
    return try BlocSample(
      of: SyntheticPanel.tamed(panel), actors: actors ?? SyntheticPanel.six,
      in: SyntheticPanel.span(weeks: weeks),
      options: StructureOptions(seed: seed, draws: 400, threads: threads))
  }

  @Test(arguments: UInt64(1)...20) func `planted blocs are found and supported`(seed: UInt64) throws
  {
    let planted = try #require(planted)
    let sample = try sample(seed: seed, weeks: 52, size: 1.5)
    for ways in PartitionSearch.Ways.allCases {
      let ranking = try sample.ranking(ways)
      #expect(ranking.best == planted, "seed \(seed)")
      #expect(ranking.ties.isEmpty)
      #expect(ranking.support(of: planted) > 0.9, "seed \(seed)")
    }
    let evidence = try sample.evidence(for: planted)
    #expect(evidence.joint.value > 0.9, "seed \(seed)")
    #expect(evidence.gap?.low ?? 0 > 0)
    #expect(evidence.blocs.allSatisfy { $0.legs.count == 3 })
  }

  @Test func `without blocs no division is supported in nine draws of ten, mostly`() throws {
    let planted = try #require(planted)
    var surprises = 0
    var supported = 0
    for seed in UInt64(1)...40 {
      let sample = try sample(seed: seed, weeks: 26, size: 0)
      if try sample.ranking(.any).support(of: planted) >= 0.9 { supported += 1 }
      if try sample.ranking(.any).supports[0].share >= 0.9 { surprises += 1 }
    }
    #expect(supported == 0)
    #expect(surprises <= 2, "\(surprises) of 40")
  }

  @Test(arguments: UInt64(1)...10) func `supports sum to one and joint stays below its parts`(
    seed: UInt64
  ) throws {
    let sample = try sample(seed: seed, weeks: 26, size: 0.2)
    for ways in PartitionSearch.Ways.allCases {
      let ranking = try sample.ranking(ways)
      #expect(abs(ranking.supports.map(\.share).reduce(0, +) - 1) < 1e-9, "seed \(seed)")
      #expect(ranking.supports.map(\.share) == ranking.supports.map(\.share).sorted(by: >))
    }
    let evidence = try sample.evidence(for: #require(planted))
    let cold = try #require(evidence.allCrossesCold)
    #expect(evidence.joint.value <= min(cold.value, evidence.allLegsWarm.value))
    for bloc in evidence.blocs {
      let all = try #require(bloc.allWarm)
      let single = bloc.legs.compactMap(\.affinity.probabilityPositive).min() ?? 0
      #expect(all.value <= single + 1e-12)
      #expect(evidence.allLegsWarm.value <= all.value)
    }
  }

  @Test(arguments: UInt64(1)...5) func `threads change no byte`(seed: UInt64) throws {
    let planted = try #require(planted)
    let one = try sample(seed: seed, weeks: 40, size: 0.3, threads: 1)
    let two = try sample(seed: seed, weeks: 40, size: 0.3, threads: 2)
    #expect(try one.ranking(.any) == two.ranking(.any))
    #expect(try one.evidence(for: planted) == two.evidence(for: planted))
  }

  @Test(arguments: UInt64(1)...5) func `order of states changes nothing`(seed: UInt64) throws {
    let plain = try sample(seed: seed, weeks: 40, size: 0.3)
    let turned = try sample(
      seed: seed, weeks: 40, size: 0.3, actors: SyntheticPanel.six.reversed())
    #expect(try plain.ranking(.any) == turned.ranking(.any))
  }

  @Test func `a planted change of sides is dated to its half-year`() throws {
    // Russia leaves the triangle's side for the axis at the turn of 2019.
    let russia = try #require(ActorCode("RUS"))
    let panel = SyntheticPanel.panel(SyntheticPanel.six, weeks: 104, seed: 5) { dyad, week in
      let size = inside(dyad) ? 1.5 : -1.5
      return dyad.contains(russia) && week < 52 ? -size : size
    }
    let history = try BlocHistory(
      of: SyntheticPanel.tamed(panel), actors: SyntheticPanel.six, blocs: planted,
      options: StructureOptions(seed: 3, draws: 300))
    #expect(history.eras.map(\.period) == ["2018H1", "2018H2", "2019H1", "2019H2"])
    #expect(history.changes.map(\.ways) == [.two, .any])
    for change in history.changes {
      #expect(change.from == "2018H2" && change.to == "2019H1")
      #expect(change.before.description == "CHN PRK | JPN KOR RUS USA")
      #expect(change.after == planted)
      #expect(change.isSupported)
    }
    #expect(history.eras[3].evidence?.supportTwoWay ?? 0 > 0.9)
  }

  @Test func `what cannot be read is said`() throws {
    let panel = SyntheticPanel.panel(
      SyntheticPanel.codes("CHN JPN KOR"), weeks: 30, seed: 1
    ) { _, _ in 0 }
    let affinity = AffinityPanel(panel)
    let error = #expect(throws: StructureError.self) {
      try BlocSample(
        of: affinity, actors: SyntheticPanel.codes("CHN JPN KOR"),
        in: SyntheticPanel.span(weeks: 30))
    }
    #expect(error?.code == .notAvailable)
    #expect(error?.message.contains("at least 4 core states") == true)
    let short = #expect(throws: StructureError.self) {
      try BlocSample(
        of: SyntheticPanel.tamed(panel), actors: SyntheticPanel.codes("CHN JPN KOR"),
        in: SyntheticPanel.span(weeks: 5))
    }
    #expect(short?.code == .tooFew)
  }

  @Test func `period table flags thin periods and leaves out empty ones`() throws {
    // 26 + 26 + 10 + 3 weeks: the third half-year is thin.
    let panel = SyntheticPanel.panel(SyntheticPanel.six, weeks: 62, seed: 2) { dyad, _ in
      inside(dyad) ? 3 : -3
    }
    let table = PeriodAffinity.table(of: panel, options: StructureOptions(draws: 200))
    #expect(table.count == 15 * 3)
    for row in table {
      #expect(row.isThin == (row.period == "2019H1"))
      #expect(row.tamed.value * (inside(row.dyad) ? 1 : -1) > 1)
      let low = try #require(row.tamed.low)
      let high = try #require(row.tamed.high)
      #expect(low < row.tamed.value && row.tamed.value < high)
      #expect(row.adjusted != nil)
    }
    // Effects fitted on the six themselves leave nothing on average over all pairs.
    let first = table.filter { $0.period == "2018H1" }.compactMap(\.adjusted?.value)
    #expect(abs(first.reduce(0, +)) < 1e-9)
  }
}
