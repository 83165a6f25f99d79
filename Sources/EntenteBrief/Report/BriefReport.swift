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
  public var measures: [MeasureReport]
  public var documents: [DocumentReport]
  public var claims: [ClaimVerdict]
  public var questions: [QuestionReport]
  /// Events after the last day of the series: told as record, not as measurement.
  public var afterwards: [EventMark]
  /// The headline's reading under every set of choices.
  public var robustness: [ReadingReport]
  public var methods: [MethodNote]
  public var sources: [SourceNote]
  public var limits: [String]
  public var citations: [String]
  /// Every number's line; claims' evidence stands with the claims too.
  public var evidence: [Evidence]
}

extension BriefReport {
  public struct Program: Codable, Sendable {
    public var name: String
    public var version: String
  }

  public struct Run: Codable, Sendable {
    public var caseID: String
    public var seed: UInt64
    public var draws: Int
    public var files: [CaseFile]
  }

  public struct Coverage: Codable, Sendable {
    public var weeks: Int
    public var from: Day?
    public var to: Day?
    public var missingDays: Int
    /// Present days per week, from the first week on.
    public var daysPresent: [Int]
  }

  public struct Headline: Codable, Sendable {
    public var text: String
    /// One or two sentences under it.
    public var deck: String
    /// The last day of the series, as a sentence.
    public var asOf: String
    /// A code that other outputs are checked against: `all-legs`, `two-legs`, `one-leg`, `no-leg`,
    /// `not-measured`.
    public var reading: String
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
  }

  public struct Answer: Codable, Sendable {
    /// `axis`, `since`, `triggers`, `claims`, `sure`; a question whose analysis does not exist is
    /// left out.
    public var id: String
    public var question: String
    public var answer: String
    public var evidence: [String]
  }

  public struct Named: Codable, Sendable {
    public var code: ActorCode
    public var name: String
    public var role: String
  }

  public struct GroupReport: Codable, Sendable {
    public var id: String
    public var title: String
    public var members: [ActorCode]
  }

  public struct LegReport: Codable, Sendable {
    public var dyad: Dyad
    public var name: String
    /// Id of the bloc it lies inside, or `across`, or `other`.
    public var side: String
    public var period: String
    /// Adjusted affinity: tamed share of the week's news, actor effects removed.
    public var adjusted: Estimate?
    /// The same with actor effects left in.
    public var unadjusted: Estimate?
    /// Mean raw weekly sum, never counted.
    public var raw: Estimate?
    /// `warm`, `cold` or `cannot tell`.
    public var word: String
    public var evidence: String
  }

  public struct PeriodReport: Codable, Sendable {
    public struct Cell: Codable, Sendable {
      public var dyad: Dyad
      public var adjusted: Estimate?
      public var unadjusted: Estimate?
      public var evidence: String
    }
    public var period: String
    public var from: Day
    public var to: Day
    public var weeks: Int
    /// Fewer than 13 weeks of data: not shown as a period.
    public var isThin: Bool
    public var cells: [Cell]
  }

  public struct BlocReport: Codable, Sendable {
    public struct Support: Codable, Sendable {
      /// `CHN PRK RUS | JPN KOR USA`.
      public var partition: String
      public var share: Double
      public var low: Double
      public var high: Double
    }
    public struct Period: Codable, Sendable {
      public var period: String
      public var weeks: Int
      public var isThin: Bool
      public var bestTwoWay: String
      public var twoWay: [Support]
      public var bestAny: String
      public var any: [Support]
      /// Support of the split into the case's two blocs.
      public var supportOfBlocs: Double?
      public var allLegsWarm: Estimate?
      public var allCrossCold: Estimate?
      public var evidence: String
    }
    public struct Change: Codable, Sendable {
      public var from: String
      public var to: String
      public var before: String
      public var after: String
      /// Whether the change of best partition is supported in nine draws of ten.
      public var isSupported: Bool
    }
    public var periods: [Period]
    public var changes: [Change]
    /// Draws of the bootstrap that supports rest on.
    public var draws: Int
  }

  public struct BreakReport: Codable, Sendable {
    public var week: Day
    public var from: Day
    public var to: Day
    /// +1 warmer, -1 colder.
    public var direction: Int
    public var size: Estimate
    public var sizeInSD: Double
    /// A lasting shift, not a passing episode.
    public var isLasting: Bool
    public var evidence: String
  }

  public struct DyadDating: Codable, Sendable {
    public var dyad: Dyad
    public var name: String
    public var side: String
    /// Of no break at all.
    public var pValue: Double
    public var pStandardError: Double
    /// Benjamini-Hochberg over all dyads tested.
    public var pAdjusted: Double
    public var survives: Bool
    public var breaks: [BreakReport]
    public var pulseWeek: Day?
    public var pulseZ: Double?
    public var residualSD: Double
    /// Power to see a lasting shift of one and of two residual SDs in mid-series.
    public var powerOneSD: Estimate?
    public var powerTwoSD: Estimate?
    /// Why it could not be dated, if so.
    public var problem: String?
    public var evidence: String
  }

  /// Weekly adjusted affinity for drawing.
  public struct Curve: Codable, Sendable {
    public var dyad: Dyad
    public var start: Day
    /// One a week; nil where no day is present.
    public var values: [Double?]
    /// Segment means between breaks: index of first week, mean.
    public var levels: [Level]
    public struct Level: Codable, Sendable {
      public var from: Int
      public var to: Int
      public var mean: Double
    }
  }

  public struct EventMark: Codable, Sendable {
    public var id: String
    public var day: Day
    public var text: String
    public var actors: [ActorCode]
    public var isTrigger: Bool
    public var isContested: Bool
    public var grade: String?
    public var reference: String?
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
      /// `before`, `inside` or `after` the break's interval, by leg: `PRK-RUS: 17 months before`.
      public var order: [String]
      /// Placebo rank of the effect among dates.
      public var placebo: Double?
      public var power: Double?
      public var effects: [Effect]
      public var evidence: String
    }
    public struct Effect: Codable, Sendable {
      public var dyad: Dyad
      public var estimate: Estimate
      public var placeboDates: Double?
      public var placeboDyads: Double?
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
  }

  public struct MeasureReport: Codable, Sendable {
    public var id: String
    public var title: String
    public var period: String
    public var estimate: Estimate?
    public var note: String
    public var evidence: String
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
  }

  /// The axis question under one set of choices.
  public struct ReadingReport: Codable, Sendable {
    public var choices: [String]
    public var reading: String
    public var warmLegs: [String]
  }

  public struct MethodNote: Codable, Sendable {
    public var id: String
    public var title: String
    public var text: String
    public var reference: String
  }

  public struct SourceNote: Codable, Sendable {
    public var id: String
    public var title: String
    public var source: String
    public var terms: String
    public var file: String
    public var sha256: String
  }
}
