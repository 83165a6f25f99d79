import EntenteNumerics
public import EntenteRecord

/// What each state of a case does about its security, period by period.
///
/// For each state and period: measures with their errors, threats, and thresholds are drawn together;
/// the rules give each strategy a support in every draw; supports become probabilities by the rules'
/// record on coded history. A strategy can be told if the 90% interval of its support does not hold
/// both values below .35 and above .65, and if history says that the rules can tell it at all.
public enum Strategies {
  /// Every core state in every whole period of the case's window, by state, then time.
  ///
  /// - Complexity: O(states × periods × (draws + events)).
  public static func table(
    of evidence: CaseEvidence, states: [ActorCode]? = nil,
    options: StrategyOptions = StrategyOptions()
  ) -> [StateStrategy] {
    let window = evidence.subject.window
    let periods = Period.covering(window, by: options.length)
      .filter { period in
        // Periods of which the window holds less than half are left out.
        guard let span = period.span, let inside = span.intersection(window) else {
          return false
        }
        return 2 * inside.days >= span.days
      }
    let spans = periods.compactMap(\.span)
    let wanted = (states ?? evidence.states).filter(evidence.states.contains)
    let cells = wanted.flatMap { state in periods.indices.map { (state, $0) } }
    return Parallel.map(cells.count, threads: options.threads) { index in
      let (state, place) = cells[index]
      return measure(
        state, in: spans[place], period: periods[place].description, among: spans, evidence,
        options)
    }
  }

  /// What one state did over any span, years beside it giving its own mean; nil for a state that is
  /// no core state.
  public static func assessment(
    of state: ActorCode, in span: Span, _ evidence: CaseEvidence,
    options: StrategyOptions = StrategyOptions()
  ) -> StateStrategy? {
    guard evidence.states.contains(state) else { return nil }
    let years = Period.covering(evidence.subject.window, by: .year).compactMap(\.span)
    return measure(
      state, in: span, period: span.description, among: years, evidence, options)
  }

  static func measure(
    _ state: ActorCode, in span: Span, period: String, among spans: [Span],
    _ evidence: CaseEvidence, _ options: StrategyOptions
  ) -> StateStrategy {
    let conduct = Conduct(of: state, in: span, among: spans, evidence, options: options)
    let model = ThreatModel(of: state, in: span, evidence)
    let rules = StrategyRules(conduct: conduct, options: options)
    var moved: [Threshold: Double] = [:]
    for (name, value) in evidence.declaration.thresholds {
      if let threshold = Threshold(rawValue: name) { moved[threshold] = value }
    }
    moved.merge(options.thresholds) { _, new in new }

    func run(factor: Double) -> Draws {
      var draws = Draws()
      for index in 0..<options.draws {
        // The same numbers whatever the factor, so that moving thresholds moves nothing else.
        var stream = RandomStream(
          seed: options.seed, name: "strategies/\(state)/\(period)", index: index)
        let thresholds = DrawnThresholds(moved, factor: factor, &stream)
        let threat = model.draw(&stream)
        let outcome = rules.supports(threat: threat, thresholds: thresholds, &stream)
        draws.add(outcome.supports, outcome.posture, threat)
      }
      return draws
    }
    let draws = run(factor: 1)
    let (lowered, raised) = (run(factor: 0.7), run(factor: 1.3))
    let supports = Strategy.allCases.map { strategy -> StateStrategy.Support in
      guard let values = draws.supports[strategy], values.count == options.draws else {
        return .init(
          strategy: strategy, support: nil, probability: nil, lowered: nil, raised: nil,
          answer: nil, reason: missing(strategy, conduct, model))
      }
      let estimate = Self.estimate(values)
      let probability = SupportCalibration.coded.probability(
        of: strategy, support: estimate.value)
      let verdict = Self.answer(strategy, estimate)
      return .init(
        strategy: strategy, support: estimate, probability: probability,
        lowered: lowered.supports[strategy].map { Moments.mean($0) },
        raised: raised.supports[strategy].map { Moments.mean($0) }, answer: verdict.answer,
        reason: verdict.reason)
    }
    return StateStrategy(
      state: state, period: period, span: span, threats: draws.threats(of: options.draws),
      threat: draws.felt.isEmpty ? nil : Self.estimate(draws.felt), supports: supports,
      posture: draws.postures.isEmpty ? nil : Self.estimate(draws.postures),
      measures: conduct.measures, meetings: conduct.meetingShare)
  }

  /// Whether the state follows the strategy, or why it cannot be told.
  static func answer(
    _ strategy: Strategy, _ support: Estimate
  ) -> (answer: Bool?, reason: String?) {
    guard strategy.isMeasurable else {
      return (nil, "not measurable with such data: \(strategy.record)")
    }
    guard let low = support.low, let high = support.high else { return (nil, "no interval") }
    if low < 0.35 && high > 0.65 { return (nil, "the interval runs from no to yes") }
    if support.value >= 0.65 { return (true, nil) }
    if support.value <= 0.35 { return (false, nil) }
    return (nil, "the support is neither high nor low")
  }

  /// Mean with the middle 90% of the draws.
  static func estimate(_ values: [Double]) -> Estimate {
    let sorted = values.sorted()
    func quantile(_ p: Double) -> Double {
      sorted[min(sorted.count - 1, max(0, Int((p * Double(sorted.count)).rounded(.down))))]
    }
    return Estimate(
      value: Moments.mean(values), low: quantile(0.05), high: quantile(0.95), n: values.count,
      method: "mean of \(values.count) draws of measures, weights and thresholds")
  }

  private static func missing(
    _ strategy: Strategy, _ conduct: Conduct, _ model: ThreatModel
  ) -> String {
    if strategy == .hedging { return "the case names no two poles for this state" }
    if conduct.effort == nil && conduct.launches == nil
      && [.internalBalancing, .none, .buckPassing].contains(strategy)
    {
      return "the state's spending is not known"
    }
    if model.parts.isEmpty {
      return "capabilities or distances of the possible threats are not known"
    }
    switch strategy {
    case .buckPassing: return "no partner's spending is known"
    case .distancing: return "the two years before are not covered"
    default: return "a needed measure is missing"
    }
  }

}

/// What the draws of one state and period came to.
private struct Draws {
  var supports: [Strategy: [Double]] = [:]
  var postures: [Double] = []
  var felt: [Double] = []
  private var counts: [ActorCode: Int] = [:]

  mutating func add(
    _ support: [Strategy: Double], _ posture: Double?,
    _ threat: (threat: ThreatModel.Parts, felt: Double)?
  ) {
    for (strategy, value) in support { supports[strategy, default: []].append(value) }
    if let posture { postures.append(posture) }
    if let threat {
      felt.append(threat.felt)
      counts[threat.threat.state, default: 0] += 1
    }
  }

  func threats(of draws: Int) -> [StateStrategy.Threat] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      StateStrategy.Threat(state: $0.key, share: Double($0.value) / Double(draws))
    }
  }
}
