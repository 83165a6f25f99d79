import EntenteClaims
import EntenteNumerics
import EntenteRecord
import Testing

/// A case in code: four states, weekly sums of noise with planted shifts, and one claim at a time.
enum MadeUpCase {
  static let place = Place(file: "claims.yaml", line: 1)
  static let codes = ["AAA", "BBB", "CCC", "DDD"].compactMap { ActorCode($0) }
  static let monday = Day(number: 17_532)  // 2018-01-01

  static func day(ofWeek week: Int) -> Day { monday.adding(days: 7 * week + 2) }

  /// `shifts`: by pair, the first week of a lasting shift and its size in SDs of the weekly noise.
  static func analysis(
    of tests: [CaseNode], causal: Bool = false, shifts: [String: (week: Int, size: Double)] = [:],
    weeks: Int = 300, seed: UInt64 = 1, events: [Event] = [], draws: Int = 199,
    directed: Series? = nil
  ) throws -> CaseAnalysis {
    let dyads = Dyad.all(of: codes)
    var observations: [Subject: [Series.Observation]] = [:]
    for dyad in dyads {
      var stream = RandomStream(seed: seed, name: "\(dyad)")
      observations[.pair(dyad)] = (0..<weeks).map { week in
        var value = 2 + stream.normal()
        if let shift = shifts[dyad.description], week >= shift.week { value += shift.size }
        // Sums whose tamed share is the value: y = sign sqrt(10^4 x / V).
        let sum = (value < 0 ? -1 : 1) * value * value / 1e4 * 1e6
        return Series.Observation(
          period: Period(containing: monday.adding(days: 7 * week), length: .week), value: sum)
      }
    }
    let declaration = SeriesDeclaration(
      id: "news", title: "News", file: "series/news.csv", scope: .pair, length: .week,
      layout: .wide, column: "value", kind: .signedSum, unit: "score", source: "made up",
      terms: "none", note: nil, place: place)
    let coverage = (0..<weeks).map { week in
      CoverageRow(
        period: Period(containing: monday.adding(days: 7 * week), length: .week), isPresent: true,
        volume: 1e6)
    }
    let specifications = tests.enumerated().map { index, node in
      TestSpecification(
        id: "c/1.\(index + 1)", name: node["test"]?.text ?? "",
        parameters: CaseNode(.map(node.entries.filter { $0.key != "test" }), at: place))
    }
    let claim = Claim(
      id: "c", document: "d", paragraph: 1, line: 1, kinds: [causal ? .causal : .descriptive],
      isNegated: false, subject: "s", paraphrase: "p", actors: [], repeats: [], note: nil,
      parts: [Claim.Part(text: "the part", role: .core, tests: specifications)], place: place)
    let span = try #require(Span(from: monday, to: monday.adding(days: 7 * weeks)))
    let subject = Case(
      id: "made-up", title: "Made up", question: nil, window: span,
      actors: codes.map {
        Actor(
          code: $0, cow: nil, role: .core, names: [.init(name: $0.text)], adjective: nil,
          aliases: [], leaders: [], place: place)
      },
      groups: [], blocs: [],
      affinity: .init(series: "news", coverage: coverage, actorEffects: [], controls: [:]),
      directed: directed?.declaration.id, triggers: [], shock: nil,
      series: [Series(declaration: declaration, observations: observations)]
        + [directed].compactMap { $0 }, events: events,
      categories: [
        EventCategory(id: "all", span: span, state: .complete, note: ""),
        EventCategory(id: "some", span: span, state: .sample, note: ""),
      ],
      facts: [
        Fact(
          id: "f-read", finding: "It was so.", source: "a book", known: .read, note: "",
          place: place),
        Fact(
          id: "f-recalled", finding: "It was not so.", source: "memory", known: .recalled, note: "",
          place: place),
      ], ties: [], attributes: [],
      documents: [
        Document(
          id: "d", title: "D", author: "A", outlet: "O", date: "2024", leansOn: [], place: place)
      ], claims: [claim], questions: [], files: [])
    return CaseAnalysis(of: subject, seed: 7, draws: draws, threads: 1)
  }

  static func event(
    _ id: String, week: Int, category: String = "all", grade: EvidenceGrade? = nil,
    type: EventType = .consult, certain: Bool = true
  ) -> Event {
    Event(
      id: id, day: day(ofWeek: week), dayIsCertain: certain, sources: Array(codes.prefix(2)),
      targets: Array(codes.prefix(2)), type: type, sign: 1, category: category,
      claimedBy: grade == nil ? [] : [codes[2]], deniedBy: [], grade: grade, text: "Event \(id)",
      reference: nil, place: place)
  }

  /// `test(["test": .text("break"), ...])` with nested lists and maps.
  static func test(_ entries: KeyValuePairs<String, CaseNode>) -> CaseNode {
    CaseNode(.map(entries.map { .init(key: $0, value: $1) }), at: place)
  }

  static func text(_ text: String) -> CaseNode { CaseNode(.text(text), at: place) }
  static func list(_ items: String...) -> CaseNode {
    CaseNode(.list(items.map { text($0) }), at: place)
  }
  static func span(_ from: Int, _ to: Int) -> CaseNode {
    test([
      "from": text(monday.adding(days: 7 * from).description),
      "to": text(monday.adding(days: 7 * to).description),
    ])
  }

  static func verdict(_ analysis: CaseAnalysis) throws -> ClaimVerdict {
    let verdicts = try Judge.verdicts(in: analysis)
    return try #require(verdicts.first)
  }
}
