public import EntenteNumerics
public import EntenteRecord

extension BriefReport {
  /// A group around a hub, half-year by half-year.
  public struct HubReport: Codable, Sendable {
    /// One half-year with at least thirteen weeks of data.
    public struct Reading: Codable, Sendable {
      public var period: String
      public var from: Day
      public var to: Day
      public var weeks: Int
      /// Mean dealings of two spokes over mean dealings of hub and spoke.
      public var spokeRatio: Estimate
      /// The hub's part of all dealings.
      public var hubShare: Estimate
      /// Points of institutionalisation on the last day, of eight; absent where the case names no
      /// evidence.
      public var institution: Int?
      public var evidence: String
    }

    public var group: String
    public var hub: ActorCode
    public var members: [ActorCode]
    public var readings: [Reading]
  }

  /// Meetings of a state with the two between which it may hedge, year by year.
  public struct HedgingReport: Codable, Sendable {
    public struct Reading: Codable, Sendable {
      public var period: String
      public var from: Day
      public var to: Day
      public var share: Estimate
      public var withFirst: [Meeting]
      public var withSecond: [Meeting]
      public var evidence: String
    }

    public struct Meeting: Codable, Sendable {
      public var id: String
      public var day: Day
    }

    public var state: ActorCode
    public var first: ActorCode
    public var second: ActorCode
    /// Between these shares the rules see hedging.
    public var low: Double
    public var high: Double
    public var readings: [Reading]
  }
}
