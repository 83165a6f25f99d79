public import EntenteNumerics
public import EntenteRecord

extension BriefReport {
  /// A pair's series about the date of the likeliest candidate, and the path that it was expected on.
  public struct PathReport: Codable, Sendable {
    public var dyad: Dyad
    public var candidate: String
    public var label: String
    public var day: Day
    /// Affinity by week from `start` on, in SD of the pair's weekly noise.
    public var start: Day
    public var values: [Double]
    /// Place of the window's first week in `values`.
    public var window: Int
    /// Over the 13 weeks of the window, with a 90% band.
    public var expected: [Double]
    public var low: [Double]
    public var high: [Double]
    /// Mean of observed less expected.
    public var gap: Estimate
    public var evidence: String
  }

  /// Events on record, and which earlier ones they probably answer.
  public struct CascadeReport: Codable, Sendable {
    public struct Group: Codable, Sendable {
      public var name: String
      public var events: Int
      /// Expected number that nothing on record triggered.
      public var spontaneous: Double
      /// Events of this group that one event of each group triggers, in order of the groups.
      public var triggeredBy: [Estimate]
      /// Whether the model accounts for the times of this group's events, its parameters taken as
      /// known: too large, so a small one tells.
      public var plainP: Double?
    }

    public struct Item: Codable, Sendable {
      public var id: String
      public var day: Day
      /// Place in `groups`.
      public var group: Int
    }

    /// An event and one that it probably answers, by place in `events`.
    public struct Link: Codable, Sendable {
      public var parent: Int
      public var child: Int
      public var probability: Double
    }

    public var from: Day
    public var through: Day
    /// Mean weeks until a triggered event.
    public var meanWeeks: Double
    /// Harmonics of the year, and degree of the drift, in the rate that needs no trigger.
    public var harmonics: Int
    public var drift: Int
    public var groups: [Group]
    public var events: [Item]
    /// Those with a probability of three in ten or more.
    public var links: [Link]
    public var evidence: [String]
  }
}
