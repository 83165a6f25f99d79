public import EntenteNumerics
public import EntenteRecord

extension BriefReport {
  /// What a state did about its security in one year.
  public struct StrategyReport: Codable, Sendable {
    /// One strategy.
    public struct Cell: Codable, Sendable {
      /// `internal-balancing`.
      public var strategy: String
      public var title: String
      /// Rule support, 0 to 1; absent where a needed measure is missing.
      public var support: Estimate?
      /// Probability by the rules' record on coded history, with the 90% interval of that record.
      public var probability: Double?
      public var probabilityLow: Double?
      public var probabilityHigh: Double?
      /// `yes`, `no` or `cannot tell`.
      public var answer: String
      /// Why it cannot be told.
      public var reason: String?
    }

    public var state: ActorCode
    public var period: String
    public var cells: [Cell]
    /// Main threat, with the share of draws.
    public var threats: [String]
    public var evidence: String
  }
}
