/// A state of a case.
public struct Actor: Hashable, Sendable {
  public enum Role: String, CaseIterable, Sendable, Codable {
    /// In every partition and every table.
    case core
    /// Only where a claim needs it.
    case context
  }

  /// A name or an office holder, with the days between which it holds.
  public struct Dated: Hashable, Sendable {
    public let name: String
    public let office: String?
    public let from: Day?
    public let to: Day?

    public init(name: String, office: String? = nil, from: Day? = nil, to: Day? = nil) {
      self.name = name
      self.office = office
      self.from = from
      self.to = to
    }

    public func holds(on day: Day) -> Bool {
      (from ?? day) <= day && day <= (to ?? day)
    }
  }

  public let code: ActorCode
  /// Correlates of War number, if it has one.
  public let cow: Int?
  public let role: Role
  /// Never empty; the last is the short name that a reader sees.
  public let names: [Dated]
  public let adjective: String?
  public let aliases: [String]
  public let leaders: [Dated]
  public let place: Place

  public init(
    code: ActorCode, cow: Int?, role: Role, names: [Dated], adjective: String?,
    aliases: [String], leaders: [Dated], place: Place
  ) {
    self.code = code
    self.cow = cow
    self.role = role
    self.names = names
    self.adjective = adjective
    self.aliases = aliases
    self.leaders = leaders
    self.place = place
  }

  /// The short name shown to readers.
  public var name: String { names.last?.name ?? code.text }
}

/// A named set of states.
public struct Group: Hashable, Sendable {
  public let id: String
  public let title: String
  public let members: [ActorCode]
  public let place: Place

  public init(id: String, title: String, members: [ActorCode], place: Place) {
    self.id = id
    self.title = title
    self.members = members
    self.place = place
  }
}
