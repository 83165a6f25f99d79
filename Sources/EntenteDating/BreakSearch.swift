import EntenteNumerics

/// The passes of the search: noise, penalty, segmentation, until no break is added.
///
/// It takes values already clipped.
struct BreakSearch {
  let breaks: [Int]
  let penalty: Double
  /// The options' kappa times what the blocks miss.
  let kappa: Double
  let pValue: Double
  let drawsUsed: Int
  let totalDraws: Int
  let isSettledEarly: Bool

  /// What a penalty leads to; a bootstrap may stop when both ends of its bounds lead to the same.
  private struct Decision: Equatable {
    let count: Int
    let boundaries: [Levels.Boundary]
  }

  init(_ values: [Double], options: DatingOptions, seed: UInt64, name: String) {
    let n = values.count
    let segmentation = Segmentation(
      of: values, minimumSegment: options.minimumSegment, maximumBreaks: options.maximumBreaks)
    let decide = { (penalty: Double) -> Decision in
      let count = segmentation.count(penalty: penalty)
      let levels = Levels(
        values: values, breaks: segmentation.breaks[count],
        episodeLength: options.episodeLength, penalty: penalty)
      return Decision(count: count, boundaries: levels.boundaries)
    }
    let kappa =
      options.kappa
      * BlockShortfall.factor(
        autocorrelation: BlockShortfall.autocorrelation(values), length: options.blockLength)
    var count = 0
    var penalty = Double.infinity
    var first: BootstrapPenalty?
    var total = 0
    for pass in 0..<options.passes {
      // A series explained but for rounding has no noise to resample.
      guard segmentation.costs[count] > 1e-12 * segmentation.costs[0] else { break }
      let residuals = NoiseModel.residuals(of: values, breaks: segmentation.breaks[count])
      let bootstrap = BootstrapPenalty(
        residuals: residuals, breaks: segmentation.breaks[count],
        scale: (Double(n) / Double(n - count - 1)).squareRoot(),
        kappa: kappa, options: options, seed: seed, name: "\(name)/pass \(pass + 1)",
        mayStop: { pass > 0 || $0.count == 0 }, decision: decide)
      total += bootstrap.gains.count
      if first == nil { first = bootstrap }
      // Less is left as noise in every pass; a penalty that rises is Monte Carlo error.
      penalty = min(penalty, kappa * bootstrap.quantile)
      let next = segmentation.count(penalty: penalty)
      if next <= count { break }
      count = next
    }
    let gain = segmentation.largestGain(upTo: options.maximumBreaks)
    let gains = first?.gains ?? []
    let extreme = gains.count { kappa * $0 >= gain }
    breaks = segmentation.breaks[count]
    self.penalty = penalty
    self.kappa = kappa
    pValue = Double(1 + extreme) / Double(gains.count + 1)
    drawsUsed = max(1, gains.count)
    totalDraws = total
    isSettledEarly = first?.isSettledEarly ?? false
  }
}
