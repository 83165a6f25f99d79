import EntenteAttribution
import EntenteNumerics
import EntenteTesting

extension AttributionCalibration {
  /// Expected calibration error beside what sampling alone gives.
  static func calibration(
    _ bench: AttributionBench, _ answered: [ReliabilityForm]
  ) -> CalibrationTable {
    let rows = answered.map { form in
      let outcomes = form.outcomes
      let sampling = Reliability.sampling(outcomes, seed: bench.seed)
      return form.labels
        + Reliability.Item.allCases.map { item in
          "\(Figure.fine(Reliability.error(outcomes, item))) (\(Figure.fine(sampling[item] ?? .nan)))"
        }
    }
    return CalibrationTable(
      title: "Attribution: do the probabilities hold",
      note: """
        Expected calibration error over ten equal bins, in brackets what a perfectly calibrated \
        method would show by sampling alone; \(bench.worlds(1000)) worlds a row of the training mix \
        (sizes 0.3-2.5 SD, lag 0-2 weeks, half of the unlisted triggers within 3-8 weeks of a \
        candidate).\(bench.absence)
        """,
      columns: ["noise", "candidates", "dyads", "direction"]
        + Reliability.Item.allCases.map(\.rawValue), rows: rows)
  }

  /// What is said at the threshold.
  static func decisions(
    _ bench: AttributionBench, _ answered: [ReliabilityForm]
  ) -> CalibrationTable {
    let rows = answered.map { form -> [String] in
      let outcomes = form.outcomes
      let decided = outcomes.filter(\.isDecided)
      let named = decided.filter(\.namesCandidate)
      let unlisted = outcomes.filter(\.isNoneListed)
      return form.labels + [
        Figure.ratio(decided.count, outcomes.count),
        Figure.ratio(decided.count { $0.isRight }, decided.count),
        Figure.fine(Double(named.count) / Double(outcomes.count)),
        Figure.ratio(named.count { $0.isRight }, named.count),
        Figure.fine(Double(unlisted.count { $0.namesCandidate }) / Double(unlisted.count)),
      ]
    }
    return CalibrationTable(
      title: "Attribution: what is decided",
      note: """
        An answer is given at a probability of 0.7, a candidate named at the probability that at \
        most 1.5% of generated worlds without a listed trigger reached when the constants were \
        fitted. Share of worlds decided and share of those right; share in which a candidate is \
        named and of those right; share of the worlds without a listed trigger in which a candidate is named. \
        The same worlds as in the table before.
        """,
      columns: [
        "noise", "candidates", "dyads", "direction", "decided", "right", "candidate named", "right",
        "named without a listed trigger",
      ], rows: rows)
  }

  /// A true single trigger by size.
  static func bySize(_ bench: AttributionBench) -> CalibrationTable {
    let sizes = [0.5, 1, 1.5, 2, 3]
    var rows: [[String]] = []
    for kind in bench.kinds {
      for (k, m) in [(5, 1), (5, 3)] {
        for size in sizes {
          let plan = AttributionPlan(
            odds: [1, 0, 0, 0, 0], candidates: k, dyads: m, sizes: size...size)
          let trials = bench.trials(plan, 300, kind, name: "size \(k) \(m) \(size)")
          let outcomes = trials.compactMap(Outcome.init)
          let named = outcomes.filter(\.namesCandidate)
          rows.append([
            kind.name, "\(k)", "\(m)", "\(size)",
            Figure.ratio(outcomes.count { $0.isRight }, outcomes.count),
            Figure.ratio(named.count { $0.isRight }, outcomes.count),
            Figure.ratio(named.count { !$0.isRight }, outcomes.count),
          ])
        }
      }
    }
    return CalibrationTable(
      title: "Attribution: how often a true single trigger is found",
      note: """
        Share of worlds with one true candidate in which it is the likeliest answer, in which it is \
        named, and in which another candidate is; \(bench.worlds(300)) worlds a row.
        """,
      columns: ["noise", "candidates", "dyads", "SD", "top answer", "named", "another named"],
      rows: rows)
  }
}

