public import EntenteNumerics

/// How often a lasting shift of a given size would be found in this very series.
///
/// It gives "cannot tell" its weight: where power is low, no break found says little.
public struct DetectionPower: Sendable, Hashable, Codable {
  public struct Entry: Sendable, Hashable, Codable {
    /// Planted shift, in residual standard deviations and in units of the series.
    public let sizeInSD: Double
    public let size: Double
    /// Worlds in which a break of the right sign was found within `tolerance` weeks of the shift.
    public let dated: Proportion
    /// Worlds in which any break of the right sign was found within 26 weeks.
    public let found: Proportion
  }

  /// Index of the first week after the planted shift.
  public let position: Int
  public let tolerance: Int
  public let entries: [Entry]

  /// The smallest shift, in residual standard deviations, that is found with the given power: by
  /// linear interpolation between the sizes tried, nil if none of them suffices.
  public func smallestDetectableShift(power: Double = 0.8) -> Double? {
    var previous: (size: Double, rate: Double) = (0, 0)
    for entry in entries {
      let rate = entry.found.rate
      if rate >= power {
        let share = (power - previous.rate) / (rate - previous.rate)
        return previous.size + share * (entry.sizeInSD - previous.size)
      }
      previous = (entry.sizeInSD, max(previous.rate, min(rate, power)))
    }
    return nil
  }

  /// Simulated power for the residual noise of a series that was analysed.
  ///
  /// Worlds are the series' residuals resampled in blocks plus a step, half of them up and half
  /// down. The first penalty is that of series with the step still in, as in a real first pass; one
  /// further pass uses the penalty of the residuals. Breaks are those of the segmentation, before
  /// episodes are told apart.
  ///
  /// - Parameters:
  ///   - position: first week after the shift; the middle of the series if nil.
  ///   - sizes: shifts in residual standard deviations, ascending.
  /// - Throws: `DatingError` if the values are not those of the analysis, or the position leaves no
  ///   room for a segment on each side.
  public static func simulate(
    _ values: [Double], analysis: DatingAnalysis, at position: Int? = nil,
    sizes: [Double] = [0.5, 1, 1.5, 2, 3], worlds: Int = 100, tolerance: Int = 5, seed: UInt64,
    name: String
  ) throws(DatingError) -> DetectionPower {
    let options = analysis.options
    let n = values.count
    let at = position ?? n / 2
    guard n == analysis.weeks, worlds > 0 else {
      throw DatingError(
        .badOption,
        "\(n) weeks and \(worlds) worlds given, the analysis has \(analysis.weeks) weeks")
    }
    guard at >= options.minimumSegment, at <= n - options.minimumSegment else {
      throw DatingError(
        .badOption,
        "a shift at week \(at) of \(n) leaves no segment of "
          + "\(options.minimumSegment) weeks on each side")
    }
    let indices = analysis.edges.map(\.index)
    let scale = (Double(n) / Double(n - indices.count - 1)).squareRoot()
    let residuals = NoiseModel.residuals(of: values, breaks: indices).map { $0 * scale }
    let simulation = Simulation(
      sampler: BlockSampler(residuals, blockLength: options.blockLength),
      search: GainSearch(count: n, minimumSegment: options.minimumSegment), count: n, at: at,
      options: options, penalty: analysis.penalty, kappa: analysis.kappa, seed: seed, name: name)
    let entries = sizes.map { size in
      simulation.entry(
        sizeInSD: size, size: size * analysis.residualSD, worlds: worlds, tolerance: tolerance)
    }
    return DetectionPower(position: at, tolerance: tolerance, entries: entries)
  }

  private struct Simulation {
    let sampler: BlockSampler
    let search: GainSearch
    let count: Int
    let at: Int
    let options: DatingOptions
    let penalty: Double
    let kappa: Double
    let seed: UInt64
    let name: String

    /// One world as the search sees it.
    func world(_ size: Double, _ index: Int) -> [Double] {
      var stream = RandomStream(seed: seed, name: "\(name)/power", index: index)
      sampler.fill(search.values, from: &stream)
      let values = (0..<count).map { search.values[$0] + ($0 < at ? 0 : size) }
      return options.clip.map { Taming.clipped(values, multiple: $0) } ?? values
    }

    /// Penalty of a first pass, the step unknown: 200 draws over four worlds.
    func firstPenalty(_ size: Double) -> Double {
      var gains: [Double] = []
      for index in 0..<4 {
        let sampled = world(size, index)
        let unsplit = BlockSampler(
          NoiseModel.residuals(of: sampled, breaks: []), blockLength: options.blockLength)
        for draw in 0..<50 {
          var stream = RandomStream(
            seed: seed, name: "\(name)/power/penalty", index: index * 50 + draw)
          unsplit.fill(search.values, from: &stream)
          gains.append(search.largestGain())
        }
      }
      return kappa * Moments.quantile(0.95, of: gains)
    }

    func entry(sizeInSD: Double, size: Double, worlds: Int, tolerance: Int) -> Entry {
      let first = max(penalty, firstPenalty(size))
      let distances: [Int?] = (0..<worlds).map { index in
        let sign = index.isMultiple(of: 2) ? 1.0 : -1.0
        let values = world(sign * size, index)
        let segmentation = Segmentation(
          of: values, minimumSegment: options.minimumSegment, maximumBreaks: 3)
        guard segmentation.count(penalty: first) > 0 else { return nil }
        let breaks = segmentation.breaks[segmentation.count(penalty: min(first, penalty))]
        let bounds = [0] + breaks + [count]
        let means = zip(bounds, bounds.dropFirst()).map { Moments.mean(values[$0..<$1]) }
        return breaks.indices.filter { (means[$0 + 1] - means[$0]) * sign > 0 }
          .map { abs(breaks[$0] - at) }.min()
      }
      return Entry(
        sizeInSD: sizeInSD, size: size,
        dated: Proportion(distances.map { ($0 ?? .max) <= tolerance }),
        found: Proportion(distances.map { ($0 ?? .max) <= 26 }))
    }
  }
}
