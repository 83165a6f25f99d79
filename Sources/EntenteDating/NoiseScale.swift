import EntenteNumerics

/// What breaks gain in series without any: the price of one under an arbitrary cost.
///
/// Series are the levelled ones in circular blocks, `blockLength` values each. The 95% point of their
/// largest gain, times what blocks miss of the long-run variance, prices a break; the gains of the
/// best single break give p-values; and their ratio to those of the mean cost in white noise of unit
/// variance says by how much a difference of costs overstates evidence.
struct NoiseScale {
  /// Gains of the best single break, ascending, of which each draw gave one.
  let single: [Double]
  /// Largest gain a break of one to three breaks, ascending.
  let largest: [Double]
  /// Long-run variance of the noise over that of its blocks.
  let kappa: Double

  init(
    of levelled: [Double], cost make: ([Double]) -> (any Cost)?, minimumSegment: Int,
    maximumBreaks: Int, options: DatingOptions, draws: Int, seed: UInt64, name: String
  ) {
    let block = max(1, min(options.blockLength, levelled.count / 4))
    let sampler = BlockSampler(levelled, blockLength: block)
    var (single, largest): ([Double], [Double]) = ([], [])
    for draw in 0..<draws {
      var stream = RandomStream(seed: seed, name: name, index: draw)
      let sample = [Double](unsafeUninitializedCapacity: levelled.count) { buffer, count in
        if let base = buffer.baseAddress { sampler.fill(base, from: &stream) }
        count = levelled.count
      }
      guard let cost = make(sample) else { continue }
      let found = SegmentNeighbourhood(
        cost, minimumSegment: minimumSegment, maximumBreaks: maximumBreaks)
      single.append(found.costs.count > 1 ? found.costs[0] - found.costs[1] : 0)
      largest.append(found.largestGain)
    }
    self.single = single.sorted()
    self.largest = largest.sorted()
    kappa = BlockShortfall.factor(
      autocorrelation: BlockShortfall.autocorrelation(levelled), length: block)
  }

  /// Price of a break at which one in twenty series without breaks is given one.
  var penalty: Double { kappa * Moments.quantile(0.95, ofSorted: largest) }

  /// Chance of a single gain, or of a largest gain, as large as this.
  func pValue(single gain: Double) -> Double { share(of: single, from: gain) }
  func pValue(largest gain: Double) -> Double { share(of: largest, from: gain) }

  private func share(of gains: [Double], from gain: Double) -> Double {
    Double(1 + gains.count { kappa * $0 >= gain }) / Double(gains.count + 1)
  }

  /// The gain's 95% point over that of the mean cost in white noise of unit variance.
  func temperature(count: Int, minimumSegment: Int, seed: UInt64) -> Double {
    var gains: [Double] = []
    for draw in 0..<199 {
      var stream = RandomStream(seed: seed, name: "white noise", index: draw)
      let white = MeanCost((0..<count).map { _ in stream.normal() })
      let gain = white.profile(in: 0..<count)
        .dropFirst(minimumSegment - 1).dropLast(minimumSegment - 1).min()
      gains.append(white.cost(of: 0..<count) - (gain ?? 0))
    }
    let unit = Moments.quantile(0.95, of: gains)
    return unit > 0 ? kappa * Moments.quantile(0.95, ofSorted: single) / unit : 0
  }
}
