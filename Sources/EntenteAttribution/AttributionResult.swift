/// Probabilities of every rival, and whether they suffice to name one.
public struct AttributionResult: Sendable, Codable, Equatable {
  /// One entry for each week that holds candidates, in order of weeks.
  ///
  /// With the next three they sum to one; all are 0 if the decision is not about them.
  public var candidates: [CandidateWeight]
  /// The candidates together, each adding to a slowly fading total.
  public var accumulation: Weight
  public var shock: Weight
  /// None of those listed.
  public var noneListed: Weight
  /// Its parts, which are less sure than their sum.
  public var noneParts: NoneParts
  /// Candidates too close to be told apart, with their joint probability.
  public var clusters: [Cluster]
  /// Candidates that could not be asked about; the weights are given that none of them is the cause.
  public var untestable: [Untestable]
  /// The strongest unlisted weeks within 8 of a candidate, and anywhere.
  public var unlistedNear: [UnlistedWeek]
  public var unlistedAnywhere: [UnlistedWeek]
  public var effects: [CandidateEffect]
  public var noise: [ResponseNoise]
  /// Evidence of each week from `firstTestableWeek` on: log Bayes factor, summed over the dyads.
  public var evidence: [Double]
  public var firstTestableWeek: Int
  public var decision: Decision
  /// How often a true single trigger would have been named, by size, in generated worlds.
  public var power: [RivalConstants.NamingRate]
  public var priors: ClassPriors
  public var constants: RivalConstants?

  /// A posterior probability; the interval, if asked for, is its spread over bootstrap worlds.
  public struct Weight: Sendable, Codable, Equatable {
    public var probability: Double
    public var interval: Interval?

    init(_ probability: Double, interval: Interval? = nil) {
      self.probability = probability
      self.interval = interval
    }
  }

  /// Ends of a 90% interval.
  public struct Interval: Sendable, Codable, Equatable {
    public var low: Double
    public var high: Double
  }

  public struct CandidateWeight: Sendable, Codable, Equatable {
    /// Events of one week are one candidate: nothing in the series separates them.
    public var ids: [String]
    public var week: Int
    public var weight: Weight
    /// Log Bayes factor, and rank of it among all weeks (smaller: fewer weeks reach it; the geometric
    /// mean over the dyads).
    public var evidence: Double
    public var placeboRank: Double
  }

  public struct NoneParts: Sendable, Codable, Equatable {
    /// An unlisted week within 8 of a candidate, one anywhere, nothing at all.
    public var near: Double
    public var far: Double
    public var nothing: Double
  }

  public struct Cluster: Sendable, Codable, Equatable {
    public var ids: [String]
    public var probability: Double
    /// Weeks between its first and its last candidate.
    public var span: Int
  }

  public struct Untestable: Sendable, Codable, Equatable {
    public var id: String
    public var week: Int
    public var reason: String
  }

  public struct UnlistedWeek: Sendable, Codable, Equatable {
    public var week: Int
    public var evidence: Double
  }

  /// What noise a dyad has.
  public struct ResponseNoise: Sendable, Codable, Equatable {
    public var response: String
    /// One SD of weekly noise in the units of the series.
    public var scale: Double
    /// Shares of variance with months of momentum, and with slow drift.
    public var momentum: Double
    public var drift: Double
  }
}

/// What the probabilities allow to be said.
public enum Decision: Sendable, Codable, Equatable {
  /// One answer has the threshold's probability or more; print no more than "above 0.7".
  case named(Answer, probability: Double)
  case cannotTell(Reason, text: String)
  case untestable(text: String)

  public enum Answer: Sendable, Codable, Equatable {
    /// Several identifiers: one of them, not told apart.
    case candidates([String])
    case accumulation, shock, noneListed
  }

  public enum Reason: String, Sendable, Codable {
    /// Too little in the series for any answer.
    case weakEvidence
    /// Some listed cause is likely, but not which.
    case rivals
    /// The question has a form for which no probabilities were fitted.
    case outsideFittedRange
  }
}
