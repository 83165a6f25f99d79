import EntenteNumerics

/// A world in which it is known what moved the dyads, to try attribution on.
///
/// Series are in units of their own weekly noise (`RunningMedian.noiseScale`) before the effect is
/// planted.
public struct AttributionWorld: Sendable {
  public enum Truth: Sendable, Equatable {
    /// Place in `candidates`.
    case candidate(Int)
    /// An event nobody listed, 3 to 8 weeks from a candidate, or farther.
    case unlistedNear, unlistedFar
    case nothing, accumulation, shock
  }

  public var days: [Int]
  /// One series for each dyad that the claim speaks of.
  public var responses: [[Double]]
  /// +1 or −1: what the claim predicts, in the direction of the planted effect if there is one.
  public var direction: Double
  public var controls: [[Double]]
  /// Weeks of the listed events, in order.
  public var candidates: [Int]
  /// Week of the common shock; half the time that of a candidate.
  public var shock: Int
  public var truth: Truth
  /// Peak of the effect in SD of the weekly noise; 0 if nothing was planted.
  public var size: Double
  /// Weeks between the event and the effect's first.
  public var lag: Int
  /// What was added to each response.
  public var effects: [[Double]]
}

/// How worlds are made.
public struct AttributionPlan: Sendable {
  public enum Pattern: Sendable, Equatable {
    /// Anywhere, at least 3 weeks apart.
    case spread
    /// Three of them 3 to 5 weeks apart, the others at least 6 weeks away.
    case clustered
    /// Either, evenly.
    case mixed
    /// As spread, with the first two this far apart.
    case pair(gap: Int)
    /// Evenly this far apart.
    case regular(gap: Int)
  }

  /// Planted shapes: one kind or all.
  public enum Shape: Sendable, Equatable { case any, step, pulse(Double), ramp(Int) }

  /// Odds of the kinds of truth, in the order single, unlisted, nothing, accumulation, shock.
  public var odds: [Double]
  /// Share of the unlisted triggers that fall within 3 to 8 weeks of a candidate.
  public var nearShare: Double
  public var candidates: Int
  public var dyads: Int
  public var pattern: Pattern
  public var shape: Shape
  public var sizes: ClosedRange<Double>
  public var lags: ClosedRange<Int>
  public var controls: Int
  public var hasBackground: Bool

  public init(
    odds: [Double] = [0.35, 0.2, 0.2, 0.15, 0.1], nearShare: Double = 0.5, candidates: Int = 5,
    dyads: Int = 1, pattern: Pattern = .mixed, shape: Shape = .any,
    sizes: ClosedRange<Double> = 0.3...2.5, lags: ClosedRange<Int> = 0...2, controls: Int = 20,
    hasBackground: Bool = true
  ) {
    self.odds = odds
    self.nearShare = nearShare
    self.candidates = candidates
    self.dyads = dyads
    self.pattern = pattern
    self.shape = shape
    self.sizes = sizes
    self.lags = lags
    self.controls = controls
    self.hasBackground = hasBackground
  }

  /// World `index`, from a stream of its own.
  public func world(
    _ index: Int, seed: UInt64, name: String, noise: AttributionNoise
  ) -> AttributionWorld {
    var stream = RandomStream(seed: seed, name: name, index: index)
    return AttributionWorldMaker(plan: self, days: noise.days).world(noise, &stream)
  }
}
