import EntenteNumerics
public import EntenteRecord

/// Judges claims: runs their tests under the default choices and over the grid of reasonable ones.
public enum Judge {
  /// Most analyses of one claim; beyond it, choices are changed one and two at a time.
  package static let gridLimit = 256

  /// Verdicts on every claim of a case, in the order of the case.
  ///
  /// - Throws: `RecordError` with every fault of the tests' parameters.
  public static func verdicts(in analysis: CaseAnalysis) throws(RecordError) -> [ClaimVerdict] {
    let faults = ClaimTestCatalog.faults(in: analysis.subject)
    guard faults.isEmpty else { throw RecordError(.invalid, faults) }
    let claims = analysis.subject.claims
    return Parallel.map(claims.count, threads: analysis.threads) { index in
      verdict(on: claims[index], in: analysis)
    }
  }

  struct ReadyTest: Sendable {
    let id: String
    let test: any ClaimTest
    let choices: [ChoiceDimension]

    /// The settings of its first options.
    var defaults: Settings {
      var settings = Settings()
      for dimension in choices { dimension.options.first?.apply(&settings) }
      return settings
    }
  }

  static func verdict(on claim: Claim, in analysis: CaseAnalysis) -> ClaimVerdict {
    let parts = claim.parts.map { part in
      (
        part,
        part.tests.compactMap { specification -> ReadyTest? in
          guard let test = ClaimTestCatalog.read(specification, of: analysis.subject).test else {
            return nil
          }
          return ReadyTest(
            id: specification.id, test: test, choices: test.choices(in: analysis))
        }
      )
    }
    let judged = parts.map { part, tests in
      let outcomes = tests.map { $0.test.outcome($0.id, under: $0.defaults, in: analysis) }
      return PartVerdict(
        text: part.text, role: part.role.rawValue,
        verdict: Combining.part(
          zip(tests, outcomes).map { ($1.verdict, type(of: $0.test).isCausal) }),
        tests: outcomes)
    }
    let core = parts.filter { $0.0.role == .core }.map(\.1)
    let atDefaults = Combining.claim(judged.filter { $0.role == "core" }.map(\.verdict))
    let stability = grid(over: core, default: atDefaults, in: analysis)
    let stands = stability.standing * 2 >= stability.analyses.count
    let verdict = atDefaults.isDecided && !stands ? .cannotTell : atDefaults
    let coreOutcomes = judged.filter { $0.role == "core" }.flatMap(\.tests)
    return ClaimVerdict(
      id: claim.id, document: claim.document, paragraph: claim.paragraph,
      kinds: claim.kinds.map(\.rawValue), isNegated: claim.isNegated, subject: claim.subject,
      paraphrase: claim.paraphrase, actors: claim.actors.map(\.text), repeats: claim.repeats,
      note: claim.note, verdict: verdict, verdictAtDefaults: atDefaults, parts: judged,
      stability: stability,
      because: Self.because(verdict, atDefaults: atDefaults, judged, stability),
      wouldFlip: Self.unique(coreOutcomes.map(\.wouldFlip) + stability.flips),
      restsOn: Self.unique(coreOutcomes.flatMap { $0.evidence.flatMap(\.sources) }).sorted())
  }

  // MARK: - The grid of choices

  private static func grid(
    over parts: [[ReadyTest]], default atDefaults: Verdict, in analysis: CaseAnalysis
  ) -> Stability {
    var dimensions: [ChoiceDimension] = []
    for dimension in parts.joined().flatMap(\.choices)
    where !dimensions.contains(where: { $0.name == dimension.name }) {
      dimensions.append(dimension)
    }
    // A test sees only its own dimensions, so that the same question is asked once.
    var seen: [String: Verdict] = [:]
    func verdict(_ chosen: [Int]) -> Verdict {
      Combining.claim(
        parts.map { tests in
          Combining.part(
            tests.map { ready in
              var settings = Settings()
              var key = ready.id
              var isDefault = true
              for (dimension, option) in zip(dimensions, chosen) {
                guard let own = ready.choices.first(where: { $0.name == dimension.name }) else {
                  continue
                }
                // Two tests may offer different options under one name; go by position.
                let position = min(option, own.options.count - 1)
                own.options[position].apply(&settings)
                key += ":\(position)"
                if position > 0 { isDefault = false }
              }
              settings.isGrid = !isDefault
              let isCausal = type(of: ready.test).isCausal
              if let known = seen[key] { return (known, isCausal) }
              let fresh = ready.test.outcome(ready.id, under: settings, in: analysis).verdict
              seen[key] = fresh
              return (fresh, isCausal)
            })
        })
    }
    let sizes = dimensions.map(\.options.count)
    let all = combinations(of: sizes)
    let analyses = all.map { chosen in
      Stability.Analysis(
        choices: zip(dimensions, chosen).map { $0.options[$1].label }, verdict: verdict(chosen))
    }
    let flips = zip(all, analyses).compactMap { chosen, analysis -> String? in
      let changed = chosen.indices.filter { chosen[$0] > 0 }
      guard changed.count == 1, analysis.verdict != atDefaults else { return nil }
      return "\(analysis.choices[changed[0]]): \(analysis.verdict.rawValue)"
    }
    return Stability(
      analyses: analyses, standing: analyses.count { $0.verdict == atDefaults }, flips: flips)
  }

  /// All combinations of options, the defaults first; where there are too many, those that change
  /// at most two choices.
  package static func combinations(of sizes: [Int]) -> [[Int]] {
    var all: [[Int]] = [[]]
    let isLimited = sizes.reduce(1.0) { $0 * Double($1) } > Double(gridLimit)
    for size in sizes {
      all = all.flatMap { head in (0..<size).map { head + [$0] } }
      if isLimited { all = all.filter { $0.count { $0 > 0 } <= 2 } }
    }
    return all
  }

  // MARK: - Words

  private static func because(
    _ verdict: Verdict, atDefaults: Verdict, _ parts: [PartVerdict], _ stability: Stability
  ) -> String {
    if verdict != atDefaults {
      return
        "At the default choices it is \(atDefaults.rawValue), but that stands in only \(stability.standing) of \(stability.analyses.count) analyses."
    }
    let core = parts.filter { $0.role == "core" }
    let telling =
      core.first { $0.verdict == verdict } ?? core.first { $0.verdict.isDecided } ?? core.first
    let outcome =
      telling?.tests.first { $0.verdict == verdict } ?? telling?.tests.first {
        $0.verdict.isDecided
      }
      ?? telling?.tests.first
    guard let telling, let outcome else { return "No core part has a test." }
    let lead = core.count > 1 ? "\(telling.text): " : ""
    return lead + outcome.finding
  }

  static func unique(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
