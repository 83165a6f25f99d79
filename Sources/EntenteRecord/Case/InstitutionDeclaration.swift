/// What a group of states rests its institution on: events and ties, by the point that they give.
public struct InstitutionDeclaration: Hashable, Sendable {
  /// A point of the index with the ids of the events and ties behind it.
  public struct Point: Hashable, Sendable {
    public let name: String
    public let sources: [String]

    public init(name: String, sources: [String]) {
      self.name = name
      self.sources = sources
    }
  }

  /// The id of the group.
  public let group: String
  public let points: [Point]

  /// Names of the points; those of meetings look for an event first, all others for a tie.
  public static let pointNames = [
    "leaders", "ministers", "secretariat", "exercise", "data-link", "consultation", "economy",
    "renewal",
  ]

  public init(group: String, points: [Point]) {
    self.group = group
    self.points = points
  }
}
