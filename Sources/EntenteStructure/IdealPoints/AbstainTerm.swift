import Foundation

/// Derivatives of log[Φ(t₂) − Φ(t₁)], the probability of abstaining, for t₁ < t₂.
package struct AbstainTerm {
  /// ∂/∂t₁ and ∂/∂t₂.
  package let first: Double
  package let second: Double
  /// Negative second derivatives.
  package let k11: Double
  package let k12: Double
  package let k22: Double

  /// Information about the position: the negative second derivative when both t move together.
  package var information: Double { max(0, k11 + 2 * k12 + k22) }

  @inline(__always)
  package init(_ t1: Double, _ t2: Double, _ table: ProbitTable.Reader) {
    // In the left half differences of Φ keep their digits; the term is symmetric about zero.
    let flips = t1 + t2 > 0
    var low = max(-30, flips ? -t2 : t1)
    let high = max(-30 + 1e-6, flips ? -t1 : t2)
    low = min(low, high - 1e-6)
    let densities = SIMD2(Self.density(low), Self.density(high))
    let below = densities.x / table.ratio(low)
    let upTo = high < 12 ? densities.y / table.ratio(high) : 1
    // The density is least at the far end, which bounds the probability from below.
    let p = max(upTo - below, densities.x * (high - low), 1e-300)
    let (c, a) = (densities.x / p, densities.y / p)
    let lower = -low * c
    let upper = high * a + a * a
    if flips {
      (first, second) = (-a, c)
      (k11, k22) = (upper, c * c + lower)
    } else {
      (first, second) = (-c, a)
      (k11, k22) = (c * c + lower, upper)
    }
    k12 = -a * c
  }

  @inline(__always)
  private static func density(_ t: Double) -> Double { exp(-0.5 * t * t) * 0.3989422804014327 }
}
