public import EntenteNumerics
import Foundation

/// Size of the movement of one dyad after one candidate, whoever caused it.
public struct CandidateEffect: Sendable, Codable, Equatable {
  /// The first candidate of the week.
  public var candidate: String
  public var response: String
  /// Mean over the 13 weeks from the candidate's, in SD of the dyad's weekly noise.
  ///
  /// With a 90% interval. Positive: affinity rose.
  public var effect: Estimate
  /// The same in the units of the series.
  public var inSeriesUnits: Estimate
  /// Rank of this effect among all dates more than 8 weeks away; 13-week effects overlap, so it
  /// rests on about `independentDates` of them, and is never below one in one more than these.
  public var placeboDates: Double
  public var independentDates: Double
  /// Rank among the controls at the same date; nil without at least 10 controls.
  public var placeboDyads: Double?
  /// The smallest effect, in SD, that would be told from 0 (at 10%, two-sided) in 80% of cases.
  public var smallestVisible: Double
  /// Chance of telling an effect of 1 and of 1.5 SD from 0.
  public var powerAt1: Double
  public var powerAt15: Double
}

extension CandidateEffect {
  /// Effects of one response at every candidate week.
  ///
  /// - Parameter candidates: first identifier and week of each.
  static func all(
    of response: AttributionInput.Response, _ prepared: PreparedResponse,
    candidates: [(id: String, week: Int)], cache: AttributionCache
  ) -> [CandidateEffect] {
    let (scaled, estimator, strengths) = (prepared.scaled, prepared.effects, prepared.strengths)
    let grid = cache.grid
    let weeks = TestableWeeks.range(weeks: grid.weeks)
    let controls = response.controls.compactMap { cache.prepared(control: $0).effects }
    return candidates.map { id, week in
      let effect = estimator.effect(from: week)
      let own = strengths[week - weeks.lowerBound]
      let others = weeks.filter { abs($0 - week) > 8 }
      let reached = others.count { strengths[$0 - weeks.lowerBound] >= own }
      let independent = PlaceboRank.independent(weeks: others.count)
      let stronger = controls.count { $0.effect(from: week).strength >= own }
      let quantile = EffectEstimator.quantile90
      func power(_ size: Double) -> Double {
        Moments.normalCDF(size / effect.deviation - quantile)
          + Moments.normalCDF(-size / effect.deviation - quantile)
      }
      let change = scaled.sign * effect.mean
      let half = quantile * effect.deviation
      func estimate(unit: Double) -> Estimate {
        Estimate(
          value: change * unit, low: (change - half) * unit, high: (change + half) * unit,
          n: min(EffectWindow.weeks, grid.weeks - week),
          probabilityPositive: Moments.normalCDF(change / effect.deviation),
          method: "mean of 13 weeks, generalised least squares over 16 noise models")
      }
      return CandidateEffect(
        candidate: id, response: response.id, effect: estimate(unit: 1),
        inSeriesUnits: estimate(unit: scaled.scale),
        placeboDates: PlaceboRank.among(
          others.count, reached: reached, independent: independent),
        independentDates: independent,
        placeboDyads: controls.count >= 10
          ? Double(1 + stronger) / Double(1 + controls.count) : nil,
        smallestVisible: (quantile + 0.8416212335729143) * effect.deviation,
        powerAt1: power(1), powerAt15: power(1.5))
    }
  }
}
