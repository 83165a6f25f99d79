import EntenteNumerics
import EntenteRecord
import EntenteStructure

/// The test `bloc`, which asks whether states fall into these blocs, and more so than before.
///
/// Support is the share of bootstrap draws in which the claimed split is the best two-way split of
/// these states. Supported at .9 (and above the earlier support, where the claim says it is new);
/// contradicted at .05 or less, or where the support fell.
public struct BlocTest: ClaimTest {
  public static let name = "bloc"

  private let partition: Partition?
  private let period: Span
  private let before: Span?

  public init(_ reader: ParameterReader) {
    let expected = "two lists of states, like [[CHN, PRK, RUS], [JPN, KOR, USA]]"
    let node = reader.required("blocs", expected)
    let blocs = node?.items.map { $0.items.compactMap { reader.actor($0, "blocs") } } ?? []
    partition = Partition(blocs)
    if let node, partition == nil || blocs.count != 2 {
      reader.fault(node, "blocs", expected: expected, found: "something else")
    }
    period = reader.requiredSpan("period")
    before = reader.span("before")
  }

  public func choices(in analysis: CaseAnalysis) -> [ChoiceDimension] {
    [.blockLength, .regionFirst]
  }

  public func outcome(
    _ id: String, under settings: Settings, in analysis: CaseAnalysis
  ) -> TestOutcome {
    guard let partition else { return .unusable(id, Self.name) }
    let now = analysis.blocs(partition, in: period, under: settings)
    guard let evidence = now.evidence, let support = evidence.supportTwoWay else {
      return .noData(id, Self.name, now.problem ?? "no support")
    }
    var lines = Self.lines(id, "now", evidence, analysis)
    var verdict: Verdict =
      support >= 0.9 ? .supported : support <= 0.05 ? .contradicted : .cannotTell
    var sentence =
      "The split \(partition) is the best two-way split in \(Phrase.percent(support)) of draws over \(period) (\(evidence.weeks) weeks)"
    if let best = now.best, best != partition { sentence += "; the best one is \(best)" }
    if let before {
      let earlier = analysis.blocs(partition, in: before, under: settings)
      guard let past = earlier.evidence, let pastSupport = past.supportTwoWay,
        let gap = evidence.gap, let pastGap = past.gap
      else { return .noData(id, Self.name, earlier.problem ?? "no earlier support") }
      lines += Self.lines(id, "before", past, analysis)
      let growth = gap.less(pastGap)
      lines.append(
        Evidence(
          id: "\(id).growth",
          text:
            "The gap of affinity inside and across the blocs grew by \(Phrase.estimate(growth, signed: true)).",
          estimate: growth, method: "bloc", sources: analysis.affinitySources,
          sample: "\(past.weeks) and \(evidence.weeks) weeks"))
      sentence += ", against \(Phrase.percent(pastSupport)) over \(before)"
      sentence += "; the gap inside to across changed by \(Phrase.estimate(growth, signed: true))"
      switch Side(of: growth, from: 0) {
      case .above: break
      case .below: verdict = verdict == .supported ? .mixed : .contradicted
      case .unknown: if verdict == .supported { verdict = .cannotTell }
      }
    }
    return TestOutcome(
      id: id, test: Self.name, verdict: verdict, finding: sentence + ".",
      reason: verdict == .cannotTell
        ? "support of \(Phrase.percent(support)), or a growth that may be zero" : nil,
      evidence: lines, assumptions: ["relative affinity is not alliance"],
      wouldFlip: verdict == .supported
        ? "another split in more than a tenth of draws" : "this split in nine of ten draws")
  }

  private static func lines(
    _ id: String, _ when: String, _ evidence: BlocEvidence, _ analysis: CaseAnalysis
  ) -> [Evidence] {
    let sample = "\(evidence.weeks) weeks in \(evidence.span)"
    let sources = analysis.affinitySources
    var lines: [Evidence] = []
    if let support = evidence.supportTwoWay {
      lines.append(
        Evidence(
          id: "\(id).support-\(when)",
          text: "Support of \(evidence.partition): \(Phrase.percent(support)).",
          estimate: Estimate(
            value: support, n: evidence.weeks,
            method: "share of bootstrap draws, itself a probability"),
          method: "bloc", sources: sources, sample: sample))
    }
    lines.append(
      Evidence(
        id: "\(id).legs-\(when)",
        text:
          "Probability that every leg is warm at once: \(Phrase.estimate(evidence.allLegsWarm)).",
        estimate: evidence.allLegsWarm, method: "bloc", sources: sources, sample: sample))
    if let cold = evidence.allCrossesCold {
      lines.append(
        Evidence(
          id: "\(id).cross-\(when)",
          text: "Probability that every pair across is cold at once: \(Phrase.estimate(cold)).",
          estimate: cold, method: "bloc", sources: sources, sample: sample))
    }
    for pair in evidence.blocs.flatMap(\.legs) + evidence.crosses {
      lines.append(
        Evidence(
          id: "\(id).\(pair.dyad)-\(when)",
          text:
            "Affinity of \(analysis.subject.name(of: pair.dyad)), held against the states' own region unless a choice says otherwise: \(Phrase.estimate(pair.affinity, signed: true)).",
          estimate: pair.affinity, method: "affinity", sources: sources, sample: sample))
    }
    return lines
  }
}
