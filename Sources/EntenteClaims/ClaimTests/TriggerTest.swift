import EntenteAttribution
import EntenteRecord

/// The test `trigger`, which asks whether an event, or one of its dates, moved some dyads.
///
/// The claimed dates compete with the case's other triggers, accumulation, the common shock and none
/// of those listed. Supported at a joint weight of .7 with the order right; contradicted if every
/// response broke before every date, or if a relevant effect is excluded with power .8.
public struct TriggerTest: ClaimTest {
  public static let name = "trigger"
  public static var isCausal: Bool { true }

  private let events: [Event]
  private let responses: [Dyad]
  private let directions: [Dyad: Int]

  public init(_ reader: ParameterReader) {
    events = reader.events("events")
    responses = reader.dyads("responses")
    directions = reader.directions("direction", for: responses)
    if reader.optional("horizon") != nil, reader.number("horizon") != 13 {
      reader.fault(
        reader.optional("horizon"), "horizon",
        expected: "13, the weeks that effects are fitted for",
        found: "another number")
    }
  }

  public func choices(in analysis: CaseAnalysis) -> [ChoiceDimension] {
    [.actorEffects, .window] + (events.count > 1 ? [.candidates(events.map(\.id))] : [])
  }

  public func outcome(
    _ id: String, under settings: Settings, in analysis: CaseAnalysis
  ) -> TestOutcome {
    guard !events.isEmpty, !responses.isEmpty else { return .unusable(id, Self.name) }
    let claimed = settings.candidate.map { id in events.filter { $0.id == id } } ?? events
    var candidates = claimed.map(\.id)
    for trigger in analysis.subject.triggers
    where !candidates.contains(trigger) && candidates.count < 8 {
      candidates.append(trigger)
    }
    // The shock is a rival, unless it is what the claim names.
    let shock = analysis.subject.shock.flatMap { id in
      claimed.contains { $0.id == id } ? nil : id
    }
    let rivals = analysis.rivals(
      RivalsKey(
        candidates: candidates, shock: shock, responses: responses,
        directions: responses.map { directions[$0] ?? 0 }, settings: settings))
    guard let result = rivals.result else {
      return .noData(id, Self.name, rivals.problem ?? "no series")
    }
    if case .cannotTell(.outsideFittedRange, let text) = result.decision {
      return .noData(id, Self.name, text)
    }
    let finding = RivalsFinding(
      claimed, rivals: rivals, responses: responses, directions: directions, under: settings,
      in: analysis)
    let names = claimed.map(\.id).joined(separator: ", ")
    guard !finding.testable.isEmpty else {
      return TestOutcome(
        id: id, test: Self.name, verdict: .untestable,
        finding:
          "No date of \(names) can be tested on this series: \(finding.outOfReach.joined(separator: "; ")).",
        evidence: [], wouldFlip: "a longer series")
    }
    let verdict: Verdict
    let reason: String?
    if finding.weight >= RivalsFinding.naming && finding.orderIsRight {
      verdict = .supported
      reason = nil
    } else if finding.responsesCameFirst || finding.isExcluded {
      verdict = .contradicted
      reason = nil
    } else {
      verdict = .cannotTell
      if case .cannotTell(_, let text) = result.decision {
        reason = "\(text); \(finding.powerRow)"
      } else {
        reason = "the weight is below .7; \(finding.powerRow)"
      }
    }
    return TestOutcome(
      id: id, test: Self.name, verdict: verdict,
      finding: Self.sentence(finding, verdict, names), reason: reason,
      evidence: finding.evidence(id, in: analysis),
      assumptions: finding.outOfReach.map { "not testable on this series: \($0)" },
      wouldFlip: verdict == .supported
        ? "a weight below .7, or a break that ends before the date"
        : "a weight of .7 or more for \(names) with the order right")
  }

  private static func sentence(
    _ finding: RivalsFinding, _ verdict: Verdict, _ names: String
  ) -> String {
    let responses = finding.responses.map(\.description).joined(separator: ", ")
    let weight =
      "The weight of \(names) for \(responses) is \(Phrase.percent(finding.weight)) among the rivals"
    let other = finding.strongestOther().map {
      "; the strongest other answer is \($0.label) at \(Phrase.percent($0.weight))"
    }
    let tail: String
    if verdict == .contradicted, finding.responsesCameFirst {
      tail = ", and every break ended before it"
    } else if verdict == .contradicted {
      tail = ", and an effect of one SD is excluded"
    } else {
      tail = ""
    }
    return weight + (other ?? "") + tail + "."
  }
}
