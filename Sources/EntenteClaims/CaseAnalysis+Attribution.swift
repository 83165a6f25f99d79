public import EntenteAttribution
public import EntenteHistory
import EntenteNumerics
public import EntenteRecord
public import EntenteTriggers

/// The question which of some events moved some dyads.
public struct RivalsKey: Hashable, Sendable {
  public let candidates: [String]
  public let shock: String?
  public let responses: [Dyad]
  /// +1 or -1 for each response; empty where no direction is claimed.
  public let directions: [Int]
  public let settings: Settings
  /// Refit on bootstrapped worlds for intervals of the weights; without, weights are posterior.
  public let hasIntervals: Bool

  public init(
    candidates: [String], shock: String?, responses: [Dyad], directions: [Int],
    settings: Settings, hasIntervals: Bool = false
  ) {
    self.hasIntervals = hasIntervals
    // A shock that is also a candidate competes once, as the shock.
    self.candidates = candidates.filter { $0 != shock }
    self.shock = shock
    self.responses = responses
    self.directions = directions
    self.settings = settings.ofSeries
  }
}

/// Rivals weighed, or why they cannot be; weeks as days.
public struct RivalsResult: Sendable {
  public let result: AttributionResult?
  public let weeks: [Day]
  public let problem: String?

  /// Joint weight of some events; events of one week share theirs.
  public func weight(of ids: [String]) -> Double {
    (result?.candidates ?? []).filter { !Set($0.ids).isDisjoint(with: ids) }
      .reduce(0) { $0 + $1.weight.probability }
  }
}

extension CaseAnalysis {
  /// Fewest control dyads worth shipping to the method.
  static let controlsPerResponse = 24

  public func rivals(_ key: RivalsKey) -> RivalsResult {
    rivalsMemo.value(of: key) { weigh(key) }
  }

  private func weigh(_ key: RivalsKey) -> RivalsResult {
    func problem(_ text: String) -> RivalsResult {
      RivalsResult(result: nil, weeks: [], problem: text)
    }
    let question: TriggerQuestion
    do { question = try triggerQuestion(key) } catch { return problem(error.message) }
    var options = AttributionOptions()
    options.seed = seed
    options.threads = 1
    options.draws = key.hasIntervals ? min(draws, 100) : 0
    options.estimatesEffects = true
    do {
      return RivalsResult(
        result: try Attribution.attribute(
          question.input(for: question.responses), options: options,
          cache: attributionCache(of: question)),
        weeks: question.weeks, problem: nil)
    } catch {
      return problem(error.description)
    }
  }

  /// The noise models of a question's weeks, shared by all questions about them.
  public func attributionCache(of question: TriggerQuestion) -> AttributionCache {
    cacheMemo.value(of: question.days) { AttributionCache(days: question.days) }
  }

  /// A question of the case: its series, their controls and its chronology, on the weeks that every
  /// response has.
  ///
  /// - Throws: `HistoryError` where a response has no affinity.
  public func triggerQuestion(_ key: RivalsKey) throws(HistoryError) -> TriggerQuestion {
    guard let affinity = affinity(under: key.settings) else {
      throw HistoryError(.noAffinity, panelProblem ?? "the case has no affinity series")
    }
    var series: [AffinitySeries] = []
    for dyad in key.responses { series.append(try affinity.affinity(of: dyad)) }
    var weeks = series.first?.weeks ?? []
    for other in series.dropFirst() {
      let present = Set(other.weeks)
      weeks = weeks.filter(present.contains)
    }
    func values(_ source: AffinitySeries) -> [Double]? {
      let lookup = Dictionary(zip(source.weeks, source.values), uniquingKeysWith: { a, _ in a })
      let found = weeks.compactMap { lookup[$0] }
      return found.count == weeks.count ? found : nil
    }
    let dayLookup = Dictionary(
      zip(series.first?.weeks ?? [], series.first?.days ?? []), uniquingKeysWith: { a, _ in a })
    let responses = zip(key.responses, series).enumerated().map { index, pair in
      TriggerQuestion.Response(
        id: pair.0.description, title: subject.name(of: pair.0), values: values(pair.1) ?? [],
        raw: panel?.shares(of: pair.0).flatMap(values),
        direction: index < key.directions.count ? key.directions[index] : 0,
        controls: affinity.controls.filter { !$0.dyad.touches(pair.0) }
          .prefix(Self.controlsPerResponse).compactMap { control in
            values(control).map {
              TriggerQuestion.Control(id: control.dyad.description, values: $0)
            }
          })
    }
    func dated(_ event: Event) -> TriggerQuestion.DatedEvent {
      TriggerQuestion.DatedEvent(id: event.id, title: event.text, day: event.day)
    }
    return TriggerQuestion(
      title: subject.title, weeks: weeks, days: weeks.map { dayLookup[$0] ?? 7 },
      responses: responses, candidates: key.candidates.compactMap(subject.event).map(dated),
      shock: key.shock.flatMap(subject.event).map(dated), record: subject.events.map(dated))
  }
}
