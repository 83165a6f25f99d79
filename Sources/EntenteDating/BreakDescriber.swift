import EntenteNumerics

/// Dates and sizes, with intervals, of the breaks of one segmentation.
struct BreakDescriber {
  private let values: [Double]
  private let indices: [Int]
  private let noise: NoiseModel
  private let options: DatingOptions
  private let posteriors: [BreakPosterior]

  /// Dates come from the clipped values, levels and their differences from the values themselves.
  init(
    values: [Double], clipped: [Double], indices: [Int], noise: NoiseModel, options: DatingOptions
  ) {
    self.values = values
    self.indices = indices
    self.noise = noise
    self.options = options
    let residuals = NoiseModel.residuals(of: clipped, breaks: indices)
    let spread =
      NoiseModel(residuals: residuals, breaks: indices.count).longRunVariance
      * options.spreadFactor
    posteriors = indices.indices.map { j in
      BreakPosterior(
        values: clipped, window: Self.window(j, indices, values.count), index: indices[j],
        longRunVariance: spread)
    }
  }

  /// Every break between its neighbouring segments.
  var edges: [Break] {
    indices.indices.map { j in
      let window = Self.window(j, indices, values.count)
      return describe(
        j, before: [window.lowerBound..<indices[j]], after: [indices[j]..<window.upperBound],
        transition: nil)
    }
  }

  /// Lasting changes between levels.
  func lasting(_ levels: Levels) -> [Break] {
    levels.boundaries.enumerated().compactMap { at, boundary in
      guard let j = indices.firstIndex(of: boundary.index) else { return nil }
      return describe(
        j, before: levels.levels[at].ranges, after: levels.levels[at + 1].ranges,
        transition: boundary.transition)
    }
  }

  func episodes(_ levels: Levels, edges: [Break]) -> [Episode] {
    levels.transients.compactMap { transient in
      guard let start = edges.first(where: { $0.index == transient.weeks.lowerBound }),
        let end = edges.first(where: { $0.index == transient.weeks.upperBound })
      else { return nil }
      return Episode(
        start: start, end: end, level: level([transient.weeks]).mean,
        surroundings: level(transient.surroundings).mean)
    }
  }

  /// The weeks between the neighbours of break j.
  private static func window(_ j: Int, _ indices: [Int], _ count: Int) -> Range<Int> {
    (j == 0 ? 0 : indices[j - 1])..<(j + 1 < indices.count ? indices[j + 1] : count)
  }

  private func level(_ ranges: [Range<Int>]) -> (mean: Double, weeks: Double) {
    let weeks = Double(ranges.reduce(0) { $0 + $1.count })
    return (ranges.reduce(0) { $0 + Moments.sum(values[$1]) } / weeks, weeks)
  }

  private func describe(
    _ j: Int, before: [Range<Int>], after: [Range<Int>], transition: Range<Int>?
  ) -> Break {
    let posterior = posteriors[j]
    let (left, right) = (level(before), level(after))
    let variance =
      options.sizeSpreadFactor * noise.longRunVariance * (1 / left.weeks + 1 / right.weeks)
      + posterior.sizeVariance(values: values, window: Self.window(j, indices, values.count))
    let half = Moments.normalQuantile(0.5 + options.coverage / 2) * variance.squareRoot()
    let size = right.mean - left.mean
    // Far tails of the mass carry nothing; what is kept is a run.
    let kept = posterior.mass.indices.filter { posterior.mass[$0] >= 1e-4 }
    let run = (kept.first ?? 0)..<((kept.last ?? -1) + 1)
    return Break(
      index: indices[j],
      interval: posterior.hull(coverage: options.coverage, index: indices[j]),
      before: left.mean, after: right.mean, sizeInterval: (size - half)...(size + half),
      sizeInSD: noise.residualSD > 0 ? size / noise.residualSD : nil,
      transition: transition, massStart: posterior.start + run.lowerBound,
      mass: Array(posterior.mass[run]))
  }
}
