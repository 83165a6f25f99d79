import EntenteAttribution
import EntenteNumerics
import EntenteRecord
import EntenteTesting
import EntenteTriggers
import Foundation
import Testing

struct LedgerTests {
  private static let noise = AttributionNoise.generated()
  private static let cache = AttributionCache(grid: NoiseGrid(days: noise.days))
  private static let start = Day(number: 17_532)  // Monday, 1 January 2018

  private static func question(
    _ index: Int, dyads: Int = 2, size: Double = 2.5
  ) -> (TriggerQuestion, AttributionWorld) {
    let plan = AttributionPlan(
      odds: [1, 0, 0, 0, 0], candidates: 3, dyads: dyads, pattern: .spread, shape: .step,
      sizes: size...size)
    let world = plan.world(index, seed: 5, name: "ledger", noise: noise)
    let weeks = world.days.indices.map { start.adding(days: 7 * $0) }
    func event(_ id: String, _ week: Int) -> TriggerQuestion.DatedEvent {
      TriggerQuestion.DatedEvent(id: id, title: "Event \(id)", day: weeks[week].adding(days: 2))
    }
    let question = TriggerQuestion(
      title: "a world", weeks: weeks, days: world.days,
      responses: world.responses.enumerated().map { place, values in
        TriggerQuestion.Response(
          id: "r\(place)", title: "Series \(place)", values: values,
          direction: Int(world.direction),
          controls: world.controls.enumerated().map {
            TriggerQuestion.Control(id: "control \($0)", values: $1)
          })
      },
      candidates: world.candidates.enumerated().map { event("c\($0)", $1) },
      shock: event("s", world.shock), record: [event("other", 100)])
    return (question, world)
  }

  private static var options: TriggerOptions {
    var options = TriggerOptions()
    options.draws = 99
    return options
  }

  @Test func `a ledger says of every candidate and series what it must`() throws {
    let (question, world) = Self.question(1)
    let ledger = try TriggerLedger(question, options: Self.options, cache: Self.cache)
    #expect(ledger.entries.count == world.candidates.count * 2)
    #expect(ledger.alone.count == 2)
    let weighings = [try #require(ledger.joint)] + ledger.alone
    for weighing in weighings {
      let total = weighing.rivals.reduce(0) { $0 + $1.weight.value }
      #expect(abs(total - 1) < 1e-9)
      #expect(weighing.rivals.map(\.id).suffix(3) == ["accumulation", "shock", "none"])
    }
    for entry in ledger.entries {
      #expect(entry.path.observed.count == 13 && entry.path.expected.count == 13)
      let gap = zip(entry.path.observed, entry.path.expected).reduce(0) { $0 + $1.0 - $1.1 } / 13
      #expect(abs(gap - entry.path.meanGap.value) < 1e-9)
      #expect(zip(entry.path.low, entry.path.high).allSatisfy { $0 < $1 })
      #expect(entry.donors.count == entry.synthetic?.donors.count ?? 0)
    }
    // The path's window is the series' own: what is drawn is what was measured.
    let first = ledger.entries[0]
    let values = try #require(ledger.responses.first { $0.id == first.response }).values
    #expect(Array(values[first.path.week..<(first.path.week + 13)]) == first.path.observed)
  }

  @Test func `threads and the way through JSON change nothing`() throws {
    let (question, _) = Self.question(2)
    var options = Self.options
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let one = try encoder.encode(TriggerLedger(question, options: options, cache: Self.cache))
    options.threads = 3
    let three = try encoder.encode(TriggerLedger(question, options: options))
    #expect(one == three)
    let again = try encoder.encode(JSONDecoder().decode(TriggerLedger.self, from: one))
    #expect(again == one)
  }

  /// Of great planted steps the candidate's effect has the planted sign and leads the other candidates'
  /// in most worlds.
  @Test func `a planted trigger leads its ledger`() throws {
    var leads = 0
    for index in 0..<12 {
      let (question, world) = Self.question(index, dyads: 1, size: 3)
      guard case .candidate(let place) = world.truth else { continue }
      let ledger = try TriggerLedger(question, options: Self.options, cache: Self.cache)
      let rivals = ledger.alone[0].rivals.filter { $0.id.hasPrefix("c") }
      if rivals.max(by: { $0.weight.value < $1.weight.value })?.id == "c\(place)" { leads += 1 }
      let own = try #require(ledger.entries.first { $0.candidates[0].id == "c\(place)" })
      #expect(own.path.meanGap.value * world.direction > 0)
    }
    #expect(leads >= 8, "\(leads) of 12")
  }

  @Test func `windows that the weights were not fitted for keep everything else`() throws {
    let (question, _) = Self.question(4)
    let short = question.keeping(Array(0..<200))
    let ledger = try TriggerLedger(short, options: Self.options)
    #expect(ledger.joint?.rivals.isEmpty == true)
    #expect(ledger.joint?.decision.contains("200 weeks") == true)
    #expect(!ledger.entries.isEmpty && ledger.weeks.count == 200)
  }

  @Test func `weeks are told apart from days`() {
    let (question, _) = Self.question(6)
    #expect(question.index(of: Self.start) == 0)
    #expect(question.index(of: Self.start.adding(days: 6)) == 0)
    #expect(question.index(of: Self.start.adding(days: 7)) == 1)
    #expect(question.index(of: Self.start.adding(days: -1)) < 0)
    #expect(question.index(of: Self.start.adding(days: 7 * 1000)) >= question.weeks.count)
    // A week without data: the event belongs to the next one that has some.
    let holed = question.keeping(question.weeks.indices.filter { $0 != 10 })
    #expect(holed.index(of: Self.start.adding(days: 70)) == 10)
    #expect(holed.weeks[10] == Self.start.adding(days: 77))
  }
}

struct EventOrderTests {
  private func span(_ from: Int32, _ to: Int32) throws -> Span {
    try #require(Span(from: Day(number: from), to: Day(number: to)))
  }

