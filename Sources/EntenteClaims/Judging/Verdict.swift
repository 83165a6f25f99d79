public import EntenteNumerics

/// What is said of a claim, a part of one, or a test.
public enum Verdict: String, Codable, CaseIterable, Sendable {
  case supported
  case contradicted
  case mixed
  case cannotTell = "cannot tell"
  /// The horizon is still open.
  case notYet = "not yet"
  /// Value, intent, or no wording that data could settle.
  case untestable

  /// Whether the data decide.
  public var isDecided: Bool { self == .supported || self == .contradicted || self == .mixed }
}

/// A line of evidence: a number (or a record), how it came about, and the way back to its data.
public struct Evidence: Hashable, Codable, Sendable {
  /// Stable and readable: `affinity.CHN-PRK.2023H2`.
  public let id: String
  /// What it says, a sentence.
  public let text: String
  public let estimate: Estimate?
  /// Id of the method, an anchor in the methods.
  public let method: String
  /// Ids of series, `chronology`, `facts`, `attributes` or `questions`.
  public let sources: [String]
  public let sample: String

  public init(
    id: String, text: String, estimate: Estimate? = nil, method: String, sources: [String],
    sample: String
  ) {
    self.id = id
    self.text = text
    self.estimate = estimate
    self.method = method
    self.sources = sources
    self.sample = sample
  }
}

/// What one test of a claim found, under one set of choices.
public struct TestOutcome: Hashable, Codable, Sendable {
  /// `1.7a/1.2`: claim, part, test.
  public let id: String
  public let test: String
  public let verdict: Verdict
  /// One sentence, made by the test's rule from its numbers.
  public let finding: String
  /// Why it cannot be told, with the row of the power table that says so.
  public let reason: String?
  public let evidence: [Evidence]
  public let assumptions: [String]
  /// What would turn the verdict, in words: `a break after 18 Aug 2023`.
  public let wouldFlip: String

  public init(
    id: String, test: String, verdict: Verdict, finding: String, reason: String? = nil,
    evidence: [Evidence], assumptions: [String] = [], wouldFlip: String
  ) {
    self.id = id
    self.test = test
    self.verdict = verdict
    self.finding = finding
    self.reason = reason
    self.evidence = evidence
    self.assumptions = assumptions
    self.wouldFlip = wouldFlip
  }
}

/// How often a verdict stands when the reasonable choices are changed.
public struct Stability: Hashable, Codable, Sendable {
  /// One analysis of the grid.
  public struct Analysis: Hashable, Codable, Sendable {
    /// `blocks of 13 weeks; actor effects left in`.
    public let choices: [String]
    public let verdict: Verdict

    public init(choices: [String], verdict: Verdict) {
      self.choices = choices
      self.verdict = verdict
    }
  }

  public let analyses: [Analysis]
  /// How many of them give the verdict of the default choices.
  public let standing: Int
  /// Choices whose change alone turns the verdict, in words.
  public let flips: [String]

  public init(analyses: [Analysis], standing: Int, flips: [String]) {
    self.analyses = analyses
    self.standing = standing
    self.flips = flips
  }
}

/// The verdict on a part of a claim.
public struct PartVerdict: Hashable, Codable, Sendable {
  public let text: String
  /// `core` or `setting`.
  public let role: String
  public let verdict: Verdict
  public let tests: [TestOutcome]

  public init(text: String, role: String, verdict: Verdict, tests: [TestOutcome]) {
    self.text = text
    self.role = role
    self.verdict = verdict
    self.tests = tests
  }
}

/// The verdict on a claim.
public struct ClaimVerdict: Hashable, Codable, Sendable {
  public let id: String
  public let document: String
  public let paragraph: Int?
  public let kinds: [String]
  public let isNegated: Bool
  public let subject: String
  public let paraphrase: String
  public let actors: [String]
  public let repeats: [String]
  public let note: String?
  public let verdict: Verdict
  /// The verdict before the rule that under half of the analyses it becomes `cannot tell`.
  public let verdictAtDefaults: Verdict
  public let parts: [PartVerdict]
  public let stability: Stability
  /// A sentence that says why.
  public let because: String
  /// What would flip it.
  public let wouldFlip: [String]
  /// Ids of the data that it rests on.
  public let restsOn: [String]

  public init(
    id: String, document: String, paragraph: Int?, kinds: [String], isNegated: Bool,
    subject: String, paraphrase: String, actors: [String], repeats: [String], note: String?,
    verdict: Verdict, verdictAtDefaults: Verdict, parts: [PartVerdict], stability: Stability,
    because: String, wouldFlip: [String], restsOn: [String]
  ) {
    self.id = id
    self.document = document
    self.paragraph = paragraph
    self.kinds = kinds
    self.isNegated = isNegated
    self.subject = subject
    self.paraphrase = paraphrase
    self.actors = actors
    self.repeats = repeats
    self.note = note
    self.verdict = verdict
    self.verdictAtDefaults = verdictAtDefaults
    self.parts = parts
    self.stability = stability
    self.because = because
    self.wouldFlip = wouldFlip
    self.restsOn = restsOn
  }
}
