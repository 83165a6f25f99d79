public import EntenteRecord

/// Weekly sums of every pair of a case, with the world's volume and the days they rest on.
///
/// A day without data is missing, never zero: sums and volume of a week cover the same days.
/// A week is named by its Monday.
public struct WeeklyPanel: Sendable {
  /// Mondays, without gaps.
  public let weeks: [Day]
  /// Days with data, 0...7.
  public let daysPresent: [Int]
  /// The world's sum of absolute scores over the present days.
  public let volume: [Double]
  /// Sums over the present days; NaN where a week has none.
  public let raw: [Dyad: [Double]]
  /// Raw sums of unrelated pairs, aligned with `weeks`.
  public let controls: [Dyad: [Double]]
  /// Codes of the core states, sorted.
  public let core: [ActorCode]
  /// Shipped actor effects; empty where the case has none.
  public let actorEffects: [ActorEffectRow]
  /// The last day with data.
  public let lastDay: Day
  /// Days without data between the first and the last day with data.
  public let missingDays: Int
  /// World volume of the days on which a pair was observed, where those are not all present days:
  /// week index → volume.
  package let ownVolume: [Dyad: [Int: Double]]

  /// A panel from its parts, for generators and tests; arrays are aligned with `weeks`.
  public init(
    weeks: [Day], daysPresent: [Int], volume: [Double], raw: [Dyad: [Double]],
    controls: [Dyad: [Double]] = [:], core: [ActorCode], actorEffects: [ActorEffectRow] = [],
    lastDay: Day? = nil, missingDays: Int = 0
  ) {
    self.init(
      weeks: weeks, daysPresent: daysPresent, volume: volume, raw: raw, controls: controls,
      core: core, actorEffects: actorEffects, lastDay: lastDay, missingDays: missingDays,
      ownVolume: [:])
  }

  package init(
    weeks: [Day], daysPresent: [Int], volume: [Double], raw: [Dyad: [Double]],
    controls: [Dyad: [Double]], core: [ActorCode], actorEffects: [ActorEffectRow], lastDay: Day?,
    missingDays: Int, ownVolume: [Dyad: [Int: Double]]
  ) {
    precondition(daysPresent.count == weeks.count && volume.count == weeks.count)
    precondition(raw.values.allSatisfy { $0.count == weeks.count })
    precondition(controls.values.allSatisfy { $0.count == weeks.count })
    self.weeks = weeks
    self.daysPresent = daysPresent
    self.volume = volume
    self.raw = raw
    self.controls = controls
    self.core = core.sorted()
    self.actorEffects = actorEffects
    self.lastDay = lastDay ?? (weeks.last ?? Day(number: 0)).adding(days: 6)
    self.missingDays = missingDays
    self.ownVolume = ownVolume
  }

  /// Pairs with data, in alphabetical order.
  public var dyads: [Dyad] { raw.keys.sorted() }

  /// Whether a week has some days with data and some without.
  public func isPartial(_ index: Int) -> Bool { (1...6).contains(daysPresent[index]) }

  /// The weeks that belong to a span (their Thursday lies inside), as indices.
  public func indices(in span: Span) -> [Int] {
    weeks.indices.filter { span.holds(week: weeks[$0]) }
  }

  /// Plain weekly sums of a pair, in units of score.
  public func sums(of dyad: Dyad) -> AffinitySeries? {
    series(of: dyad, as: .sum, from: raw[dyad])
  }

  /// Weekly shares of the world's volume in units of 1/10,000, actor effects and tails kept.
  public func shares(of dyad: Dyad) -> AffinitySeries? {
    series(of: dyad, as: .share, from: share(of: dyad))
  }

  /// `r = 10⁴ x / V` by week; NaN where a week has no data.
  package func share(of dyad: Dyad) -> [Double]? {
    guard let sums = raw[dyad] else { return nil }
    let own = ownVolume[dyad] ?? [:]
    return sums.indices.map { 1e4 * sums[$0] / (own[$0] ?? volume[$0]) }
  }

  package func controlShare(of dyad: Dyad) -> [Double]? {
    controls[dyad].map { sums in sums.indices.map { 1e4 * sums[$0] / volume[$0] } }
  }

  /// Leaves out the weeks without data.
  package func series(
    of dyad: Dyad, as reading: AffinitySeries.Reading, from values: [Double]?, window: Span? = nil
  ) -> AffinitySeries? {
    guard let values else { return nil }
    let kept = weeks.indices.filter {
      values[$0].isFinite && (window?.holds(week: weeks[$0]) ?? true)
    }
    return AffinitySeries(
      dyad: dyad, reading: reading, weeks: kept.map { weeks[$0] }, values: kept.map { values[$0] },
      days: kept.map { daysPresent[$0] })
  }
}
