public import EntenteHistory
public import EntenteNumerics
public import EntenteRecord

/// How close a pair was in one period, in every reading that the data allow.
///
/// Formula: mean over the period's weeks of `y_ij − g − a_i − a_j` (adjusted), of `y` (tamed) and of
/// `r = 10⁴ x / V` (share). Units: tamed share; 1/10,000 of the world's volume for the share.
/// Missing data: weeks without data are left out. Fewer than 13 weeks → `isThin`, not to be shown as
/// a period; fewer than 6 → left out.
public struct PeriodAffinity: Hashable, Codable, Sendable {
  public let dyad: Dyad
  /// `2023H2`.
  public let period: String
  public let span: Span
  public let weeks: Int
  public let isThin: Bool
  /// Relative affinity; nil where actor effects cannot be removed.
  public let adjusted: Estimate?
  /// Actor effects kept.
  public let tamed: Estimate
  public let share: Estimate
  /// Adjusted mean (tamed, where there is none) over the SD of the pair's weeks around the means
  /// of their periods.
  public let standardised: Double?

  /// Fewest weeks of a period that is shown.
  public static let fewestShown = 13

  /// Every pair in every period with 6 weeks of data or more, by pair, then by time.
  ///
  /// Interval: circular block bootstrap over weeks; all pairs are drawn in the same weeks.
  public static func table(
    of panel: WeeklyPanel, by length: Period.Length = .half, window: Span? = nil,
    options: StructureOptions = StructureOptions()
  ) -> [PeriodAffinity] {
    guard let first = panel.weeks.first,
      let whole = window ?? Span(from: first, to: panel.lastDay)
    else { return [] }
    let periods = Period.covering(whole, by: length)
    let adjusted = AffinityPanel(panel)
    let tamed = AffinityPanel(panel, options: AffinityOptions(removesActorEffects: false))
    let dyads = panel.dyads
    let rows = Parallel.map(dyads.count, threads: options.threads) { index -> [PeriodAffinity] in
      let dyad = dyads[index]
      guard let plain = tamed[dyad], let shares = panel.shares(of: dyad) else { return [] }
      let relative = adjusted[dyad]
      let deviation = spread(of: relative ?? plain, around: periods)
      return periods.compactMap { period -> PeriodAffinity? in
        guard let span = period.span?.intersection(whole),
          let raw = estimate(of: shares, in: span, period, options),
          let kept = estimate(of: plain, in: span, period, options)
        else { return nil }
        let less = relative.flatMap { estimate(of: $0, in: span, period, options) }
        return PeriodAffinity(
          dyad: dyad, period: period.description, span: span, weeks: raw.n,
          isThin: raw.n < fewestShown, adjusted: less, tamed: kept, share: raw,
          standardised: deviation.map { (less ?? kept).value / $0 })
      }
    }
    return rows.flatMap { $0 }
  }

  private static func estimate(
    of series: AffinitySeries, in span: Span, _ period: Period, _ options: StructureOptions
  ) -> Estimate? {
    let values = series.clipped(to: span).values
    guard values.count >= SeriesHistory.fewestPeriods else { return nil }
    let bootstrap = options.bootstrap(over: values.count, name: period.description)
    let wide = BlockBootstrap.widening(n: values.count, block: bootstrap.block)
    let mean = Moments.mean(values)
    return BlockBootstrap.estimate(
      value: mean, draws: bootstrap.means(of: values).map { mean + wide * ($0 - mean) },
      n: values.count,
      method: "mean of \(values.count) weeks, bootstrap of \(bootstrap.block)-week blocks")
  }

  /// SD of weeks around the mean of their period; nil where it is zero or unknown.
  private static func spread(of series: AffinitySeries, around periods: [Period]) -> Double? {
    var squares = 0.0
    var degrees = 0
    for span in periods.compactMap(\.span) {
      let values = series.clipped(to: span).values
      guard values.count > 1 else { continue }
      squares += Moments.variance(values) * Double(values.count - 1)
      degrees += values.count - 1
    }
    guard degrees > 0, squares > 0 else { return nil }
    return (squares / Double(degrees)).squareRoot()
  }
}
