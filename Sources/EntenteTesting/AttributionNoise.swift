import EntenteNumerics
import Foundation

/// Dyads in which nothing was planted: generated, or real ones with their own events in them.
public struct AttributionNoise: Sendable {
  /// A real dyad.
  public struct Pair: Sendable {
    public var states: [String]
    public var values: [Double]

    public init(states: [String], values: [Double]) {
      self.states = states
      self.values = values
    }
  }

  public let days: [Int]
  /// Empty if the noise is generated.
  public let pairs: [Pair]

  public static func generated(days: [Int] = Self.typicalDays) -> AttributionNoise {
    AttributionNoise(days: days, pairs: [])
  }

  /// - Parameter pairs: adjusted series, one value per week of `days`.
  public static func real(_ pairs: [Pair], days: [Int]) -> AttributionNoise {
    precondition(pairs.allSatisfy { $0.values.count == days.count } && pairs.count >= 40)
    return AttributionNoise(
      days: days,
      pairs: pairs.map { pair in
        let scale = RunningMedian.noiseScale(of: pair.values)
        return Pair(states: pair.states, values: pair.values.map { $0 / scale })
      })
  }

  /// Six years of weeks; in the sixth, for half a year, most weeks lack days.
  public static let typicalDays: [Int] = (0..<321).map { week in
    if (254..<284).contains(week) { return 2 + (week * 7) % 5 }
    return week % 27 == 13 ? 6 : 7
  }

  /// Responses and controls of one world, each of unit noise scale, no state in common.
  func draw(
    dyads: Int, controls: Int, hasBackground: Bool, _ stream: inout RandomStream
  ) -> (responses: [[Double]], controls: [[Double]]) {
    guard pairs.isEmpty else { return drawPairs(dyads: dyads, controls: controls, &stream) }
    let generator = AttributionNoiseGenerator(days: days)
    let factors = (0..<3).map { _ in generator.momentum(0.5, &stream) }
    let series = (0..<(dyads + controls)).map { _ in
      let one = generator.series(factors: factors, hasBackground: hasBackground, &stream)
      let scale = RunningMedian.noiseScale(of: one)
      return one.map { $0 / scale }
    }
    return (Array(series.prefix(dyads)), Array(series.dropFirst(dyads)))
  }

  private func drawPairs(
    dyads: Int, controls: Int, _ stream: inout RandomStream
  ) -> (responses: [[Double]], controls: [[Double]]) {
    var order = Array(pairs.indices)
    for i in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(i, stream.integer(below: i + 1))
    }
    let chosen = order.prefix(dyads)
    let states = Set(chosen.flatMap { pairs[$0].states })
    let others = order.dropFirst(dyads).filter { states.isDisjoint(with: pairs[$0].states) }
    return (chosen.map { pairs[$0].values }, others.prefix(controls).map { pairs[$0].values })
  }
}

/// Generated noise, matched to the real dyads' autocorrelation and tails.
///
/// `z = √w1 AR(0.7) + √w2 AR(0.98) + √w3 t_ν (7/days)^0.16`, unit variances, w2 = min(0.45,
/// Gamma(0.6, 0.05)), w1 = U(0, 0.45)(1 − w2)/0.9, ν in {3.2, 4, 6}; bursts with probability 1/50 a
/// week, N(0, 2.5²), decaying by exp(−1/1.5); three shared AR(0.5) factors with loadings N(0,
/// 0.15²); and, with probability 0.6, Poisson(weeks/140) background events of size N(0, 1.2²).
struct AttributionNoiseGenerator {
  let days: [Int]

  func series(
    factors: [[Double]], hasBackground: Bool, _ stream: inout RandomStream
  ) -> [Double] {
    let slowShare = min(0.45, stream.gamma(shape: 0.6, scale: 0.05))
    let fastShare = 0.45 * stream.uniform() * (1 - slowShare) / 0.9
    let weekly = (1 - fastShare - slowShare).squareRoot()
    let fast = momentum(0.7, &stream)
    let slow = momentum(0.98, &stream)
    let degrees = [3.2, 4, 6][stream.integer(below: 3)]
    let unit = ((degrees - 2) / degrees).squareRoot()
    let loadings = factors.map { _ in 0.15 * stream.normal() }
    var burst = 0.0
    var result = days.indices.map { t -> Double in
      burst *= exp(-1 / 1.5)
      if stream.uniform() < 1.0 / 50 { burst += 2.5 * stream.normal() }
      let tail = stream.studentT(degrees: degrees) * unit * pow(7 / Double(max(days[t], 1)), 0.16)
      var value =
        fastShare.squareRoot() * fast[t] + slowShare.squareRoot() * slow[t] + weekly * tail + burst
      for (loading, factor) in zip(loadings, factors) { value += loading * factor[t] }
      return value
    }
    if hasBackground, stream.uniform() < 0.6 {
      for _ in 0..<stream.poisson(mean: Double(days.count) / 140) {
        let onset = stream.integer(below: days.count)
        let length = [4.0, 8, 13, 26][stream.integer(below: 4)]
        let kind = stream.uniform()
        let shape: PlantedShape =
          kind < 0.3 ? .step : kind < 0.8 ? .pulse(length) : .ramp(Int(length))
        let size = 1.2 * stream.normal()
        for t in onset..<days.count { result[t] += size * shape.value(after: t - onset) }
      }
    }
    return result
  }

  /// First-order autoregression of unit variance.
  func momentum(_ coefficient: Double, _ stream: inout RandomStream) -> [Double] {
    let innovation = (1 - coefficient * coefficient).squareRoot()
    var value = stream.normal()
    return days.indices.map { t in
      if t > 0 { value = coefficient * value + innovation * stream.normal() }
      return value
    }
  }
}

/// A unit effect over the weeks since its onset.
enum PlantedShape {
  case step
  case pulse(Double)
  case ramp(Int)

  func value(after weeks: Int) -> Double {
    switch self {
    case .step: 1
    case .pulse(let length): exp(-Double(weeks) / length)
    case .ramp(let length): min(1, Double(weeks + 1) / Double(length))
    }
  }
}
