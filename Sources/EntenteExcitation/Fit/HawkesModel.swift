/// A Hawkes process with its parameters: what can be simulated and asked who triggered what.
///
/// Formula: `λ_i(t) = link( μ_i exp(γ_i·x(t)) + Σ_j Σ_b A_ijb Σ_{t_l^j < t} g_b(t − t_l) )`.
public struct HawkesModel: Sendable {
  public let labels: [String]
  public let kernel: any ExcitationKernel
  public let link: HawkesOptions.Link
  /// Events per unit of time that nothing triggered, at the mean of the covariates.
  public let baseline: [Double]
  /// Expected number of direct children: receiver-major, then source, then basis of the kernel.
  public let weights: [[Double]]
  /// Effects γ per standard deviation of each covariate, for each receiver; empty without covariates.
  public let effects: [[Double]]
  public let covariates: Covariates?

  /// - Throws: `ExcitationError` with `.badOption` for shapes that do not fit each other, or negative
  ///   values where the link allows none.
  public init(
    labels: [String], kernel: any ExcitationKernel, link: HawkesOptions.Link = .linear,
    baseline: [Double], weights: [[Double]], effects: [[Double]] = [],
    covariates: Covariates? = nil
  ) throws(ExcitationError) {
    let width = labels.count * kernel.bases.count
    guard !labels.isEmpty, baseline.count == labels.count, weights.count == labels.count,
      weights.allSatisfy({ $0.count == width }),
      effects.count == (covariates == nil ? 0 : labels.count)
    else {
      throw ExcitationError(
        .badOption,
        "model: expected \(labels.count) baselines and \(labels.count) rows of \(width) weights")
    }
    guard baseline.allSatisfy({ $0 >= 0 && $0.isFinite }),
      weights.allSatisfy({ $0.allSatisfy { $0.isFinite && (link == .rectified || $0 >= 0) } })
    else {
      throw ExcitationError(
        .badOption, "model: expected finite baselines and weights of at least 0")
    }
    guard link == .linear || (kernel.bases.count == 1 && kernel.bases[0].rates.count == 1) else {
      throw ExcitationError(
        .badOption, "inhibition: expected the exponential kernel, found another")
    }
    self.labels = labels
    self.kernel = kernel
    self.link = link
    self.baseline = baseline
    self.weights = weights
    self.effects = effects
    self.covariates = covariates
  }

  /// Expected direct children of one event: rows receive, columns send.
  public var branching: [[Double]] {
    let bases = kernel.bases.count
    return weights.map { row in
      labels.indices.map { j in row[(j * bases)..<((j + 1) * bases)].reduce(0, +) }
    }
  }

  /// The spectral radius of the branching matrix; of its positive part where events may hold back,
  /// which bounds it from above.
  ///
  /// Below 1 the process settles; at or above 1 it grows without end.
  public var spectralRadius: SpectralRadius {
    SpectralRadius(of: branching.map { $0.map { max(0, $0) } })
  }
}
