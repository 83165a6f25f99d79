import EntenteNumerics
import EntenteRecord
import EntenteStrategies
import Foundation

/// The evidence on a state in the tables of history, in the form of a case: the rules read it as they
/// read any other.
///
/// | the rules ask for | the tables give |
/// |---|---|
/// | spending's share of product, and the typical state's change | NMC spending over real product |
/// | spending in constant prices | NMC spending over the typical state's share of product |
/// | ties and their depth | ATOP: defence or offence, consultation, neutrality or non-aggression |
/// | joint acts | disputes of a year fought on one side |
/// | support to a state at war | wars of a year fought on its side |
/// | hostility | disputes of twenty years, see `HistoricalTables` |
/// | meetings, concessions, affinity | nothing |
struct HistoricalCase {
  let tables: HistoricalTables
  let typical: TypicalSpending

  /// Years before the period that the case covers.
  private static let before = 10

  /// A state's evidence, with the threat named, or with everybody as a possible threat.
  ///
  /// - Parameter blocsAgainst: whom the others stand against: ties with this state and its defence
  ///   allies are no balancing.
  func evidence(
    on state: Int, in years: ClosedRange<Int>, threat: Int?, blocsAgainst: Int?
  ) -> CaseEvidence {
    let states = states(around: state, in: years, with: [threat, blocsAgainst].compactMap { $0 })
    let first = years.lowerBound - Self.before
    let span = Span.only(Self.day(first, 1, 1)).extended(to: Self.day(years.upperBound, 12, 31))
    let subject = Case(
      id: "history", title: "History", question: nil, window: span,
      actors: states.map {
        Actor(
          code: Self.code($0), cow: $0, role: .core, names: [.init(name: "\($0)")],
          adjective: nil, aliases: [], leaders: [], place: Self.place)
      },
      groups: groups(state, states, against: blocsAgainst, before: years.lowerBound),
      blocs: blocsAgainst == nil ? [] : ["own", "other"], affinity: nil, triggers: [], shock: nil,
      strategies: StrategyDeclaration(
        majors: states.filter { tables.isMajor($0, in: years.upperBound) }.map(Self.code),
        poles: [:], threats: threat.map { [Self.code(state): [Self.code($0)]] } ?? [:],
        atWar: atWar(states, years), effortSeries: [:], thresholds: [:]),
      series: [], events: events(state, first...years.upperBound), categories: [], facts: [],
      ties: ties(states), attributes: attributes(states, (first - 3)...years.upperBound),
      documents: [], claims: [], questions: [], files: [])
    let history = tables
    return CaseEvidence(of: subject, affinity: nil) { source, target, year in
      history.hostility(of: Self.number(of: source), to: Self.number(of: target), in: year)
    }
  }

  /// The state, majors, former opponents, and whoever it has or makes obligations with.
  private func states(around state: Int, in years: ClosedRange<Int>, with named: [Int]) -> [Int] {
    var found = Set([state] + named).union(tables.opponents(of: state, in: years.lowerBound))
      .union(tables.opponents(of: state, in: years.upperBound))
    for power in tables.majors where tables.isMajor(power.state, in: years.upperBound) {
      found.insert(power.state)
    }
    for (pair, depths) in tables.alliances where pair.first == state || pair.second == state {
      let reach = (years.lowerBound - Self.before)...years.upperBound
      if depths.keys.contains(where: reach.contains) {
        found.formUnion([pair.first, pair.second])
      }
    }
    return found.filter { code in
      code == state || years.contains { tables.means[code]?[$0]?.capability != nil }
    }.sorted()
  }

  private func groups(
    _ state: Int, _ states: [Int], against threat: Int?, before year: Int
  ) -> [Group] {
    guard let threat else { return [] }
    let other = states.filter { code in
      code != state
        && (code == threat || tables.alliances[.init(code, threat)]?[year - 1] ?? 0 == 3)
    }
    return [
      Group(
        id: "own", title: "Own", members: states.filter { !other.contains($0) }.map(Self.code),
        place: Self.place),
      Group(id: "other", title: "Other", members: other.map(Self.code), place: Self.place),
    ]
  }

  // MARK: - Means

