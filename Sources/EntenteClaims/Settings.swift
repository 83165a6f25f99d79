/// The choices under which a claim is judged; the defaults are those of the methods.
public struct Settings: Hashable, Sendable {
  /// Weeks in a block of the bootstraps.
  public var blockLength = 8
  /// Fewest weeks between two breaks.
  public var minimumSegment = 8
  /// Whose general conduct a pair is held against.
  public var baseline = Baseline.world
  /// Weeks left out at the start of the series.
  public var skippedWeeks = 0
  /// Events that one side denies, or that rest on one side's word, count where events are the input.
  public var includesContested = true
  /// Events whose day is uncertain count.
  public var includesUncertainDays = true
  /// Which of a test's candidate dates counts; nil means all of them together.
  public var candidate: String?
  /// Draws are reduced when the grid of choices is run.
  public var isGrid = false

  public init() {}

  /// Only what shapes the series; the rest at its defaults, so that questions which ignore the rest
  /// share an answer.
  var ofSeries: Settings {
    var own = Settings()
    own.baseline = baseline
    own.skippedWeeks = skippedWeeks
    own.isGrid = isGrid
    return own
  }

  /// What is taken out of a pair's tamed share.
  public enum Baseline: String, Hashable, Sendable {
    /// Actor effects fitted on all states of the world: the definition of the series.
    case world
    /// Actor effects fitted on the case's core states.
    case region
    /// Nothing.
    case kept
  }
}

/// A choice that a reasonable analyst could make otherwise.
///
/// The first option is the default.
public struct ChoiceDimension: Sendable {
  public struct Option: Sendable {
    /// `blocks of 13 weeks`.
    public let label: String
    public let apply: @Sendable (inout Settings) -> Void
  }

  public let name: String
  public let options: [Option]

  public init(name: String, options: [Option]) {
    self.name = name
    self.options = options
  }
}

extension ChoiceDimension {
  public static let blockLength = ChoiceDimension(
    name: "block length",
    options: [8, 4, 13].map { weeks in
      Option(label: "blocks of \(weeks) weeks") { $0.blockLength = weeks }
    })

  /// For dating, where blocks of 4 weeks are known to let autocorrelation through.
  public static let longBlockLength = ChoiceDimension(
    name: "block length",
    options: [8, 13].map { weeks in
      Option(label: "blocks of \(weeks) weeks") { $0.blockLength = weeks }
    })

  public static let minimumSegment = ChoiceDimension(
    name: "minimum segment",
    options: [8, 13].map { weeks in
      Option(label: "at least \(weeks) weeks between breaks") { $0.minimumSegment = weeks }
    })

  public static let actorEffects = ChoiceDimension(
    name: "actor effects",
    options: [
      Option(label: "actor effects of the world removed") { $0.baseline = .world },
      Option(label: "actor effects left in") { $0.baseline = .kept },
    ])

  /// For pairs of core states, which can be held against their own region too.
  public static let baseline = ChoiceDimension(
    name: "actor effects",
    options: actorEffects.options + [
      Option(label: "actor effects of the region removed") { $0.baseline = .region }
    ])

  /// For divisions of the core states: against the world nearly all neighbours are warm, so the
  /// region is the default.
  public static let regionFirst = ChoiceDimension(
    name: "actor effects",
    options: [Option(label: "actor effects of the region removed") { $0.baseline = .region }]
      + actorEffects.options)

  public static let window = ChoiceDimension(
    name: "window",
    options: [
      Option(label: "the whole series") { $0.skippedWeeks = 0 },
      Option(label: "without the first year") { $0.skippedWeeks = 52 },
    ])

  public static let contested = ChoiceDimension(
    name: "contested events",
    options: [
      Option(label: "contested events in") { $0.includesContested = true },
      Option(label: "contested events out") { $0.includesContested = false },
    ])

  public static let uncertainDays = ChoiceDimension(
    name: "uncertain days",
    options: [
      Option(label: "events of uncertain day in") { $0.includesUncertainDays = true },
      Option(label: "events of uncertain day out") { $0.includesUncertainDays = false },
    ])

  /// Each candidate date alone, beside all together.
  public static func candidates(_ ids: [String]) -> ChoiceDimension {
    ChoiceDimension(
      name: "candidate date",
      options: [Option(label: "all candidate dates") { $0.candidate = nil }]
        + ids.map { id in Option(label: "\(id) alone") { $0.candidate = id } })
  }
}
