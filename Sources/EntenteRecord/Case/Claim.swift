/// A published article whose claims are judged.
public struct Document: Hashable, Sendable {
  public let id: String
  public let title: String
  public let author: String
  public let outlet: String
  /// A day, month or year, as text.
  public let date: String
  /// Documents that this one follows: their agreement counts as one source.
  public let leansOn: [String]
  public let place: Place

  public init(
    id: String, title: String, author: String, outlet: String, date: String, leansOn: [String],
    place: Place
  ) {
    self.id = id
    self.title = title
    self.author = author
    self.outlet = outlet
    self.date = date
    self.leansOn = leansOn
    self.place = place
  }
}

/// What a document asserts, in our own words, with the tests that would settle it.
public struct Claim: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Codable, Sendable {
    case descriptive, causal, predictive, normative, intent
  }

  /// One of the things a compound claim says.
  public struct Part: Hashable, Sendable {
    public enum Role: String, CaseIterable, Codable, Sendable {
      /// Decides the verdict.
      case core
      /// Shown beside it.
      case setting
    }

    public let text: String
    public let role: Role
    public let tests: [TestSpecification]

    public init(text: String, role: Role, tests: [TestSpecification]) {
      self.text = text
      self.role = role
      self.tests = tests
    }
  }

  public let id: String
  public let document: String
  public let paragraph: Int?
  public let line: Int?
  public let kinds: [Kind]
  /// The claim denies a cause.
  public let isNegated: Bool
  /// Claims of several documents on one subject face each other.
  public let subject: String
  public let paraphrase: String
  public let actors: [ActorCode]
  /// Claims that this one follows; together they are one source.
  public let repeats: [String]
  public let note: String?
  public let parts: [Part]
  public let place: Place

  public init(
    id: String, document: String, paragraph: Int?, line: Int?, kinds: [Kind], isNegated: Bool,
    subject: String, paraphrase: String, actors: [ActorCode], repeats: [String], note: String?,
    parts: [Part], place: Place
  ) {
    self.id = id
    self.document = document
    self.paragraph = paragraph
    self.line = line
    self.kinds = kinds
    self.isNegated = isNegated
    self.subject = subject
    self.paraphrase = paraphrase
    self.actors = actors
    self.repeats = repeats
    self.note = note
    self.parts = parts
    self.place = place
  }
}

/// A test by name, with parameters that only the test can read.
public struct TestSpecification: Hashable, Sendable {
  /// `CLAIM.PART.TEST`, counted from 1: `1.7a/1.2`.
  public let id: String
  public let name: String
  /// All keys but `test`.
  public let parameters: CaseNode

  public init(id: String, name: String, parameters: CaseNode) {
    self.id = id
    self.name = name
    self.parameters = parameters
  }

  public var place: Place { parameters.place }
}

/// A forecast question with its outcome.
public struct Question: Hashable, Sendable {
  public enum Outcome: String, CaseIterable, Codable, Sendable { case yes, no, open }

  public let id: String
  public let question: String
  public let issuedBy: String
  public let issued: Day
  public let horizon: Day
  public let rule: String
  public let outcome: Outcome
  public let resolved: Day?
  public let claim: String?
  public let note: String?
  public let place: Place

  public init(
    id: String, question: String, issuedBy: String, issued: Day, horizon: Day, rule: String,
    outcome: Outcome, resolved: Day?, claim: String?, note: String?, place: Place
  ) {
    self.id = id
    self.question = question
    self.issuedBy = issuedBy
    self.issued = issued
    self.horizon = horizon
    self.rule = rule
    self.outcome = outcome
    self.resolved = resolved
    self.claim = claim
    self.note = note
    self.place = place
  }
}
