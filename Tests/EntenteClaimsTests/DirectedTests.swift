import EntenteClaims
import EntenteNumerics
import EntenteRecord
import Testing

private typealias Made = MadeUpCase

/// Tests of who moves first and who answers, on acts made up to order.
@Suite struct DirectedTests {
  /// What AAA does to BBB and back, by week.
  ///
  /// Each side takes up `follows` of the other's last week. Weeks of `gap` are missing, and after
  /// them both sides stand `jump` higher.
  private func acts(
    follows: [Double], weeks: Int = 200, gap: Range<Int> = 0..<0, jump: Double = 0, seed: UInt64 = 3
  ) throws -> Series {
    var stream = RandomStream(seed: seed, name: "acts")
    var now = [0.0, 0.0]
    var observations: [Subject: [Series.Observation]] = [:]
    for week in 0..<weeks {
      let before = now
      for side in 0..<2 {
        now[side] = 0.3 * before[side] + follows[side] * before[1 - side] + stream.normal()
      }
      guard !gap.contains(week) else { continue }
      for side in 0..<2 {
        let level = week >= gap.upperBound && !gap.isEmpty ? jump : 0
        let value = now[side] + level
        observations[
          .directed(from: Made.codes[side], to: Made.codes[1 - side]), default: []
        ].append(
          .init(
            period: Period(containing: Made.monday.adding(days: 7 * week), length: .week),
            value: value < 0 ? -value * value : value * value))
      }
    }
    return Series(
      declaration: SeriesDeclaration(
        id: "acts", title: "Acts", file: "series/acts.csv", scope: .directedPair, length: .week,
        layout: .long, column: "value", kind: .signedSum, unit: "score", source: "made up",
        terms: "none", note: nil, place: Made.place), observations: observations)
  }

  private func verdict(
    _ test: String, _ actor: String, _ other: String, on series: Series,
    period: CaseNode? = nil
  ) throws -> ClaimVerdict {
    var entries: [CaseNode.Entry] = [
      .init(key: "test", value: Made.text(test)), .init(key: "actor", value: Made.text(actor)),
      .init(key: "toward", value: Made.text(other)),
    ]
    if let period { entries.append(.init(key: "period", value: period)) }
    return try Made.verdict(
      Made.analysis(of: [CaseNode(.map(entries), at: Made.place)], directed: series))
  }

  /// How often each verdict comes out over 20 seeds.
  private func verdicts(
    _ test: String, _ actor: String, _ other: String, follows: [Double]
  ) throws -> [Verdict: Int] {
    var counts: [Verdict: Int] = [:]
    for seed in 1...20 {
      let series = try acts(follows: follows, seed: UInt64(seed))
      counts[try verdict(test, actor, other, on: series).verdict, default: 0] += 1
    }
    return counts
  }

  @Test func `who moves first is found, from both sides`() throws {
    let forth = try verdicts("leads", "AAA", "BBB", follows: [0, 0.5])
    #expect(forth[.supported, default: 0] >= 16, "\(forth)")
    #expect(forth[.contradicted] == nil, "\(forth)")
    let back = try verdicts("leads", "BBB", "AAA", follows: [0, 0.5])
    #expect(back[.contradicted] == forth[.supported], "\(back)")
  }

  @Test func `each after the other is mixed`() throws {
    let found = try verdicts("leads", "AAA", "BBB", follows: [0.4, 0.4])
    #expect(found[.mixed, default: 0] >= 14, "\(found)")
  }

  @Test func `a reaction is found, and none is not told`() throws {
    let planted = try verdicts("reaction", "BBB", "AAA", follows: [0, 0.5])
    #expect(planted[.supported, default: 0] >= 16, "\(planted)")
    let none = try verdicts("reaction", "AAA", "BBB", follows: [0, 0.5])
    #expect(none[.cannotTell, default: 0] >= 15, "\(none)")
    let against = try verdicts("reaction", "BBB", "AAA", follows: [0, -0.5])
    #expect(against[.contradicted, default: 0] >= 16, "\(against)")
  }

  @Test func `independent acts are rarely given an order, also about a gap with another level`()
    throws
  {
    var told = 0
    for seed in 1...30 {
      let series = try acts(follows: [0, 0], gap: 90..<110, jump: 4, seed: UInt64(seed))
      let found = try verdict("leads", "AAA", "BBB", on: series).verdict
      if found != .cannotTell { told += 1 }
    }
    // Two directions of 30 pairs, corrected at 5%: 1.5 pairs expected.
    #expect(told <= 5, "\(told) of 30")
  }

  @Test func `after the series ends it cannot be told, and the end is named`() throws {
    let series = try acts(follows: [0, 0.5], weeks: 100)
    let found = try verdict("leads", "AAA", "BBB", on: series, period: Made.span(110, 160))
    #expect(found.verdict == .cannotTell)
    let outcome = try #require(found.parts.first?.tests.first)
    #expect(outcome.finding.contains("series acts ends on 1 Dec 2019"), "\(outcome.finding)")
  }

  @Test func `too little of the series cannot be told`() throws {
    let found = try verdict(
      "leads", "AAA", "BBB", on: acts(follows: [0, 0.5]), period: Made.span(0, 12))
    #expect(found.verdict == .cannotTell)
    let outcome = try #require(found.parts.first?.tests.first)
    #expect(outcome.finding.contains("at least 20 periods"), "\(outcome.finding)")
  }

  @Test func `a pair, not a directed series, and the same state twice are faults`() throws {
    func faults(_ entries: KeyValuePairs<String, CaseNode>) throws -> [String] {
      try ClaimTestCatalog.faults(
        in: Made.analysis(of: [Made.test(entries)], directed: acts(follows: [0, 0])).subject
      ).map(\.description)
    }
    #expect(
      try faults([
        "test": Made.text("leads"), "series": Made.text("news"), "actor": Made.text("AAA"),
        "toward": Made.text("BBB"),
      ]).contains { $0.contains("expected a series of directed pairs, found news, of pair") })
    #expect(
      try faults([
        "test": Made.text("reaction"), "actor": Made.text("AAA"), "toward": Made.text("AAA"),
      ]).contains { $0.contains("another state than actor") })
    #expect(
      try faults([
        "test": Made.text("reaction"), "series": Made.text("actz"), "actor": Made.text("AAA"),
        "toward": Made.text("BBB"),
      ]).contains { $0.contains("did you mean acts?") })
  }
}
