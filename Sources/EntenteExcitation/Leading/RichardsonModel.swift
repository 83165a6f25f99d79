public import EntenteNumerics
import Foundation

/// Richardson's (1960) equations of an arms race, both ways: how each side answers the other.
///
/// Formula: `x_{t+1} − x_t = a y_t − m x_t + g`, and the same for y: a the reaction to the other, m
/// the fatigue, g the grievance. Both reactions above zero is the security dilemma of Jervis (1978):
/// what each does for its own safety makes the other do more. Least squares, then twice the residual
/// bootstrap: once for the bias, once from the corrected system for intervals of the
/// studentised coefficient.
public struct RichardsonModel: Sendable {
  public struct Side: Sendable {
    /// Who reacts, and to whom.
    public let name: String
    public let partner: String
    public let reaction: Estimate
    public let fatigue: Estimate
    public let grievance: Estimate
    /// Probability of a reaction this large if it were zero, one-sided.
    public let reactionP: Double
    /// Rank of the reaction among those to partners shifted in time.
    public let controlP: Double
    public let controls: Int
    /// Correlation of successive residuals; far from zero, one step is too short a memory.
    public let residualCorrelation: Double
  }

  /// Whether residuals correlated so much say that one step is too short a memory for a side.
  public static func isTooShort(_ residualCorrelation: Double) -> Bool {
    abs(residualCorrelation) > 0.2
  }

  public enum Dilemma: String, Codable, Sendable {
    /// Both react upward at the level of the intervals.
    case mutual
    /// One does.
    case oneSided
    /// Neither can be said to.
    case cannotTell
  }

  /// The first name's equation, then the second's.
  public let sides: [Side]
  public let rows: Int
  public let dilemma: Dilemma
  /// Largest modulus of the system's eigenvalues; below 1 the race settles.
  public let radius: Double

  /// - Throws: `ExcitationError` with `.tooFew` for fewer than 15 steps with all values known,
  ///   `.degenerate` where the series are collinear.
  public init(
    _ series: PairedSeries, _ options: LeadOptions = LeadOptions()
  ) throws(ExcitationError) {
    let isKnown = zip(series.values[0], series.values[1]).map { $0 != nil && $1 != nil }
    let values = series.values.map { $0.map { $0 ?? 0 } }
    let system = LaggedSystem(lags: 1, isKnown: isKnown)
    guard system.rows.count >= 15 else {
      throw ExcitationError(
        .tooFew, "expected at least 15 steps with both values known, found \(system.rows.count)")
    }
    let fitted = (0..<2).compactMap { Equation(system, values, side: $0) }
    guard fitted.count == 2 else {
      throw ExcitationError(
        .degenerate, "the two series are collinear: is one a copy of the other?")
    }
    let races = Race(system: system, isKnown: isKnown, block: options.block)
    let name = series.names.joined(separator: " ")
    let first = races.draws(
      fitted.map(\.coefficients), fitted.map(\.residuals), 199, "richardson bias " + name, options)
    var corrected = fitted.map(\.coefficients)
    for side in 0..<2 {
      for a in 0..<3 {
        let mean = Moments.mean(first.map { $0[side].coefficients[a] })
        corrected[side][a] = 2 * fitted[side].coefficients[a] - mean
      }
    }
    let left = (0..<2).map { side in
      system.residuals(own: values[side], other: values[1 - side], corrected[side])
    }
    let (second, used) = races.settled(
      corrected, left, options.draws, "richardson " + name, options)
    sides = (0..<2).map { side in
      Self.side(
        side, series, fitted[side], corrected[side], second.map { $0[side] }, used[side], system,
        values, isKnown, options)
    }
    rows = system.rows.count
    radius = ResidualBlocks.radius(corrected, lags: 1)
    let up = sides.count { ($0.reaction.low ?? 0) > 0 }
    dilemma = up == 2 ? .mutual : up == 1 ? .oneSided : .cannotTell
  }

