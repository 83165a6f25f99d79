public import EntenteAttribution
public import EntenteDating
import EntenteNumerics
import EntenteRecord

/// Choices that a reader may change.
public struct TriggerOptions: Sendable {
  public var seed: UInt64 = 1
  /// Bootstrap draws of dating; a tenth of them, at most 100, refit the weights.
  public var draws = 999
  public var threads = 1
  public var priors = ClassPriors.training
  public var dating = DatingOptions()

  public init() {}
}

extension TriggerLedger {
  /// Fills the ledger.
  ///
  /// Each response is dated, each candidate's effect on it measured against the path that its own
  /// noise leads to expect and against a synthetic control, and the rivals are weighed for all
  /// responses together (up to four) and for each alone. Outside the form that the weights were
  /// fitted for (1-8 candidate weeks, 250-400 weeks) these are left out with the reason; the rest
  /// stands.
  ///
  /// - Parameter cache: noise models of the window, if they are at hand.
  /// - Throws: `AttributionError` for input that is malformed.
  public init(
    _ question: TriggerQuestion, options: TriggerOptions = TriggerOptions(),
    cache: AttributionCache? = nil
  ) throws(AttributionError) {
    let cache = cache ?? AttributionCache(days: question.days, threads: options.threads)
    try question.input(for: question.responses).validate()
    let datings = Parallel.map(question.responses.count, threads: options.threads) {
      DatedResponse(question.responses[$0], in: question, options: options)
    }
    let listed = question.candidates.map {
      AttributionInput.Candidate(id: $0.id, week: question.index(of: $0.day))
    }
    // Events of one week are one candidate: nothing in a weekly series separates them.
    var byWeek: [Int: [DatedEvent]] = [:]
    for event in question.candidates {
      byWeek[question.index(of: event.day), default: []] += [event]
    }
    let firsts = listed.filter { byWeek[$0.week]?.first?.id == $0.id }.sorted { $0.week < $1.week }
    var entries: [Entry] = []
    let effects = Parallel.map(question.responses.count, threads: options.threads) { place in
      Result { () throws(AttributionError) in
        try Attribution.effects(of: firsts, on: question.responses[place].input, cache: cache)
      }
    }
    for (place, found) in effects.enumerated() {
      let response = question.responses[place]
      for one in try found.get() {
        let week = one.path.week
        let events = (byWeek[week] ?? []).sorted { ($0.day, $0.id) < ($1.day, $1.id) }
        guard let first = events.first, let monday = question.day(week) else { continue }
        entries.append(
          Entry(
            candidates: events, response: response.id, week: monday,
            order: EventOrder(
              of: first.day, against: datings[place].spans(towards: response.direction)),
            effect: one.effect, path: one.path, synthetic: one.synthetic,
            donors: (one.synthetic?.donors ?? []).map { response.controls[$0.control].id }))
      }
    }
    let places = Dictionary(
      question.responses.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    self.entries = entries.sorted {
      ($0.week, places[$0.response] ?? 0) < ($1.week, places[$1.response] ?? 0)
    }
    let sets =
      (question.responses.count > 1 ? [question.responses] : []) + question.responses.map { [$0] }
    let weighings = Parallel.map(sets.count, threads: options.threads) { place in
      Result { () throws(AttributionError) in
        try Weighing(sets[place], of: question, options: options, cache: cache)
      }
    }
    var weighed: [Weighing] = []
    for found in weighings { weighed.append(try found.get()) }
    joint = question.responses.count > 1 ? weighed.first : nil
    alone = question.responses.count > 1 ? Array(weighed.dropFirst()) : weighed
    responses = zip(question.responses, datings).map { response, dated in
      Response(
        id: response.id, title: response.title,
        direction: response.direction == 0 ? "any" : response.direction > 0 ? "up" : "down",
        values: Attribution.scaled(response.input, cache: cache) ?? [],
        unit: Attribution.unit(of: response.input, cache: cache),
        controls: response.controls.count, breaks: dated.breaks, pValue: dated.pValue,
        problem: dated.problem)
    }
    schema = "entente-triggers/1"
    title = question.title
    weeks = question.weeks
    from = question.weeks.first ?? Day(number: 0)
    let last = question.weeks.last ?? from
    through = last.adding(days: 6)
    missingWeeks = max(0, last.days(since: from) / 7 + 1 - question.weeks.count)
    cascade = nil
    notes = []
    seed = options.seed
    draws = options.draws
  }
}

/// A response dated: calendar days in place of indices.
private struct DatedResponse: Sendable {
  var breaks: [TriggerLedger.DatedBreak] = []
  var pValue: Double?
  var problem: String?

  init(_ response: TriggerQuestion.Response, in question: TriggerQuestion, options: TriggerOptions)
  {
    var dating = options.dating
    dating.draws = options.draws
    do {
      let analysis = try DatingAnalysis.analyse(
        response.values, raw: response.raw, options: dating, seed: options.seed, name: response.id)
      pValue = analysis.pValue
      breaks = analysis.breaks.compactMap { one in
        guard let day = question.day(one.index), let from = question.day(one.interval.lowerBound),
          let to = question.day(one.interval.upperBound)
        else { return nil }
        return TriggerLedger.DatedBreak(
          day: day, from: from, to: to.adding(days: 6),
          direction: one.direction == .up ? "up" : "down",
          size: Estimate(
            value: one.size, low: one.sizeInterval.lowerBound, high: one.sizeInterval.upperBound,
            n: question.weeks.count, method: "difference of mean levels"))
      }
    } catch {
      problem = error.description
    }
  }

  /// Intervals of the breaks that go the claimed way.
  func spans(towards direction: Int) -> [Span] {
    breaks.filter { direction == 0 || ($0.direction == "up") == (direction > 0) }
      .compactMap { Span(from: $0.from, to: $0.to) }
  }
}
