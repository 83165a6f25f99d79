public import EntenteNumerics
import Foundation

/// Whether one series moves first: its past helps to foretell the other beyond the other's own.
///
/// Granger's (1969) sense, both ways, in a vector autoregression. The p-value is a bootstrap under
/// the null of that direction alone, with the two residuals of a period drawn together. The
/// negative control puts the partner at another time: where shifted partners help as much, nothing
/// is said. It is about order in time, not about cause: a third mover that reaches one side sooner
/// looks the same, and what happens within one period has no order.
public struct LeadTest: Sendable {
  /// One coefficient of the leading series, in deviations of the follower for one of the leader.
  public struct Coefficient: Hashable, Codable, Sendable {
    public let lag: Int
    public let value: Double
    /// Newey-West standard error.
    public let error: Double
  }

  public struct Direction: Sendable {
    public let from: String
    public let to: String
    public let statistic: Double
    /// Probability of an F this large if residuals were independent and normal.
    public let asymptoticP: Double
    public let bootstrapP: Double
    /// Rank of the statistic among partners shifted in time.
    public let controlP: Double
    /// Share of the shifted partners below 5% by the asymptotic p-value; 5% if all is well.
    public let controlRejections: Double
    public let controls: Int
    public let coefficients: [Coefficient]
    /// Sum of the coefficients: lasting effect before feedback.
    public let total: Estimate
  }

  /// Lags that are tested.
  public let lags: Int
  /// Whether one further lag of both stands in the regressions untested, as series that hardly
  /// return to a level call for.
  public let isAugmented: Bool
  /// Periods that enter the regressions.
  public let rows: Int
  /// Of the two series' residuals within a period, which have no order.
  public let simultaneous: Double
  /// First name to second, then back.
  public let directions: [Direction]

  /// Largest eigenvalue above which series are taken to wander: one further lag, not tested, then
  /// keeps the test's size (Toda & Yamamoto 1995).
  private static let persistent = 0.9

  /// - Throws: `ExcitationError` with `.badOption` for lags the series are too short for, `.tooFew`
  ///   for too few periods with all lags known, `.degenerate` for collinear lags.
  /// - Complexity: O((draws + controls) × *n* × lags²).
  public init(
    _ series: PairedSeries, _ options: LeadOptions = LeadOptions()
  ) throws(ExcitationError) {
    try options.check(series.count)
    let (values, isKnown, _) = series.standardised()
    let known = isKnown.count { $0 }
    let most = max(1, min(options.maximumLags, (known - 10) / 5))
    let lags = options.lags ?? LaggedSystem.order(values, isKnown: isKnown, atMost: most)
    let short = LaggedSystem(lags: lags, isKnown: isKnown)
    let persistence = (try? Self.equations(short, values)).map {
      ResidualBlocks.radius($0, lags: lags)
    }
    let isAugmented = (persistence ?? 0) > Self.persistent
    let system = LaggedSystem(lags: lags + (isAugmented ? 1 : 0), isKnown: isKnown)
    guard system.rows.count >= system.width + 8 else {
      throw ExcitationError(
        .tooFew,
        "expected at least \(system.width + 8) periods with \(system.lags) lags known, "
          + "found \(system.rows.count); fewer lags (--lags) or a series with fewer gaps")
    }
    guard let full = (try? Self.equations(system, values)) else {
      throw ExcitationError(
        .degenerate, "the lags of the two series are collinear: is one a copy of the other?")
    }
    let residuals = [
      system.residuals(own: values[0], other: values[1], full[0]),
      system.residuals(own: values[1], other: values[0], full[1]),
    ]
    var directions: [Direction] = []
    for leader in 0..<2 {
      let setting = DirectionSetting(
        system: system, tested: lags, values: values, isKnown: isKnown, leader: leader, full: full,
        residuals: residuals, block: options.block)
      guard let direction = setting.direction(series.names, options) else {
        throw ExcitationError(
          .degenerate, "the lags of the two series are collinear: is one a copy of the other?")
      }
      directions.append(direction)
    }
    self.lags = lags
    self.isAugmented = isAugmented
    self.directions = directions
    rows = system.rows.count
    let product = zip(residuals[0], residuals[1]).reduce(0) { $0 + $1.0 * $1.1 }
    let squares = residuals.map { $0.reduce(0) { $0 + $1 * $1 } }
    simultaneous = product / (squares[0] * squares[1]).squareRoot()
  }

