import EntenteAttribution
import EntenteTesting

extension AttributionCalibration {
  /// Area under the ROC curve: the true trigger against decoys.
  static func separation(_ bench: AttributionBench) -> CalibrationTable {
    let sizes = [0.5, 1, 1.5, 2]
    let forms: [(String, Int, Int, AttributionPlan.Pattern, Bool)] = [
      ("5 candidates anywhere, 1 dyad", 5, 1, .spread, true),
      ("5 candidates anywhere, 3 dyads", 5, 3, .spread, true),
      ("5 candidates, three of them 3-5 weeks apart, 1 dyad", 5, 1, .clustered, true),
      ("3 candidates 3-5 weeks apart, 1 dyad", 3, 1, .clustered, true),
      ("5 candidates anywhere, 1 dyad, direction unknown", 5, 1, .spread, false),
    ]
    var rows: [[String]] = []
    for kind in bench.kinds {
      for (label, k, m, pattern, isDirected) in forms {
        let cells = sizes.map { size in
          let plan = AttributionPlan(
            odds: [0.6, 0.2, 0.2, 0, 0], nearShare: 0, candidates: k, dyads: m, pattern: pattern,
            sizes: size...size, lags: 0...0)
          let trials = bench.trials(
            plan, 600, kind, name: "auc \(label) \(size)", isDirected: isDirected)
          return Figure.share(area(trials))
        }
        rows.append([kind.name, label] + cells)
      }
    }
    return CalibrationTable(
      title: "Attribution: the true trigger against decoys",
      note: """
        Area under the ROC curve of the candidates' probabilities, by size of effect in SD of the \
        weekly noise; \(bench.worlds(600)) worlds a cell (sampling error about .013): 60% single \
        trigger, 20% unlisted, 20% none; lag 0, direction known.\(bench.absence)
        """,
      columns: ["noise", "question"] + sizes.map { "\($0) SD" }, rows: rows)
  }

  /// Chance that a true trigger scores above a decoy, ties counted half.
  private static func area(_ trials: [AttributionTrial]) -> Double {
    var scored: [(score: Double, isTrue: Bool)] = []
    for trial in trials {
      guard let constants = trial.constants else { continue }
      let p = RivalProbabilities(trial.scores, constants: constants.values)
      for (i, value) in p.candidates.enumerated() { scored.append((value, i == trial.truth)) }
    }
    scored.sort { $0.score < $1.score }
    var rankSum = 0.0
    var i = 0
    while i < scored.count {
      var j = i
      while j < scored.count, scored[j].score == scored[i].score { j += 1 }
      let rank = Double(i + j + 1) / 2
      rankSum += rank * Double(scored[i..<j].count { $0.isTrue })
      i = j
    }
    let positive = Double(scored.count { $0.isTrue })
    let negative = Double(scored.count) - positive
    return (rankSum - positive * (positive + 1) / 2) / (positive * negative)
  }

  /// Of two candidates, the true one picked, given that it is one of them.
  static func resolution(_ bench: AttributionBench) -> CalibrationTable {
    let gaps = [1, 2, 3, 5, 8, 13, 26]
    let shapes: [(String, AttributionPlan.Shape)] = [
      ("step", .step), ("pulse, 8 weeks", .pulse(8)), ("ramp, 13 weeks", .ramp(13)),
    ]
    var rows: [[String]] = []
    for (label, shape) in shapes {
      for size in [0.5, 1, 1.5, 2, 3] {
        let cells = gaps.map { gap in
          let plan = AttributionPlan(
            odds: [1, 0, 0, 0, 0], candidates: 2, pattern: .pair(gap: gap), shape: shape,
            sizes: size...size)
          let trials = bench.trials(plan, 150, bench.hardest, name: "gap \(label) \(size) \(gap)")
          let right = trials.count { trial in
            trial.scores.evidence[trial.truth] > trial.scores.evidence[1 - trial.truth]
          }
          return Figure.ratio(right, trials.count)
        }
        rows.append([label, "\(size)"] + cells)
      }
    }
    return CalibrationTable(
      title: "Attribution: two candidates told apart, by the weeks between them",
      note: """
        Share of worlds in which the true one has the larger evidence, given that one of the two is \
        true; noise \(bench.hardest.name), lag 0-2 weeks and unknown, direction known; \
        \(bench.worlds(150)) worlds a cell (sampling error about .04).
        """,
      columns: ["effect", "SD"] + gaps.map { $0 == 1 ? "1 week" : "\($0) weeks" }, rows: rows)
  }

  /// Accumulation against a single trigger, at even odds.
  static func accumulation(_ bench: AttributionBench) -> CalibrationTable {
    let forms: [(String, Int, AttributionPlan.Pattern)] = [
      ("3, 5 weeks apart", 3, .regular(gap: 5)), ("3, 13 weeks apart", 3, .regular(gap: 13)),
      ("5 anywhere", 5, .spread), ("8 anywhere", 8, .spread),
    ]
    let sizes = [1.0, 1.5, 2, 3]
    let rows = forms.map { label, k, pattern in
      [label]
        + sizes.map { size in
          let plan = AttributionPlan(
            odds: [0.5, 0, 0, 0.5, 0], candidates: k, pattern: pattern, sizes: size...size)
          let trials = bench.trials(plan, 300, bench.hardest, name: "together \(label) \(size)")
          let right = trials.count { trial in
            guard let constants = trial.constants else { return false }
            let p = RivalProbabilities(
              trial.scores, constants: constants.values,
              priors: ClassPriors(
                single: 0.5, unlisted: 0.01, nothing: 0.01, accumulation: 0.5, shock: 0.01))
            let single = p.candidates.reduce(0, +)
            return (p.accumulation > single) == (trial.world.truth == .accumulation)
          }
          return Figure.ratio(right, trials.count)
        }
    }
    return CalibrationTable(
      title: "Attribution: accumulation or a single trigger",
      note: """
        Share of right choices between the two when nothing else is possible, at even odds, by peak \
        of the effect; noise \(bench.hardest.name), \(bench.worlds(300)) worlds a cell (sampling \
        error about .03).
        """,
      columns: ["candidates"] + sizes.map { "\($0) SD" }, rows: rows)
  }
}
