import EntenteNumerics
import Foundation

/// A generator of weekly dyad series with planted breaks, or none.
///
/// Noise u: AR(φ) with normal or t₃ innovations, in units of its standard deviation; pulses with
/// random sign, Pareto height and decay; weeks that are zero because nothing was reported; weeks with
/// fewer days, which are noisier. Breaks add to the level, in units of u. The series is a share of
/// the world's volume, so the volume itself cancels.
public struct DatingWorld: Sendable, Hashable {
  public enum Tail: Sendable { case normal, studentT3 }

  /// A change of the level from week `index` on, in standard deviations of the noise.
  public struct Step: Sendable, Hashable {
    public let index: Int
    public let size: Double

    public init(_ index: Int, _ size: Double) {
      self.index = index
      self.size = size
    }
  }

  public var weeks = 321
  public var autocorrelation = 0.3
  public var tail = Tail.studentT3
  public var pulsesPerYear = 0.0
  /// Probability that a week is not zero.
  public var active = 1.0
  public var hasMissingDays = true
  public var steps: [Step] = []
  /// The noise doubles from the first step on.
  public var doublesSpread = false
  /// A pulse of `6 · 0.5^h` in the direction of the first step starts with it.
  public var hasPulseAtStep = false

  public init() {}

  /// The nulls of the method's calibration: no break in any of them.
  public static let nulls: [(name: String, world: DatingWorld)] = [
    ("white", make(0, .normal, 0) { $0.hasMissingDays = false }),
    ("AR .3, t3", make(0.3, .studentT3, 0)),
    ("AR .3, t3, pulses", make(0.3, .studentT3, 2)),
    ("AR .5, t3, pulses", make(0.5, .studentT3, 2)),
    ("AR .7, normal", make(0.7, .normal, 0)),
    ("half zeros", make(0.3, .studentT3, 2) { $0.active = 0.5 }),
    ("three quarters zeros", make(0.3, .studentT3, 2) { $0.active = 0.25 }),
  ]

  /// The noise settings in which intervals are measured; steps are added by the caller.
  public static let intervalSettings: [(name: String, world: DatingWorld)] = [
    ("AR .3, t3", make(0.3, .studentT3, 0)),
    ("AR .3, t3, 1 pulse a year", make(0.3, .studentT3, 1)),
    ("AR .3, t3, 2 pulses a year", make(0.3, .studentT3, 2)),
    ("AR .5, normal", make(0.5, .normal, 0)),
    ("spread doubles", make(0.3, .studentT3, 1) { $0.doublesSpread = true }),
    ("half zeros", make(0.3, .studentT3, 1) { $0.active = 0.5 }),
    ("pulse at the break", make(0.3, .studentT3, 2) { $0.hasPulseAtStep = true }),
  ]

  /// The same world with other steps.
  public func with(_ steps: [Step]) -> DatingWorld {
    var world = self
    world.steps = steps
    return world
  }

  /// The untamed series, one of many by `index`.
  public func series(seed: UInt64, name: String, index: Int) -> [Double] {
    var stream = RandomStream(seed: seed, name: name, index: index)
    var values = noise(&stream)
    addPulses(to: &values, &stream)
    let first = steps.first
    return values.indices.map { t in
      var u = values[t]
      if doublesSpread, let first, t >= first.index { u *= 2 }
      if hasMissingDays { u *= (7 / Double(Self.days[t] ?? 7)).squareRoot() }
      var level = 0.3
      for step in steps where t >= step.index { level += step.size }
      if hasPulseAtStep, let first, t >= first.index {
        level += (first.size < 0 ? -6 : 6) * pow(0.5, Double(t - first.index))
      }
      // One number a week whatever the probability, so that worlds differ in nothing else.
      return stream.uniform() < active ? level + u : 0
    }
  }

  private func noise(_ stream: inout RandomStream) -> [Double] {
    let unit =
      (tail == .studentT3 ? 1.1345 : 1) / (1 - autocorrelation * autocorrelation).squareRoot()
    var u = 0.0
    var values: [Double] = []
    values.reserveCapacity(weeks)
    for t in 0..<(weeks + 200) {
      u = autocorrelation * u + (tail == .studentT3 ? stream.studentT(degrees: 3) : stream.normal())
      if t >= 200 { values.append(u / unit) }
    }
    return values
  }

  private func addPulses(to values: inout [Double], _ stream: inout RandomStream) {
    guard pulsesPerYear > 0 else { return }
    for _ in 0..<stream.poisson(mean: pulsesPerYear * Double(weeks) / 52) {
      let start = stream.integer(below: weeks)
      let sign = stream.uniform() < 0.5 ? -1.0 : 1.0
      let height = min(60, 2 * pow(1 - stream.uniform(), -1 / 1.5))
      // Geometric: 1, 2, 3, … with success probability 0.4.
      let duration = 1 + (log(1 - stream.uniform()) / log(0.6)).rounded(.down)
      for h in 0..<12 where start + h < weeks {
        values[start + h] += sign * height * pow(0.5, Double(h) / max(1, duration / 2))
      }
    }
  }

  private static func make(
    _ autocorrelation: Double, _ tail: Tail, _ pulses: Double,
    _ change: (inout DatingWorld) -> Void = { _ in }
  ) -> DatingWorld {
    var world = DatingWorld()
    world.autocorrelation = autocorrelation
    world.tail = tail
    world.pulsesPerYear = pulses
    change(&world)
    return world
  }

  /// Days present in the weeks of GDELT's daily files, 2018 to 2024, that lack some.
  private static let days: [Int: Int] = [
    61: 6, 71: 6, 91: 6, 137: 6, 150: 6, 154: 2, 155: 5, 156: 5, 162: 6, 213: 6, 252: 6, 254: 4,
    255: 5, 256: 6, 259: 5, 260: 4, 263: 4, 264: 3, 265: 5, 268: 3, 269: 3, 270: 6, 271: 4, 272: 5,
    273: 2, 274: 4, 275: 3, 276: 5, 277: 5, 278: 5, 279: 3, 280: 3, 281: 3, 282: 2, 283: 3, 284: 4,
    285: 5, 286: 6, 320: 5,
  ]
}
