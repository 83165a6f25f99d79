import EntenteHistory
import EntenteNumerics
import EntenteRecord

/// What a state did in a period, as the numbers that the rules take.
struct Conduct: Sendable {
  let state: ActorCode
  let span: Span
  let exposure: Double
  /// E: three-year change of spending's share of product beyond the typical state's.
  let effort: Double?
  /// G: three-year change of spending in constant prices.
  let growth: Double?
  /// The same of each possible threat.
  let threatGrowth: [ActorCode: Double]
  /// Yearly counts that stand for effort: this period's and the mean of the others.
  let launches: (count: Double, mean: Double)?
  let jointActs: Int
  /// Joint acts a year over all periods, and in the two years before.
  let jointMean: Double
  let jointBefore: Double?
  let newTies: [Tie]
  let partners: [ActorCode]
  let partnerEffort: [Double]
  /// Standing depth of the ties with each partner times its capability.
  let standing: Double
  let capability: [ActorCode: Double]
  let poles: StrategyDeclaration.Poles?
  let meetings: (first: Int, second: Int)
  let meetingIDs: (first: [String], second: [String])
  /// Acts a year for spans of more than one year, as the thresholds are set for one.
  let concessions: [ActorCode: (count: Double, ids: [String])]
  /// Acts of support to a stronger state at war, likewise.
  let aid: [ActorCode: (count: Double, ids: [String])]
  let warming: [ActorCode: Estimate]
  let hostilityChange: Double?
  let jointIDs: [String]

  init(
    of state: ActorCode, in span: Span, among periods: [Span], _ evidence: CaseEvidence,
    options: StrategyOptions
  ) {
    self.state = state
    self.span = span
    let year = span.to.civil.year
    let others = evidence.states.filter { $0 != state }
    let exposure = evidence.exposure(of: span)
    self.exposure = exposure
    let years = max(1, exposure)
    effort = evidence.change(
      "milex-gdp-share", of: state, to: year, median: "milex-gdp-share-change")
    growth = evidence.change("milex", of: state, to: year, median: nil)
    threatGrowth = Dictionary(
      uniqueKeysWithValues: others.compactMap { other in
        evidence.change("milex", of: other, to: year, median: nil).map { (other, $0) }
      })
    launches = evidence.declaration.effortSeries[state].flatMap {
      Self.launches($0, of: state, in: year, evidence)
    }
    let partners = evidence.partners(of: state, on: span.from)
    self.partners = partners
    func joint(_ span: Span) -> [Event] {
      evidence.events(in: span).filter { event in
        let members = Set(event.sources + event.targets)
        return event.type == .cooperate && members.contains(state)
          && partners.contains(where: members.contains)
      }
    }
    let acts = joint(span)
    jointActs = acts.count
    jointIDs = acts.map(\.id)
    let covered = periods.map { evidence.exposure(of: $0) }.reduce(0, +)
    jointMean = covered > 0 ? Double(periods.map { joint($0).count }.reduce(0, +)) / covered : 0
    let before = Span(from: span.from.adding(days: -730), to: span.from.adding(days: -1))
    jointBefore = before.flatMap { before in
      let years = evidence.exposure(of: before)
      return years >= 1 ? (Double(joint(before).count) + 0.5) / years : nil
    }
    newTies = partners.flatMap { evidence.newTies(state, $0, in: span) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    partnerEffort = partners.compactMap {
      evidence.change("milex-gdp-share", of: $0, to: year, median: "milex-gdp-share-change")
    }
    var capability: [ActorCode: Double] = [:]
    for code in evidence.states {
      capability[code] = evidence.carried("cinc", of: .state(code), to: year)
    }
    self.capability = capability
    standing = partners.reduce(0) { sum, partner in
      let depth = evidence.ties(state, partner, on: span.to).map(CaseEvidence.depth).max() ?? 0
      return sum + depth * (capability[partner] ?? 0)
    }
    let poles = evidence.declaration.poles[state]
    self.poles = poles
    func meetings(_ pole: ActorCode?) -> [Event] {
      guard let pole else { return [] }
      return evidence.events(in: span).filter { event in
        let members = Set(event.sources + event.targets)
        return event.type == .consult && members.contains(state) && members.contains(pole)
      }
    }
    let (first, second) = (meetings(poles?.first), meetings(poles?.second))
    self.meetings = (first.count, second.count)
    meetingIDs = (first.map(\.id), second.map(\.id))
    concessions = Dictionary(
      uniqueKeysWithValues: others.map {
        let found = Self.concessions(of: state, to: $0, span, evidence)
        return ($0, (found.count / years, found.ids))
      })
    aid = Dictionary(
      uniqueKeysWithValues: others.compactMap { other in
        guard let war = evidence.declaration.atWar[other], war <= span.to else { return nil }
        let found = Self.aid(of: state, to: other, span, evidence, options)
        return (other, (found.count / years, found.ids))
      })
    warming = Dictionary(
      uniqueKeysWithValues: others.compactMap { other in
        Dyad(state, other).flatMap {
          evidence.warming(of: $0, in: span, seed: options.seed, draws: 99)
        }.map { (other, $0) }
      })
    let earlier = Span(from: span.from.adding(days: -365), to: span.from.adding(days: -1))
    func largest(_ span: Span?) -> Double? {
      span.flatMap { span in
        evidence.exposure(of: span) > 0.5
          ? others.map { ThreatModel.hostility(of: $0, to: state, in: span, evidence) }.max() : nil
      }
    }
    if let now = largest(span), let then = largest(earlier) {
      hostilityChange = now - then
    } else {
      hostilityChange = nil
    }
  }

  private static func launches(
    _ id: String, of state: ActorCode, in year: Int, _ evidence: CaseEvidence
  ) -> (count: Double, mean: Double)? {
    guard let series = evidence.subject.series(id),
      let points = series.observations[.state(state)] ?? series.observations[.world]
    else { return nil }
    var now: Double?
    var rest: [Double] = []
    for point in points {
      let value = point.value
      if point.period.from.civil.year == year { now = value } else { rest.append(value) }
    }
    guard let now, rest.count >= 3 else { return nil }
    return (now, Moments.mean(rest))
  }

  private static func concessions(
    of state: ActorCode, to other: ActorCode, _ span: Span, _ evidence: CaseEvidence
  ) -> (count: Double, ids: [String]) {
    let acts = evidence.allEvents(in: span).filter { event in
      let members = Set(event.sources + event.targets)
      guard members.contains(state), members.contains(other) else { return false }
      switch event.type {
      case .concede: return event.sources.contains(state)
      case .agree: return event.isJoint
      default: return false
      }
    }
    let pacts = evidence.newTies(state, other, in: span).filter { $0.obligation != nil }
    return (Double(acts.count + pacts.count), acts.map(\.id) + pacts.map(\.id))
  }

  private static func aid(
    of state: ActorCode, to other: ActorCode, _ span: Span, _ evidence: CaseEvidence,
    _ options: StrategyOptions
  ) -> (count: Double, ids: [String]) {
    let acts = evidence.allEvents(in: span).filter { event in
      (event.type == .aid || event.type == .support) && event.sources.contains(state)
        && event.targets.contains(other)
    }
    let pacts = evidence.newTies(state, other, in: span)
    let weight = acts.reduce(0) {
      $0 + $1.weight(countingContested: options.includesContested)
    }
    return (weight + Double(pacts.count), acts.map(\.id) + pacts.map(\.id))
  }
}
