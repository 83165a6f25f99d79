import EntenteNumerics
import EntenteRecord
import Foundation

/// Support for each strategy in one draw of measures, weights and thresholds; nil where a needed
/// measure is missing.
///
/// Every rule is Entente's own construction [C], made of soft steps (see ``Threshold``).
struct StrategyRules {
  let conduct: Conduct
  let options: StrategyOptions

  /// - Parameter factor: all thresholds times this.
  func supports(
    threat: (threat: ThreatModel.Parts, felt: Double)?, thresholds: DrawnThresholds,
    _ stream: inout RandomStream
  ) -> (supports: [Strategy: Double], posture: Double?) {
    // Every draw takes the same numbers from the stream, whatever is missing.
    let noise = (0..<4).map { _ in stream.normal() }
    let jointRate =
      stream.gamma(shape: Double(conduct.jointActs) + 0.5) / max(conduct.exposure, 1e-3)
    let launchRate = stream.gamma(shape: (conduct.launches?.count ?? 0) + 0.5)
    let first = stream.gamma(shape: Double(conduct.meetings.first) + 0.5)
    let second = stream.gamma(shape: Double(conduct.meetings.second) + 0.5)
    let warmingNoise = stream.normal()

    let step = thresholds.step
    let star = threat?.threat.state
    let ib = internalBalancing(noise, launchRate, star, step)
    let eb = externalBalancing(jointRate, step)
    var result: [Strategy: Double] = [:]
    let q = threat.map { step($0.felt, .threat) }
    result[.internalBalancing] = ib
    result[.externalBalancing] = eb
    if let q, let ib {
      result[.none] = (1 - q) * (1 - ib) * (1 - eb)
      if let partner = conduct.partnerEffort.max() {
        result[.buckPassing] =
          q * (1 - ib) * (1 - eb) * step(partner + 0.04 * noise[3], .partnerEffort)
      }
    }
    if conduct.poles != nil {
      let share = first / (first + second)
      let total = Double(conduct.meetings.first + conduct.meetings.second)
      result[.hedging] =
        max(0, step(share, .hedgingLow) - step(share, .hedgingHigh)) * step(total, .meetings)
        * (1 - 0.8 * eb) * (1 - 0.5 * (ib ?? 0.3))
    }
    if let q, let threat {
      result[.bandwagoningFear] = fear(q, threat.threat, warmingNoise, step)
    }
    result[.bandwagoningProfit] = profit(step)
    if let before = conduct.jointBefore, before > 0, let change = conduct.hostilityChange {
      result[.distancing] =
        step(log(before / max(jointRate, 1e-3)), .jointActsFall) * step(change, .hostilityChange)
    }
    var posture: Double?
    if let q, let star, let capability = conduct.capability[star], capability > 0 {
      posture = q * step(conduct.standing / capability, .posture)
    }
    return (result, posture)
  }

  /// Effort beyond the typical state's, means beyond the threat's, own growth: any of them; test
  /// launches where spending is not known.
  private func internalBalancing(
    _ noise: [Double], _ launchRate: Double, _ star: ActorCode?,
    _ step: (Double, Threshold) -> Double
  ) -> Double? {
    guard let effort = conduct.effort, let growth = conduct.growth else {
      guard let launches = conduct.launches else { return nil }
      return step(log(max(launchRate, 1e-3) / max(launches.mean, 0.5)), .launches)
    }
    var rest = 1 - step(effort + 0.04 * noise[0], .effort)
    rest *= 1 - step(growth + 0.04 * noise[1], .growth)
    if let star, let its = conduct.threatGrowth[star] {
      rest *= 1 - step(growth - its + 0.04 * noise[2], .means)
    }
    return 1 - rest
  }

  /// More joint acts than usual, or a deep new commitment.
  private func externalBalancing(
    _ jointRate: Double, _ step: (Double, Threshold) -> Double
  ) -> Double {
    let depth = conduct.newTies.map(CaseEvidence.depth).max() ?? 0
    let rise = conduct.jointMean > 0 ? log(max(jointRate, 1e-3) / conduct.jointMean) : -5
    let acts = step(rise, .jointActsRise) * step(jointRate, .jointActs)
    return 1 - (1 - acts) * (1 - step(depth, .commitment))
  }

  private func fear(
    _ q: Double, _ threat: ThreatModel.Parts, _ noise: Double,
    _ step: (Double, Threshold) -> Double
  ) -> Double {
    if let toward = options.toward, toward != threat.state { return 0 }
    let concessions = conduct.concessions[threat.state]?.count ?? 0
    var warming = 0.5
    if let estimate = conduct.warming[threat.state], let low = estimate.low,
      let high = estimate.high
    {
      let error = (high - low) / (2 * 1.645)
      warming = step(estimate.value + error * noise, .warming)
    }
    return q * step(concessions, .concessions) * step(threat.power, .dominance) * warming
  }

  private func profit(_ step: (Double, Threshold) -> Double) -> Double {
    var best = 0.0
    for (other, aid) in conduct.aid {
      if let toward = options.toward, toward != other { continue }
      guard let own = conduct.capability[conduct.state], let its = conduct.capability[other],
        own + its > 0
      else { continue }
      best = max(best, step(aid.count, .support) * step(its / (own + its), .strength))
    }
    return best
  }
}
