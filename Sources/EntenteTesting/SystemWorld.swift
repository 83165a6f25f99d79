import EntenteNumerics
public import EntenteRecord

/// A generator of whole cases: states with planted blocs, pairs with planted shifts, dated events,
/// and claims about them.
///
/// Each pair's weekly share is a ``DatingWorld`` with the pair's own level; sums are shares of a
/// constant volume. A world with a step of size d on a pair is one in which a claim that this pair
/// warmed is true.
public struct SystemWorld: Sendable {
  /// Noise of every pair.
  public var noise = DatingWorld()
  /// Codes `AAA`, `BBB`, ...: at most 26.
  public var states = 6
  /// What is added to a pair's level, in SD of the weekly noise.
  public var levels: [Dyad: Double] = [:]
  /// Lasting shifts of pairs.
  public var steps: [Dyad: [DatingWorld.Step]] = [:]
  /// Weeks of dated events, by id.
  public var events: [String: Int] = [:]
  /// Tests of the one claim.
  public var tests: [TestSpecification] = []

  public init() {}

  public var codes: [ActorCode] {
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ".prefix(states).compactMap {
      ActorCode(String(repeating: $0, count: 3))
    }
  }

  public static let place = Place(file: "claims.yaml", line: 1)
  /// The Monday of the first week, 2018-01-01.
  public static let monday = Day(number: 17_532)

  public static func day(ofWeek week: Int) -> Day { monday.adding(days: 7 * week + 2) }

  /// Adds `gap` between pairs inside two blocs, the first of `size` states, and pairs across.
  public mutating func plantBlocs(of size: Int, gap: Double) {
    let first = Set(codes.prefix(size))
    for dyad in Dyad.all(of: codes) {
      let isInside = first.contains(dyad.first) == first.contains(dyad.second)
      levels[dyad, default: 0] += isInside ? gap / 2 : -gap / 2
    }
  }

  /// One of many cases of this world, by `index`.
  public func subject(seed: UInt64, name: String, index: Int) -> Case {
    var observations: [Subject: [Series.Observation]] = [:]
    let volume = 1e6
    for dyad in Dyad.all(of: codes) {
      let shares = noise.with(steps[dyad] ?? [])
        .series(seed: seed, name: "\(name)/\(dyad)", index: index)
      observations[.pair(dyad)] = shares.enumerated().map { week, share in
        Series.Observation(
          period: Self.week(week), value: (share + (levels[dyad] ?? 0)) * volume / 1e4)
      }
    }
    return Case(
      id: "world", title: "A made-up world", question: nil,
      window: Span.only(Self.monday).extended(to: Self.monday.adding(days: 7 * noise.weeks)),
      actors: codes.map {
        Actor(
          code: $0, cow: nil, role: .core, names: [.init(name: $0.text)], adjective: nil,
          aliases: [], leaders: [], place: Self.place)
      },
      groups: [], blocs: [],
      affinity: .init(
        series: "news",
        coverage: (0..<noise.weeks).map {
          CoverageRow(period: Self.week($0), isPresent: true, volume: volume)
        }, actorEffects: effects, controls: [:]),
      triggers: [], shock: nil,
      series: [Series(declaration: Self.declaration, observations: observations)],
      events: events.sorted { $0.key < $1.key }.map(event), categories: [], facts: [], ties: [],
      attributes: [],
      documents: [
        Document(
          id: "d", title: "D", author: "A", outlet: "O", date: "2024", leansOn: [],
          place: Self.place)
      ], claims: [claim], questions: [], files: [])
  }

  /// Effects as they would be fitted on a large world that did not move: nothing to take out.
  private var effects: [ActorEffectRow] {
    let none = Dictionary(codes.map { ($0, 0.0) }, uniquingKeysWith: { first, _ in first })
    return (0..<noise.weeks).map {
      ActorEffectRow(week: Self.monday.adding(days: 7 * $0), mean: 0, effects: none)
    }
  }

  private static func week(_ index: Int) -> Period {
    Period(containing: monday.adding(days: 7 * index), length: .week)
  }

  private static let declaration = SeriesDeclaration(
    id: "news", title: "News", file: "series/news.csv", scope: .pair, length: .week, layout: .wide,
    column: "value", kind: .signedSum, unit: "score", source: "made up", terms: "none", note: nil,
    place: place)

  private func event(_ id: String, _ week: Int) -> Event {
    Event(
      id: id, day: Self.day(ofWeek: week), dayIsCertain: true, sources: Array(codes.prefix(2)),
      targets: Array(codes.prefix(2)), type: .consult, sign: 1, category: "all", claimedBy: [],
      deniedBy: [], grade: nil, text: "Event \(id)", reference: nil, place: Self.place)
  }

  private var claim: Claim {
    Claim(
      id: "c", document: "d", paragraph: 1, line: 1, kinds: [.descriptive], isNegated: false,
      subject: "s", paraphrase: "p", actors: [], repeats: [], note: nil,
      parts: [Claim.Part(text: "the part", role: .core, tests: tests)], place: Self.place)
  }
}

extension SystemWorld {
  /// A test by name with its parameters.
  public static func test(_ name: String, _ parameters: KeyValuePairs<String, CaseNode>)
    -> TestSpecification
  {
    TestSpecification(id: "c/1.1", name: name, parameters: map(parameters))
  }

  public static func map(_ entries: KeyValuePairs<String, CaseNode>) -> CaseNode {
    CaseNode(.map(entries.map { .init(key: $0, value: $1) }), at: place)
  }

  public static func text(_ text: String) -> CaseNode { CaseNode(.text(text), at: place) }

  public static func list(_ items: [CaseNode]) -> CaseNode { CaseNode(.list(items), at: place) }

  public static func span(_ from: Int, _ to: Int) -> CaseNode {
    map([
      "from": text(monday.adding(days: 7 * from).description),
      "to": text(monday.adding(days: 7 * to).description),
    ])
  }
}
