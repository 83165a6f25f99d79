import EntenteHistory
import EntenteNumerics
import EntenteRecord
import Testing

@Suite struct `Weekly panel` {
  @Test func `sums cover present days only and are divided by the volume of the same days`() throws
  {
    // Ten days from Monday 2018-01-01; the third is absent and carries nonsense.
    let values: [Double?] = [4, 4, 900, 4, 4, 4, 4, -9, -9, -9]
    let present = values.indices.map { $0 != 2 }
    let panel = try WeeklyPanel(case: Synthetic.daily([("CHN-PRK", values)], present: present))
    let dyad = try #require(Dyad("CHN-PRK"))
    #expect(panel.weeks.map(\.description) == ["2018-01-01", "2018-01-08"])
    #expect(panel.daysPresent == [6, 3])
    #expect(panel.isPartial(0) && panel.isPartial(1))
    #expect(panel.missingDays == 1)
    #expect(panel.lastDay.description == "2018-01-10")
    #expect(panel.sums(of: dyad)?.values == [24, -27])
    // Volume is 100 a day.
    #expect(panel.shares(of: dyad)?.values == [400, -900])
    let tamed = AffinityPanel(panel, options: AffinityOptions(removesActorEffects: false))
    #expect(tamed[dyad]?.values == [20, -30])
  }

  @Test func `a week without data has no value and is no zero`() throws {
    let values: [Double?] = Array(repeating: 5, count: 21)
    let present = values.indices.map { $0 < 7 || $0 >= 14 }
    let panel = try WeeklyPanel(case: Synthetic.daily([("CHN-PRK", values)], present: present))
    let dyad = try #require(Dyad("CHN-PRK"))
    #expect(panel.daysPresent == [7, 0, 7])
    #expect(panel.missingDays == 7)
    #expect(panel.raw[dyad]?[1].isNaN == true)
    #expect(panel.sums(of: dyad)?.weeks.map(\.description) == ["2018-01-01", "2018-01-15"])
  }

  @Test func `an empty cell on a present day is missing for its pair alone`() throws {
    let holes: [Double?] = [5, nil, 5, 5, nil, 5, 5]
    let full: [Double?] = Array(repeating: 5, count: 7)
    let panel = try WeeklyPanel(
      case: Synthetic.daily(
        [("CHN-PRK", holes), ("CHN-RUS", full)], present: Array(repeating: true, count: 7)))
    for name in ["CHN-PRK", "CHN-RUS"] {
      let dyad = try #require(Dyad(name))
      #expect(panel.shares(of: dyad)?.values == [500])
    }
  }

  @Test(arguments: UInt64(1)...20) func `deleting days leaves the mean share unbiased`(
    seed: UInt64
  ) throws {
    var stream = RandomStream(seed: seed, name: "days")
    let days = 700
    let values: [Double?] = (0..<days).map { _ in 3 + stream.normal() }
    let thin = (0..<days).map { _ in stream.uniform() > 0.3 }
    let dyad = try #require(Dyad("CHN-PRK"))
    let whole = try WeeklyPanel(
      case: Synthetic.daily([("CHN-PRK", values)], present: Array(repeating: true, count: days)))
    let holed = try WeeklyPanel(case: Synthetic.daily([("CHN-PRK", values)], present: thin))
    let all = Moments.mean(try #require(whole.shares(of: dyad)).values)
    let some = Moments.mean(try #require(holed.shares(of: dyad)).values)
    // 1e4/100 per unit; the mean of 490 of 700 days differs by sd 100·√(1/490 − 1/700) ≈ 2.5.
    #expect(abs(all - some) < 10)
    #expect(abs(all - 300) < 16)
  }

  @Test func `a span holds the weeks whose Thursday lies inside`() throws {
    let from = try #require(Day("2018-01-01"))
    let split = try #require(Day("2018-01-05"))
    let first = try #require(Span(from: from, to: split.adding(days: -1)))
    let second = try #require(Span(from: split, to: split.adding(days: 20)))
    #expect(first.holds(week: from))
    #expect(!second.holds(week: from))
    #expect(second.holds(week: from.adding(days: 7)))
  }

  @Test func `errors say what is wrong`() throws {
    let bare = #expect(throws: HistoryError.self) {
      try WeeklyPanel(case: Synthetic.record(affinity: nil, series: []))
    }
    #expect(bare?.code == .noAffinity)
    let empty = #expect(throws: HistoryError.self) {
      try WeeklyPanel(case: Synthetic.daily([("CHN-PRK", [1, 2])], present: [false, false]))
    }
    #expect(empty?.code == .noCoverage)
  }
}
