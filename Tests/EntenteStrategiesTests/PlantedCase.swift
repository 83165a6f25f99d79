import EntenteNumerics
import EntenteRecord
import EntenteStrategies
import Testing

/// Four states in two blocs, 2015 to 2023, of whom AAA does what a test plants in 2023.
struct PlantedCase {
  static let place = Place(file: "attributes.csv", line: 1)
  static let codes = ["AAA", "BBB", "CCC", "DDD"].compactMap { ActorCode($0) }

  /// Yearly growth of AAA's spending from 2021 on.
  var growth = 0.0
  var knowsSpending = true
  var events: [Event] = []
  var ties: [Tie] = []
  var atWar: [String] = []
  var poles: (String, String)?
  var thresholds: [String: Double] = [:]
  /// Capability of CCC, the threat of AAA and BBB.
  var threatCapability = 0.2
  var seed: UInt64 = 1

  func subject() throws -> Case {
    var attributes: [Attribute] = []
    func add(_ subject: Subject, _ year: Int, _ variable: String, _ value: Double) {
      attributes.append(
        Attribute(
          subject: subject, year: year, variable: variable, value: value, unit: "", certainty: "A",
          source: "made up", place: Self.place))
    }
    var stream = RandomStream(seed: seed, name: "planted")
    for code in Self.codes {
      var spending = 100.0
      for year in 2015...2023 {
        let isArming = code.text == "AAA" && year > 2020
        spending *= 1 + (isArming ? growth : 0) + 0.005 * stream.normal()
        add(.state(code), year, "cinc", code.text == "CCC" ? threatCapability : 0.05)
        add(.state(code), year, "nmc-milper", 100)
        if knowsSpending || code.text != "AAA" {
          add(.state(code), year, "milex", spending)
          add(.state(code), year, "milex-gdp-share", spending / 5000)
        }
      }
    }
    for year in 2015...2023 {
      add(.world, year, "nmc-milper", 1000)
      add(.world, year, "milex-gdp-share-change", 0)
    }
    for dyad in Dyad.all(of: Self.codes) { add(.pair(dyad), 2019, "distance", 100) }
    let first = try #require(Day("2015-01-01"))
    let last = try #require(Day("2023-12-31"))
    let window = try #require(Span(from: first, to: last))
    func group(_ id: String, _ members: [ActorCode]) -> Group {
      Group(id: id, title: id, members: members, place: Self.place)
    }
    return Case(
      id: "planted", title: "Planted", question: nil, window: window,
      actors: Self.codes.map {
        Actor(
          code: $0, cow: nil, role: .core, names: [.init(name: $0.text)], adjective: nil,
          aliases: [], leaders: [], place: Self.place)
      },
      groups: [
        group("one", Array(Self.codes.prefix(2))), group("two", Array(Self.codes.suffix(2))),
      ],
      blocs: ["one", "two"], affinity: nil, triggers: [], shock: nil,
      strategies: StrategyDeclaration(
        majors: [],
        poles: poles.flatMap { poles in
          guard let a = ActorCode(poles.0), let b = ActorCode(poles.1) else { return nil }
          return [Self.codes[0]: .init(a, b)]
        } ?? [:], threats: [:],
        atWar: Dictionary(
          uniqueKeysWithValues: atWar.compactMap { code in
            ActorCode(code).flatMap { code in Day("2022-01-01").map { (code, $0) } }
          }), effortSeries: [:], thresholds: thresholds),
      series: [], events: events, categories: [], facts: [], ties: ties, attributes: attributes,
      documents: [], claims: [], questions: [], files: [])
  }

  static func event(
    _ id: String, _ day: String, _ type: EventType, from sources: [String], to targets: [String],
    grade: EvidenceGrade? = nil
  ) throws -> Event {
    Event(
      id: id, day: try #require(Day(day)), dayIsCertain: true,
      sources: sources.compactMap { ActorCode($0) }, targets: targets.compactMap { ActorCode($0) },
      type: type, sign: 1, category: "all",
      claimedBy: grade == nil ? [] : [codes[3]], deniedBy: [], grade: grade, text: id,
      reference: nil, place: place)
  }

  static func tie(
    _ id: String, _ members: [String], _ day: String, _ obligation: Tie.Obligation
  ) throws -> Tie {
    Tie(
      id: id, kind: .treaty, members: members.compactMap { ActorCode($0) },
      start: try #require(Day(day)), end: nil, obligation: obligation, isCertain: true, text: id,
      reference: nil, place: place)
  }

  /// What AAA did in 2023.
  func answer(_ options: StrategyOptions = StrategyOptions(draws: 200)) throws -> StateStrategy {
    let table = Strategies.table(
      of: CaseEvidence(of: try subject()), states: [Self.codes[0]], options: options)
    return try #require(table.first { $0.period == "2023" })
  }
}
