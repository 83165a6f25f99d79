public import EntenteHistory
public import EntenteNumerics
public import EntenteRecord

/// Affinities of all pairs of some states over one span, with joint bootstrap draws.
///
/// All pairs are resampled in the same weeks, by blocks, so that what moves together stays together;
/// draws are spread by the factor for few blocks (see `BlockBootstrap.widening`). Weeks in which any
/// pair lacks data are left out.
public struct BlocSample: Sendable {
  public let actors: [ActorCode]
  /// In alphabetical order.
  public let dyads: [Dyad]
  public let span: Span
  public let weeks: Int
  public let block: Int
  public let options: StructureOptions
  /// Mean affinity of every pair.
  public let means: [Double]
  /// Draws × pairs, row by row.
  package let draws: [Double]

  /// Fewer than 13 weeks: too short to be shown as a period.
  public var isThin: Bool { weeks < PeriodAffinity.fewestShown }

  /// - Parameter name: keys the random streams; spans of one name and length draw the same positions.
  /// - Throws: `StructureError` with `.notAvailable` if a pair cannot be read, `.tooFew` below 6
  ///   weeks or 2 states.
  public init(
    of affinity: AffinityPanel, actors: [ActorCode], in span: Span, name: String? = nil,
    options: StructureOptions = StructureOptions()
  ) throws(StructureError) {
    let actors = Set(actors).sorted()
    let dyads = Dyad.all(of: actors)
    guard !dyads.isEmpty else {
      throw StructureError(.tooFew, "blocs need at least 2 states")
    }
    var series: [AffinitySeries] = []
    for dyad in dyads {
      do {
        series.append(try affinity.affinity(of: dyad).clipped(to: span))
      } catch {
        throw StructureError(.notAvailable, error.message)
      }
    }
    let common = series.dropFirst().reduce(Set(series[0].weeks)) { $0.intersection($1.weeks) }
    guard common.count >= SeriesHistory.fewestPeriods else {
      throw StructureError(
        .tooFew,
        "blocs need \(SeriesHistory.fewestPeriods) weeks with every pair; \(span) has "
          + "\(common.count)")
    }
    let values = series.map { one in
      zip(one.weeks, one.values).filter { common.contains($0.0) }.map(\.1)
    }
    let bootstrap = options.bootstrap(over: common.count, name: name ?? span.description)
    let wide = BlockBootstrap.widening(n: common.count, block: bootstrap.block)
    let means = values.map { Moments.mean($0) }
    var draws = bootstrap.means(of: values, threads: options.threads)
    for index in draws.indices {
      let mean = means[index % means.count]
      draws[index] = mean + wide * (draws[index] - mean)
    }
    self.actors = actors
    self.dyads = dyads
    self.span = span
    self.weeks = common.count
    self.block = bootstrap.block
    self.options = options
    self.means = means
    self.draws = draws
  }

  /// Affinities of all pairs in one draw.
  package func draw(_ index: Int) -> ArraySlice<Double> {
    draws[(index * dyads.count)..<((index + 1) * dyads.count)]
  }

  /// A pair's mean with its interval and P(> 0).
  public func estimate(of dyad: Dyad) -> Estimate? {
    guard let column = dyads.firstIndex(of: dyad) else { return nil }
    return BlockBootstrap.estimate(
      value: means[column],
      draws: (0..<options.draws).map { draws[$0 * dyads.count + column] }, n: weeks,
      method: "mean of \(weeks) weeks, bootstrap of \(block)-week blocks")
  }

  /// Share of draws in which something holds, with the error of the simulation as interval.
  package func probability(_ text: String, _ holds: (ArraySlice<Double>) -> Bool) -> Estimate {
    let hits = (0..<options.draws).count { holds(draw($0)) }
    let share = Proportion(hits, of: options.draws)
    let range = share.interval(z: Moments.normalQuantile(0.95))
    return Estimate(
      value: share.rate, low: range.lowerBound, high: range.upperBound, n: weeks,
      method: "share of \(options.draws) draws of \(block)-week blocks \(text); the interval is "
        + "the simulation's error")
  }
}
