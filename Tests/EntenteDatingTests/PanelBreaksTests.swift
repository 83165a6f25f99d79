import EntenteDating
import EntenteNumerics
import Testing

struct PanelBreaksTests {
  private static let actors = (0..<9).map { "S\($0)" }

  /// Weekly scores of nine actors, heavy-tailed, all pairs; in week 150 S0 and S1 fall out, and both
  /// have busy weeks with everybody else.
  private func panel(
    seed: UInt64, clash: Double = 60, echo: Double = 8, weeks: Int = 321
  ) -> PairPanel {
    var rows: [PairPanel.Row] = []
    for first in 0..<9 {
      for second in (first + 1)..<9 {
        var stream = RandomStream(seed: seed, name: "panel", index: 10 * first + second)
        for week in 0..<weeks {
          var value = stream.studentT(degrees: 3)
          if stream.uniform() < 0.02 { value += 30 * stream.normal() }
          if week == 150 {
            if first == 0, second == 1 { value -= clash }
            if first <= 1, second > 1 { value += echo * stream.normal().magnitude + echo }
          }
          rows.append(.init(position: week, first: first, second: second, value: value))
        }
      }
    }
    return PairPanel(actors: Self.actors, rows: rows, volume: nil, isDated: false)
  }

  private func options(draws: Int = 199) -> PanelBreaks.Options {
    var options = PanelBreaks.Options()
    options.draws = draws
    options.dating.draws = draws
    return options
  }

  @Test func `an episode that the neighbours echo is found, and in its week`() {
    let met = Parallel.map(12, threads: 2) { seed -> Bool in
      let found = try? PanelBreaks.find(
        in: panel(seed: UInt64(1 + seed), echo: 20), options: options(), seed: 1, threads: 1)
      guard let clash = found?.findings.first(where: { $0.pair == .init("S1", "S0") }) else {
        return false
      }
      return clash.pValue <= 0.04
        && clash.episodes.contains { $0.index == 150 && $0.direction == .down }
    }
    // One week in six years: found more often than not, and almost never by chance.
    #expect(Proportion(met).successes >= 7, "\(Proportion(met).text)")
  }

  @Test func `a great week that no neighbour shares is no episode`() throws {
    let found = Parallel.map(30, threads: 2) { seed -> Bool in
      let all = try? PanelBreaks.find(
        in: panel(seed: UInt64(100 + seed), clash: 200, echo: 0), options: options(), seed: 1,
        threads: 1)
      return all?.findings.first { $0.pair == .init("S0", "S1") }.map { !$0.episodes.isEmpty }
        ?? true
    }
    #expect(Proportion(found).successes <= 6)
  }

  @Test func `pairs without a change are seldom given anything`() throws {
    var (given, tested) = (0, 0)
    for seed in 1...8 {
      let found = try PanelBreaks.find(
        in: panel(seed: UInt64(200 + seed), clash: 0, echo: 0), options: options(), seed: 1,
        threads: 2)
      given += found.findings.count { $0.isAnything }
      tested += found.findings.count
      #expect(found.findings.allSatisfy { $0.adjustedPValue >= $0.pValue - 1e-12 })
    }
    // 5% of 288 are 14; pairs of one panel are not quite independent.
    #expect(tested == 288 && given <= 27, "\(given) of \(tested)")
  }

  @Test func `the answer depends on the seed and not on threads or the order of rows`() throws {
    let one = try PanelBreaks.find(in: panel(seed: 5), options: options(), seed: 7, threads: 1)
    let three = try PanelBreaks.find(in: panel(seed: 5), options: options(), seed: 7, threads: 3)
    #expect(one == three)
    let rows = [
      PairPanel.Row(position: 8, first: 0, second: 1, value: 2),
      PairPanel.Row(position: 1, first: 1, second: 0, value: 3),
      PairPanel.Row(position: 1, first: 0, second: 2, value: 4),
    ]
    let forth = PairPanel(actors: ["B", "A", "C"], rows: rows, volume: nil, isDated: false)
    let back = PairPanel(
      actors: ["B", "A", "C"], rows: rows.reversed(), volume: nil, isDated: false)
    #expect(forth.pairs == back.pairs && forth.shares == back.shares)
    #expect(forth.pairs.map(\.description) == ["A-B", "B-C"])
    #expect(forth.periods == [1, 8] && forth.missing == 6)
    #expect(forth.shares == [[3, 2], [4, 0]])
  }

  @Test func `days are gathered into weeks, and volume into the same weeks`() {
    // 2024-01-01 was a Monday, day 19,723.
    let rows = [19723, 19725, 19737].map {
      PairPanel.Row(position: $0, first: 0, second: 1, value: 6)
    }
    let volume = [19723: 1000.0, 19725: 3000, 19730: 500, 19738: 2000]
    let panel = PairPanel(actors: ["A", "B"], rows: rows, volume: volume, isDated: true)
    #expect(panel.periods == [19723, 19730, 19737] && panel.isWeekly)
    #expect(panel.shares == [[30, 0, 30]])
    let short = PairPanel(
      actors: ["A", "B"],
      rows: [PairPanel.Row(position: 19723, first: 0, second: 1, value: 6, days: 3)], volume: nil,
      isDated: true)
    #expect(short.shares == [[14]])
    let dark = PairPanel(
      actors: ["A", "B"], rows: rows, volume: [19723: 1000, 19725: 3000], isDated: true)
    #expect(dark.periods == [19723] && dark.withoutVolume == 1 && dark.missing == 2)
  }

  @Test func `pairs that cannot be tested are counted with the reason`() throws {
    var rows: [PairPanel.Row] = []
    for week in 0..<100 {
      rows.append(.init(position: week, first: 0, second: 1, value: Double(week % 7)))
      rows.append(.init(position: week, first: 0, second: 2, value: 3))
      if week < 5 { rows.append(.init(position: week, first: 1, second: 2, value: 1)) }
    }
    let panel = PairPanel(actors: ["A", "B", "C"], rows: rows, volume: nil, isDated: false)
    let found = try PanelBreaks.find(in: panel, options: options(), seed: 1, threads: 1)
    #expect(found.findings.map(\.pair.description) == ["A-B"])
    // One other pair of A and B is tested at most: too few neighbours to speak of.
    #expect(found.findings.first?.episodePValue == nil)
    #expect(found.omitted == [.constant: 1, .tooFewActiveWeeks: 1])
    let brief = PairPanel(
      actors: ["A", "B"], rows: Array(rows.prefix(20)).filter { $0.second == 1 }, volume: nil,
      isDated: false)
    #expect {
      try PanelBreaks.find(in: brief, seed: 1, threads: 1)
    } throws: { ($0 as? DatingError)?.code == .tooShort }
  }
}
