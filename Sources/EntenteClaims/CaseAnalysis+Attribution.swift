public import EntenteAttribution
import EntenteHistory
import EntenteNumerics
public import EntenteRecord

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
    guard let affinity = affinity(under: key.settings) else {
      return problem(panelProblem ?? "the case has no affinity series")
    }
    var series: [AffinitySeries] = []
    for dyad in key.responses {
      do { series.append(try affinity.affinity(of: dyad)) } catch { return problem(error.message) }
    }
    // Weeks that every response has; the others cannot be compared.
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
    let days = weeks.map { dayLookup[$0] ?? 7 }
    let responses = zip(key.responses, series).enumerated().map { index, pair in
      let controls = affinity.controls.filter { !$0.dyad.touches(pair.0) }
        .prefix(Self.controlsPerResponse).compactMap(values)
      let direction = index < key.directions.count ? key.directions[index] : 0
      return AttributionInput.Response(
        id: pair.0.description, values: values(pair.1) ?? [],
        direction: direction == 0 ? nil : direction > 0 ? .up : .down, controls: controls)
    }
    func candidate(_ id: String) -> AttributionInput.Candidate? {
      guard let event = subject.event(id), let first = weeks.first else { return nil }
      let monday = event.day.monday
      // Outside the window the index lies outside too, and the method says untestable.
      let index =
        weeks.firstIndex { $0 >= monday } ?? weeks.count + monday.days(since: first) / 7
      return AttributionInput.Candidate(
        id: id, week: monday < first ? monday.days(since: first) / 7 : index)
    }
    let shock = key.shock.flatMap(candidate)
    let input = AttributionInput(
      days: days, responses: responses, candidates: key.candidates.compactMap(candidate),
      shock: shock)
    var options = AttributionOptions()
    options.seed = seed
    options.threads = 1
    options.draws = key.hasIntervals ? min(draws, 100) : 0
    options.estimatesEffects = true
    let cache = cacheMemo.value(of: days) { AttributionCache(days: days) }
    do {
      return RivalsResult(
        result: try Attribution.attribute(input, options: options, cache: cache), weeks: weeks,
        problem: nil)
    } catch {
      return problem(error.description)
    }
  }
}