  private func attributes(_ states: [Int], _ years: ClosedRange<Int>) -> [Attribute] {
    var rows: [Attribute] = []
    func add(_ subject: Subject, _ year: Int, _ variable: String, _ value: Double?) {
      guard let value else { return }
      rows.append(
        Attribute(
          subject: subject, year: year, variable: variable, value: value, unit: "", certainty: "A",
          source: "tables", place: Self.place))
    }
    for year in years {
      for code in states {
        let means = tables.means[code]?[year]
        let subject = Subject.state(Self.code(code))
        add(subject, year, "cinc", means?.capability)
        add(subject, year, "nmc-milex", means?.spending)
        add(subject, year, "nmc-milper", means?.personnel)
        add(subject, year, "milex-gdp-share", typical.share(of: code, in: year))
        add(subject, year, "milex", typical.constant(of: code, in: year))
      }
      add(.world, year, "nmc-milex", typical.worldSpending[year])
      add(.world, year, "nmc-milper", typical.worldPersonnel[year])
      add(.world, year, "milex-gdp-share-change", typical.change(to: year))
    }
    for (place, a) in states.enumerated() {
      for b in states[(place + 1)...] {
        guard let dyad = Dyad(Self.code(a), Self.code(b)) else { continue }
        add(.pair(dyad), years.upperBound, "distance", tables.distance(a, b, in: years.upperBound))
        let rivalries = tables.rivalries[.init(a, b)] ?? []
        for year in years where rivalries.contains(where: { $0.contains(year) }) {
          add(.pair(dyad), year, "rivalry", 1)
        }
      }
    }
    // The list of rivalries ends for all pairs in the same year.
    if let first = states.first, let last = states.last,
      let dyad = Dyad(Self.code(first), Self.code(last)),
      !rows.contains(where: { $0.variable == "rivalry" && $0.year == years.upperBound })
    {
      add(.pair(dyad), years.upperBound, "rivalry", 0)
    }
    return rows
  }

  // MARK: - Ties and acts

  private func ties(_ states: [Int]) -> [Tie] {
    var ties: [Tie] = []
    for (place, a) in states.enumerated() {
      for b in states[(place + 1)...] {
        guard let depths = tables.alliances[.init(a, b)] else { continue }
        // An obligation that becomes lighter is no new tie, so each depth has its own spells.
        let obligations: [(Int, Tie.Obligation)] = [
          (3, .defence), (2, .consultation), (1, .nonAggression),
        ]
        for (depth, obligation) in obligations {
          for spell in Self.spells(depths.filter { $0.value >= depth }.keys.sorted()) {
            ties.append(
              Tie(
                id: "\(a)-\(b)-\(spell.lowerBound)-\(depth)", kind: .treaty,
                members: [Self.code(a), Self.code(b)], start: Self.day(spell.lowerBound, 1, 1),
                end: spell.upperBound == HistoricalTables.lastYear
                  ? nil : Self.day(spell.upperBound, 12, 31),
                obligation: obligation, isCertain: true, text: "", reference: nil,
                place: Self.place))
          }
        }
      }
    }
    return ties
  }

  static func spells(_ years: [Int]) -> [ClosedRange<Int>] {
    var spells: [ClosedRange<Int>] = []
    for year in years {
      if let last = spells.last, last.upperBound == year - 1 {
        spells[spells.count - 1] = last.lowerBound...year
      } else {
        spells.append(year...year)
      }
    }
    return spells
  }

  private func events(_ state: Int, _ years: ClosedRange<Int>) -> [Event] {
    var events: [Event] = []
    func add(_ type: EventType, _ year: Int, _ sources: [Int], _ targets: [Int]) {
      events.append(
        Event(
          id: "e\(events.count)", day: Self.day(year, 7, 1), dayIsCertain: false,
          sources: sources.map(Self.code), targets: targets.map(Self.code), type: type, sign: 1,
          category: "tables", claimedBy: [], deniedBy: [], grade: nil, text: "", reference: nil,
          place: Self.place))
    }
    for (_, byYear) in tables.disputes.sorted(by: { $0.key < $1.key }) {
      for (year, parties) in byYear.sorted(by: { $0.key < $1.key }) where years.contains(year) {
        for side in [true, false] {
          let members = parties.filter { $0.isSideA == side }.map(\.state).sorted()
          if members.count > 1, members.contains(state) { add(.cooperate, year, members, members) }
        }
      }
    }
    for (_, byYear) in tables.wars.sorted(by: { $0.key < $1.key }) {
      for (year, sides) in byYear.sorted(by: { $0.key < $1.key }) where years.contains(year) {
        guard let side = sides[state] else { continue }
        for other in sides.keys.sorted() where other != state && sides[other] == side {
          add(.support, year, [state], [other])
        }
      }
    }
    return events
  }