  @Test func `a day stands before, inside or after an interval`() throws {
    let spans = [try span(100, 120)]
    let before = EventOrder(of: Day(number: 90), against: spans)
    #expect(before.place == .before && before.gap == 10)
    #expect(EventOrder(of: Day(number: 100), against: spans).place == .inside)
    #expect(EventOrder(of: Day(number: 120), against: spans).place == .inside)
    let after = EventOrder(of: Day(number: 121), against: spans)
    #expect(after.place == .after && after.gap == -1)
    #expect(EventOrder(of: Day(number: 0), against: []).place == .noBreak)
  }

  @Test func `a break that is still to come saves the order`() throws {
    let spans = [try span(100, 120), try span(300, 320)]
    #expect(EventOrder(of: Day(number: 125), against: spans).place == .before)
    #expect(EventOrder(of: Day(number: 330), against: spans).place == .after)
  }
}

struct EventCascadeTests {
  private static let start = Day(number: 17_532)

  private static func span(_ days: Int) throws -> Span {
    try #require(Span(from: start, to: start.adding(days: days)))
  }

  private static func member(_ id: String, _ day: Int, _ group: String) -> EventCascade.Member {
    EventCascade.Member(
      event: .init(id: id, title: id, day: start.adding(days: day)), group: group)
  }

  /// Causes at random, and an answer three days after two in three of them.
  @Test func `answers are traced to what they answer`() throws {
    var stream = RandomStream(seed: 3, name: "cascade", index: 0)
    var members: [EventCascade.Member] = []
    var parents: [String: String] = [:]
    for i in 0..<60 {
      let day = Int(stream.uniform() * 2_000)
      members.append(Self.member("cause \(i)", day, "cause"))
      if i % 3 != 0 {
        members.append(Self.member("answer \(i)", day + 3, "answer"))
        parents["answer \(i)"] = "cause \(i)"
      }
    }
    let found = EventCascade.fit(members, in: try Self.span(2_100), seed: 1, threads: 1)
    let cascade = try #require(found.cascade)
    let right = cascade.events.filter { row in
      guard let parent = parents[row.event.id] else { return false }
      return row.parents.first.map { cascade.events[$0.event].event.id } == parent
        && (row.parents.first?.probability ?? 0) > 0.5
    }
    #expect(right.count >= 28, "\(right.count) of 40")
    for row in cascade.events {
      let total = row.background + row.parents.reduce(0) { $0 + $1.probability } + row.others
      #expect(abs(total - 1) < 1e-6)
    }
    let answer = try #require(cascade.groups.first { $0.name == "answer" })
    // In order of the groups: by an answer, by a cause.
    #expect(answer.triggeredBy[1].value > 0.4 && answer.triggeredBy[0].value < 0.2)
  }

  /// Two groups that know nothing of each other: each has its season, and both grow busier.
  private static func seasons(seed: UInt64, years: Int) -> [EventCascade.Member] {
    var stream = RandomStream(seed: seed, name: "seasons", index: 0)
    return (0..<(365 * years)).flatMap { day -> [EventCascade.Member] in
      ["one", "two"].enumerated().compactMap { place, group in
        let phase = 2 * Double.pi * (Double(day) / 365.25 - 0.25 * Double(place))
        let busy = 0.3 + 1.4 * Double(day) / Double(365 * years)
        return stream.uniform() < 0.06 * busy * exp(1.3 * cos(phase)) / 1.5
          ? member("\(group) \(day)", day, group) : nil
      }
    }
  }

  @Test func `seasons and busier years are no triggers`() throws {
    var (events, links, harmonics) = (0, 0, 0)
    for seed in 1...6 {
      let members = Self.seasons(seed: UInt64(seed), years: 8)
      let found = EventCascade.fit(
        members, in: try Self.span(365 * 8), seed: 1, threads: 1, testsFit: false)
      let cascade = try #require(found.cascade)
      events += cascade.events.count
      links += cascade.events.count { ($0.parents.first?.probability ?? 0) >= 0.3 }
      if cascade.harmonics > 0, cascade.drift > 0 { harmonics += 1 }
    }
    #expect(events > 600)
    #expect(Double(links) <= 0.02 * Double(events), "\(links) of \(events)")
    #expect(harmonics >= 5, "\(harmonics) of 6 see the seasons and the drift")
  }

  @Test func `few events are not fitted`() throws {
    let few = (0..<9).map { Self.member("\($0)", 10 * $0, "one") }
    let found = EventCascade.fit(few, in: try Self.span(100), seed: 1, threads: 1)
    #expect(found.cascade == nil && found.problem?.contains("10 events") == true)
  }
}
