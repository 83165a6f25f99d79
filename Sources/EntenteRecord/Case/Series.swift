/// What a series of a case is, as `case.yaml` declares it.
public struct SeriesDeclaration: Hashable, Sendable {
  public enum Scope: String, CaseIterable, Sendable, Codable {
    case pair
    case directedPair = "directed-pair"
    case state, world
  }
  public enum Layout: String, CaseIterable, Sendable {
    case wide, long
    /// No table but a folder with a record of events, from which the series is counted.
    case record
  }

  /// Which events of a record a series counts.
  public struct Selection: Hashable, Sendable {
    /// `state`, `government` or `any`: what both ends must be.
    public let ends: String
    /// All types where empty.
    public let types: [EventType]
    /// CAMEO codes with all that stand below them; all where empty.
    public let codes: [String]

    public init(ends: String, types: [EventType], codes: [String]) {
      self.ends = ends
      self.types = types
      self.codes = codes
    }
  }
  public enum Kind: String, CaseIterable, Sendable, Codable {
    case signedSum = "signed-sum"
    case count, sum, mean, share, percent, rate, level
  }

  public let id: String
  public let title: String
  public let file: String
  public let scope: Scope
  public let length: Period.Length
  public let layout: Layout
  public let column: String
  public let kind: Kind
  public let unit: String
  public let source: String
  public let terms: String
  public let note: String?
  /// Set for a series that is counted from a record.
  public let selection: Selection?
  public let place: Place

  public init(
    id: String, title: String, file: String, scope: Scope, length: Period.Length, layout: Layout,
    column: String, kind: Kind, unit: String, source: String, terms: String, note: String?,
    selection: Selection? = nil, place: Place
  ) {
    self.id = id
    self.title = title
    self.file = file
    self.scope = scope
    self.length = length
    self.layout = layout
    self.column = column
    self.kind = kind
    self.unit = unit
    self.source = source
    self.terms = terms
    self.note = note
    self.selection = selection
    self.place = place
  }
}

/// A measured series of a case.
public struct Series: Sendable {
  /// A value of one subject in one period.
  ///
  /// Missing periods have no observation.
  public struct Observation: Hashable, Sendable {
    public let period: Period
    public let value: Double
    /// Sample size, where the source gives one.
    public let n: Double?
    /// Half-width of the 95% interval, where the source gives one.
    public let margin: Double?
    public let certainty: String?

    public init(
      period: Period, value: Double, n: Double? = nil, margin: Double? = nil,
      certainty: String? = nil
    ) {
      self.period = period
      self.value = value
      self.n = n
      self.margin = margin
      self.certainty = certainty
    }
  }

  public let declaration: SeriesDeclaration
  /// In order of time.
  public let observations: [Subject: [Observation]]

  public init(declaration: SeriesDeclaration, observations: [Subject: [Observation]]) {
    self.declaration = declaration
    self.observations = observations
  }

  /// The last day that any observation covers.
  public var lastDay: Day? { observations.values.compactMap { $0.last?.period.to }.max() }
}

/// One day (or week) of the world's volume of news.
public struct CoverageRow: Hashable, Sendable {
  public let period: Period
  public let isPresent: Bool
  /// Sum of absolute scores over all pairs of the world.
  public let volume: Double

  public init(period: Period, isPresent: Bool, volume: Double) {
    self.period = period
    self.isPresent = isPresent
    self.volume = volume
  }
}

/// Actor effects of one week, fitted on all states by whoever made the case.
public struct ActorEffectRow: Hashable, Sendable {
  public let week: Day
  public let mean: Double
  public let effects: [ActorCode: Double]

  public init(week: Day, mean: Double, effects: [ActorCode: Double]) {
    self.week = week
    self.mean = mean
    self.effects = effects
  }
}
