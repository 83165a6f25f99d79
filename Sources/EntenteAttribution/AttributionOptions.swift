/// Choices that a reader may change, and that a report prints.
public struct AttributionOptions: Sendable, Codable, Equatable {
  /// Odds of the kinds of cause before the series is seen.
  public var priors: ClassPriors
  /// An answer is given at this probability or more; a candidate is named from
  /// `RivalConstants.naming` on, if that is higher.
  public var threshold: Double
  /// Candidates fewer weeks apart than this are also reported together: a step of 1.5 SD whose lag
  /// is unknown tells two candidates apart in 80% of worlds from 5 weeks on.
  public var resolution: Int
  /// Bootstrap worlds for the intervals of the weights; 0 leaves them out.
  public var draws: Int
  public var seed: UInt64
  public var threads: Int
  /// Whether to estimate the size of each candidate's effect.
  public var estimatesEffects: Bool

  public init(
    priors: ClassPriors = .training, threshold: Double = 0.7, resolution: Int = 5,
    draws: Int = 100, seed: UInt64 = 1, threads: Int = 1, estimatesEffects: Bool = true
  ) {
    self.priors = priors
    self.threshold = threshold
    self.resolution = resolution
    self.draws = draws
    self.seed = seed
    self.threads = threads
    self.estimatesEffects = estimatesEffects
  }
}

/// Odds of the kinds of cause; only their ratios matter.
public struct ClassPriors: Sendable, Codable, Equatable {
  /// One of the candidates, on its own.
  public var single: Double
  /// An event that is not listed.
  public var unlisted: Double
  /// Nothing moved the series.
  public var nothing: Double
  /// The candidates together, each adding to a slowly fading total.
  public var accumulation: Double
  /// The common shock.
  public var shock: Double

  public init(
    single: Double, unlisted: Double, nothing: Double, accumulation: Double, shock: Double
  ) {
    self.single = single
    self.unlisted = unlisted
    self.nothing = nothing
    self.accumulation = accumulation
    self.shock = shock
  }

  /// The mix of worlds on which the constants were fitted.
  public static let training = ClassPriors(
    single: 0.35, unlisted: 0.2, nothing: 0.2, accumulation: 0.15, shock: 0.1)
}