  /// The first day of the first war-year, for states at war in the period or the year before.
  private func atWar(_ states: [Int], _ years: ClosedRange<Int>) -> [ActorCode: Day] {
    var days: [ActorCode: Day] = [:]
    let reach = (years.lowerBound - 1)...years.upperBound
    for byYear in tables.wars.values {
      for (year, sides) in byYear where reach.contains(year) {
        for state in states where sides[state] != nil {
          let day = Self.day(year, 1, 1)
          days[Self.code(state)] = min(day, days[Self.code(state)] ?? day)
        }
      }
    }
    return days
  }

  // MARK: - Codes and days

  /// Three letters for a state's number.
  static func code(_ number: Int) -> ActorCode {
    let letters = [number / 676, number / 26 % 26, number % 26].map {
      Character(Unicode.Scalar(UInt8(65 + $0 % 26)))
    }
    guard let code = ActorCode(String(letters)) else {
      preconditionFailure("three capitals are a code")
    }
    return code
  }

  /// The number that three letters stand for.
  static func number(of code: ActorCode) -> Int {
    code.text.utf8.reduce(0) { 26 * $0 + Int($1) - 65 }
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(number: 0)
  }

  private static let place = Place(file: "tables", line: 1)
}

/// What a typical state spends of its product, and what the world spends and keeps under arms.
struct TypicalSpending: Sendable {
  private let tables: HistoricalTables
  /// Median over states of the yearly change of log spending over product, added up.
  private let level: [Int: Double]
  private let changes: [Int: Double]
  let worldSpending: [Int: Double]
  let worldPersonnel: [Int: Double]

  init(_ tables: HistoricalTables) {
    self.tables = tables
    var shares: [Int: [Int: Double]] = [:]
    var spending: [Int: Double] = [:]
    var personnel: [Int: Double] = [:]
    for (state, years) in tables.means.sorted(by: { $0.key < $1.key }) {
      for (year, means) in years.sorted(by: { $0.key < $1.key }) {
        spending[year, default: 0] += means.spending ?? 0
        personnel[year, default: 0] += means.personnel ?? 0
        if let share = Self.share(means.spending, tables.products[state]?[year]) {
          shares[year, default: [:]][state] = share
        }
      }
    }
    func median(_ year: Int, _ lag: Int) -> Double? {
      guard let now = shares[year], let then = shares[year - lag] else { return nil }
      let changes = now.keys.sorted().compactMap { state in
        then[state].flatMap { before in now[state].map { log($0 / before) } }
      }
      return changes.count >= 5 ? Moments.median(changes) : nil
    }
    var level: [Int: Double] = [:]
    var total = 0.0
    for year in shares.keys.sorted() {
      total += median(year, 1) ?? 0
      level[year] = total
    }
    self.level = level
    changes = Dictionary(
      uniqueKeysWithValues: shares.keys.compactMap { year in median(year, 3).map { (year, $0) } })
    worldSpending = spending
    worldPersonnel = personnel
  }

  /// The typical state's change over three years.
  func change(to year: Int) -> Double? { changes[year] }

  func share(of state: Int, in year: Int) -> Double? {
    Self.share(tables.means[state]?[year]?.spending, tables.products[state]?[year])
  }

  /// Spending over the level of the typical state's share: money loses value for all alike.
  func constant(of state: Int, in year: Int) -> Double? {
    guard let spending = tables.means[state]?[year]?.spending, spending > 0,
      let level = level[year]
    else { return nil }
    return spending / exp(level)
  }

  private static func share(_ spending: Double?, _ product: Double?) -> Double? {
    guard let spending, let product, spending > 0, product > 0 else { return nil }
    return spending / product
  }
}
