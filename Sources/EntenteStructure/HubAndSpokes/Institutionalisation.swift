public import EntenteRecord

/// How much of a standing institution a small group of states has, 0 to 8 points.
///
/// **[C]**: Entente's own construction. Every point names the evidence that it rests on; a point without evidence is 0.
///
/// - SeeAlso: Leeds & Anac (2005), *International Interactions* 31, 183-202, for alliances' scale.
public struct Institutionalisation: Hashable, Sendable {
  /// What one point stands for.
  public enum Point: String, Hashable, Sendable, CaseIterable {
    /// Leaders met in each of the last two years.
    case leaders
    /// Ministers met in each of the last two years.
    case ministers
    case secretariat
    /// A named exercise that recurs.
    case exercise
    /// A live data link.
    case dataLink = "data-link"
    /// A written commitment to consult.
    case consultation
    /// A standing economic track.
    case economy
    /// Renewed after a change of government.
    case renewal

    /// Evidence is dated meetings, and they must be recent and repeated.
    public var isOfMeetings: Bool { self == .leaders || self == .ministers }
  }

  /// A tie or an event that a point can rest on.
  public struct Evidence: Hashable, Sendable {
    public let point: Point
    /// The id of the tie or event.
    public let id: String
    public let from: Day
    /// Nil while in force; of no account for meetings.
    public let to: Day?

    public init(point: Point, id: String, from: Day, to: Day? = nil) {
      self.point = point
      self.id = id
      self.from = from
      self.to = to
    }
  }

  /// A point with what it rests on.
  public struct Awarded: Hashable, Sendable {
    public let point: Point
    public let holds: Bool
    /// Ids, in order of date; for a point that does not hold, what there is short of it.
    public let evidence: [String]
  }

  public let day: Day
  public let points: [Awarded]

  /// The number of points that hold: exact, given the evidence.
  public var index: Int { points.count(where: \.holds) }

  /// - Complexity: O(evidence).
  public init(on day: Day, evidence: [Evidence]) {
    self.day = day
    points = Point.allCases.map { point in
      let known = evidence.filter { $0.point == point && $0.from <= day }
        .sorted { ($0.from, $0.id) < ($1.from, $1.id) }
      guard point.isOfMeetings else {
        let standing = known.filter { $0.to.map { day <= $0 } ?? true }
        return Awarded(
          point: point, holds: !standing.isEmpty, evidence: standing.map(\.id))
      }
      let recent = known.filter { day.days(since: $0.from) < 730 }
      let lastYear = recent.contains { day.days(since: $0.from) < 365 }
      let yearBefore = recent.contains { day.days(since: $0.from) >= 365 }
      return Awarded(
        point: point, holds: lastYear && yearBefore, evidence: recent.map(\.id))
    }
  }
}
