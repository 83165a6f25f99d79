public import EntenteNumerics
public import EntenteRecord

extension SeriesHistory {
  /// Fewest periods on which a bootstrap says anything.
  public static let fewestPeriods = 6

  /// Mean over the periods of a span.
  ///
  /// Interval: 6 periods or more, circular block bootstrap, widened for few blocks; fewer, the exact
  /// Poisson interval of a count or the sampling error that the source gives; else none.
  ///
  /// - Throws: `HistoryError` with `.unknownSubject` or `.noData`.
  public func level(
    of subject: Subject, in span: Span, options: EstimateOptions = EstimateOptions()
  ) throws(HistoryError) -> Level {
    let points = try points(of: subject, in: span)
    let sample = Sample(points, kind: kind)
    let mean = sample.mean
    let n = points.count
    let estimate: Estimate
    if n >= Self.fewestPeriods {
      let draws = draws(sample, subject, "level", options)
      estimate = BlockBootstrap.estimate(
        value: mean, draws: draws, level: options.level, n: n,
        method: "mean of \(units(n)), bootstrap of \(blocks(n, options)) blocks")
    } else if let count = sample.count {
      let (low, high) = PoissonRate.interval(
        count: count, exposure: Double(n), level: options.level)
      estimate = Estimate(
        value: mean, low: low, high: high, level: options.level, n: n,
        method: "mean count of \(units(n)), exact Poisson interval")
    } else if let error = sample.samplingError {
      let half = Moments.normalQuantile((1 + options.level) / 2) * error
      estimate = Estimate(
        value: mean, low: mean - half, high: mean + half, level: options.level, n: n,
        method: "mean of \(units(n)), sampling error of the source only")
    } else {
      estimate = Estimate(
        value: mean, level: options.level, n: n,
        method: "mean of \(units(n)), too few for an interval")
    }
    return Level(
      estimate: estimate, span: span, periods: n, missingShare: missingShare(n, in: span))
  }

  /// Mean over one span less mean over another.
  ///
  /// Interval: as for a level, where both spans allow the same method. Counts over fewer than 6
  /// periods are compared given their total (conditional binomial), which also gives a ratio.
  ///
  /// - Throws: `HistoryError` with `.unknownSubject` or `.noData`.
  public func change(
    of subject: Subject, before: Span, after: Span, options: EstimateOptions = EstimateOptions()
  ) throws(HistoryError) -> Change {
    let earlier = Sample(try points(of: subject, in: before), kind: kind)
    let later = Sample(try points(of: subject, in: after), kind: kind)
    let difference = later.mean - earlier.mean
    let (n0, n1) = (earlier.values.count, later.values.count)
    var ratio: PoissonRateRatio?
    let estimate: Estimate
    let means = "mean of \(units(n1)) less mean of \(units(n0))"
    if min(n0, n1) >= Self.fewestPeriods {
      let first = draws(earlier, subject, "before", options)
      let second = draws(later, subject, "after", options)
      estimate = BlockBootstrap.estimate(
        value: difference, draws: zip(second, first).map { $0 - $1 }, level: options.level,
        n: n0 + n1,
        method: "\(means), bootstrap of \(blocks(n1, options)) and \(blocks(n0, options)) blocks")
    } else if let count0 = earlier.count, let count1 = later.count {
      let compared = PoissonRateRatio(
        before: count0, exposureBefore: Double(n0), after: count1, exposureAfter: Double(n1),
        level: options.level)
      ratio = compared
      estimate = Estimate(
        value: difference, low: compared.differenceLow, high: compared.differenceHigh,
        level: options.level, n: n0 + n1, method: "\(means), counts compared given their total")
    } else if let error0 = earlier.samplingError, let error1 = later.samplingError {
      let error = (error0 * error0 + error1 * error1).squareRoot()
      let half = Moments.normalQuantile((1 + options.level) / 2) * error
      estimate = Estimate(
        value: difference, low: difference - half, high: difference + half, level: options.level,
        n: n0 + n1, probabilityPositive: error > 0 ? Moments.normalCDF(difference / error) : nil,
        method: "\(means), sampling error of the source only")
    } else {
      estimate = Estimate(
        value: difference, level: options.level, n: n0 + n1,
        method: "\(means), too few for an interval")
    }
    return Change(
      difference: estimate,
      before: try level(of: subject, in: before, options: options),
      after: try level(of: subject, in: after, options: options), ratio: ratio)
  }

