import EntenteClaims
import EntenteNumerics
import EntenteRecord
import EntenteStrategies

extension BriefBuilder {
  /// Strategies year by year, where the case knows enough to measure any of them.
  static func strategies(
    _ analysis: CaseAnalysis, _ evidence: inout EvidenceList
  ) -> [BriefReport.StrategyReport] {
    let subject = analysis.subject
    guard subject.attributes.contains(where: { $0.variable == "cinc" }) else { return [] }
    return analysis.strategies.compactMap { row in
      guard row.supports.contains(where: { $0.support != nil }), row.threat != nil else {
        return nil
      }
      let name = subject.name(of: row.state)
      let threats = row.threats.prefix(2).map {
        "\(subject.name(of: $0.state)) \(Wording.percent($0.share))"
      }
      let measures = row.measures.map { measure -> String in
        guard !measure.isShareOfNothing else { return "\(measure.name): none" }
        let estimate = measure.estimate
        return "\(measure.name) \(Wording.fixed(estimate.value, 2))"
          + "\(Wording.bounds(estimate, prefix: "90% ")) \(measure.unit)"
      }
      let line = evidence.add(
        Evidence(
          id: "strategy.\(row.state).\(row.period)",
          text:
            "\(name) in \(row.period): main threat \(threats.joined(separator: ", ")); "
            + measures.joined(separator: "; ") + ".",
          estimate: row.threat, method: "strategies", sources: ["chronology", "attributes"],
          sample: "threat felt, 0 to 1, \(row.threat?.n ?? 0) draws"))
      return BriefReport.StrategyReport(
        state: row.state, period: row.period,
        cells: row.supports.map { support in
          .init(
            strategy: support.strategy.rawValue, title: support.strategy.title,
            support: support.support, probability: support.probability?.value,
            probabilityLow: support.probability?.low, probabilityHigh: support.probability?.high,
            answer: support.answer.map { $0 ? "yes" : "no" } ?? "cannot tell",
            reason: support.reason)
        }, threats: threats, evidence: line)
    }
  }
}
