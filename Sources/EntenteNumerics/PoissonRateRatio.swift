/// How the rates of two Poisson counts compare, without any large-sample approximation.
///
/// Given the total, the later count is binomial with share `π = ρ e₂ / (ρ e₂ + e₁)`, ρ the ratio of
/// the rates and e the exposures. The Clopper-Pearson interval of π becomes that of ρ.
/// Edge cases: both counts 0 → nothing is known (ratio nil, low 0, high nil).
///
/// - SeeAlso: Przyborowski & Wilenski (1940), *Biometrika* 31, 313-323.
public struct PoissonRateRatio: Hashable, Codable, Sendable {
  /// Rate after over rate before; nil where the count before is 0.
  public let ratio: Double?
  public let low: Double
  /// Nil where the ratio has no upper bound.
  public let high: Double?
  /// Difference of the rates (after less before), and its interval given the total count.
  public let difference: Double
  public let differenceLow: Double
  public let differenceHigh: Double
  /// Two-sided p-value of equal rates: twice the smaller tail, at most 1.
  public let pValue: Double
  public let level: Double

  public init(
    before: Int, exposureBefore: Double, after: Int, exposureAfter: Double, level: Double = 0.90
  ) {
    precondition(before >= 0 && after >= 0, "a count is not negative")
    precondition(exposureBefore > 0 && exposureAfter > 0, "an exposure is positive")
    let total = before + after
    let tail = (1 - level) / 2
    let x = Double(before)
    let y = Double(after)
    let shareLow = after == 0 ? 0 : IncompleteBeta.quantile(tail, a: y, b: x + 1)
    let shareHigh = before == 0 ? 1 : IncompleteBeta.quantile(1 - tail, a: y + 1, b: x)
    func odds(_ share: Double) -> Double { share / (1 - share) * exposureBefore / exposureAfter }
    func gap(_ share: Double) -> Double {
      Double(total) * (share / exposureAfter - (1 - share) / exposureBefore)
    }
    ratio = before > 0 ? (y / exposureAfter) / (x / exposureBefore) : nil
    low = odds(shareLow)
    high = before > 0 ? odds(shareHigh) : nil
    difference = y / exposureAfter - x / exposureBefore
    differenceLow = gap(shareLow)
    differenceHigh = gap(shareHigh)
    self.level = level
    // P(Y <= y) = 1 - I_p(y + 1, x) and P(Y >= y) = I_p(y, x + 1) for the null share p.
    let null = exposureAfter / (exposureAfter + exposureBefore)
    let below = before == 0 ? 1 : 1 - IncompleteBeta.cdf(null, a: y + 1, b: x)
    let above = after == 0 ? 1 : IncompleteBeta.cdf(null, a: y, b: x + 1)
    pValue = min(1, 2 * min(below, above))
  }
}
