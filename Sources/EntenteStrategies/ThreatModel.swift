import EntenteNumerics
import EntenteRecord
import Foundation

/// Who threatens a state in a period.
///
/// Formula: T_ij is the weighted geometric mean of power `c_j/(c_i + c_j)`, proximity `2^(−d/H)` with H
/// 1,000 km (3,000 for majors, which may strike from 300 km beyond an ally), offence (mean of j's
/// shares of world spending and personnel over the largest among the states) and hostility
/// `1 − .95 (1 − .5 rivalry) exp(−s_ji − .5 s_ij)`, s the weighted count of hostile acts. Weights are
/// drawn from Dirichlet(4,4,4,4), so the main threat is a distribution and not a name. After Walt
/// (1987); the formula is Entente's own [C].
struct ThreatModel: Sendable {
  struct Parts: Sendable {
    let state: ActorCode
    /// Power, proximity, offence, hostility; all above 0.
    let values: [Double]
    var power: Double { values[0] }
    var hostility: Double { values[3] }
  }

  /// States that may be the main threat and whose parts are known.
  let parts: [Parts]
  /// States that may be it and whose parts are not known.
  let unknown: [ActorCode]

  init(of state: ActorCode, in span: Span, _ evidence: CaseEvidence) {
    let year = span.to.civil.year
    let listed = evidence.declaration.threats[state]
    let candidates = (listed ?? evidence.states).filter {
      // A defence ally of long standing threatens nobody; else every ally of a great power would
      // seem to bandwagon.
      $0 != state && (listed != nil || !evidence.isAlly(state, $0, before: span.from))
    }
    let largest =
      evidence.states.compactMap { Self.offence(of: $0, to: year, evidence) }.max() ?? 0
    var parts: [Parts] = []
    var unknown: [ActorCode] = []
    for other in candidates {
      guard let own = evidence.carried("cinc", of: .state(state), to: year),
        let its = evidence.carried("cinc", of: .state(other), to: year), own + its > 0,
        let proximity = Self.proximity(of: other, to: state, span, evidence),
        let offence = Self.offence(of: other, to: year, evidence), largest > 0
      else {
        unknown.append(other)
        continue
      }
      let values = [
        its / (own + its), proximity, offence / largest,
        Self.hostility(of: other, to: state, in: span, evidence),
      ]
      parts.append(Parts(state: other, values: values.map { max($0, 1e-6) }))
    }
    self.parts = parts
    self.unknown = unknown
  }

  /// One draw of the weights: the main threat and how much it is felt.
  func draw(_ stream: inout RandomStream) -> (threat: Parts, felt: Double)? {
    let gammas = (0..<4).map { _ in stream.gamma(shape: 4) }
    let total = gammas.reduce(0, +)
    var best: (Parts, Double)?
    for part in parts {
      var logarithm = 0.0
      for (value, weight) in zip(part.values, gammas) {
        logarithm += weight / total * Foundation.log(value)
      }
      let felt = exp(logarithm)
      if felt > best?.1 ?? 0 { best = (part, felt) }
    }
    return best.map { (threat: $0.0, felt: $0.1) }
  }

  private static func proximity(
    of other: ActorCode, to state: ActorCode, _ span: Span, _ evidence: CaseEvidence
  ) -> Double? {
    guard var distance = evidence.distance(state, other) else { return nil }
    let isMajor = evidence.declaration.majors.contains(other)
    if isMajor {
      for ally in evidence.states
      where ally != state && ally != other && evidence.isAlly(other, ally, before: span.from) {
        if let between = evidence.distance(state, ally) { distance = min(distance, between + 300) }
      }
    }
    return pow(2, -distance / (isMajor ? 3000 : 1000))
  }

  /// Mean of the shares of spending and personnel that are known.
  private static func offence(
    of state: ActorCode, to year: Int, _ evidence: CaseEvidence
  ) -> Double? {
    let shares = ["nmc-milex", "nmc-milper"].compactMap { name -> Double? in
      guard let value = evidence.carried(name, of: .state(state), to: year),
        let world = evidence.carried(name, of: .world, to: year), world > 0
      else { return nil }
      return value / world
    }
    return shares.isEmpty ? nil : Moments.mean(shares)
  }

  static func hostility(
    of other: ActorCode, to state: ActorCode, in span: Span, _ evidence: CaseEvidence
  ) -> Double {
    let its = acts(of: other, on: state, span, evidence)
    let own = acts(of: state, on: other, span, evidence)
    let isRivalry = evidence.isRivalry(state, other, in: span.to.civil.year)
    return 1 - 0.95 * (isRivalry ? 0.5 : 1) * exp(-its - 0.5 * own)
  }

  /// Hostile acts a year over eight, half of the year before added.
  private static func acts(
    of source: ActorCode, on target: ActorCode, _ span: Span, _ evidence: CaseEvidence
  ) -> Double {
    if let known = evidence.disputes(of: source, with: target, in: span) { return known }
    let before = Span(from: span.from.adding(days: -365), to: span.from.adding(days: -1))
    func rate(_ span: Span?) -> Double {
      guard let span else { return 0 }
      let years = evidence.exposure(of: span)
      guard years > 0 else { return 0 }
      return evidence.allEvents(in: span).reduce(0) { sum, event in
        guard !event.isJoint, event.sources.contains(source), event.targets.contains(target) else {
          return sum
        }
        switch event.type {
        case .mobilize, .threaten, .assault, .coerce: return sum + 1 / years
        case .sanction, .accuse: return sum + 0.3 / years
        default: return sum
        }
      }
    }
    return (rate(span) + 0.5 * rate(before)) / 8
  }
}