  private static func side(
    _ side: Int, _ series: PairedSeries, _ fitted: Equation, _ corrected: [Double],
    _ draws: [Equation], _ centre: [Double], _ system: LaggedSystem, _ values: [[Double]],
    _ isKnown: [Bool], _ options: LeadOptions
  ) -> Side {
    // Coefficients stand as constant, own lag, the other's lag.
    func estimate(_ a: Int, sign: Double, plus: Double) -> Estimate {
      let ratios = draws.map { ($0.coefficients[a] - centre[a]) / $0.errors[a] }.sorted()
      let (low, high) = (
        fitted.coefficients[a]
          - Moments.quantile((1 + options.level) / 2, ofSorted: ratios) * fitted.errors[a],
        fitted.coefficients[a]
          - Moments.quantile((1 - options.level) / 2, ofSorted: ratios) * fitted.errors[a]
      )
      let ends = [plus + sign * low, plus + sign * high].sorted()
      return Estimate(
        value: plus + sign * corrected[a], low: ends[0], high: ends[1], level: options.level,
        n: system.rows.count, method: "least squares less bootstrap bias, studentised bootstrap")
    }
    let observed = fitted.coefficients[2] / fitted.errors[2]
    let ratios = draws.map { ($0.coefficients[2] - centre[2]) / $0.errors[2] }
    let count = isKnown.count
    let least = max(3, count / 10)
    let room = max(0, count - 2 * least + 1)
    let number = min(options.controls, room)
    let controls = (0..<number).compactMap { index -> Double? in
      let shift = least + (number == 1 ? 0 : index * (room - 1) / (number - 1))
      let known = (0..<count).map { isKnown[$0] && isKnown[($0 + shift) % count] }
      var moved = values
      moved[1 - side] = (0..<count).map { values[1 - side][($0 + shift) % count] }
      let equation = Equation(LaggedSystem(lags: 1, isKnown: known), moved, side: side)
      return equation.map { $0.coefficients[2] / $0.errors[2] }
    }
    let e = fitted.residuals
    let square = e.reduce(0) { $0 + $1 * $1 }
    return Side(
      name: series.names[side], partner: series.names[1 - side],
      reaction: estimate(2, sign: 1, plus: 0), fatigue: estimate(1, sign: -1, plus: 1),
      grievance: estimate(0, sign: 1, plus: 0),
      reactionP: Double(1 + ratios.count { $0 >= observed }) / Double(ratios.count + 1),
      controlP: Double(1 + controls.count { $0 >= observed }) / Double(controls.count + 1),
      controls: controls.count,
      residualCorrelation: zip(e, e.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } / square)
  }
}

/// One side's equation as a first-order regression: constant, own lag, the other's lag.
private struct Equation: Sendable {
  let coefficients: [Double]
  let errors: [Double]
  let residuals: [Double]

  init?(_ system: LaggedSystem, _ values: [[Double]], side: Int) {
    let (own, other) = (values[side], values[1 - side])
    guard let found = system.coefficients(own: own, other: other) else { return nil }
    coefficients = found
    residuals = system.residuals(own: own, other: other, found)
    guard
      let covariance = system.covariance(own: own, other: other, residuals: residuals, lag: 0),
      (0..<3).allSatisfy({ covariance[$0 * 3 + $0] > 0 })
    else { return nil }
    errors = (0..<3).map { covariance[$0 * 3 + $0].squareRoot() }
  }
}

/// Draws of whole races, each fitted again.
private struct Race: Sendable {
  let system: LaggedSystem
  let isKnown: [Bool]
  let block: Int

  func draws(
    _ equations: [[Double]], _ residuals: [[Double]], _ count: Int, _ name: String,
    _ options: LeadOptions
  ) -> [[Equation]] {
    settled(equations, residuals, count, name, options).draws
  }

  /// The draws, and the coefficients that they were made with after growth was taken out.
  func settled(
    _ equations: [[Double]], _ residuals: [[Double]], _ count: Int, _ name: String,
    _ options: LeadOptions
  ) -> (draws: [[Equation]], equations: [[Double]]) {
    let world = ResidualBlocks(lags: 1, equations: equations, residuals: residuals, block: block)
    let draws = Parallel.map(count, threads: options.threads) { draw -> [Equation] in
      var stream = RandomStream(seed: options.seed, name: name, index: draw)
      let drawn = world.draw(isKnown.count, &stream)
      return (0..<2).compactMap { Equation(system, drawn, side: $0) }
    }
    return (draws.filter { $0.count == 2 }, world.equations)
  }
}
