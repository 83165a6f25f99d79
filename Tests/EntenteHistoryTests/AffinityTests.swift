import EntenteHistory
import EntenteNumerics
import EntenteRecord
import Testing

@Suite struct Affinity {
  @Test(arguments: UInt64(1)...30) func `actor effects sum to zero and leave none behind`(
    seed: UInt64
  ) {
    var stream = RandomStream(seed: seed, name: "pairs")
    let count = 4 + stream.integer(below: 6)
    let pairs = (0..<(count * (count - 1) / 2)).map { _ in stream.normal() }
    let fit = ActorEffects(pairs: pairs, count: count)
    #expect(abs(fit.effects.reduce(0, +)) < 1e-12, "seed \(seed)")
    let rest = fit.remainders(of: pairs)
    let again = ActorEffects(pairs: rest, count: count)
    #expect(abs(again.mean) < 1e-12)
    #expect(again.effects.allSatisfy { abs($0) < 1e-12 }, "seed \(seed)")
    #expect(zip(again.remainders(of: rest), rest).allSatisfy { abs($0 - $1) < 1e-12 })
    // What each state does towards everybody is what is taken out.
    let gift = (0..<count).map { _ in stream.normal() }
    var generous: [Double] = []
    var index = 0
    for i in 0..<count {
      for j in (i + 1)..<max(count, i + 1) {
        generous.append(pairs[index] + gift[i] + gift[j] + 3)
        index += 1
      }
    }
    let less = ActorEffects(pairs: generous, count: count).remainders(of: generous)
    #expect(zip(less, rest).allSatisfy { abs($0 - $1) < 1e-12 }, "seed \(seed)")
  }

  func panel(_ states: String, days: Int = 70, effects: [ActorEffectRow] = []) throws -> WeeklyPanel
  {
    let core = Synthetic.codes(states)
    var stream = RandomStream(seed: 3, name: "panel")
    let pairs = Dyad.all(of: core).map { dyad in
      (dyad.description, (0..<days).map { _ -> Double? in stream.normal() })
    }
    return try WeeklyPanel(
      case: Synthetic.daily(
        pairs, present: Array(repeating: true, count: days), core: core, effects: effects))
  }

  @Test func `effects are fitted on the core where the case ships none`() throws {
    let affinity = AffinityPanel(try panel("CHN JPN KOR PRK"))
    #expect(affinity.effectSource == .fitted(states: 4))
    for week in 0..<10 {
      let total = affinity.series.values.reduce(0) { $0 + $1.values[week] }
      #expect(abs(total) < 1e-9)
    }
  }

  @Test func `shipped effects are subtracted week by week`() throws {
    let start = Synthetic.start
    let codes = Synthetic.codes("CHN JPN KOR")
    let rows = [0, 1].map { week in
      ActorEffectRow(
        week: start.adding(days: 7 * week), mean: 1,
        effects: [codes[0]: 2, codes[1]: Double(week)])
    }
    let panel = try panel("CHN JPN KOR", effects: rows)
    let plain = AffinityPanel(panel, options: AffinityOptions(removesActorEffects: false))
    let affinity = AffinityPanel(panel)
    #expect(affinity.effectSource == .shipped)
    let dyad = try #require(Dyad("CHN-JPN"))
    let before = try #require(plain[dyad]).values
    // Weeks without effects are left out: only two have them.
    #expect(try #require(affinity[dyad]).values == [before[0] - 1 - 2 - 0, before[1] - 1 - 2 - 1])
    let lacking = try #require(Dyad("CHN-KOR"))
    #expect(affinity[lacking] == nil)
    let error = #expect(throws: HistoryError.self) { try affinity.affinity(of: lacking) }
    #expect(error?.code == .noActorEffects)
    #expect(error?.message == "no actor effects are shipped for KOR")
  }

  @Test func `three states without shipped effects cannot be adjusted`() throws {
    let affinity = AffinityPanel(try panel("CHN JPN KOR"))
    #expect(affinity.series.isEmpty)
    #expect(affinity.reasons.count == 3)
    guard case .unavailable(let reason) = affinity.effectSource else {
      Issue.record("effects of three states were removed")
      return
    }
    #expect(reason.contains("the case has 3"))
  }

  @Test func `a window keeps its weeks`() throws {
    let panel = try panel("CHN JPN KOR PRK")
    let window = try #require(
      Span(from: Synthetic.start.adding(days: 14), to: Synthetic.start.adding(days: 34)))
    let cut = AffinityPanel(panel, options: AffinityOptions(window: window))
    let dyad = try #require(Dyad("CHN-JPN"))
    #expect(cut[dyad]?.values == AffinityPanel(panel)[dyad].map { Array($0.values[2..<5]) })
  }
}
