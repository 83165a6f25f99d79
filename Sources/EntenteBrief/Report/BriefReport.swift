public import EntenteClaims
public import EntenteNumerics
public import EntenteRecord

/// Everything that a brief says, as values: `brief.json` is this, and page and terminal are made
/// from it alone, so they cannot disagree.
public struct BriefReport: Codable, Sendable {
  public var schema = "entente-brief/1"
  public var program: Program
  public var run: Run
  public var title: String
  public var question: String?
  /// Last day of the series that affinity is measured on.
  public var asOf: Day?
  public var coverage: Coverage
  public var headline: Headline
  public var keyNumbers: [KeyNumber]
  /// In the fixed order of the questions.
  public var answers: [Answer]
  public var actors: [Named]
  public var groups: [GroupReport]
  /// Every dyad of the core states: its level in the current period.
  public var legs: [LegReport]
  /// Every dyad in every period.
  public var periods: [PeriodReport]
  public var blocs: BlocReport?
  public var dating: [DyadDating]
  public var curves: [Curve]
  public var marks: [EventMark]
  public var attribution: [RivalsReport]
  /// The first bloc's pairs about the date of the likeliest trigger; empty without triggers.
  public var paths: [PathReport]
  /// Absent where the case knows too few events.
  public var cascade: CascadeReport?
  /// Absent where the case names no directed series.
  public var moves: MovesReport?
  public var measures: [MeasureReport]
  /// Every core state in every year; empty where the case knows too little.
  public var strategies: [StrategyReport]
  /// Absent where the case has no bloc around a hub, or no volume.
  public var hub: HubReport?
  /// States that may hedge; absent where the case names none.
  public var hedging: [HedgingReport]?
  public var documents: [DocumentReport]
  public var claims: [ClaimVerdict]
  public var questions: [QuestionReport]
  /// Events after the last day of the series: told as record, not as measurement.
  public var afterwards: [EventMark]
  /// Events that findings name by their ids, so that a reader can be shown their titles.
  public var mentioned: [EventMark]
  /// The headline's reading under every set of choices.
  public var robustness: [ReadingReport]
  public var methods: [MethodNote]
  public var sources: [SourceNote]
  public var limits: [String]
  public var citations: [String]
  /// Every number's line; claims' evidence stands with the claims too.
  public var evidence: [Evidence]

  public init(
    schema: String = "entente-brief/1", program: Program, run: Run, title: String,
    question: String? = nil, asOf: Day? = nil, coverage: Coverage, headline: Headline,
    keyNumbers: [KeyNumber], answers: [Answer], actors: [Named], groups: [GroupReport],
    legs: [LegReport], periods: [PeriodReport], blocs: BlocReport? = nil, dating: [DyadDating],
    curves: [Curve], marks: [EventMark], attribution: [RivalsReport],
    paths: [PathReport] = [], cascade: CascadeReport? = nil, moves: MovesReport? = nil,
    measures: [MeasureReport],
    strategies: [StrategyReport], hub: HubReport? = nil, hedging: [HedgingReport]? = nil,
    documents: [DocumentReport], claims: [ClaimVerdict],
    questions: [QuestionReport],
    afterwards: [EventMark], mentioned: [EventMark], robustness: [ReadingReport],
    methods: [MethodNote],
    sources: [SourceNote], limits: [String], citations: [String], evidence: [Evidence]
  ) {
    self.schema = schema
    self.program = program
    self.run = run
    self.title = title
    self.question = question
    self.asOf = asOf
    self.coverage = coverage
    self.headline = headline
    self.keyNumbers = keyNumbers
    self.answers = answers
    self.actors = actors
    self.groups = groups
    self.legs = legs
    self.periods = periods
    self.blocs = blocs
    self.dating = dating
    self.curves = curves
    self.marks = marks
    self.attribution = attribution
    self.paths = paths
    self.cascade = cascade
    self.moves = moves
    self.measures = measures
    self.strategies = strategies
    self.hub = hub
    self.hedging = hedging
    self.documents = documents
    self.claims = claims
    self.questions = questions
    self.afterwards = afterwards
    self.mentioned = mentioned
    self.robustness = robustness
    self.methods = methods
    self.sources = sources
    self.limits = limits
    self.citations = citations
    self.evidence = evidence
  }
}

extension BriefReport {
  public struct Program: Codable, Sendable {
    public var name: String
    public var version: String

    public init(
      name: String, version: String
    ) {
      self.name = name
      self.version = version
    }
  }

  public struct Run: Codable, Sendable {
    public var caseID: String
    public var seed: UInt64
    public var draws: Int
    public var files: [CaseFile]

    public init(
      caseID: String, seed: UInt64, draws: Int, files: [CaseFile]
    ) {
      self.caseID = caseID
      self.seed = seed
      self.draws = draws
      self.files = files
    }
  }

  public struct Coverage: Codable, Sendable {
    public var weeks: Int
    public var from: Day?
    public var to: Day?
    public var missingDays: Int
    /// Present days per week, from the first week on.
    public var daysPresent: [Int]

    public init(
      weeks: Int, from: Day? = nil, to: Day? = nil, missingDays: Int, daysPresent: [Int]
    ) {
      self.weeks = weeks
      self.from = from
      self.to = to
      self.missingDays = missingDays
      self.daysPresent = daysPresent
    }
  }

  public struct Headline: Codable, Sendable {
    public var text: String
    /// One or two sentences under it.
    public var deck: String
    /// `As of 23 Feb 2024, the last day of the series`, with a full stop.
    public var asOf: String
    /// A code that other outputs are checked against: `all-legs`, `two-legs`, `one-leg`, `no-leg`,
    /// `not-measured`.
    public var reading: String

    public init(
      text: String, deck: String, asOf: String, reading: String
    ) {
      self.text = text
      self.deck = deck
      self.asOf = asOf
      self.reading = reading
    }
  }

  /// One of the numbers beside the headline.
  public struct KeyNumber: Codable, Sendable {
    public var label: String
    public var estimate: Estimate
    /// `41%`, as printed.
    public var display: String
    public var interval: String
    /// `about as likely as not`.
    public var word: String
    public var definition: String
    public var evidence: String

    public init(
      label: String, estimate: Estimate, display: String, interval: String, word: String,
      definition: String, evidence: String
    ) {
      self.label = label
      self.estimate = estimate
      self.display = display
      self.interval = interval
      self.word = word
      self.definition = definition
      self.evidence = evidence
    }
  }

  public struct Answer: Codable, Sendable {
    /// `axis`, `since`, `triggers`, `claims`, `sure`; a question whose analysis does not exist is
    /// left out.
    public var id: String
    public var question: String
    public var answer: String
    public var evidence: [String]

    public init(
      id: String, question: String, answer: String, evidence: [String]
    ) {
      self.id = id
      self.question = question
      self.answer = answer
      self.evidence = evidence
    }
  }

  public struct Named: Codable, Sendable {
    public var code: ActorCode
    public var name: String
    public var role: String

    public init(
      code: ActorCode, name: String, role: String
    ) {
      self.code = code
      self.name = name
      self.role = role
    }
  }

  public struct GroupReport: Codable, Sendable {
    public var id: String
    public var title: String
    public var members: [ActorCode]

    public init(
      id: String, title: String, members: [ActorCode]
    ) {
      self.id = id
      self.title = title
      self.members = members
    }
  }
}
