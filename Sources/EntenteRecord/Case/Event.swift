/// The PLOVER event types, and statements, which PLOVER drops.
public enum EventType: String, CaseIterable, Codable, Sendable {
  case agree = "AGREE"
  case consult = "CONSULT"
  case support = "SUPPORT"
  case concede = "CONCEDE"
  case cooperate = "COOPERATE"
  case aid = "AID"
  case retreat = "RETREAT"
  case request = "REQUEST"
  case accuse = "ACCUSE"
  case reject = "REJECT"
  case threaten = "THREATEN"
  case protest = "PROTEST"
  case sanction = "SANCTION"
  case mobilize = "MOBILIZE"
  case coerce = "COERCE"
  case assault = "ASSAULT"
  case statement = "STATEMENT"
}

/// How good the evidence for a contested event is.
public enum EvidenceGrade: String, CaseIterable, Codable, Sendable {
  /// Acknowledged by both sides, or physical evidence examined by an independent body.
  case acknowledged = "A"
  /// One side's claim with independent support.
  case supported = "B"
  /// One side's claim with evidence that others cannot check fully.
  case claimed = "C"
  /// Assertion only, or contradicted by others.
  case asserted = "D"
}

/// A dated event of a case's chronology.
public struct Event: Hashable, Sendable {
  public let id: String
  public let day: Day
  /// Whether the day itself is firm; says nothing about what happened.
  public let dayIsCertain: Bool
  public let sources: [ActorCode]
  public let targets: [ActorCode]
  public let type: EventType
  /// +1, -1 or 0.
  public let sign: Int
  public let category: String
  public let claimedBy: [ActorCode]
  public let deniedBy: [ActorCode]
  /// Set for contested events only.
  public let grade: EvidenceGrade?
  public let text: String
  /// A source, or nil for `unreferenced`.
  public let reference: String?
  public let place: Place

  public init(
    id: String, day: Day, dayIsCertain: Bool, sources: [ActorCode], targets: [ActorCode],
    type: EventType, sign: Int, category: String, claimedBy: [ActorCode], deniedBy: [ActorCode],
    grade: EvidenceGrade?, text: String, reference: String?, place: Place
  ) {
    self.id = id
    self.day = day
    self.dayIsCertain = dayIsCertain
    self.sources = sources
    self.targets = targets
    self.type = type
    self.sign = sign
    self.category = category
    self.claimedBy = claimedBy
    self.deniedBy = deniedBy
    self.grade = grade
    self.text = text
    self.reference = reference
    self.place = place
  }

  /// A meeting, treaty or drill: the same states on both sides.
  public var isJoint: Bool { Set(sources) == Set(targets) && sources.count > 1 }
  public var isContested: Bool { grade != nil }
}

/// How complete a category of the chronology is.
public struct EventCategory: Hashable, Sendable {
  public enum Completeness: String, CaseIterable, Codable, Sendable {
    case complete
    case nearlyComplete = "nearly-complete"
    /// Counts over it measure the collector.
    case sample
    case none
  }

  public let id: String
  public let span: Span
  public let state: Completeness
  public let note: String

  public init(id: String, span: Span, state: Completeness, note: String) {
    self.id = id
    self.span = span
    self.state = state
    self.note = note
  }
}
