/// A finding that no series can give: what a text says, who attended.
public struct Fact: Hashable, Sendable {
  public enum Known: String, CaseIterable, Codable, Sendable {
    case read, recalled, unreferenced
  }

  public let id: String
  public let finding: String
  public let source: String
  public let known: Known
  public let note: String
  public let place: Place

  public init(id: String, finding: String, source: String, known: Known, note: String, place: Place)
  {
    self.id = id
    self.finding = finding
    self.source = source
    self.known = known
    self.note = note
    self.place = place
  }
}

/// A treaty, alliance, forum or set of sanctions.
public struct Tie: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Codable, Sendable {
    case alliance, treaty, forum, sanctions, agreement, exercise
  }
  public enum Obligation: String, CaseIterable, Codable, Sendable {
    case defence, consultation, neutrality
    case nonAggression = "non-aggression"
    case none
  }

  public let id: String
  public let kind: Kind
  public let members: [ActorCode]
  public let start: Day
  public let end: Day?
  public let obligation: Obligation?
  public let isCertain: Bool
  public let text: String
  public let reference: String?
  public let place: Place

  public init(
    id: String, kind: Kind, members: [ActorCode], start: Day, end: Day?, obligation: Obligation?,
    isCertain: Bool, text: String, reference: String?, place: Place
  ) {
    self.id = id
    self.kind = kind
    self.members = members
    self.start = start
    self.end = end
    self.obligation = obligation
    self.isCertain = isCertain
    self.text = text
    self.reference = reference
    self.place = place
  }
}

/// A yearly number of a state or a pair.
public struct Attribute: Hashable, Sendable {
  public let subject: Subject
  public let year: Int
  public let variable: String
  public let value: Double
  public let unit: String
  /// A read in a source, B recalled and well attested, C recalled only.
  public let certainty: String
  public let source: String
  public let place: Place

  public init(
    subject: Subject, year: Int, variable: String, value: Double, unit: String, certainty: String,
    source: String, place: Place
  ) {
    self.subject = subject
    self.year = year
    self.variable = variable
    self.value = value
    self.unit = unit
    self.certainty = certainty
    self.source = source
    self.place = place
  }
}
