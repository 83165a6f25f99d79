import EntenteNumerics
import Foundation

extension AttributionResult {
  /// A result without probabilities.
  private init(_ listed: ListedCandidates, _ options: AttributionOptions, _ decision: Decision) {
    candidates = zip(listed.ids, listed.weeks).map { ids, week in
      CandidateWeight(ids: ids, week: week, weight: Weight(0), evidence: 0, placeboRank: 1)
    }
    (accumulation, shock, noneListed) = (Weight(0), Weight(0), Weight(0))
    noneParts = NoneParts(near: 0, far: 0, nothing: 0)
    clusters = []
    untestable = listed.untestable
    (unlistedNear, unlistedAnywhere, effects, noise, evidence, power) = ([], [], [], [], [], [])
    firstTestableWeek = 20
    self.decision = decision
    priors = options.priors
  }

  static func untestable(
    _ listed: ListedCandidates, _ options: AttributionOptions, _ text: String
  ) -> AttributionResult {
    AttributionResult(listed, options, .untestable(text: text))
  }

  static func cannotTell(
    _ listed: ListedCandidates, _ options: AttributionOptions, _ reason: Decision.Reason,
    _ text: String
  ) -> AttributionResult {
    AttributionResult(listed, options, .cannotTell(reason, text: text))
  }

  init(
    _ listed: ListedCandidates, _ scores: RivalScores, _ probabilities: RivalProbabilities,
    question: RivalScores.Question, constants: RivalConstants, isDirected: Bool,
    options: AttributionOptions
  ) {
    self.init(listed, options, .untestable(text: ""))
    for i in candidates.indices {
      candidates[i].weight = Weight(probabilities.candidates[i])
      candidates[i].evidence = scores.evidence[i]
      candidates[i].placeboRank = exp(-scores.ranks[i] / Double(scores.dyads))
    }
    accumulation = Weight(probabilities.accumulation)
    shock = Weight(probabilities.shock)
    noneListed = Weight(probabilities.noneListed)
    noneParts = NoneParts(
      near: probabilities.unlistedNear, far: probabilities.unlistedAnywhere,
      nothing: probabilities.nothing)
    clusters = listed.clusters(resolution: options.resolution).filter { $0.count > 1 }.map { run in
      Cluster(
        ids: run.flatMap { listed.ids[$0] },
        probability: run.reduce(0) { $0 + probabilities.candidates[$1] },
        span: listed.weeks[run.upperBound - 1] - listed.weeks[run.lowerBound])
    }
    let weeks = UnlistedWeeks(
      listed: question.candidates + (question.shock.map { [$0] } ?? []),
      candidates: question.candidates, curve: scores.curve)
    func strongest(_ among: [Int]) -> [UnlistedWeek] {
      weeks.strongest(of: among, count: 3).map {
        UnlistedWeek(week: $0, evidence: scores.curve[$0])
      }
    }
    unlistedNear = strongest(weeks.near)
    unlistedAnywhere = strongest(weeks.anywhere)
    evidence = scores.curve.values
    firstTestableWeek = scores.curve.weeks.lowerBound
    power = constants.named
    self.constants = constants
    decision = decided(
      threshold: options.threshold,
      naming: isDirected ? constants.naming.directed : constants.naming.undirected)
  }

  /// The single best answer if it suffices, else a cluster of candidates, else why not.
  private func decided(threshold: Double, naming fitted: Double) -> Decision {
    var answers: [(answer: Decision.Answer, p: Double)] = candidates.map {
      (.candidates($0.ids), $0.weight.probability)
    }
    answers.append((.accumulation, accumulation.probability))
    answers.append((.shock, shock.probability))
    answers.append((.noneListed, noneListed.probability))
    let naming = max(threshold, fitted)
    let single = answers.max { $0.p < $1.p }
    let cluster = clusters.max { $0.probability < $1.probability }
    if let single, single.p >= (Self.isCandidate(single.answer) ? naming : threshold) {
      return .named(single.answer, probability: single.p)
    }
    if let cluster, cluster.probability >= naming {
      return .named(.candidates(cluster.ids), probability: cluster.probability)
    }
    let listed = 1 - noneListed.probability
    let leading = answers.filter { $0.p >= 0.1 }.sorted { $0.p > $1.p }.prefix(3)
      .map { "\(Self.name($0.answer)) \(Self.percent($0.p))" }.joined(separator: ", ")
    if listed >= threshold {
      return .cannotTell(.rivals, text: "a listed cause is likely, but not which: \(leading)")
    }
    let seen = power.map { "\(Self.percent($0.rate)) of triggers of \($0.size) SD" }
      .joined(separator: ", ")
    return .cannotTell(
      .weakEvidence,
      text: "the series says too little: \(leading)"
        + (seen.isEmpty ? "" : "; questions of this form name \(seen)"))
  }

  private static func isCandidate(_ answer: Decision.Answer) -> Bool {
    if case .candidates = answer { return true }
    return false
  }

  private static func name(_ answer: Decision.Answer) -> String {
    switch answer {
    case .candidates(let ids): ids.joined(separator: " or ")
    case .accumulation: "accumulation"
    case .shock: "shock"
    case .noneListed: "none of those listed"
    }
  }

  private static func percent(_ p: Double) -> String { "\(Int((100 * p).rounded()))%" }

  mutating func describeNoise(
    of responses: [AttributionInput.Response], _ scaled: [ScaledResponse], grid: NoiseGrid
  ) {
    noise = zip(responses, scaled).map { response, scaled in
      let weights = WhitenedResponse(scaled, grid: grid).logWeights.map { exp($0) }
      return ResponseNoise(
        response: response.id, scale: scaled.scale,
        momentum: zip(weights, grid.points).reduce(0) { $0 + $1.0 * $1.1.fast },
        drift: zip(weights, grid.points).reduce(0) { $0 + $1.0 * $1.1.slow })
    }
  }

  /// Puts 5% and 95% quantiles over bootstrap worlds beside the weights.
  mutating func addIntervals(_ draws: [RivalProbabilities]) {
    // Bootstrapped worlds can all be calmer than the series itself; an interval that left the weight
    // outside would say more than is known, so it is widened to hold it.
    func interval(around weight: Double, _ value: (RivalProbabilities) -> Double) -> Interval {
      let sorted = draws.map(value).sorted()
      return Interval(
        low: min(weight, Moments.quantile(0.05, ofSorted: sorted)),
        high: max(weight, Moments.quantile(0.95, ofSorted: sorted)))
    }
    for i in candidates.indices {
      candidates[i].weight.interval = interval(around: candidates[i].weight.probability) {
        $0.candidates[i]
      }
    }
    accumulation.interval = interval(around: accumulation.probability, \.accumulation)
    shock.interval = interval(around: shock.probability, \.shock)
    noneListed.interval = interval(around: noneListed.probability, \.noneListed)
  }
}
