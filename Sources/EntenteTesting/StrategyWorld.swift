import EntenteNumerics
public import EntenteRecord

/// A generator of whole cases in which one state, `AAA`, follows known strategies in 2023.
///
/// Four states in two blocs, 2018 to 2023: `AAA` and `BBB` against `CCC`, the threat, and `DDD`, which
/// has been at war since 2022. Everybody arms, drills, meets, yields, helps and quarrels a little by
/// chance in every year; what is planted comes on top of that, in a size that is drawn. So no world is
/// clean, and a weak plant may drown in the noise.
public struct StrategyWorld: Sendable {
  /// What can be planted, by the names that `EntenteStrategies` gives the strategies.
  public enum Plant: String, CaseIterable, Sendable {
    /// Spending grows by 15 to 50 log points in three years.
    case internalBalancing = "internal-balancing"
    /// A pact, or twice to thrice as many joint acts.
    case externalBalancing = "external-balancing"
    /// The partner arms and the state does not.
    case buckPassing = "buck-passing"
    /// Three to six concessions to an overwhelming threat, and warmer relations.
    case bandwagoningFear = "bandwagoning-fear"
    /// Three to six acts of aid to the stronger state at war.
    case bandwagoningProfit = "bandwagoning-profit"
    /// As many meetings with the threat as with the partner.
    case hedging
    /// A tenth to four tenths of the usual joint acts.
    case distancing
    /// No threat, and nothing out of the usual.
    case none
  }

  public var plants: Set<Plant> = []

  public init(_ plants: Set<Plant> = []) { self.plants = plants }

  public static let codes = ["AAA", "BBB", "CCC", "DDD"].compactMap { ActorCode($0) }
  /// The year in which it happens.
  public static let year = Span.only(start(of: 2023)).extended(to: start(of: 2024).adding(days: -1))

  private static let (own, partner, threat, warring) = (codes[0], codes[1], codes[2], codes[3])
  private static let place = SystemWorld.place

  /// One of many cases of this world, by `index`.
  public func subject(seed: UInt64, name: String, index: Int) -> Case {
    var stream = RandomStream(seed: seed, name: name, index: index)
    let attributes = attributes(&stream)
    let (events, ties) = conduct(&stream)
    var news = SystemWorld()
    news.noise = DatingWorld()
    news.states = Self.codes.count
    if plants.contains(.bandwagoningFear), let dyad = Dyad(Self.own, Self.threat) {
      news.steps[dyad] = [.init(261, Self.draw(1...3, &stream))]
    }
    let base = news.subject(seed: seed, name: "\(name)/news", index: index)
    return Case(
      id: base.id, title: base.title, question: nil, window: Self.window, actors: base.actors,
      groups: [
        Group(id: "one", title: "One", members: Array(Self.codes.prefix(2)), place: Self.place),
        Group(id: "two", title: "Two", members: Array(Self.codes.suffix(2)), place: Self.place),
      ],
      blocs: ["one", "two"], affinity: base.affinity, triggers: [], shock: nil,
      strategies: StrategyDeclaration(
        majors: [], poles: [Self.own: .init(Self.partner, Self.threat)], threats: [:],
        atWar: [Self.warring: Self.start(of: 2022)], effortSeries: [:], thresholds: [:]),
      series: base.series, events: events, categories: [], facts: [], ties: ties,
      attributes: attributes, documents: [], claims: [], questions: [], files: [])
  }

  // MARK: - Means

