import EntenteClaims
import EntenteRecord
import Testing

private typealias Made = MadeUpCase

@Suite struct VerdictTests {
  private func breakTest(_ direction: String, _ from: Int, _ to: Int) -> CaseNode {
    Made.test([
      "test": Made.text("break"), "series": Made.text("AAA-BBB"),
      "direction": Made.text(direction), "between": Made.span(from, to),
    ])
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `a planted shift supports the claim that names it and contradicts its opposite`(seed: UInt64)
    throws
  {
    let shifts = ["AAA-BBB": (week: 150, size: 4.0)]
    let up = try Made.verdict(
      Made.analysis(of: [breakTest("up", 140, 160)], shifts: shifts, seed: seed))
    #expect(up.verdict == .supported, "\(up.because)")
    #expect(up.stability.standing == up.stability.analyses.count)
    let down = try Made.verdict(
      Made.analysis(of: [breakTest("down", 140, 160)], shifts: shifts, seed: seed))
    #expect(down.verdict == .contradicted, "\(down.because)")
    let elsewhere = try Made.verdict(
      Made.analysis(of: [breakTest("up", 20, 60)], shifts: shifts, seed: seed))
    #expect(elsewhere.verdict != .supported, "\(elsewhere.because)")
  }

  @Test func `noise alone rarely supports a break`() throws {
    let verdicts = try (1...20).map { seed in
      try Made.verdict(Made.analysis(of: [breakTest("up", 100, 200)], seed: UInt64(seed))).verdict
    }
    #expect(verdicts.count { $0 == .supported } <= 2, "\(verdicts)")
  }

  @Test func `a planted change of level is measured with its sign`() throws {
    func measure(_ expectation: String) -> CaseNode {
      Made.test([
        "test": Made.text("measure"), "measure": Made.test(["affinity": Made.text("AAA-BBB")]),
        "before": Made.span(0, 149), "after": Made.span(150, 299),
        "expect": Made.text(expectation),
      ])
    }
    let shifts = ["AAA-BBB": (week: 150, size: 3.0)]
    #expect(
      try Made.verdict(Made.analysis(of: [measure("rise")], shifts: shifts)).verdict == .supported)
    #expect(
      try Made.verdict(Made.analysis(of: [measure("fall")], shifts: shifts)).verdict
        == .contradicted)
    let none = try Made.verdict(Made.analysis(of: [measure("rise")]))
    #expect(none.verdict == .cannotTell, "\(none.because)")
  }

  @Test func `a contrast follows the dyad that moved`() throws {
    func contrast(_ expectation: String) -> CaseNode {
      Made.test([
        "test": Made.text("contrast"), "of": Made.text("AAA-BBB"),
        "against": Made.text("AAA-CCC"), "before": Made.span(0, 149),
        "after": Made.span(150, 299), "expect": Made.text(expectation),
      ])
    }
    // With four states, pairs without a common state share their residual; these two do not.
    let shifts = ["AAA-BBB": (week: 150, size: 4.0)]
    #expect(
      try Made.verdict(Made.analysis(of: [contrast("higher")], shifts: shifts)).verdict
        == .supported)
    #expect(
      try Made.verdict(Made.analysis(of: [contrast("lower")], shifts: shifts)).verdict
        == .contradicted)
  }

  @Test func `contested events of low grade decide nothing, and can be left out`() throws {
    func record(_ id: String) -> CaseNode {
      Made.test(["test": Made.text("record"), "for": Made.list(id)])
    }
    func verdict(_ grade: EvidenceGrade?) throws -> ClaimVerdict {
      try Made.verdict(
        Made.analysis(of: [record("e")], events: [Made.event("e", week: 50, grade: grade)]))
    }
    #expect(try verdict(nil).verdict == .supported)
    #expect(try verdict(.acknowledged).verdictAtDefaults == .supported)
    #expect(
      try verdict(.acknowledged).stability.analyses.map(\.verdict) == [.supported, .cannotTell])
    #expect(try verdict(.claimed).verdict == .cannotTell)
    #expect(try verdict(.asserted).verdict == .cannotTell)
  }

  @Test func `facts for and against are mixed, and recall is said`() throws {
    let both = Made.test([
      "test": Made.text("record"), "for": Made.list("f-read"), "against": Made.list("f-recalled"),
    ])
    let verdict = try Made.verdict(Made.analysis(of: [both]))
    #expect(verdict.verdict == .mixed)
    #expect(verdict.parts[0].tests[0].assumptions.contains { $0.contains("recalled") })
  }

  @Test func `an order is exact by record unless a day is uncertain`() throws {
    let order = Made.test(["test": Made.text("record"), "order": Made.list("a", "b")])
    func verdict(_ a: Int, _ b: Int, certain: Bool = true) throws -> Verdict {
      try Made.verdict(
        Made.analysis(
          of: [order],
          events: [Made.event("a", week: a, certain: certain), Made.event("b", week: b)])
      ).verdict
    }
    #expect(try verdict(10, 20) == .supported)
    #expect(try verdict(20, 10) == .contradicted)
    #expect(try verdict(10, 12, certain: false) == .cannotTell)
    #expect(try verdict(10, 40, certain: false) == .supported)
  }

  @Test func `counts compare rates, and never over a sample`() throws {
    func count(_ category: String) -> CaseNode {
      Made.test([
        "test": Made.text("count"), "sources": Made.list("AAA", "BBB"), "joint": Made.text("true"),
        "categories": Made.list(category), "before": Made.span(0, 99), "after": Made.span(100, 199),
        "expect": Made.text("rise"),
      ])
    }
    func events(_ category: String) -> [Event] {
      (0..<3).map { Made.event("e\($0)", week: 10 + $0 * 20, category: category) }
        + (0..<20).map { Made.event("l\($0)", week: 101 + $0 * 4, category: category) }
    }
    let complete = try Made.verdict(Made.analysis(of: [count("all")], events: events("all")))
    #expect(complete.verdict == .supported, "\(complete.because)")
    let sample = try Made.verdict(Made.analysis(of: [count("some")], events: events("some")))
    #expect(sample.verdict == .cannotTell)
    #expect(sample.because.contains("sample"))
  }

  @Test func `a trigger outside the testable weeks is untestable on the series`() throws {
    let trigger = Made.test([
      "test": Made.text("trigger"), "events": Made.list("e"), "responses": Made.list("AAA-BBB"),
      "direction": Made.text("up"),
    ])
    let verdict = try Made.verdict(
      Made.analysis(of: [trigger], causal: true, events: [Made.event("e", week: 5)]))
    #expect(verdict.verdict == .untestable)
  }

  @Test func `a response that came first contradicts its trigger`() throws {
    let trigger = Made.test([
      "test": Made.text("trigger"), "events": Made.list("e"), "responses": Made.list("AAA-BBB"),
      "direction": Made.text("up"),
    ])
    let late = try Made.verdict(
      Made.analysis(
        of: [trigger], causal: true, shifts: ["AAA-BBB": (week: 100, size: 4)],
        events: [Made.event("e", week: 200)]))
    #expect(late.verdict == .contradicted, "\(late.because)")
    let right = try Made.verdict(
      Made.analysis(
        of: [trigger], causal: true, shifts: ["AAA-BBB": (week: 200, size: 4)],
        events: [Made.event("e", week: 200)]))
    #expect(right.verdict != .contradicted, "\(right.because)")
  }

  @Test func `a response without a break says nothing of the order`() throws {
    let trigger = Made.test([
      "test": Made.text("trigger"), "events": Made.list("e"),
      "responses": Made.list("AAA-BBB", "CCC-DDD"), "direction": Made.text("up"),
    ])
    func verdict(_ second: Double) throws -> ClaimVerdict {
      try Made.verdict(
        Made.analysis(
          of: [trigger], causal: true,
          shifts: ["AAA-BBB": (week: 100, size: 4), "CCC-DDD": (week: 100, size: second)],
          events: [Made.event("e", week: 200)]))
    }
    let both = try verdict(4)
    #expect(both.verdict == .contradicted, "\(both.because)")
    let one = try verdict(0)
    #expect(!one.because.contains("every break ended before"), "\(one.because)")
  }
}
