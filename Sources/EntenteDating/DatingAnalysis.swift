import EntenteNumerics

/// What changed in a series, when, by how much and how surely.
///
/// Least-squares segmentation with a penalty from the series' own noise, so that a series without
/// breaks is given one in about one case of twenty. That rate is for "no break at all": second and
/// later breaks of a series full of pulses are less sure than this. `docs/dating.md` has the method
/// and its measured error rates.
public struct DatingAnalysis: Sendable, Hashable, Codable {
  /// Lasting changes, ascending.
  public let breaks: [Break]
  /// Stretches off a level that is the same before and after them.
  public let episodes: [Episode]
  /// Every break of the segmentation, lasting or an edge of an episode.
  public let edges: [Break]
  /// The most extreme week; of the untamed series if one was given.
  public let pulse: Pulse?
  /// Monte Carlo p-value of "no break at all": `(1 + draws at least as extreme)/(draws + 1)`.
  public let pValue: Double
  /// Its Monte Carlo standard error.
  public let pValueStandardError: Double
  /// Cost of one more break in the last pass.
  public let penalty: Double
  /// The penalty over the 95% point of the bootstrap's gains.
  public let kappa: Double
  public let residualSD: Double
  /// Of the residuals: n times the variance of a mean of n weeks.
  public let longRunVariance: Double
  /// Lag-1 autocorrelation of the residuals.
  public let autocorrelation: Double
  /// Bootstrap series drawn for the p-value, and over all passes.
  public let drawsUsed: Int
  public let totalDraws: Int
  /// Whether the bootstrap of the p-value stopped because its answer was settled.
  public let isSettledEarly: Bool
  public let weeks: Int
  /// Mean of each segment between `edges`.
  public let segmentMeans: [Double]
  public let options: DatingOptions
  public let seed: UInt64

  /// Dates the breaks of a weekly series.
  ///
  /// - Parameters:
  ///   - values: one value a week, tamed (see ``Taming``).
  ///   - raw: the untamed series, for the pulse.
  ///   - seed: with `name`, the key of every random draw: the same key gives the same bytes.
  /// - Throws: `DatingError` if the series is too short, constant or not finite.
  /// - Complexity: O(*draws · passes · n²*); about 0.1 s for 321 weeks.
  public static func analyse(
    _ values: [Double], raw: [Double]? = nil, options: DatingOptions = DatingOptions(),
    seed: UInt64, name: String
  ) throws(DatingError) -> DatingAnalysis {
    try check(values, options: options)
    let clipped = options.clip.map { Taming.clipped(values, multiple: $0) } ?? values
    let search = BreakSearch(clipped, options: options, seed: seed, name: name)
    return DatingAnalysis(
      values, clipped: clipped, raw: raw ?? values, search: search, options: options, seed: seed)
  }

  private init(
    _ values: [Double], clipped: [Double], raw: [Double], search: BreakSearch,
    options: DatingOptions, seed: UInt64
  ) {
    let indices = search.breaks
    let residuals = NoiseModel.residuals(of: values, breaks: indices)
    let noise = NoiseModel(residuals: residuals, breaks: indices.count)
    let levels = Levels(
      values: clipped, breaks: indices, episodeLength: options.episodeLength,
      penalty: search.penalty)
    let describer = BreakDescriber(
      values: values, clipped: clipped, indices: indices, noise: noise, options: options)
    edges = describer.edges
    breaks = describer.lasting(levels)
    episodes = describer.episodes(levels, edges: describer.edges)
    pulse = Pulse(of: raw)
    pValue = search.pValue
    drawsUsed = search.drawsUsed
    totalDraws = search.totalDraws
    pValueStandardError = (search.pValue * (1 - search.pValue) / Double(search.drawsUsed))
      .squareRoot()
    penalty = search.penalty
    kappa = search.kappa
    residualSD = noise.residualSD
    longRunVariance = noise.longRunVariance
    autocorrelation = noise.autocorrelation
    isSettledEarly = search.isSettledEarly
    weeks = values.count
    segmentMeans = zip([0] + indices, indices + [values.count]).map {
      Moments.mean(values[$0..<$1])
    }
    self.options = options
    self.seed = seed
  }

  /// Fewest weeks that can be dated: four segments of the shortest length.
  public static func minimumWeeks(_ options: DatingOptions = DatingOptions()) -> Int {
    4 * max(options.minimumSegment, options.blockLength)
  }

  private static func check(
    _ values: [Double], options: DatingOptions
  ) throws(DatingError) {
    guard options.minimumSegment > BreakPosterior.edge, options.blockLength > 0,
      options.maximumBreaks > 0, options.draws > 0, options.kappa > 0, options.passes > 0,
      options.coverage > 0, options.coverage < 1, options.spreadFactor > 0,
      options.sizeSpreadFactor > 0, options.clip ?? 1 > 0
    else {
      throw DatingError(
        .badOption,
        "a minimum segment above \(BreakPosterior.edge) weeks, a coverage below 1 and "
          + "positive counts and factors are needed, found \(options)")
    }
    if let bad = values.firstIndex(where: { !$0.isFinite }) {
      throw DatingError(.notFinite, "week \(bad) is \(values[bad]), not a finite number")
    }
    let least = minimumWeeks(options)
    guard values.count >= least else {
      throw DatingError(.tooShort, "\(values.count) weeks, \(least) are needed")
    }
    guard values.contains(where: { $0 != values[0] }) else {
      throw DatingError(.constant, "the value is \(values[0]) every week")
    }
  }
}
