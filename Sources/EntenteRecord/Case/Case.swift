/// A case: who the states are, what happened between them, what was measured, and what is claimed.
///
/// Everything in it has been checked against everything else, but for the parameters of the
/// claims' tests, which the tests themselves read.
public struct Case: Sendable {
  /// Which series affinity is measured on, and what belongs to it.
  public struct AffinitySource: Sendable {
    public let series: String
    public let coverage: [CoverageRow]
    /// Empty where the case ships none; then effects are fitted on the case's own states.
    public let actorEffects: [ActorEffectRow]
    /// Raw weekly sums of unrelated pairs.
    public let controls: [Dyad: [Series.Observation]]

    public init(
      series: String, coverage: [CoverageRow], actorEffects: [ActorEffectRow],
      controls: [Dyad: [Series.Observation]]
    ) {
      self.series = series
      self.coverage = coverage
      self.actorEffects = actorEffects
      self.controls = controls
    }
  }

  public let id: String
  public let title: String
  public let question: String?
  public let window: Span
  public let actors: [Actor]
  public let groups: [Group]
  /// Ids of the groups that the brief holds against each other; empty or two.
  public let blocs: [String]
  public let affinity: AffinitySource?
  /// Id of the series of directed pairs of which the brief asks who moves first.
  public let directed: String?
  /// Events that compete as explanations in the brief.
  public let triggers: [String]
  /// The common shock among them.
  public let shock: String?
  /// What strategies need beyond the tables.
  public let strategies: StrategyDeclaration
  /// What groups of states rest their institutions on.
  public let institutions: [InstitutionDeclaration]
  /// In the order of their declaration.
  public let series: [Series]
  public let events: [Event]
  public let categories: [EventCategory]
  public let facts: [Fact]
  public let ties: [Tie]
  public let attributes: [Attribute]
  public let documents: [Document]
  public let claims: [Claim]
  public let questions: [Question]
  /// SHA-256 of every file read, by path relative to the case, in order of path.
  public let files: [CaseFile]

  public init(
    id: String, title: String, question: String?, window: Span, actors: [Actor], groups: [Group],
    blocs: [String], affinity: AffinitySource?, directed: String? = nil, triggers: [String],
    shock: String?,
    strategies: StrategyDeclaration = .empty, institutions: [InstitutionDeclaration] = [],
    series: [Series], events: [Event], categories: [EventCategory], facts: [Fact], ties: [Tie],
    attributes: [Attribute], documents: [Document], claims: [Claim], questions: [Question],
    files: [CaseFile]
  ) {
    self.id = id
    self.title = title
    self.question = question
    self.window = window
    self.actors = actors
    self.groups = groups
    self.blocs = blocs
    self.affinity = affinity
    self.directed = directed
    self.triggers = triggers
    self.shock = shock
    self.strategies = strategies
    self.institutions = institutions
    self.series = series
    self.events = events
    self.categories = categories
    self.facts = facts
    self.ties = ties
    self.attributes = attributes
    self.documents = documents
    self.claims = claims
    self.questions = questions
    self.files = files
  }

  /// Codes of the states that stand in every partition, in alphabetical order.
  public var core: [ActorCode] { actors.filter { $0.role == .core }.map(\.code).sorted() }

  public func actor(_ code: ActorCode) -> Actor? { actors.first { $0.code == code } }
  public func event(_ id: String) -> Event? { events.first { $0.id == id } }
  public func group(_ id: String) -> Group? { groups.first { $0.id == id } }
  public func series(_ id: String) -> Series? { series.first { $0.declaration.id == id } }
  public func name(of code: ActorCode) -> String { actor(code)?.name ?? code.text }

  /// `China-North Korea`.
  public func name(of dyad: Dyad) -> String { "\(name(of: dyad.first))-\(name(of: dyad.second))" }
}

/// A file that a case was read from.
public struct CaseFile: Hashable, Codable, Sendable {
  public let path: String
  public let sha256: String
  public let rows: Int

  public init(path: String, sha256: String, rows: Int) {
    self.path = path
    self.sha256 = sha256
    self.rows = rows
  }
}