  private static func equations(
    _ system: LaggedSystem, _ values: [[Double]]
  ) throws(ExcitationError) -> [[Double]] {
    guard let first = system.coefficients(own: values[0], other: values[1]),
      let second = system.coefficients(own: values[1], other: values[0])
    else { throw ExcitationError(.degenerate, "collinear lags") }
    return [first, second]
  }
}

/// What testing one direction needs.
private struct DirectionSetting: Sendable {
  let system: LaggedSystem
  /// The nearest lags of the leader, which are tested.
  let tested: Int
  let values: [[Double]]
  let isKnown: [Bool]
  let leader: Int
  let full: [[Double]]
  let residuals: [[Double]]
  let block: Int

  func direction(_ names: [String], _ options: LeadOptions) -> LeadTest.Direction? {
    let follower = 1 - leader
    let (own, other) = (values[follower], values[leader])
    guard let statistic = system.statistic(own: own, other: other, tested: tested),
      let restricted = system.coefficients(own: own, other: other, restricted: true)
    else { return nil }
    let lag = Int(4 * pow(Double(system.rows.count) / 100, 2.0 / 9))
    guard
      let covariance = system.covariance(
        own: own, other: other, residuals: residuals[follower], lag: lag)
    else { return nil }
    let (lags, width) = (system.lags, system.width)
    let coefficients = (1...tested).map { l in
      LeadTest.Coefficient(
        lag: l, value: full[follower][lags + l],
        error: max(0, covariance[(lags + l) * width + lags + l]).squareRoot())
    }
    var variance = 0.0
    for a in (1 + lags)..<(1 + lags + tested) {
      for b in (1 + lags)..<(1 + lags + tested) { variance += covariance[a * width + b] }
    }
    let sum = coefficients.reduce(0) { $0 + $1.value }
    let degrees = Double(system.rows.count - width)
    let reach =
      max(0, variance).squareRoot()
      * IncompleteBeta.studentQuantile((1 + options.level) / 2, degrees: degrees)
    let controls = shifted(options)
    return LeadTest.Direction(
      from: names[leader], to: names[follower], statistic: statistic,
      asymptoticP: asymptoticP(statistic),
      bootstrapP: bootstrapP(statistic, restricted: restricted, names, options),
      controlP: Double(1 + controls.count { $0 >= statistic }) / Double(controls.count + 1),
      controlRejections: controls.isEmpty
        ? 0 : Double(controls.count { asymptoticP($0) < 0.05 }) / Double(controls.count),
      controls: controls.count, coefficients: coefficients,
      total: Estimate(
        value: sum, low: sum - reach, high: sum + reach, level: options.level,
        n: system.rows.count,
        method: "sum of \(tested) lags, deviations, Newey-West over \(lag) periods"))
  }

  /// Upper tail of F with p and n − 2p − 1 degrees of freedom.
  private func asymptoticP(_ statistic: Double) -> Double {
    let (p, rest) = (Double(tested), Double(system.rows.count - system.width))
    return IncompleteBeta.cdf(rest / (rest + p * statistic), a: rest / 2, b: p / 2)
  }

  private func bootstrapP(
    _ statistic: Double, restricted: [Double], _ names: [String], _ options: LeadOptions
  ) -> Double {
    let follower = 1 - leader
    var equations = full
    equations[follower] = restricted
    // Residuals of the full fit: those of the restricted one hold the lead itself.
    let world = ResidualBlocks(
      lags: system.lags, equations: equations, residuals: residuals, block: block)
    let name = "granger \(names[leader]) > \(names[follower])"
    let above = Parallel.map(options.draws, threads: options.threads) { draw in
      var stream = RandomStream(seed: options.seed, name: name, index: draw)
      let drawn = world.draw(isKnown.count, &stream)
      return system.statistic(own: drawn[follower], other: drawn[leader], tested: tested)
        ?? .infinity
    }
    return Double(1 + above.count { $0 >= statistic }) / Double(options.draws + 1)
  }

  /// Statistics with the leader moved round by a tenth of the series or more.
  private func shifted(_ options: LeadOptions) -> [Double] {
    let count = isKnown.count
    let least = max(2 * system.lags + 1, count / 10)
    let room = count - 2 * least + 1
    guard room > 0, options.controls > 0 else { return [] }
    let number = min(options.controls, room)
    return (0..<number).compactMap { index in
      let shift = least + (number == 1 ? 0 : index * (room - 1) / (number - 1))
      let moved = (0..<count).map { values[leader][($0 + shift) % count] }
      let known = (0..<count).map { isKnown[$0] && isKnown[($0 + shift) % count] }
      let other = LaggedSystem(lags: system.lags, isKnown: known)
      return other.statistic(own: values[1 - leader], other: moved, tested: tested)
    }
  }
}
