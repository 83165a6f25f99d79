import EntenteNumerics
import Foundation

/// Which dated event moved a weekly series, with what probability, and when it cannot be told.
public enum Attribution {
  /// Weighs the candidates against each other, against unlisted weeks, accumulation and a shock.
  ///
  /// Candidates of one week are one. Probabilities are fitted for 1...8 candidate weeks, 1...4
  /// dyads and windows of 250...400 weeks; beyond, the answer is "cannot tell". The order of
  /// candidates and controls does not matter.
  ///
  /// - Parameter cache: what questions about one window share; made if nil, which takes a tenth of a
  ///   second for the noise models and some milliseconds a series.
  /// - Throws: `AttributionError` for input that is malformed.
  /// - Complexity: O(*d* *n*²) for *d* dyads and *n* weeks, times `options.draws` for intervals.
  public static func attribute(
    _ input: AttributionInput, options: AttributionOptions = AttributionOptions(),
    cache: AttributionCache? = nil
  ) throws(AttributionError) -> AttributionResult {
    try input.validate()
    if let cache, cache.grid.days != input.days {
      throw AttributionError(.foreignGrid, "expected a noise grid for the days of the input")
    }
    let listed = ListedCandidates(input)
    guard RivalConstants.fittedWeeks.contains(input.days.count) else {
      return .cannotTell(
        listed, options, .outsideFittedRange,
        "outside the fitted range: a window of \(input.days.count) weeks, not 250 to 400")
    }
    guard !listed.weeks.isEmpty else {
      return .untestable(listed, options, "no candidate can be tested")
    }
    let form = (candidates: listed.weeks.count, dyads: input.responses.count)
    guard
      let constants = RivalConstants.fitted(candidates: form.candidates, dyads: form.dyads)
    else {
      return .cannotTell(
        listed, options, .outsideFittedRange,
        "outside the fitted range: \(form.candidates) candidates and \(form.dyads) dyads")
    }
    let cache = cache ?? AttributionCache(days: input.days, threads: options.threads)
    let grid = cache.grid
    let prepared = input.responses.compactMap(cache.prepared)
    guard prepared.count == input.responses.count else {
      return .untestable(listed, options, "a series does not vary")
    }
    let scaled = prepared.map(\.scaled)
    let question = RivalScores.Question(
      candidates: listed.weeks, shock: input.shock?.week,
      breadth: input.shock.flatMap {
        cache.breadth(of: $0.week, controls: input.responses.flatMap(\.controls))
      }, grid: grid)
    let scores = RivalScores(
      whitened: prepared.map(\.whitened), curves: prepared.map(\.curve), question: question,
      grid: grid)
    let probabilities = RivalProbabilities(
      scores, constants: constants.values, priors: options.priors)
    var result = AttributionResult(
      listed, scores, probabilities, question: question, constants: constants,
      isDirected: input.responses.allSatisfy { $0.direction != nil }, options: options)
    result.describeNoise(of: input.responses, scaled, grid: grid)
    if options.draws > 0 {
      let bootstrap = WeightBootstrap(
        scaled, scores: scores, probabilities: probabilities, question: question,
        constants: constants, grid: grid)
      result.addIntervals(bootstrap.draws(options))
    }
    if options.estimatesEffects {
      result.effects = zip(input.responses, prepared).flatMap { response, prepared in
        CandidateEffect.all(
          of: response, prepared,
          candidates: zip(listed.ids, listed.weeks).map { (id: $0[0], week: $1) }, cache: cache)
      }
    }
    return result
  }
}

/// The candidates in order of weeks, those of one week together.
struct ListedCandidates {
  var weeks: [Int] = []
  var ids: [[String]] = []
  var untestable: [AttributionResult.Untestable] = []

  init(_ input: AttributionInput) {
    let testable = TestableWeeks.range(weeks: input.days.count)
    for candidate in input.candidates.sorted(by: { ($0.week, $0.id) < ($1.week, $1.id) }) {
      guard testable.contains(candidate.week) else {
        untestable.append(
          AttributionResult.Untestable(
            id: candidate.id, week: candidate.week,
            reason: Self.reason(candidate.week, weeks: input.days.count)))
        continue
      }
      if weeks.last == candidate.week {
        ids[ids.count - 1].append(candidate.id)
      } else {
        weeks.append(candidate.week)
        ids.append([candidate.id])
      }
    }
  }

  private static func reason(_ week: Int, weeks: Int) -> String {
    guard (0..<weeks).contains(week) else { return "outside the window" }
    return week < 20
      ? "fewer than 20 weeks of the series before it" : "fewer than 8 weeks of the series after it"
  }

  /// Runs of candidates less than `resolution` weeks apart, as ranges of places in `weeks`.
  func clusters(resolution: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for i in weeks.indices {
      if let last = runs.last, weeks[i] - weeks[i - 1] < resolution {
        runs[runs.count - 1] = last.lowerBound..<(i + 1)
      } else {
        runs.append(i..<(i + 1))
      }
    }
    return runs
  }
}
