public import EntenteHistory
import EntenteNumerics
public import EntenteRecord
import Foundation

/// What a case holds on its states' conduct, arranged for looking up: made once for all questions.
public struct CaseEvidence: Sendable {
  let subject: Case
  let declaration: StrategyDeclaration
  let states: [ActorCode]
  private let attributes: [String: [Subject: [Int: Double]]]
  private let affinity: AffinityPanel?
  /// Hostility of one state towards another in a year, from a list of disputes in place of events.
  private let disputes: (@Sendable (ActorCode, ActorCode, Int) -> Double)?

  /// - Parameter affinity: affinity of all pairs, nil where it cannot be read.
  public init(of subject: Case, affinity: AffinityPanel?) {
    self.init(of: subject, affinity: affinity, disputes: nil)
  }

  /// Evidence of times that have lists of disputes and no chronology.
  ///
  /// - Parameter disputes: hostility of the first state towards the second in a year, in the unit of
  ///   hostile acts a year over eight; nil where the case's events tell.
  package init(
    of subject: Case, affinity: AffinityPanel?,
    disputes: (@Sendable (ActorCode, ActorCode, Int) -> Double)?
  ) {
    self.subject = subject
    self.disputes = disputes
    declaration = subject.strategies
    states = subject.core
    var table: [String: [Subject: [Int: Double]]] = [:]
    for row in subject.attributes where row.value.isFinite {
      table[row.variable, default: [:]][row.subject, default: [:]][row.year] = row.value
    }
    attributes = table
    self.affinity = affinity
  }

  /// Reads the affinity of the case itself.
  public init(of subject: Case) {
    self.init(of: subject, affinity: (try? WeeklyPanel(case: subject)).map { AffinityPanel($0) })
  }

  // MARK: - Numbers

  func value(_ variable: String, of subject: Subject, in year: Int) -> Double? {
    attributes[variable]?[subject]?[year]
  }

  /// The value of the year, or of the last year before it.
  func carried(_ variable: String, of subject: Subject, to year: Int) -> Double? {
    guard let years = attributes[variable]?[subject] else { return nil }
    return years.keys.filter { $0 <= year }.max().flatMap { years[$0] }
  }

  /// Kilometres between two states' territories.
  func distance(_ a: ActorCode, _ b: ActorCode) -> Double? {
    guard let dyad = Dyad(a, b) else { return nil }
    return attributes["distance"]?[.pair(dyad)]?.max { $0.key < $1.key }?.value
  }

  /// Whether a list of rivalries has the pair in that year; after the list's end its last year holds.
  func isRivalry(_ a: ActorCode, _ b: ActorCode, in year: Int) -> Bool {
    guard let dyad = Dyad(a, b), let rivals = attributes["rivalry"] else { return false }
    let last = rivals.values.flatMap(\.keys).max() ?? year
    return rivals[.pair(dyad)]?[min(year, last)] ?? 0 > 0
  }

  /// log(value / value three years before), less the world's median of that change where it is known.
  func change(_ variable: String, of state: ActorCode, to year: Int, median: String?) -> Double? {
    guard let now = value(variable, of: .state(state), in: year),
      let before = value(variable, of: .state(state), in: year - 3), now > 0, before > 0
    else { return nil }
    guard let median else { return log(now / before) }
    guard let typical = value(median, of: .world, in: year) else { return nil }
    return log(now / before) - typical
  }

  /// Change of mean affinity from the year before the span to the span.
  func warming(of dyad: Dyad, in span: Span, seed: UInt64, draws: Int) -> Estimate? {
    guard let affinity, let series = try? affinity.affinity(of: dyad),
      let before = Span(from: span.from.adding(days: -365), to: span.from.adding(days: -1)),
      let change = try? SeriesHistory(series).change(
        of: .pair(dyad), before: before, after: span,
        options: EstimateOptions(seed: seed, draws: draws))
    else { return nil }
    return change.difference.low == nil ? nil : change.difference
  }

  /// Mean hostility over the years of a span, where a list of disputes gives it.
  func disputes(of source: ActorCode, with target: ActorCode, in span: Span) -> Double? {
    disputes.map { hostility in
      let years = span.from.civil.year...span.to.civil.year
      return years.reduce(0) { $0 + hostility(source, target, $1) } / Double(years.count)
    }
  }

  // MARK: - Ties

  /// Depth of a tie, 0 to 1 [C].
  static func depth(of tie: Tie) -> Double {
    switch (tie.obligation, tie.kind) {
    case (.defence, _): 1
    case (.consultation, _): 0.5
    case (_, .agreement), (_, .treaty), (_, .alliance): 0.4
    case (_, .exercise): 0.3
    case (_, .forum): 0.2
    case (_, .sanctions): 0
    }
  }

  /// Ties of both states that are in force on a day, sanctions left out.
  func ties(_ a: ActorCode, _ b: ActorCode, on day: Day) -> [Tie] {
    ties(a, b).filter { $0.start <= day && ($0.end.map { $0 >= day } ?? true) }
  }

  private func ties(_ a: ActorCode, _ b: ActorCode) -> [Tie] {
    subject.ties.filter {
      $0.kind != .sanctions && $0.members.contains(a) && $0.members.contains(b)
    }
  }

  /// Ties of both states that begin in a span; wide formats, in which both sides of the case sit,
  /// are no commitments.
  func newTies(_ a: ActorCode, _ b: ActorCode, in span: Span) -> [Tie] {
    ties(a, b).filter { span.contains($0.start) && $0.members.count <= 4 }
  }

  /// A defence pact that stood before the day.
  func isAlly(_ a: ActorCode, _ b: ActorCode, before day: Day) -> Bool {
    ties(a, b, on: day.adding(days: -1)).contains { $0.obligation == .defence }
  }

  /// States on the same side: the state's bloc, or its defence allies where the case names no blocs.
  func partners(of state: ActorCode, on day: Day) -> [ActorCode] {
    let blocs = subject.blocs.compactMap(subject.group)
    if let own = blocs.first(where: { $0.members.contains(state) }) {
      return own.members.filter { $0 != state && states.contains($0) }
    }
    return states.filter { $0 != state && isAlly(state, $0, before: day) }
  }

  // MARK: - Events

  /// Events of a span whose collection is complete enough to be counted.
  func events(in span: Span) -> [Event] {
    subject.events.filter { event in
      span.contains(event.day) && isCounted(event)
    }
  }

  private func isCounted(_ event: Event) -> Bool {
    let rows = subject.categories.filter { $0.id == event.category && $0.span.contains(event.day) }
    return rows.isEmpty || rows.contains { $0.state == .complete || $0.state == .nearlyComplete }
  }

  /// Every event of a span, samples too: for acts that are named one by one.
  func allEvents(in span: Span) -> [Event] { subject.events.filter { span.contains($0.day) } }

  /// Years of a span that lie inside the case's window.
  func exposure(of span: Span) -> Double {
    Double(span.intersection(subject.window)?.days ?? 0) / 365.25
  }
}

extension Event {
  /// Weight of an act that one side denies, by its grade [C]; 1 where nobody does.
  func weight(countingContested: Bool) -> Double {
    guard isContested else { return 1 }
    guard countingContested else { return 0 }
    switch grade {
    case .acknowledged: return 1
    case .supported: return 0.7
    case .claimed: return 0.4
    case .asserted: return 0.15
    case nil: return 1
    }
  }
}
