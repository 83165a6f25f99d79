import EntenteNumerics

/// Whether the fitted intensities account for when the events came.
///
/// Kolmogorov-Smirnov distance of the rescaled gaps from the exponential, for each dimension and for
/// all gaps together.
public struct ResidualTest: Sendable {
  public struct Row: Sendable {
    /// Nil for all dimensions together.
    public let label: String?
    public let n: Int
    /// Nil without events.
    public let distance: Double?
    /// Takes the parameters as known, so it is too large; nil with fewer than 5 gaps.
    public let asymptoticP: Double?
    /// Share of processes drawn from the fit, and fitted again, that lie farther off.
    public let bootstrapP: Double?
  }

  public let rows: [Row]
  public let draws: Int

  /// - Parameter draws: processes to draw from the fit for bootstrap p-values; 0 for none. An
  ///   explosive fit is not drawn from.
  /// - Throws: what drawing and fitting throw.
  /// - Complexity: draws × the cost of a fit with the kernel held at its estimate.
  public init(
    _ fit: HawkesFit, _ options: HawkesOptions, draws: Int = 0, seed: UInt64 = 0
  ) throws(ExcitationError) {
    let observed = Self.distances(try TimeRescaling(fit.events, fit.model))
    var samples: [[Double?]] = []
    if draws > 0, fit.isStationary {
      var refit = options
      refit.threads = 1
      refit.kernelValues = fit.model.kernel.values
      let inner = refit
      samples = Parallel.map(draws, threads: options.threads) { draw in
        var stream = RandomStream(seed: seed, name: "hawkes residuals", index: draw)
        // A draw without events says nothing and is left out.
        guard
          let drawn = try? HawkesSimulation(
            fit.model, start: fit.events.start, end: fit.events.end, stream: &stream),
          let events = try? EventTimes(
            labels: fit.events.labels, start: fit.events.start, end: fit.events.end,
            times: drawn.times, dimensions: drawn.dimensions),
          let again = try? HawkesEstimator.fit(events, inner),
          let rescaled = try? TimeRescaling(events, again.model)
        else { return [] }
        return Self.distances(rescaled).map { $0?.distance.scaled(by: $0?.n ?? 0) }
      }.filter { !$0.isEmpty }
    }
    self.draws = samples.count
    rows = observed.indices.map { index in
      let test = observed[index]
      let own = test?.distance.scaled(by: test?.n ?? 0)
      let drawn = samples.compactMap { $0[index] }
      return Row(
        label: index < fit.events.labels.count ? fit.events.labels[index] : nil,
        n: test?.n ?? 0, distance: test?.distance,
        asymptoticP: (test?.n ?? 0) < 5 ? nil : test?.pValue,
        bootstrapP: own.flatMap { own in
          drawn.count < 19
            ? nil : Double(1 + drawn.count { $0 >= own }) / Double(drawn.count + 1)
        })
    }
  }

  /// Each dimension, then all together.
  private static func distances(_ rescaled: TimeRescaling) -> [KolmogorovSmirnov?] {
    rescaled.gaps.map { KolmogorovSmirnov(exponential: $0) }
      + [KolmogorovSmirnov(exponential: rescaled.gaps.flatMap { $0 })]
  }
}

extension Double {
  /// Distances of samples of different sizes made comparable.
  fileprivate func scaled(by n: Int) -> Double { self * Double(n).squareRoot() }
}
