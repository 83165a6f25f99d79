import Foundation

/// Maximum likelihood for Hawkes processes.
public enum HawkesEstimator {
  /// Fits a process to events.
  ///
  /// Formula: `ℓ = Σ_k log λ(t_k) − Σ_i ∫ λ_i`, the past before the window taken as empty. Given the
  /// kernel the receivers are separate concave problems, solved by projected Newton steps; the
  /// kernel's parameters, where not given, maximise the profile.
  ///
  /// - Throws: `ExcitationError` for options that exclude each other, covariates that begin too late
  ///   or are constant, more than 250 million features, and a likelihood without a maximum.
  /// - Complexity: O(*n* D²) a step for D dimensions and one basis, memory *n* D.
  public static func fit(
    _ events: EventTimes, _ options: HawkesOptions = HawkesOptions()
  ) throws(ExcitationError) -> HawkesFit {
    let problem = try HawkesProblem(events, options)
    let given = try options.kernelValues.map { values throws(ExcitationError) in
      try options.kernel.init(values)
    }
    let bases = given?.bases.count ?? (options.kernel == SumKernel.self ? 2 : 1)
    let size = Double(events.count) * Double(events.labels.count * bases)
    guard size <= 250e6 else {
      throw ExcitationError(
        .badOption,
        "expected at most 250 million events × dimensions, found \(Int(size)); "
          + "fit a shorter window or fewer dimensions")
    }
    guard let given else {
      let found = try ProfileSearch.run(problem)
      try check(found.solution, events)
      return assemble(problem, found.solution, found)
    }
    let solution = problem.solve(given)
    try check(solution, events)
    return assemble(problem, solution, nil)
  }

  /// Where events may hold each other back, few of them can be explained by a rate without bound that
  /// is always held down but at the events: the likelihood has no maximum then.
  private static func check(
    _ solution: HawkesProblem.Solution, _ events: EventTimes
  ) throws(ExcitationError) {
    let most = 1e6 * Double(events.count) / events.duration
    guard solution.points.allSatisfy({ $0.allSatisfy(\.isFinite) && ($0.first ?? 0) <= most })
    else {
      throw ExcitationError(
        .degenerate,
        "the likelihood has no maximum on \(events.count) events; leave out --inhibition, merge "
          + "dimensions, or give more events")
    }
  }

  private static func assemble(
    _ problem: HawkesProblem, _ solution: HawkesProblem.Solution, _ search: ProfileSearch.Result?
  ) -> HawkesFit {
    let (events, leading) = (problem.events, problem.leading)
    let bases = solution.kernel.bases.count
    let dimensions = events.labels.indices
    // A kernel at the edge of its range is taken as given: it has no curvature to speak of.
    let slopes = search?.isAtEdge == true ? nil : search?.slopes
    let information = HawkesInformation(solution.optima, kernel: slopes)
    func error(_ i: Int, _ range: Range<Int>) -> Double? {
      let optimum = solution.optima[i]
      guard range.contains(where: { optimum.isFree[$0] }) else { return nil }
      let weights = optimum.point.indices.map { range.contains($0) ? 1.0 : 0 }
      return information.variance([(i, weights)])?.squareRoot()
    }
    func columns(_ j: Int) -> Range<Int> { (leading + j * bases)..<(leading + (j + 1) * bases) }
    let weights = solution.points.map { Array($0.dropFirst(leading)) }
    // Every estimate lies within the bounds that a model asks for.
    guard
      let model = try? HawkesModel(
        labels: events.labels, kernel: solution.kernel, link: problem.options.link,
        baseline: solution.points.map { $0[0] }, weights: weights,
        effects: problem.segments == nil ? [] : solution.points.map { Array($0[1..<leading]) },
        covariates: problem.options.covariates)
    else { preconditionFailure("an estimate outside its bounds") }
    let radius = model.spectralRadius
    let onRadius = dimensions.map { i -> (receiver: Int, weights: [Double]) in
      var row = [Double](repeating: 0, count: leading)
      for j in dimensions {
        let value = model.branching[i][j]
        row += [Double](repeating: value > 0 ? radius.sensitivity[i][j] : 0, count: bases)
      }
      return (i, row)
    }
    let free = solution.optima.reduce(0) { $0 + $1.isFree.count { $0 } }
    let identified = dimensions.map { i in
      dimensions.map { j in !columns(j).allSatisfy { solution.receivers[i].unidentified[$0] } }
    }
    let kernelErrors = solution.kernel.values.indices.map { p -> Double? in
      guard let slopes, let covariance = information.kernelCovariance else { return nil }
      let variance = covariance[p * slopes.gradient.count + p]
      return variance > 0 ? solution.kernel.values[p] * variance.squareRoot() : nil
    }
    let count = Double(events.count)
    let slope = solution.optima.map(\.largestSlope).max() ?? 0
    let hasConverged =
      solution.optima.allSatisfy(\.hasConverged) && (search?.slopePerEvent ?? 0) < 1e-7
    return HawkesFit(
      events: events, model: model,
      baselineErrors: dimensions.map { error($0, 0..<1) },
      branchingErrors: dimensions.map { i in dimensions.map { error(i, columns($0)) } },
      kernelErrors: kernelErrors,
      effectErrors: leading == 1
        ? [] : dimensions.map { i in (1..<leading).map { error(i, $0..<($0 + 1)) } },
      isIdentified: identified, kernelIsEstimated: search != nil,
      logLikelihood: solution.logLikelihood,
      poissonLogLikelihood: events.counts.reduce(0) {
        $0 + ($1 > 0 ? Double($1) * (log(Double($1) / events.duration) - 1) : 0)
      },
      freeParameters: free + (search?.slopes == nil ? 0 : solution.kernel.values.count),
      slopePerEvent: max(slope / count, search?.slopePerEvent ?? 0),
      hasConverged: hasConverged, spectralRadius: radius.value,
      spectralRadiusError: information.variance(onRadius)?.squareRoot(),
      notes: FitNotes.notes(
        events, model, search: search, isIdentified: identified, hasConverged: hasConverged,
        isSingular: information.blocks.contains { $0 == nil }
          || information.kernelCovariance == nil))
  }
}
