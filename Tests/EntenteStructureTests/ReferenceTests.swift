import EntenteHistory
import EntenteNumerics
import EntenteRecord
import EntenteStructure
import Testing

/// Values that were computed by other code from the same published files.
@Suite struct `Reference values` {
  static let hasData = (try? ReferenceData.rows("cow/cow_majors.csv")) != nil

  @Test(
    .enabled(if: hasData, "needs shared/data/cow: set ENTENTE_SHARED_DATA"),
    arguments: [
      (1816, 23, 0.3458, 0.1578), (1871, 36, 0.3113, 0.1220), (1946, 66, 0.4098, 0.1805),
      (1991, 177, 0.2234, 0.0553), (2016, 195, 0.2827, 0.0846), (2022, 195, 0.2840, 0.0854),
    ])
  func `concentration of the system, COW NMC 7`(
    year: Int, states: Int, con: Double, hhi: Double
  ) throws {
    let rows = try #require(
      try ReferenceData.rows("cow/cow_nmc.csv") { $0.contains(",\(year),") })
    let shares = rows.filter { $0["year"] == "\(year)" }
      .compactMap { $0["cinc"].flatMap { Double($0) } }.filter { $0 >= 0 }
    #expect(shares.count == states)
    #expect(abs(Concentration.rayAndSinger(shares) - con) < 0.00006)
    #expect(abs(Concentration.herfindahl(shares) - hhi) < 0.00006)
  }

  @Test(.enabled(if: hasData, "needs shared/data/gdelt-dyads: set ENTENTE_SHARED_DATA"))
  func `hub and spokes by half-year, GDELT`() throws {
    let group = "AUS JPN KOR PHL THA USA"
    let codes = Set(group.split(separator: " "))
    let rows = try #require(
      try ReferenceData.rows("gdelt-dyads/daily-northeast-asia.csv.gz") { line in
        let from = line.dropFirst(11).prefix(3)
        let to = line.dropFirst(15).prefix(3)
        return codes.contains(from) && codes.contains(to) && from < to
      })
    let coverage = try #require(try ReferenceData.rows("gdelt-dyads/coverage.csv"))
      .compactMap { row -> CoverageRow? in
        guard let day = row["date"].flatMap({ Day($0) }) else { return nil }
        return CoverageRow(
          period: Period(containing: day, length: .day), isPresent: row["present"] == "1",
          volume: row["sum_abs_score"].flatMap { Double($0) } ?? 0)
      }
    // The file leaves out zeros; on a present day they are zeros.
    var scores: [Dyad: [Day: Double]] = [:]
    for row in rows {
      guard let dyad = Dyad("\(row["source"] ?? "")-\(row["target"] ?? "")"),
        let day = row["date"].flatMap({ Day($0) }), let score = row["score"].flatMap({ Double($0) })
      else { continue }
      scores[dyad, default: [:]][day] = score
    }
    var observations: [Subject: [Series.Observation]] = [:]
    for dyad in Dyad.all(of: SyntheticPanel.codes(group)) {
      observations[.pair(dyad)] = coverage.map {
        Series.Observation(period: $0.period, value: scores[dyad]?[$0.period.from] ?? 0)
      }
    }
    let record = try SyntheticCase.record(
      core: group, groups: ["triangle": "JPN KOR USA", "pacific": group],
      affinity: .init(series: "gdelt", coverage: coverage, actorEffects: [], controls: [:]),
      series: [
        Series(
          declaration: SeriesDeclaration(
            id: "gdelt", title: "", file: "", scope: .pair, length: .day, layout: .wide,
            column: "value", kind: .signedSum, unit: "", source: "", terms: "", note: nil,
            place: SyntheticCase.place), observations: observations)
      ])
    let panel = try WeeklyPanel(case: record)
    #expect(panel.weeks.count == 321)
    #expect(panel.missingDays == 96)
    // docs/measuring.md: spoke ratio of the triangle and centralisation of the six, half by half.
    for (half, ratio, centralisation) in [
      ("2018H1", 0.55, 0.39), ("2019H1", 0.56, 0.37), ("2019H2", 1.16, 0.37),
      ("2020H1", 0.43, 0.40), ("2021H2", 0.53, 0.35), ("2022H1", 0.84, 0.33),
      ("2023H1", 1.00, 0.46), ("2023H2", 1.04, 0.45),
    ] {
      let span = try #require(Period(half, length: .half)?.span)
      let options = StructureOptions(draws: 200)
      let three = MeasureContext(of: record, panel: panel, options: options)
      let six = MeasureContext(of: record, panel: panel, group: "pacific", options: options)
      let r = try SpokeRatio.value(of: nil, in: span, three).estimate
      let c = try HubCentralisation.value(of: nil, in: span, six).estimate
      let s = try HubShare.value(of: nil, in: span, six).estimate
      // The note assigned weeks by their Monday, here by their Thursday: one week of 26 may differ.
      #expect(abs(r.value - ratio) < 0.04, "\(half) ratio \(r.value)")
      #expect(abs(c.value - centralisation) < 0.02, "\(half) centralisation \(c.value)")
      #expect((0.54...0.72).contains(s.value), "\(half) share \(s.value)")
      let low = try #require(r.low)
      let high = try #require(r.high)
      #expect(low < ratio && ratio < high, "\(half) \(low)...\(high)")
    }
  }
}
