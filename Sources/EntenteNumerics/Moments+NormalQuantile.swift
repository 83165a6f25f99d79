extension Moments {
  /// Quantile of the standard normal distribution, by bisection; probability in (0, 1).
  public static func normalQuantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a quantile needs a probability in (0, 1)")
    let tail = min(probability, 1 - probability)
    let z = IncompleteBeta.bisect(from: -39, to: 0) { normalCDF($0) < tail }
    return probability < 0.5 ? z : -z
  }
}
