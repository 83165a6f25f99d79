import EntenteAttribution
import EntenteNumerics
import EntenteRecord

extension TriggerLedger.Weighing {
  /// Weighs the rivals for some responses of a question.
  init(
    _ responses: [TriggerQuestion.Response], of question: TriggerQuestion, options: TriggerOptions,
    cache: AttributionCache
  ) throws(AttributionError) {
    var chosen = AttributionOptions()
    chosen.seed = options.seed
    chosen.priors = options.priors
    chosen.draws = min(options.draws, 100)
    chosen.estimatesEffects = false
    let result = try Attribution.attribute(
      question.input(for: responses), options: chosen, cache: cache)
    let events = Dictionary(
      (question.candidates + [question.shock].compactMap { $0 }).map { ($0.id, $0) },
      uniquingKeysWith: { a, _ in a })
    let isWeighed = result.noneListed.probability > 0
    self.responses = responses.map(\.id)
    rivals = isWeighed ? Self.rivals(result, question, events) : []
    noneParts = result.noneParts
    (isDecided, decision) = Self.words(result.decision, events)
    power = result.power
    priors = result.priors
    let isNear = Set(result.unlistedNear.map(\.week))
    let strongest =
      (result.unlistedNear + result.unlistedAnywhere.filter { !isNear.contains($0.week) })
      .sorted { ($1.evidence, $0.week) < ($0.evidence, $1.week) }
    let named = Set(events.keys)
    unlisted = strongest.compactMap { one in
      guard let monday = question.day(one.week) else { return nil }
      return TriggerLedger.UnlistedWeek(
        week: monday, logBayesFactor: one.evidence, isNearCandidate: isNear.contains(one.week),
        events: question.record.filter { event in
          // The week itself and one on either side.
          abs(event.day.days(since: monday.adding(days: 3))) <= 10 && !named.contains(event.id)
        })
    }
    untestable = result.untestable.compactMap { one in
      events[one.id].map { TriggerLedger.Untestable(event: $0, reason: one.reason) }
    }
  }

  private static func rivals(
    _ result: AttributionResult, _ question: TriggerQuestion,
    _ events: [String: TriggerLedger.DatedEvent]
  ) -> [TriggerLedger.Rival] {
    func estimate(_ weight: AttributionResult.Weight) -> Estimate {
      Estimate(
        value: weight.probability, low: weight.interval?.low, high: weight.interval?.high,
        n: question.weeks.count,
        method: weight.interval == nil
          ? "posterior, no interval" : "posterior; interval by refitting on bootstrapped worlds")
    }
    var rivals = result.candidates.map { one in
      TriggerLedger.Rival(
        id: one.ids[0],
        label: one.ids.map { events[$0]?.title ?? $0 }.joined(separator: ", or "),
        day: events[one.ids[0]]?.day, weight: estimate(one.weight), placeboRank: one.placeboRank,
        logBayesFactor: one.evidence)
    }
    if result.candidates.count > 1 {
      rivals.append(
        TriggerLedger.Rival(
          id: "accumulation", label: "triggers adding up", weight: estimate(result.accumulation)))
    } else if result.accumulation.probability > 0 {
      rivals.append(
        TriggerLedger.Rival(
          id: "accumulation", label: "a slowly fading effect of it",
          weight: estimate(result.accumulation)))
    }
    if let shock = question.shock {
      rivals.append(
        TriggerLedger.Rival(
          id: "shock", label: "common shock: \(shock.title)", day: shock.day,
          weight: estimate(result.shock)))
    }
    rivals.append(
      TriggerLedger.Rival(
        id: "none", label: "none of those listed", weight: estimate(result.noneListed)))
    return rivals
  }

  /// A decision as words; what leads stands in the rivals.
  private static func words(
    _ decision: Decision, _ events: [String: TriggerLedger.DatedEvent]
  ) -> (Bool, String) {
    switch decision {
    case .named(let answer, _):
      let told =
        switch answer {
        case .candidates(let ids): ids.map { events[$0]?.title ?? $0 }.joined(separator: " or ")
        case .accumulation: "the triggers adding up"
        case .shock: "the common shock"
        case .noneListed: "none of those listed, but another date, or nothing"
        }
      return (true, "the likeliest answer is \(told) (weight above 0.7)")
    case .cannotTell(.weakEvidence, _):
      return (false, "it cannot be told: the series says too little")
    case .cannotTell(.rivals, _):
      return (false, "it cannot be told: a listed cause is likely, but not which")
    case .cannotTell(.outsideFittedRange, let text):
      return (false, "it cannot be told: \(text)")
    case .untestable(let text): return (false, "it cannot be tested: \(text)")
    }
  }
}