  /// Slope per year of a straight line over a span.
  ///
  /// Interval: Student t with the Newey-West standard error (lag one block, never below the ordinary
  /// one), from 6 periods on.
  ///
  /// - Throws: `HistoryError` with `.unknownSubject`, `.noData`, or `.tooFew` below 3 periods.
  public func trend(
    of subject: Subject, in span: Span, options: EstimateOptions = EstimateOptions()
  ) throws(HistoryError) -> Estimate {
    let points = try points(of: subject, in: span)
    let n = points.count
    let years = points.map { Double($0.span.middle.number) / 365.2425 }
    let lag = block(n, options)
    guard let fit = LineFit(x: years, y: points.map(\.value), lag: lag) else {
      throw HistoryError(
        .tooFew, "a trend needs 3 periods; \(title) has \(n) of \(subject) in \(span)")
    }
    guard n >= Self.fewestPeriods, fit.slopeError > 0 else {
      return Estimate(
        value: fit.slope, level: options.level, n: n,
        method: "slope per year over \(units(n)), too few for an interval")
    }
    let degrees = Double(n - 2)
    let half =
      fit.slopeError
      * IncompleteBeta.studentQuantile((1 + options.level) / 2, degrees: degrees)
    return Estimate(
      value: fit.slope, low: fit.slope - half, high: fit.slope + half, level: options.level, n: n,
      probabilityPositive: IncompleteBeta.studentCDF(fit.slope / fit.slopeError, degrees: degrees),
      method: "slope per year over \(units(n)), Newey-West with lag \(lag)")
  }

  // MARK: - Implementation details

  /// The values of a span and what is known of their sampling error.
  private struct Sample {
    let values: [Double]
    /// The total, if these are whole counts.
    let count: Int?
    /// Standard error of the mean from the source's margins or sample sizes, if it gives them for
    /// every value.
    let samplingError: Double?

    init(_ points: [Point], kind: SeriesDeclaration.Kind) {
      values = points.map(\.value)
      let areCounts =
        kind == .count && values.allSatisfy { $0 >= 0 && $0 < 1e9 && $0.rounded() == $0 }
      count = areCounts ? Int(Moments.sum(values)) : nil
      let errors = points.compactMap { point -> Double? in
        if let margin = point.margin { return margin / 1.959963984540054 }
        guard let n = point.n, n > 0, kind == .percent || kind == .share else { return nil }
        let scale = kind == .percent ? 100.0 : 1
        let p = point.value / scale
        return (0...1).contains(p) ? scale * (p * (1 - p) / n).squareRoot() : nil
      }
      samplingError =
        errors.count == points.count
        ? Moments.sum(errors.map { $0 * $0 }).squareRoot() / Double(points.count) : nil
    }

    var mean: Double { Moments.mean(values) }
  }

  /// Bootstrap means, spread around the sample's mean by the factor for few blocks.
  private func draws(
    _ sample: Sample, _ subject: Subject, _ part: String, _ options: EstimateOptions
  ) -> [Double] {
    let n = sample.values.count
    let block = block(n, options)
    let bootstrap = BlockBootstrap(
      block: block, draws: options.draws, seed: options.seed, name: "\(title) \(subject) \(part)")
    let wide = BlockBootstrap.widening(n: n, block: block)
    let mean = sample.mean
    return bootstrap.means(of: sample.values).map { mean + wide * ($0 - mean) }
  }

  private func block(_ n: Int, _ options: EstimateOptions) -> Int {
    let preferred: Int
    switch length {
    case .day: preferred = 28
    case .week: preferred = 8
    case .month: preferred = 3
    case .quarter, .half, .year: preferred = 2
    }
    return BlockBootstrap.block(preferring: options.block ?? preferred, for: n)
  }

  private func blocks(_ n: Int, _ options: EstimateOptions) -> String {
    "\(block(n, options))-\(length.rawValue)"
  }

  private func units(_ n: Int) -> String { "\(n) \(length.rawValue)\(n == 1 ? "" : "s")" }
}
