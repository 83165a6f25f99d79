import EntenteFetch
import EntenteNumerics
import EntenteRecord
import Testing

@Suite struct PlanTests {
  /// A list with the quarters of an hour of 2015-02-18 and 19 that `keep` picks.
  private static func plan(
    from: String, to: String, _ keep: (Int) -> Bool
  ) throws -> FetchPlan {
    let begin = FetchSource.gdelt2().begin
    let list = (0..<100).filter(keep).map { step -> String in
      let stamp = begin.advanced(by: step).description.filter { $0.isNumber } + "00"
      return "1 \(ListTests.md5) \(ListTests.host)/\(stamp).export.CSV.zip\n"
    }.joined()
    let first = try #require(Day(from))
    let last = try #require(Day(to))
    return FetchPlan(
      try ListTests.read([list], from: from, to: to), of: .gdelt2(),
      window: QuarterHour(startOf: first)..<QuarterHour(startOf: last.adding(days: 1)))
  }

  @Test func `a window over both ends of the list says why each part is not covered`() throws {
    let plan = try Self.plan(from: "2015-02-17", to: "2015-02-20") { $0 != 10 && $0 != 11 }
    #expect(plan.files.count == 98)
    #expect(
      plan.gaps.map { "\($0.span.lowerBound) to \($0.span.upperBound) \($0.reason)" } == [
        "2015-02-17 00:00 to 2015-02-18 23:00 beforeFirst",
        "2015-02-19 01:30 to 2015-02-19 02:00 notListed",
        "2015-02-20 00:00 to 2015-02-21 00:00 afterList",
      ])
  }

  @Test func `a window without any file is one stretch for each reason`() throws {
    let plan = try Self.plan(from: "2015-01-01", to: "2015-03-01") { $0 == 0 }
    #expect(plan.files.count == 1)
    #expect(plan.gaps.map(\.reason) == [.beforeFirst, .afterList])
  }

  /// Files and gaps tile the window: no quarter of an hour is lost or told twice.
  @Test(arguments: UInt64(0)..<100)
  func `files and gaps tile the window`(seed: UInt64) throws {
    var stream = RandomStream(seed: seed, name: "tiles")
    let share = stream.uniform()
    let kept = Set((0..<100).filter { _ in stream.uniform() < share })
    let plan = try Self.plan(from: "2015-02-18", to: "2015-02-20") { kept.contains($0) }
    let spans = (plan.files.map(\.span) + plan.gaps.map(\.span)).sorted {
      $0.lowerBound < $1.lowerBound
    }
    #expect(spans.first?.lowerBound == plan.window.lowerBound)
    #expect(spans.last?.upperBound == plan.window.upperBound)
    for (left, right) in zip(spans, spans.dropFirst()) {
      #expect(left.upperBound == right.lowerBound)
    }
    #expect(plan.files.count == kept.count)
  }

  @Test func `a stamp names its quarter and back`() {
    for step in 0..<20_000 {
      let quarter = FetchSource.gdelt2().begin.advanced(by: step * 97)
      let stamp = quarter.description.filter(\.isNumber) + "00"
      #expect(QuarterHour(stamp: Array(stamp.utf8)) == quarter)
    }
  }
}