/// A form of question whose probabilities are checked against outcomes.
struct ReliabilityForm: Sendable {
  var kind: String
  var candidates: Int
  var dyads: Int
  var isDirected: Bool
  var outcomes: [Outcome]

  var labels: [String] {
    [kind, "\(candidates)", "\(dyads)", isDirected ? "known" : "unknown"]
  }

  static func all(_ bench: AttributionBench) -> [ReliabilityForm] {
    let forms = [
      (5, 1, true), (5, 3, true), (3, 1, true), (2, 1, true), (1, 1, true), (8, 1, true),
      (3, 3, true), (8, 4, true), (5, 1, false),
    ]
    return bench.kinds.flatMap { kind in
      forms.map { k, m, isDirected in
        let trials = bench.trials(
          AttributionPlan(candidates: k, dyads: m), 1000, kind, name: "mix \(k) \(m)",
          isDirected: isDirected)
        return ReliabilityForm(
          kind: kind.name, candidates: k, dyads: m, isDirected: isDirected,
          outcomes: trials.compactMap(Outcome.init))
      }
    }
  }
}

/// The probabilities of one world's answers, and which was true.
struct Outcome: Sendable {
  let probabilities: [Double]
  let truth: Int
  /// Probability from which a candidate is named.
  let naming: Double

  init?(_ trial: AttributionTrial) {
    guard let constants = trial.constants else { return nil }
    probabilities = trial.answers(RivalProbabilities(trial.scores, constants: constants.values))
    truth = trial.truth
    naming =
      trial.isDirected ? constants.naming.directed : constants.naming.undirected
  }

  var candidates: Int { probabilities.count - 3 }
  var top: Double { probabilities.max() ?? 0 }
  var best: Int { probabilities.firstIndex(of: top) ?? 0 }
  var isRight: Bool { best == truth }
  var isNoneListed: Bool { truth == candidates }
  var namesCandidate: Bool { top >= naming && best < candidates }
  var isDecided: Bool { best < candidates ? top >= naming : top >= 0.7 }
}

/// Probabilities against frequencies.
enum Reliability {
  enum Item: String, CaseIterable {
    case candidate = "each candidate"
    case top = "top answer"
    case none = "none of those listed"
    case accumulation, shock
  }

  /// Mean over ten equal bins of |mean probability − frequency|, weighted by the bins' counts.
  static func error(_ outcomes: [Outcome], _ item: Item) -> Double {
    error(outcomes, truths: outcomes.map(\.truth), item)
  }

  /// The same if the truth were drawn from the probabilities: mean of 100 draws.
  static func sampling(_ outcomes: [Outcome], seed: UInt64) -> [Item: Double] {
    var totals: [Item: Double] = [:]
    var stream = RandomStream(seed: seed, name: "reliability")
    for _ in 0..<100 {
      let truths = outcomes.map { outcome in
        var u = stream.uniform()
        for (i, p) in outcome.probabilities.enumerated() {
          u -= p
          if u < 0 { return i }
        }
        return outcome.best
      }
      for item in Item.allCases {
        totals[item, default: 0] += error(outcomes, truths: truths, item) / 100
      }
    }
    return totals
  }

  private static func error(_ outcomes: [Outcome], truths: [Int], _ item: Item) -> Double {
    var sums = [Double](repeating: 0, count: 10)
    var hits = [Double](repeating: 0, count: 10)
    var count = 0.0
    func add(_ p: Double, _ isTrue: Bool) {
      let bin = min(9, Int(p * 10))
      sums[bin] += p
      hits[bin] += isTrue ? 1 : 0
      count += 1
    }
    for (outcome, truth) in zip(outcomes, truths) {
      let k = outcome.candidates
      switch item {
      case .candidate: for i in 0..<k { add(outcome.probabilities[i], truth == i) }
      case .top: add(outcome.top, truth == outcome.best)
      case .none: add(outcome.probabilities[k], truth == k)
      case .accumulation: add(outcome.probabilities[k + 1], truth == k + 1)
      case .shock: add(outcome.probabilities[k + 2], truth == k + 2)
      }
    }
    return zip(sums, hits).reduce(0) { $0 + abs($1.0 - $1.1) } / count
  }
}
