/// Everything that is measured about one date and one response: the ledger's entry.
public struct EventEffects: Sendable, Codable, Equatable {
  public var effect: CandidateEffect
  public var path: CounterfactualPath
  /// Nil where the response has too few controls, or the date too little before it.
  public var synthetic: SyntheticControl?
}

extension Attribution {
  /// Effects of dates on a response, whatever their number and the length of the window.
  ///
  /// No weights: these say what moved after a date, not what moved it.
  ///
  /// - Parameter candidates: those outside the testable weeks are left out.
  /// - Throws: `AttributionError` for input that is malformed.
  /// - Complexity: about 20 ms a response and 5 ms a date at 321 weeks with 24 controls.
  public static func effects(
    of candidates: [AttributionInput.Candidate], on response: AttributionInput.Response,
    cache: AttributionCache
  ) throws(AttributionError) -> [EventEffects] {
    try AttributionInput(
      days: cache.grid.days, responses: [response], candidates: candidates
    ).validate()
    let testable = TestableWeeks.range(weeks: cache.grid.weeks)
    let listed = candidates.filter { testable.contains($0.week) }
    guard let prepared = cache.prepared(response), !listed.isEmpty else { return [] }
    let controls = SyntheticControls(response)
    let effects = CandidateEffect.all(
      of: response, prepared, candidates: listed.map { (id: $0.id, week: $0.week) }, cache: cache)
    return zip(listed, effects).map { candidate, effect in
      EventEffects(
        effect: effect, path: CounterfactualPath(of: prepared, from: candidate.week),
        synthetic: controls?.control(at: candidate.week))
    }
  }

  /// The path of a response from a date on; nil outside the testable weeks.
  ///
  /// - Throws: `AttributionError` for input that is malformed.
  public static func path(
    from candidate: AttributionInput.Candidate, of response: AttributionInput.Response,
    cache: AttributionCache
  ) throws(AttributionError) -> CounterfactualPath? {
    try AttributionInput(
      days: cache.grid.days, responses: [response], candidates: [candidate]
    ).validate()
    guard TestableWeeks.range(weeks: cache.grid.weeks).contains(candidate.week) else { return nil }
    return cache.prepared(response).map { CounterfactualPath(of: $0, from: candidate.week) }
  }

  /// What effects and paths are measured on.
  ///
  /// The response in SD of its weekly noise, common movement and outliers taken out, in its own
  /// direction; nil if it does not vary.
  public static func scaled(
    _ response: AttributionInput.Response, cache: AttributionCache
  ) -> [Double]? {
    cache.prepared(response).map { prepared in
      prepared.scaled.values.map { prepared.scaled.sign * $0 }
    }
  }

  /// What one SD of a response's weekly noise is in its own units; nil if it does not vary.
  public static func unit(
    of response: AttributionInput.Response, cache: AttributionCache
  ) -> Double? {
    cache.prepared(response)?.scaled.scale
  }
}
