import Foundation

/// How a response to an event may unfold over the weeks after it.
///
/// `x(u)`, u = weeks since onset: a lasting step 1; decays exp(−u/4), exp(−u/13); a ramp
/// min(1, (u + 1)/13).
package enum ResponseShape: Sendable, CaseIterable {
  case step, fastDecay, slowDecay, ramp

  package func value(after weeks: Int) -> Double {
    switch self {
    case .step: 1
    case .fastDecay: exp(-Double(weeks) / 4)
    case .slowDecay: exp(-Double(weeks) / 13)
    case .ramp: min(1, Double(weeks + 1) / 13)
    }
  }

  /// `Σ_{i ≥ t} x(i − t) v_i` for every onset t at once.
  ///
  /// - Complexity: O(*n*), by recursion from the end.
  package func products(with values: [Double]) -> [Double] {
    switch self {
    case .step: Self.decayProducts(with: values, factor: 1)
    case .fastDecay: Self.decayProducts(with: values, factor: exp(-1.0 / 4))
    case .slowDecay: Self.decayProducts(with: values, factor: exp(-1.0 / 13))
    case .ramp: Self.rampProducts(with: values)
    }
  }

  /// The same for `factor^(i − t)`.
  package static func decayProducts(with values: [Double], factor: Double) -> [Double] {
    var result = values
    var total = 0.0
    for t in stride(from: values.count - 1, through: 0, by: -1) {
      total = values[t] + factor * total
      result[t] = total
    }
    return result
  }

  /// A ramp over 13 weeks is the mean of the steps at its 13 weeks.
  private static func rampProducts(with values: [Double]) -> [Double] {
    let steps = decayProducts(with: values, factor: 1)
    return steps.indices.map { t in
      var total = 0.0
      for i in t..<min(t + 13, steps.count) { total += steps[i] }
      return total / 13
    }
  }
}
