import EntenteNumerics

/// The likelihood of event times as a function of the kernel's parameters and of each receiver's.
struct HawkesProblem: Sendable {
  let events: EventTimes
  let options: HawkesOptions
  let segments: Covariates.Segments?

  /// - Throws: `ExcitationError` with `.badOption` for options that exclude each other, and what
  ///   `Covariates` throws.
  init(_ events: EventTimes, _ options: HawkesOptions) throws(ExcitationError) {
    guard options.link == .linear || options.kernel == ExponentialKernel.self else {
      throw ExcitationError(
        .badOption,
        "inhibition: expected the exponential kernel, found \(options.kernel.name); "
          + "with several decays the intensity may cross zero more than once between events")
    }
    guard options.link == .linear || options.covariates == nil else {
      throw ExcitationError(
        .badOption, "inhibition: expected no covariates, found some; choose one of the two")
    }
    self.events = events
    self.options = options
    segments = try options.covariates?.segments(from: events.start, to: events.end)
  }

  /// Parameters of a receiver before the weights: its background and the effects of covariates.
  var leading: Int { 1 + (segments?.means.count ?? 0) }

  /// The receivers under a kernel.
  func receivers(_ kernel: any ExcitationKernel) -> [any ReceiverLikelihood] {
    let features = ExcitationFeatures(events, bases: kernel.bases)
    let counts = events.counts
    let gaps =
      options.link == .rectified ? EventGaps(events, rate: kernel.bases[0].rates[0]) : nil
    return events.labels.indices.map { i -> any ReceiverLikelihood in
      let plain = LinearReceiver(
        count: counts[i], duration: events.duration, rows: features.rows[i],
        totals: features.totals)
      if let gaps { return RectifiedReceiver(plain: plain, gaps: gaps) }
      if let segments {
        let times = events.times.indices.filter { events.dimensions[$0] == i }
          .map { events.times[$0] }
        return ModulatedReceiver(plain: plain, segments: segments, times: times)
      }
      return plain
    }
  }

  /// The best parameters of every receiver under a kernel.
  func solve(
    _ kernel: any ExcitationKernel, from starts: [[Double]]? = nil, tolerance: Double = 1e-12
  ) -> Solution {
    let receivers = receivers(kernel)
    let optima = Parallel.map(receivers.count, threads: options.threads) { i in
      BoundedNewton.minimize(receivers[i], from: starts?[i], tolerance: tolerance)
    }
    return Solution(kernel: kernel, receivers: receivers, optima: optima)
  }

  /// A kernel with the optimum of every receiver.
  struct Solution: Sendable {
    let kernel: any ExcitationKernel
    let receivers: [any ReceiverLikelihood]
    let optima: [BoundedNewton.Optimum]

    var logLikelihood: Double { -optima.reduce(0) { $0 + $1.slopes.value } }
    var points: [[Double]] { optima.map(\.point) }
  }

  /// Log-likelihood at given parameters of the receivers under another kernel.
  func logLikelihood(_ kernel: any ExcitationKernel, at points: [[Double]]) -> Double {
    let receivers = receivers(kernel)
    return -Parallel.map(receivers.count, threads: options.threads) {
      receivers[$0].value(at: points[$0])
    }.reduce(0, +)
  }

  /// Minus the log-likelihood of each receiver at given parameters under another kernel, and its
  /// slopes.
  func slopes(_ kernel: any ExcitationKernel, at points: [[Double]]) -> [Slopes] {
    let receivers = receivers(kernel)
    return Parallel.map(receivers.count, threads: options.threads) {
      receivers[$0].slopes(at: points[$0])
    }
  }
}
