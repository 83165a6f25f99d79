public import EntenteNumerics
public import EntenteRecord

// What is judged and told: events, rivals, documents, questions, readings, notes.
extension BriefReport {
  public struct EventMark: Codable, Sendable {
    public var id: String
    public var day: Day
    public var text: String
    public var actors: [ActorCode]
    public var isTrigger: Bool
    public var isContested: Bool
    public var grade: String?
    public var reference: String?

    public init(
      id: String, day: Day, text: String, actors: [ActorCode], isTrigger: Bool, isContested: Bool,
      grade: String? = nil, reference: String? = nil
    ) {
      self.id = id
      self.day = day
      self.text = text
      self.actors = actors
      self.isTrigger = isTrigger
      self.isContested = isContested
      self.grade = grade
      self.reference = reference
    }
  }

  public struct RivalsReport: Codable, Sendable {
    public struct Weight: Codable, Sendable {
      /// Event id, or `accumulation`, `shock`, `none`.
      public var id: String
      public var label: String
      public var day: Day?
      public var weight: Double
      public var low: Double?
      public var high: Double?
      /// `before`, `inside` or `after` the break's interval, by leg: `PRK-RUS: 17 months before ...`.
      public var order: [String]
      /// Placebo rank of the effect among dates, such as 0.05.
      public var placebo: Double?
      public var power: Double?
      public var effects: [Effect]
      public var evidence: String

      public init(
        id: String, label: String, day: Day? = nil, weight: Double, low: Double? = nil,
        high: Double? = nil, order: [String], placebo: Double? = nil, power: Double? = nil,
        effects: [Effect], evidence: String
      ) {
        self.id = id
        self.label = label
        self.day = day
        self.weight = weight
        self.low = low
        self.high = high
        self.order = order
        self.placebo = placebo
        self.power = power
        self.effects = effects
        self.evidence = evidence
      }
    }
    public struct Effect: Codable, Sendable {
      public var dyad: Dyad
      public var estimate: Estimate
      public var placeboDates: Double?
      public var placeboDyads: Double?

      public init(
        dyad: Dyad, estimate: Estimate, placeboDates: Double? = nil, placeboDyads: Double? = nil
      ) {
        self.dyad = dyad
        self.estimate = estimate
        self.placeboDates = placeboDates
        self.placeboDyads = placeboDyads
      }
    }
    /// `axis`, or the dyad when one leg alone.
    public var id: String
    public var title: String
    public var responses: [Dyad]
    public var weights: [Weight]
    public var decision: String
    public var nearby: [String]
    public var independentDates: Double?
    public var smallestEffectSeen: Double?

    public init(
      id: String, title: String, responses: [Dyad], weights: [Weight], decision: String,
      nearby: [String], independentDates: Double? = nil, smallestEffectSeen: Double? = nil
    ) {
      self.id = id
      self.title = title
      self.responses = responses
      self.weights = weights
      self.decision = decision
      self.nearby = nearby
      self.independentDates = independentDates
      self.smallestEffectSeen = smallestEffectSeen
    }
  }

  public struct MeasureReport: Codable, Sendable {
    public var id: String
    public var title: String
    public var period: String
    public var estimate: Estimate?
    public var note: String
    public var evidence: String

    public init(
      id: String, title: String, period: String, estimate: Estimate? = nil, note: String,
      evidence: String
    ) {
      self.id = id
      self.title = title
      self.period = period
      self.estimate = estimate
      self.note = note
      self.evidence = evidence
    }
  }

  public struct DocumentReport: Codable, Sendable {
    public var id: String
    public var title: String
    public var author: String
    public var outlet: String
    public var date: String
    public var leansOn: [String]
    public var claims: Int
    /// Claims that repeat another document's.
    public var repeating: Int
    public var counts: [String: Int]

    public init(
      id: String, title: String, author: String, outlet: String, date: String, leansOn: [String],
      claims: Int, repeating: Int, counts: [String: Int]
    ) {
      self.id = id
      self.title = title
      self.author = author
      self.outlet = outlet
      self.date = date
      self.leansOn = leansOn
      self.claims = claims
      self.repeating = repeating
      self.counts = counts
    }
  }

  public struct QuestionReport: Codable, Sendable {
    public var id: String
    public var question: String
    public var issuedBy: String
    public var issued: Day
    public var horizon: Day
    public var outcome: String
    public var resolved: Day?
    public var claim: String?
    public var isRetrodiction: Bool

    public init(
      id: String, question: String, issuedBy: String, issued: Day, horizon: Day, outcome: String,
      resolved: Day? = nil, claim: String? = nil, isRetrodiction: Bool
    ) {
      self.id = id
      self.question = question
      self.issuedBy = issuedBy
      self.issued = issued
      self.horizon = horizon
      self.outcome = outcome
      self.resolved = resolved
      self.claim = claim
      self.isRetrodiction = isRetrodiction
    }
  }

  /// The axis question under one set of choices.
  public struct ReadingReport: Codable, Sendable {
    public var choices: [String]
    public var reading: String
    public var warmLegs: [String]

    public init(
      choices: [String], reading: String, warmLegs: [String]
    ) {
      self.choices = choices
      self.reading = reading
      self.warmLegs = warmLegs
    }
  }

  public struct MethodNote: Codable, Sendable {
    public var id: String
    public var title: String
    public var text: String
    public var reference: String

    public init(
      id: String, title: String, text: String, reference: String
    ) {
      self.id = id
      self.title = title
      self.text = text
      self.reference = reference
    }
  }

  public struct SourceNote: Codable, Sendable {
    public var id: String
    public var title: String
    public var source: String
    public var terms: String
    public var file: String
    public var sha256: String

    public init(
      id: String, title: String, source: String, terms: String, file: String, sha256: String
    ) {
      self.id = id
      self.title = title
      self.source = source
      self.terms = terms
      self.file = file
      self.sha256 = sha256
    }
  }
}