  private func attributes(_ stream: inout RandomStream) -> [Attribute] {
    var rows: [Attribute] = []
    func add(_ subject: Subject, _ year: Int, _ variable: String, _ value: Double) {
      rows.append(
        Attribute(
          subject: subject, year: year, variable: variable, value: value, unit: "", certainty: "A",
          source: "made up", place: Self.place))
    }
    let overwhelms = plants.contains(.bandwagoningFear)
    let capability = [
      Self.own: 0.05, Self.partner: 0.05, Self.warring: 0.12,
      Self.threat: Self.draw(overwhelms ? 0.35...0.6 : 0.15...0.35, &stream),
    ]
    let arming = Self.draw(0.15...0.5, &stream) / 3
    for code in Self.codes {
      let isArming =
        code == Self.own && plants.contains(.internalBalancing)
        || code == Self.partner && plants.contains(.buckPassing)
      var (spending, product) = (100.0, 5000.0)
      for year in 2015...2023 {
        spending *= 1.02 + 0.03 * stream.normal() + (isArming && year > 2020 ? arming : 0)
        product *= 1.02
        add(.state(code), year, "cinc", capability[code] ?? 0)
        add(.state(code), year, "nmc-milper", 100)
        add(.state(code), year, "milex", spending)
        add(.state(code), year, "milex-gdp-share", spending / product)
      }
    }
    for year in 2015...2023 {
      add(.world, year, "nmc-milper", 1000)
      add(.world, year, "milex-gdp-share-change", 0)
    }
    let distance = plants.contains(.none) ? 3000 : Self.draw(0...400, &stream)
    for dyad in Dyad.all(of: Self.codes) { add(.pair(dyad), 2019, "distance", distance) }
    return rows
  }

  // MARK: - Acts

  private func conduct(_ stream: inout RandomStream) -> ([Event], [Tie]) {
    var log = EventLog()
    let (own, partner, threat, warring) = (Self.own, Self.partner, Self.threat, Self.warring)
    let isQuiet = plants.contains(.none)
    let few = Self.draw(0.1...0.4, &stream)
    let more = Self.draw(2...3, &stream)
    let extra = Self.draw(3...6, &stream)
    let meetings = Self.draw(4...8, &stream)
    let makesPact = stream.uniform() < 0.5
    let isBalancing = plants.contains(.externalBalancing)
    for year in 2018...2023 {
      let isNow = year == 2023
      func rate(_ usual: Double, _ planted: Double, _ plant: Plant) -> Double {
        isNow && plants.contains(plant) ? planted : usual
      }
      let quarrels = isQuiet ? 0.5 : isNow ? 8.0 : 3.0
      log.add(.mobilize, from: [threat], to: [own, partner], quarrels, year, &stream)
      log.add(.threaten, from: [own], to: [threat], isQuiet ? 0.2 : 1, year, &stream)
      var joint = 4 * rate(1, few, .distancing)
      if isNow, isBalancing, !makesPact { joint *= more }
      log.add(.cooperate, from: [own, partner], to: [own, partner], joint, year, &stream)
      log.add(
        .consult, from: [own, partner], to: [own, partner], rate(6, meetings, .hedging), year,
        &stream)
      log.add(
        .consult, from: [own, threat], to: [own, threat], rate(0.5, meetings, .hedging), year,
        &stream)
      log.add(
        .concede, from: [own], to: [threat], rate(0.3, extra, .bandwagoningFear), year, &stream)
      log.add(
        .aid, from: [own], to: [warring], rate(0.2, extra, .bandwagoningProfit), year, &stream)
    }
    guard isBalancing, makesPact else { return (log.events, []) }
    let pact = Tie(
      id: "pact", kind: .treaty, members: [own, partner],
      start: Self.start(of: 2023).adding(days: stream.integer(below: 300)), end: nil,
      obligation: stream.uniform() < 0.5 ? .defence : .consultation, isCertain: true,
      text: "A pact", reference: nil, place: Self.place)
    return (log.events, [pact])
  }

  /// Events as they are drawn.
  private struct EventLog {
    var events: [Event] = []

    mutating func add(
      _ type: EventType, from sources: [ActorCode], to targets: [ActorCode], _ mean: Double,
      _ year: Int, _ stream: inout RandomStream
    ) {
      for _ in 0..<stream.poisson(mean: mean) {
        events.append(
          Event(
            id: "e\(events.count)",
            day: StrategyWorld.start(of: year).adding(days: stream.integer(below: 365)),
            dayIsCertain: true, sources: sources, targets: targets, type: type, sign: 1,
            category: "all", claimedBy: [], deniedBy: [], grade: nil, text: "An act",
            reference: nil, place: StrategyWorld.place))
      }
    }
  }

  // MARK: - Days

  private static let window = Span.only(start(of: 2018)).extended(to: year.to)

  private static func start(of year: Int) -> Day {
    Day(year: year, month: 1, day: 1) ?? SystemWorld.monday
  }

  private static func draw(_ range: ClosedRange<Double>, _ stream: inout RandomStream) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * stream.uniform()
  }
}
