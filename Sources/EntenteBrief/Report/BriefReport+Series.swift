public import EntenteNumerics
public import EntenteRecord

// What is measured on the series: legs, periods, blocs, breaks, curves.
extension BriefReport {
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

    public init(
      dyad: Dyad, name: String, side: String, period: String, adjusted: Estimate? = nil,
      unadjusted: Estimate? = nil, raw: Estimate? = nil, word: String, evidence: String
    ) {
      self.dyad = dyad
      self.name = name
      self.side = side
      self.period = period
      self.adjusted = adjusted
      self.unadjusted = unadjusted
      self.raw = raw
      self.word = word
      self.evidence = evidence
    }
  }

  public struct PeriodReport: Codable, Sendable {
    public struct Cell: Codable, Sendable {
      public var dyad: Dyad
      public var adjusted: Estimate?
      public var unadjusted: Estimate?
      public var evidence: String

      public init(
        dyad: Dyad, adjusted: Estimate? = nil, unadjusted: Estimate? = nil, evidence: String
      ) {
        self.dyad = dyad
        self.adjusted = adjusted
        self.unadjusted = unadjusted
        self.evidence = evidence
      }
    }
    public var period: String
    public var from: Day
    public var to: Day
    public var weeks: Int
    /// Fewer than 13 weeks of data: not shown as a period.
    public var isThin: Bool
    public var cells: [Cell]

    public init(
      period: String, from: Day, to: Day, weeks: Int, isThin: Bool, cells: [Cell]
    ) {
      self.period = period
      self.from = from
      self.to = to
      self.weeks = weeks
      self.isThin = isThin
      self.cells = cells
    }
  }

  public struct BlocReport: Codable, Sendable {
    public struct Support: Codable, Sendable {
      /// `CHN PRK RUS | JPN KOR USA`.
      public var partition: String
      public var share: Double
      public var low: Double
      public var high: Double

      public init(
        partition: String, share: Double, low: Double, high: Double
      ) {
        self.partition = partition
        self.share = share
        self.low = low
        self.high = high
      }
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

      public init(
        period: String, weeks: Int, isThin: Bool, bestTwoWay: String, twoWay: [Support],
        bestAny: String, any: [Support], supportOfBlocs: Double? = nil,
        allLegsWarm: Estimate? = nil, allCrossCold: Estimate? = nil, evidence: String
      ) {
        self.period = period
        self.weeks = weeks
        self.isThin = isThin
        self.bestTwoWay = bestTwoWay
        self.twoWay = twoWay
        self.bestAny = bestAny
        self.any = any
        self.supportOfBlocs = supportOfBlocs
        self.allLegsWarm = allLegsWarm
        self.allCrossCold = allCrossCold
        self.evidence = evidence
      }
    }
    public struct Change: Codable, Sendable {
      public var from: String
      public var to: String
      public var before: String
      public var after: String
      /// Whether the change of best partition is supported in nine draws of ten.
      public var isSupported: Bool

      public init(
        from: String, to: String, before: String, after: String, isSupported: Bool
      ) {
        self.from = from
        self.to = to
        self.before = before
        self.after = after
        self.isSupported = isSupported
      }
    }
    public var periods: [Period]
    public var changes: [Change]
    /// Draws of the bootstrap that supports rest on.
    public var draws: Int

    public init(
      periods: [Period], changes: [Change], draws: Int
    ) {
      self.periods = periods
      self.changes = changes
      self.draws = draws
    }
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

    public init(
      week: Day, from: Day, to: Day, direction: Int, size: Estimate, sizeInSD: Double,
      isLasting: Bool, evidence: String
    ) {
      self.week = week
      self.from = from
      self.to = to
      self.direction = direction
      self.size = size
      self.sizeInSD = sizeInSD
      self.isLasting = isLasting
      self.evidence = evidence
    }
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

    public init(
      dyad: Dyad, name: String, side: String, pValue: Double, pStandardError: Double,
      pAdjusted: Double, survives: Bool, breaks: [BreakReport], pulseWeek: Day? = nil,
      pulseZ: Double? = nil, residualSD: Double, powerOneSD: Estimate? = nil,
      powerTwoSD: Estimate? = nil, problem: String? = nil, evidence: String
    ) {
      self.dyad = dyad
      self.name = name
      self.side = side
      self.pValue = pValue
      self.pStandardError = pStandardError
      self.pAdjusted = pAdjusted
      self.survives = survives
      self.breaks = breaks
      self.pulseWeek = pulseWeek
      self.pulseZ = pulseZ
      self.residualSD = residualSD
      self.powerOneSD = powerOneSD
      self.powerTwoSD = powerTwoSD
      self.problem = problem
      self.evidence = evidence
    }
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

      public init(
        from: Int, to: Int, mean: Double
      ) {
        self.from = from
        self.to = to
        self.mean = mean
      }
    }

    public init(
      dyad: Dyad, start: Day, values: [Double?], levels: [Level]
    ) {
      self.dyad = dyad
      self.start = start
      self.values = values
      self.levels = levels
    }
  }
}
