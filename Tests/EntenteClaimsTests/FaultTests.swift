import EntenteClaims
import EntenteRecord
import Testing

private typealias Made = MadeUpCase

@Suite struct FaultTests {
  private func faults(_ entries: KeyValuePairs<String, CaseNode>) throws -> [String] {
    try ClaimTestCatalog.faults(in: Made.analysis(of: [Made.test(entries)]).subject)
      .map(\.description)
  }

  @Test func `an unknown test is named with the nearest one`() throws {
    let found = try faults(["test": Made.text("braek")])
    #expect(found.count == 1)
    #expect(found[0].contains("claims.yaml:1: test: expected one of bloc, break, contrast, count"))
    #expect(found[0].contains("did you mean break?"))
  }

  @Test func `all faults of a test come in one run`() throws {
    let found = try faults([
      "test": Made.text("trigger"), "events": Made.list("nowhere"),
      "responses": Made.list("AAA-ZZZ"),
      "direction": Made.text("sideways"), "colour": Made.text("red"),
    ])
    #expect(found.count == 4, "\(found)")
    #expect(found.contains { $0.contains("expected the id of an event of the chronology") })
    #expect(found.contains { $0.contains("expected up or down, found \"sideways\"") })
    #expect(found.contains { $0.contains("colour: expected one of") })
  }

  @Test func `a missing series, a missing event and a bad span are faults`() throws {
    #expect(
      try faults([
        "test": Made.text("measure"),
        "measure": Made.test(["series": Made.text("newz"), "of": Made.text("AAA-BBB")]),
        "period": Made.span(0, 10), "expect": Made.text("above"), "value": Made.text("1"),
      ]).contains { $0.contains("did you mean news?") })
    #expect(
      try faults([
        "test": Made.text("measure"), "measure": Made.test(["affinity": Made.text("AAA-BBB")]),
        "period": Made.span(10, 0), "expect": Made.text("above"), "value": Made.text("nan"),
      ]).count == 2)
    #expect(
      try faults([
        "test": Made.text("outcome"), "question": Made.text("q"), "expect": Made.text("yes"),
      ])
      .count == 1)
  }

  @Test func `every test refuses to run on nothing, and says why`() throws {
    for name in ClaimTestCatalog.names {
      let found = try faults(["test": Made.text(name)])
      #expect(!found.isEmpty, "\(name)")
      #expect(found.allSatisfy { $0.contains("expected") && $0.contains("found") }, "\(found)")
    }
  }

  @Test func `a claim with faults is never judged`() throws {
    let analysis = try Made.analysis(of: [Made.test(["test": Made.text("none")])])
    #expect(throws: RecordError.self) { try Judge.verdicts(in: analysis) }
  }
}
