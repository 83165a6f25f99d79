import EntenteNumerics
import Foundation

/// Dates and sizes, with intervals, of the breaks of one segmentation.
struct BreakDescriber {
  let values: [Double]
  let indices: [Int]
  let noise: NoiseModel
  let options: DatingOptions
  private let posteriors: [BreakPosterior]

  init(values: [Double], indices: [Int], noise: NoiseModel, options: DatingOptions) {
    self.values = values
    self.indices = indices
    self.noise = noise
    self.options = options
    posteriors = indices.indices.map { j in
      let low = j == 0 ? 0 : indices[j - 1]
      let high = j + 1 < indices.count ? indices[j + 1] : values.count
      return BreakPosterior(
        values: values, window: low..<high, index: indices[j],
        longRunVariance: noise.longRunVariance * options.spreadFactor)
    }
  }

  /// Every break between its neighbouring segments.
  var edges: [Break] {
    indices.indices.map { j in
      let low = j == 0 ? 0 : indices[j - 1]
      let high = j + 1 < indices.count ? indices[j + 1] : values.count
      return describe(
        j, before: Moments.mean(values[low..<indices[j]]),
        after: Moments.mean(values[indices[j]..<high]),
        variance: posteriors[j].sizeVariances.given, transition: nil)
    }
  }

  /// Lasting changes between levels.
  func lasting(_ levels: Levels) -> [Break] {
    levels.boundaries.enumerated().compactMap { at, boundary in
      guard let j = indices.firstIndex(of: boundary.index) else { return nil }
      let (left, right) = (levels.levels[at], levels.levels[at + 1])
      let variance =
        noise.longRunVariance * options.spreadFactor
        * (1 / Double(left.count) + 1 / Double(right.count))
      return describe(
        j, before: left.mean, after: right.mean, variance: variance,
        transition: boundary.transition)
    }
  }

  func episodes(_ levels: Levels, edges: [Break]) -> [Episode] {
    levels.transients.compactMap { transient in
      guard let start = edges.first(where: { $0.index == transient.weeks.lowerBound }),
        let end = edges.first(where: { $0.index == transient.weeks.upperBound })
      else { return nil }
      return Episode(
        start: start, end: end, level: transient.mean, surroundings: transient.surroundings)
    }
  }

  private func describe(
    _ j: Int, before: Double, after: Double, variance: Double, transition: Range<Int>?
  ) -> Break {
    let posterior = posteriors[j]
    let deviation = (variance + posterior.sizeVariances.date).squareRoot()
    let half = Self.normalQuantile(0.5 + options.coverage / 2) * deviation
    let size = after - before
    // Far tails of the mass carry nothing; what is kept is a run.
    let kept = posterior.mass.indices.filter { posterior.mass[$0] >= 1e-4 }
    let run = (kept.first ?? 0)..<((kept.last ?? -1) + 1)
    return Break(
      index: indices[j],
      interval: posterior.hull(coverage: options.coverage, index: indices[j]),
      before: before, after: after, sizeInterval: (size - half)...(size + half),
      sizeInSD: noise.residualSD > 0 ? size / noise.residualSD : nil,
      transition: transition, massStart: posterior.start + run.lowerBound,
      mass: Array(posterior.mass[run]))
  }

  /// Quantile of the standard normal by bisection; `probability` in (0, 1).
  static func normalQuantile(_ probability: Double) -> Double {
    var (low, high) = (-10.0, 10.0)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if Moments.normalCDF(middle) < probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
