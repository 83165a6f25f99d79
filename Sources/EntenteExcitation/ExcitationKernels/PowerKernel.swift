import Foundation

/// An effect with a long memory: most of it comes soon, some of it years later.
///
/// Formula: `g(u) = θ/c (1 + u/c)^−(1+θ)` (Lomax, the law of Omori and Utsu), exponent θ, scale c in
/// units of time. It is the mixture of exponentials whose rates are `y/c`, y of the Gamma law with
/// shape θ: the mixture is summed by the trapezoidal rule in log y, which converges geometrically
/// there (distribution within 5e-6 up to a million scales; a test holds it to that).
public struct PowerKernel: ExcitationKernel {
  public static let name = "power"
  public static let formula = "g(u) = θ/c (1 + u/c)^−(1+θ)"
  public static let reference = "Ogata 1988; mixture after Hardiman, Bercot & Bouchaud 2013"
  public static let parameters = ["exponent", "scale"]
  public let values: [Double]
  public let bases: [KernelBasis]

  public init(_ values: [Double]) throws(ExcitationError) {
    try Self.check(values)
    guard (0.1...10).contains(values[0]) else {
      throw ExcitationError(
        .badOption,
        "kernel power: expected an exponent of 0.1 to 10, found \(values[0]); "
          + "an effect that fades faster is nearly exponential")
    }
    self.values = values
    bases = [Self.mixture(exponent: values[0], scale: values[1])]
  }

  public static func starts(gap: Double, window: Double) -> [[Double]] {
    let scales = ladder(gap: gap, window: window, steps: 6).map { 1 / $0 }
    return [0.5, 1.5].flatMap { exponent in scales.map { [exponent, $0] } }
  }

  /// Short of the exponents that `init` takes, so that differences can be taken there.
  public static func limits(_ starts: [[Double]]) -> [ClosedRange<Double>] {
    let scales = starts.map { $0[1] }
    return [0.102...9.8, ((scales.min() ?? 1) / 30)...((scales.max() ?? 1) * 30)]
  }

  /// Nodes a fraction of the Gamma law's width apart in log y, down to where it has lost 1e-8 of its
  /// mass or the delays would be 10¹² scales long; what lies below is one node.
  private static func mixture(exponent: Double, scale: Double) -> KernelBasis {
    let step = min(0.4, 0.9 / exponent.squareRoot())
    let highest = log(exponent + 8 * exponent.squareRoot() + 24)
    let lowest = max(
      -28, min((-18.4 + lgamma(exponent + 1)) / exponent, log(exponent) - 9))
    let count = Int(((highest - lowest) / step).rounded(.up))
    var weights: [Double] = []
    var rates: [Double] = []
    for k in 0...count {
      let x = highest - Double(k) * step
      // The density of log y is y^θ exp(−y)/Γ(θ).
      weights.append(step * exp(exponent * x - exp(x) - lgamma(exponent)))
      rates.append(exp(x) / scale)
    }
    // Half a step below the last node, Γ's distribution is y^θ/Γ(θ + 1) there.
    let end = highest - (Double(count) + 0.5) * step
    weights.append(exp(exponent * end - lgamma(exponent + 1)))
    rates.append(exp(end) / scale)
    let total = weights.reduce(0, +)
    return KernelBasis(weights: weights.map { $0 / total }, rates: rates)
  }
}
