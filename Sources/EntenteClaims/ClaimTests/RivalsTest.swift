import EntenteAttribution
import EntenteRecord

/// The test `rivals`, which asks which of several explanations predicts best.
///
/// The claim names accumulation, some of the candidates, or none of those listed. Supported at a
/// weight of .7 for what it names (with the order right, for candidates); contradicted at .7 for
/// another answer, or if every response broke before every named date.
public struct RivalsTest: ClaimTest {
  public static let name = "rivals"
  public static var isCausal: Bool { true }

  private enum Named: Sendable {
    case accumulation, none
    case candidates([Event])
  }

  private let candidates: [Event]
  private let responses: [Dyad]
  private let directions: [Dyad: Int]
  private let shock: Event?
  private let named: Named

  public init(_ reader: ParameterReader) {
    candidates = reader.events("candidates")
    responses = reader.dyads("responses")
    directions = reader.directions("direction", for: responses)
    shock = reader.optional("shock").flatMap { reader.event($0, "shock") }
    let expected = "accumulation, none, or {candidate: [event ids]}"
    let node = reader.required("claim", expected)
    switch node?.text {
    case "accumulation": named = .accumulation
    case "none": named = .none
    default:
      let events = node?["candidate"]?.items.compactMap { reader.event($0, "claim") } ?? []
      if let node, events.isEmpty {
        reader.fault(
          node, "claim", expected: expected, found: Fault.quoted(node.text ?? "a list or map"))
      }
      for event in events where !candidates.contains(where: { $0.id == event.id }) {
        reader.fault(
          node, "claim", expected: "one of the candidates", found: Fault.quoted(event.id))
      }
      named = .candidates(events)
    }
  }

  public func choices(in analysis: CaseAnalysis) -> [ChoiceDimension] { [.actorEffects, .window] }

  public func outcome(
    _ id: String, under settings: Settings, in analysis: CaseAnalysis
  ) -> TestOutcome {
    guard !candidates.isEmpty, !responses.isEmpty else { return .unusable(id, Self.name) }
    let rivals = analysis.rivals(
      RivalsKey(
        candidates: candidates.map(\.id), shock: shock?.id, responses: responses,
        directions: responses.map { directions[$0] ?? 0 }, settings: settings))
    guard let result = rivals.result else {
      return .noData(id, Self.name, rivals.problem ?? "no series")
    }
    if case .cannotTell(.outsideFittedRange, let text) = result.decision {
      return .noData(id, Self.name, text)
    }
    let claimed: [Event] = if case .candidates(let events) = named { events } else { candidates }
    let finding = RivalsFinding(
      claimed, rivals: rivals, responses: responses, directions: directions, under: settings,
      in: analysis)
    guard !finding.testable.isEmpty else {
      return TestOutcome(
        id: id, test: Self.name, verdict: .untestable,
        finding:
          "No candidate can be tested on this series: \(finding.outOfReach.joined(separator: "; ")).",
        evidence: [], wouldFlip: "a longer series")
    }
    let weights = Weights(result, naming: claimed)
    let own = weights.own(named: named)
    let best = weights.strongest(besides: named)
    let verdict: Verdict
    if own >= RivalsFinding.naming {
      verdict = isCandidates && !finding.orderIsRight ? .contradicted : .supported
    } else if best.weight >= RivalsFinding.naming || (isCandidates && finding.responsesCameFirst) {
      verdict = .contradicted
    } else {
      verdict = .cannotTell
    }
    let label = label(claimed)
    var sentence =
      "The weight of \(label) is \(Phrase.percent(own)); the strongest other answer is \(best.label) at \(Phrase.percent(best.weight))."
    if isCandidates, finding.responsesCameFirst {
      sentence += " Every break ended before the date."
    }
    return TestOutcome(
      id: id, test: Self.name, verdict: verdict, finding: sentence,
      reason: verdict == .cannotTell ? "no answer reaches .7; \(finding.powerRow)" : nil,
      evidence: finding.evidence(id, in: analysis),
      assumptions: [
        "before the series is seen, a single trigger, an unlisted one, nothing, accumulation and a shock have odds of 35, 20, 20, 15 and 10"
      ] + finding.outOfReach.map { "not testable on this series: \($0)" },
      wouldFlip: verdict == .supported
        ? "a weight of \(label) below .7" : "a weight of \(label) of .7 or more")
  }

  private var isCandidates: Bool { if case .candidates = named { true } else { false } }

  private func label(_ claimed: [Event]) -> String {
    switch named {
    case .accumulation: "triggers adding up"
    case .none: "none of those listed"
    case .candidates: claimed.map(\.id).joined(separator: " or ")
    }
  }

  /// The answers' weights, seen from what the claim names.
  private struct Weights {
    let claimed: Double
    let others: [(label: String, weight: Double)]
    let listed: [(label: String, weight: Double)]
    let accumulation: Double
    let shock: Double
    let none: Double

    init(_ result: AttributionResult, naming claimed: [Event]) {
      let ids = Set(claimed.map(\.id))
      let own = result.candidates.filter { !ids.isDisjoint(with: $0.ids) }
      self.claimed = own.reduce(0) { $0 + $1.weight.probability }
      listed = result.candidates.map { ($0.ids.joined(separator: " or "), $0.weight.probability) }
      others = result.candidates.filter { ids.isDisjoint(with: $0.ids) }
        .map { ($0.ids.joined(separator: " or "), $0.weight.probability) }
      accumulation = result.accumulation.probability
      shock = result.shock.probability
      none = result.noneListed.probability
    }

    func own(named: Named) -> Double {
      switch named {
      case .accumulation: accumulation
      case .none: none
      case .candidates: claimed
      }
    }

    func strongest(besides named: Named) -> (label: String, weight: Double) {
      var answers: [(label: String, weight: Double)] = [("the common shock", shock)]
      switch named {
      case .accumulation: answers += listed + [("none of those listed", none)]
      case .none:
        // The denial fails if the listed events, alone or together, explain the response.
        answers.append(
          ("the listed events, alone or adding up", listed.reduce(accumulation) { $0 + $1.weight }))
      case .candidates:
        answers += others + [("triggers adding up", accumulation), ("none of those listed", none)]
      }
      return answers.max { $0.weight < $1.weight } ?? ("none of those listed", none)
    }
  }
}
