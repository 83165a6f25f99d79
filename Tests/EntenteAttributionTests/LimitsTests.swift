import EntenteAttribution
import EntenteTesting
import Testing

/// What is not answered, and how that is said.
@Suite struct LimitsTests {
  private func input(weeks: [Int], days: [Int] = Questions.noise.days) -> AttributionInput {
    let world = Questions.world(AttributionPlan(candidates: 2), 0)
    return AttributionInput(
      days: days,
      responses: [.init(id: "A-B", values: Array(world.responses[0].prefix(days.count)))],
      candidates: weeks.enumerated().map { .init(id: "event \($0)", week: $1) })
  }

  @Test(arguments: [-5, 0, 19, 313, 320, 400])
  func `a candidate too near an end or outside the window is untestable`(week: Int) throws {
    let alone = try Questions.weigh(input(weeks: [week]))
    guard case .untestable = alone.decision else {
      Issue.record("decided \(alone.decision)")
      return
    }
    let beside = try Questions.weigh(input(weeks: [week, 100]))
    #expect(beside.untestable.map(\.week) == [week])
    #expect(beside.candidates.map(\.week) == [100])
  }

  @Test func `events of one week are one candidate`() throws {
    let result = try Questions.weigh(input(weeks: [100, 180, 100]))
    #expect(result.candidates.map(\.ids) == [["event 0", "event 2"], ["event 1"]])
    let single = try Questions.weigh(input(weeks: [100, 180]))
    #expect(single.distance(from: result) < 1e-12)
  }

  @Test func `candidates closer than the resolution are also given together`() throws {
    let result = try Questions.weigh(input(weeks: [100, 104, 109, 180]))
    #expect(result.clusters.map(\.ids) == [["event 0", "event 1"]])
    let sum = result.candidates.prefix(2).reduce(0) { $0 + $1.weight.probability }
    #expect(abs(result.clusters[0].probability - sum) < 1e-12)
  }

  @Test func `forms for which nothing was fitted are not answered`() throws {
    let many = try Questions.weigh(input(weeks: (0..<9).map { 40 + 20 * $0 }))
    let short = try Attribution.attribute(
      input(weeks: [50], days: [Int](repeating: 7, count: 90)), options: Questions.plain)
    for result in [many, short] {
      guard case .cannotTell(.outsideFittedRange, _) = result.decision else {
        Issue.record("decided \(result.decision)")
        continue
      }
    }
  }

  @Test func `a series that does not vary is untestable`() throws {
    var question = input(weeks: [100])
    question.responses[0].values = [Double](repeating: 3, count: 321)
    guard case .untestable = try Questions.weigh(question).decision else {
      Issue.record("expected untestable")
      return
    }
  }

  @Test func `malformed input is refused with its fault`() {
    func code(_ change: (inout AttributionInput) -> Void) -> AttributionError.Code? {
      var question = input(weeks: [100, 150])
      change(&question)
      do throws(AttributionError) {
        _ = try Attribution.attribute(
          question, options: Questions.plain, cache: AttributionCache(grid: Questions.grid))
        return nil
      } catch {
        return error.code
      }
    }
    #expect(code { $0.responses = [] } == .noResponses)
    #expect(code { $0.candidates = [] } == .noCandidates)
    #expect(code { $0.candidates[1].id = "event 0" } == .repeatedCandidate)
    #expect(code { $0.responses[0].values.removeLast() } == .unequalLengths)
    #expect(code { $0.responses[0].values[9] = .nan } == .notFinite)
    #expect(code { $0.days[0] = 8 } == .days)
    #expect(code { $0.days[0] = 1 } == .foreignGrid)
  }
}
