public import EntenteNumerics
public import EntenteRecord

extension BriefReport {
  /// Who moves first, and who answers whom, on a series of what each does to the other.
  public struct MovesReport: Codable, Sendable {
    /// One pair of states.
    public struct Pair: Codable, Sendable {
      public var dyad: Dyad
      /// Periods that enter.
      public var rows: Int
      public var lags: Int
      /// `first`, `second`, `both` or `cannot tell`, by the pair's order.
      public var verdict: String
      /// Corrected over all pairs: that the first's past helps to foretell the second.
      public var firstLeads: Double
      public var secondLeads: Double
      /// Reaction of the first to the second, in Richardson's equation.
      public var firstReacts: Estimate
      public var secondReacts: Estimate
      /// Whether one step is memory enough for the equation.
      public var isShort: Bool
      public var notes: [String]
      public var evidence: String
    }

    /// A pair that could not be tested.
    public struct Untested: Codable, Sendable {
      public var dyad: String
      public var reason: String
    }

    public var series: String
    public var title: String
    public var from: Day
    public var to: Day
    public var by: String
    public var pairs: [Pair]
    public var untested: [Untested]
  }
}
