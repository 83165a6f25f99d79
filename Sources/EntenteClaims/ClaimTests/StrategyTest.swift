import EntenteNumerics
import EntenteRecord
import EntenteStrategies

/// The test `strategy`, which asks what a state does about its security.
///
/// Supported where the rules' support is .65 or more, contradicted at .35 or less, over the span as a
/// whole; cannot tell where a needed measure is missing, the interval runs from no to yes, or the
/// rules did not tell the strategy from others on coded history (hedging, buck-passing).
public struct StrategyTest: ClaimTest {
  public static let name = "strategy"

  private let actor: ActorCode?
  private let strategies: [Strategy]
  private let title: String
  private let toward: ActorCode?
  private let period: Span

  public init(_ reader: ParameterReader) {
    actor = reader.required("actor", "the code of a state").flatMap { reader.actor($0, "actor") }
    let names = ["bandwagoning"] + Strategy.allCases.map(\.rawValue)
    let name = reader.choice("strategy", names)
    strategies =
      name == "bandwagoning"
      ? [.bandwagoningFear, .bandwagoningProfit]
      : [Strategy(rawValue: name)].compactMap { $0 }
    title = name.split(separator: "-").joined(separator: " ")
    toward = reader.optional("toward").flatMap { reader.actor($0, "toward") }
    period = reader.requiredSpan("period")
  }

  public func choices(in analysis: CaseAnalysis) -> [ChoiceDimension] { [.contested] }

  public func outcome(
    _ id: String, under settings: Settings, in analysis: CaseAnalysis
  ) -> TestOutcome {
    guard let actor, !strategies.isEmpty else { return .unusable(id, Self.name) }
    let subject = analysis.subject
    guard
      let found = analysis.strategy(of: actor, toward: toward, in: period, under: settings)
    else {
      return .noData(id, Self.name, "\(actor) is no core state of the case")
    }
    let supports = strategies.compactMap(found.support)
    let name = subject.name(of: actor)
    let whom = toward.map { " towards \(subject.name(of: $0))" } ?? ""
    let answers = supports.map(\.answer)
    let verdict: Verdict =
      answers.contains(true)
      ? .supported : answers.allSatisfy { $0 == false } ? .contradicted : .cannotTell
    let numbers = supports.map { support in
      support.support.map {
        "\(support.strategy.title) \(Phrase.estimate($0))"
      } ?? "\(support.strategy.title) not measured"
    }
    let reasons = supports.compactMap(\.reason)
    let threats = found.threats.prefix(2).map {
      "\(subject.name(of: $0.state)) \(Phrase.percent($0.share))"
    }
    return TestOutcome(
      id: id, test: Self.name, verdict: verdict,
      finding:
        "Rule support for \(name)\(whom), \(period): \(numbers.joined(separator: "; ")).",
      reason: verdict == .cannotTell ? reasons.first : nil,
      evidence: evidence(id, found, supports, name),
      assumptions: [
        "rules and thresholds are Entente's own [C] and were shaped on coded history; "
          + supports.map { "\($0.strategy.title): \($0.strategy.record)" }.joined(separator: ", ")
      ]
        + (threats.isEmpty
          ? [] : ["the main threat is drawn: \(threats.joined(separator: ", "))"]),
      wouldFlip: "a support on the other side of .65 and .35, or acts that the chronology lacks")
  }

  private func evidence(
    _ id: String, _ found: StateStrategy, _ supports: [StateStrategy.Support], _ name: String
  ) -> [Evidence] {
    var lines: [Evidence] = []
    for support in supports {
      guard let estimate = support.support, let p = support.probability else { continue }
      lines.append(
        Evidence(
          id: "\(id).\(support.strategy.rawValue)",
          text:
            "Rule support for \(support.strategy.title) of \(name): \(Phrase.estimate(estimate)); probability by the rules' record on coded history \(Phrase.estimate(p)); with all thresholds 30% lower \(Phrase.number(support.lowered ?? .nan)), 30% higher \(Phrase.number(support.raised ?? .nan)).",
          estimate: estimate, method: "strategies", sources: ["chronology", "attributes"],
          sample: "\(found.span)"))
    }
    for (place, measure) in found.measures.enumerated() {
      lines.append(
        Evidence(
          id: "\(id).measure-\(place + 1)",
          text: measure.isShareOfNothing
            ? "\(measure.name): none."
            : "\(measure.name): \(Phrase.estimate(measure.estimate)) \(measure.unit).",
          estimate: measure.estimate, method: "strategies",
          sources: measure.sources == ["attributes"] ? ["attributes"] : ["chronology"],
          sample: Phrase.count(measure.estimate.n, "observation")))
    }
    return lines
  }
}
