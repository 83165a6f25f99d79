import EntenteAttribution
import EntenteExcitation
public import EntenteHistory
import EntenteNumerics
public import EntenteRecord
import EntenteStrategies

/// Runs the analyses that tests ask for, on demand, and keeps every answer.
///
/// Answers depend on the case, the seed and the number of draws alone, never on which test or thread
/// asked first. Facets in `CaseAnalysis+Dating.swift` and its neighbours.
public final class CaseAnalysis: Sendable {
  public let subject: Case
  public let seed: UInt64
  public let draws: Int
  public let threads: Int
  /// Nil where the case names no affinity series, or one that cannot be read; `panelProblem` says why.
  public let panel: WeeklyPanel?
  public let panelProblem: String?

  let affinityMemo = Memo<AffinityOptions, AffinityPanel?>()
  let datingMemo = Memo<DatingKey, DatedDyad>()
  let rivalsMemo = Memo<RivalsKey, RivalsResult>()
  let cacheMemo = Memo<[Int], AttributionCache>()
  let blocMemo = Memo<BlocKey, BlocResult>()
  let leadMemo = Memo<LeadKey, LeadReport>()
  let strategyEvidenceMemo = Memo<AffinityOptions, CaseEvidence>()
  let strategyMemo = Memo<StrategyKey, [StateStrategy]>()

  public init(of subject: Case, seed: UInt64, draws: Int, threads: Int) {
    self.subject = subject
    self.seed = seed
    self.draws = draws
    self.threads = threads
    do {
      panel = try WeeklyPanel(case: subject)
      panelProblem = nil
    } catch {
      panel = nil
      panelProblem = error.message
    }
  }

  /// Draws under some settings: the grid of choices runs on fewer.
  func draws(under settings: Settings) -> Int { settings.isGrid ? min(draws, 199) : draws }

  /// The part of the weekly series that the settings leave in.
  public func window(under settings: Settings) -> Span? {
    guard let panel, let first = panel.weeks.first, settings.skippedWeeks > 0 else { return nil }
    return Span(from: first.adding(days: 7 * settings.skippedWeeks), to: panel.lastDay)
  }

  /// Affinity of all pairs under some settings.
  public func affinity(under settings: Settings) -> AffinityPanel? {
    guard let panel else { return nil }
    let options = AffinityOptions(
      removesActorEffects: settings.baseline != .kept, fitsOnCore: settings.baseline == .region,
      window: window(under: settings))
    return affinityMemo.value(of: options) { AffinityPanel(panel, options: options) }
  }

  /// The affinity of a pair, or why it cannot be read.
  public func affinity(
    of dyad: Dyad, under settings: Settings
  ) throws(HistoryError) -> AffinitySeries {
    guard let affinity = affinity(under: settings) else {
      throw HistoryError(.noAffinity, panelProblem ?? "the case has no affinity series")
    }
    return try affinity.affinity(of: dyad)
  }

  /// The values of a quantity over time, and whose they are.
  ///
  /// Built-in measures have no history.
  func history(
    of quantity: Quantity, under settings: Settings
  ) throws(HistoryError) -> (history: SeriesHistory, subject: Subject) {
    switch quantity {
    case .affinity(let dyad):
      return (SeriesHistory(try affinity(of: dyad, under: settings)), .pair(dyad))
    case .series(let id, let subject):
      guard let series = self.subject.series(id) else {
        throw HistoryError(.noData, "the case has no series \(id)")
      }
      return (SeriesHistory(series), subject)
    case .attribute(let name, let subject):
      return (try SeriesHistory(attribute: name, in: self.subject), subject)
    case .measure(let name, _):
      throw HistoryError(.noData, "\(name) is measured by period and has no series")
    }
  }

  /// How intervals are drawn for a quantity.
  func estimateOptions(for quantity: Quantity, under settings: Settings) -> EstimateOptions {
    var options = EstimateOptions(seed: seed, draws: draws(under: settings))
    if case .affinity = quantity { options.block = settings.blockLength }
    return options
  }

  /// What pairs can be held against: their region only if it is theirs.
  func baselineChoice(for dyads: [Dyad]) -> ChoiceDimension {
    let core = Set(subject.core)
    let areCore = dyads.allSatisfy { core.contains($0.first) && core.contains($0.second) }
    return areCore && core.count >= 4 ? .baseline : .actorEffects
  }

  /// Ids of the data behind affinity.
  public var affinitySources: [String] { [subject.affinity?.series ?? "affinity"] }

  /// Ids of the data behind a quantity.
  func sources(of quantity: Quantity) -> [String] {
    switch quantity {
    case .affinity: affinitySources
    case .series(let id, _): [id]
    case .attribute, .measure: ["attributes"]
    }
  }
}
