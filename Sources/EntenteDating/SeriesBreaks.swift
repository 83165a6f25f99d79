import EntenteNumerics

/// The breaks of one series under any cost of the catalog, with an exact segmentation.
///
/// Under the mean cost with an automatic price it is ``DatingAnalysis`` put in these terms.
public struct SeriesBreaks: Sendable, Hashable, Codable {
  public let cost: CostDescriptor
  public let count: Int
  public let minimumSegment: Int
  /// Price of a break; nil where their number was given.
  public let penalty: Double?
  public let isPenaltyAutomatic: Bool
  /// Sum of the segments' costs, and with the price of each break: the least there is.
  public let segmentCost: Double
  public let objective: Double
  public let breaks: [DatedBreak]
  /// Stretches off a level that is the same before and after, by the edges among `breaks`; under the
  /// mean cost with an automatic price.
  public let episodes: [Range<Int>]
  /// p-value of "no break at all" and its Monte Carlo standard error; nil where the noise was not
  /// resampled.
  public let pValue: Double?
  public let pValueStandardError: Double?
  public let draws: Int
  public let coverage: Double
  public let method: String
  public let seed: UInt64

  /// Cuts a series of finite values.
  ///
  /// - Throws: `DatingError` if the series is empty, constant, too short for the price asked for, not
  ///   finite or not fit for the cost, or if an option is out of range.
  public static func find(
    in values: [Double], options: SeriesOptions = SeriesOptions(), seed: UInt64
  ) throws(DatingError) -> SeriesBreaks {
    let type = try check(values, options)
    let least = max(
      options.minimumSegment
        ?? (options.price == .automatic ? SeriesOptions.automaticSegment : 1),
      type.descriptor.leastLength)
    try checkLength(values.count, type, options.price)
    if case .breaks(let wanted) = options.price, (wanted + 1) * least > values.count {
      throw DatingError(
        .tooShort,
        "\(wanted) breaks with segments of \(least) need \((wanted + 1) * least) values, "
          + "\(values.count) are given")
    }
    if options.price == .automatic {
      guard values.count >= 4 * least else {
        throw DatingError(
          .tooShort,
          "\(values.count) values; an automatic penalty with segments of \(least) needs "
            + "\(4 * least)")
      }
      if type == MeanCost.self, least > BreakPosterior.edge {
        return try dated(values, least: least, options: options, seed: seed)
      }
    }
    let cost: any Cost
    if let gamma = options.gamma {
      cost = KernelCost(values, gamma: gamma)
    } else {
      cost = try type.init(values)
    }
    return GeneralSearch(
      values: values, type: type, cost: cost, least: least, options: options, seed: seed
    ).result
  }

  private static func check(
    _ values: [Double], _ options: SeriesOptions
  ) throws(DatingError) -> any Cost.Type {
    let known = CostCatalog.all.map { $0.descriptor.name }.sorted()
    guard let type = CostCatalog.all.first(where: { $0.descriptor.name == options.cost }) else {
      throw DatingError(
        .badOption, "no cost \(options.cost); there are \(known.joined(separator: ", "))")
    }
    var isPriceRight = true
    switch options.price {
    case .automatic: break
    case .penalty(let value): isPriceRight = value >= 0 && value.isFinite
    case .breaks(let count): isPriceRight = count >= 0
    }
    guard isPriceRight, options.minimumSegment ?? 1 > 0, options.coverage > 0,
      options.coverage < 1, options.draws > 0, options.gamma ?? 1 > 0,
      options.gamma ?? 1 < .infinity
    else {
      throw DatingError(
        .badOption,
        "a penalty or number of breaks of 0 or more, a least length of 1 or more, a "
          + "coverage between 0 and 1 and a positive γ are needed")
    }
    guard options.gamma == nil || type == KernelCost.self else {
      throw DatingError(.badOption, "γ belongs to the kernel cost")
    }
    guard !values.isEmpty else { throw DatingError(.tooShort, "the series has no value") }
    if let bad = values.firstIndex(where: { !$0.isFinite }) {
      throw DatingError(.notFinite, "value \(bad + 1) is \(values[bad]), not a finite number")
    }
    if options.price == .automatic, !values.contains(where: { $0 != values[0] }) {
      throw DatingError(.constant, "every value is \(values[0])")
    }
    return type
  }

  private static func checkLength(
    _ count: Int, _ type: any Cost.Type, _ price: SeriesOptions.Price
  ) throws(DatingError) {
    let (limit, search) =
      switch price {
      case .automatic:
        (
          type == MeanCost.self ? SeriesOptions.longestPriced : SeriesOptions.longestResampled,
          "an automatic penalty under the cost \(type.descriptor.name)"
        )
      case .breaks: (SeriesOptions.longestSquare, "a given number of breaks")
      case .penalty:
        (
          type == KernelCost.self || type == RobustCost.self
            ? SeriesOptions.longestSquare : Int.max,
          "the cost \(type.descriptor.name)"
        )
      }
    guard count <= limit else {
      throw DatingError(
        .tooLong, "\(count) values; \(search) takes up to \(limit): give a penalty, or longer steps"
      )
    }
  }

  private static func dated(
    _ values: [Double], least: Int, options: SeriesOptions, seed: UInt64
  ) throws(DatingError) -> SeriesBreaks {
    var dating = DatingOptions()
    dating.minimumSegment = least
    dating.blockLength = min(dating.blockLength, least)
    dating.coverage = options.coverage
    dating.draws = options.draws
    let analysis = try DatingAnalysis.analyse(
      values, options: dating, seed: seed, name: "series")
    // What was cut is the clipped series: costs and gains are its own.
    let clipped = dating.clip.map { Taming.clipped(values, multiple: $0) } ?? values
    let mean = MeanCost(clipped)
    let indices = analysis.edges.map(\.index)
    let bounds = [0] + indices + [values.count]
    let breaks = analysis.edges.enumerated().map { j, edge in
      let (start, end) = (bounds[j], bounds[j + 2])
      let gain =
        mean.cost(of: start..<end) - mean.cost(of: start..<edge.index)
        - mean.cost(of: edge.index..<end)
      return DatedBreak(
        index: edge.index, interval: edge.interval, direction: edge.direction,
        before: edge.before, after: edge.after,
        spreadBefore: GeneralSearch.spread(values[start..<edge.index]),
        spreadAfter: GeneralSearch.spread(values[edge.index..<end]),
        sizeInterval: edge.sizeInterval, gain: gain, pValue: analysis.pValue)
    }
    let cost = mean.total(indices)
    return SeriesBreaks(
      cost: MeanCost.descriptor, count: values.count, minimumSegment: least,
      penalty: analysis.penalty, isPenaltyAutomatic: true, segmentCost: cost,
      objective: cost + analysis.penalty * Double(indices.count), breaks: breaks,
      episodes: analysis.episodes.map(\.weeks), pValue: analysis.pValue,
      pValueStandardError: analysis.pValueStandardError, draws: analysis.drawsUsed,
      coverage: options.coverage,
      method:
        "least squares on values clipped at 2.5 scaled MAD (costs are theirs), penalty by a block "
        + "bootstrap of the residuals in up to four passes; p-values are those of the whole series",
      seed: seed)
  }
}
