import Foundation

/// Esteban and Ray's polarisation: how far weight is gathered in few camps that stand far apart.
///
/// Formula: `P = K Σ_i Σ_j p_i^(1+α) p_j |y_i − y_j|`, p the shares of weight, y the positions, 0 < α ≤ 1.6;
/// the larger α, the more clustering counts beside spread. `K = 2^(1+α) / (max y − min y)`, so that two
/// equal halves at the ends give 1, the most there is.
/// Edge cases: all positions equal → 0.
///
/// - SeeAlso: Esteban & Ray (1994), *Econometrica* 62, 819-851.
public enum Polarisation {
  public static let usualAlpha = 1.0

  /// States at one position are one camp: their weights are added first, as the axioms ask.
  ///
  /// - Throws: `StructureError` with `.tooFew` for fewer than two states or no weight, `.notAvailable`
  ///   for α outside 0...1.6.
  /// - Complexity: O(n²).
  public static func index(
    weights: [Double], positions: [Double], alpha: Double = usualAlpha
  ) throws(StructureError) -> Double {
    precondition(weights.count == positions.count, "every state has a weight and a position")
    guard alpha > 0, alpha <= 1.6 else {
      throw StructureError(.notAvailable, "polarisation needs an alpha in (0, 1.6], found \(alpha)")
    }
    let total = weights.reduce(0, +)
    guard weights.count >= 2, total > 0 else {
      throw StructureError(
        .tooFew, "polarisation needs 2 states with weight, found \(weights.count) states")
    }
    var camps: [(position: Double, weight: Double)] = []
    for (position, weight) in zip(positions, weights).sorted(by: { $0.0 < $1.0 }) {
      if let last = camps.last, last.position == position {
        camps[camps.count - 1].weight += weight / total
      } else {
        camps.append((position, weight / total))
      }
    }
    guard let first = camps.first, let last = camps.last, last.position > first.position else {
      return 0
    }
    var sum = 0.0
    for (i, one) in camps.enumerated() {
      for other in camps[..<i] {
        sum +=
          (one.position - other.position) * one.weight * other.weight
          * (pow(one.weight, alpha) + pow(other.weight, alpha))
      }
    }
    return pow(2, 1 + alpha) * sum / (last.position - first.position)
  }
}
