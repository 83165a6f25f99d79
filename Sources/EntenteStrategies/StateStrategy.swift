public import EntenteNumerics
public import EntenteRecord

/// What a state does about its security in one period, with the measures behind the answer.
public struct StateStrategy: Hashable, Codable, Sendable {
  /// A state that may be the main threat, with the share of draws in which it is.
  public struct Threat: Hashable, Codable, Sendable {
    public let state: ActorCode
    public let share: Double
  }

  /// One strategy.
  public struct Support: Hashable, Codable, Sendable {
    public let strategy: Strategy
    /// How far the rules see it, 0 to 1, mean and interval over the draws; nil where a needed
    /// measure is missing.
    public let support: Estimate?
    /// How often codings of the literature agreed where the rules had this mean support, with the
    /// error of that fit; see `docs/strategies.md`.
    public let probability: Estimate?
    /// Mean support with every threshold lowered by 30% and raised by 30%.
    public let lowered: Double?
    public let raised: Double?
    /// The answer, or nil for "cannot tell".
    public let answer: Bool?
    /// Why it cannot be told.
    public let reason: String?
  }

  /// A number that the rules were given.
  public struct Measure: Hashable, Codable, Sendable {
    public let name: String
    public let estimate: Estimate
    public let unit: String
    /// Ids of events, ties, attributes or series behind it.
    public let sources: [String]

    /// Whether it is a share of nothing: half a meeting on each side makes 0.5 of no meeting.
    public var isShareOfNothing: Bool { unit == "share" && estimate.n == 0 }
  }

  /// Meetings with the two states between which a state may hedge.
  public struct Meetings: Hashable, Codable, Sendable {
    public let first: ActorCode
    public let second: ActorCode
    /// Ids of the meetings with each; one with both stands in both.
    public let withFirst: [String]
    public let withSecond: [String]
    /// Share of the first, half a meeting added to each side.
    public let share: Estimate
  }

  public let state: ActorCode
  /// `2023`, `2023H2`.
  public let period: String
  public let span: Span
  public let threats: [Threat]
  /// The threat felt, 0 to 1; nil where capabilities or distances are missing.
  public let threat: Estimate?
  public let supports: [Support]
  /// Alliances as they stand against the threat, whatever was done in the period; 0 to 1.
  public let posture: Estimate?
  public let measures: [Measure]
  /// Nil where the case names no two poles for the state.
  public let meetings: Meetings?

  public func support(for strategy: Strategy) -> Support? {
    supports.first { $0.strategy == strategy }
  }
}
