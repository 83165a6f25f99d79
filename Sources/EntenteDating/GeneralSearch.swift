import EntenteNumerics
import Foundation

/// The exact segmentation of a series under any cost, and what its noise says about the breaks.
struct GeneralSearch {
  let values: [Double]
  let type: any Cost.Type
  let cost: any Cost
  let least: Int
  let options: SeriesOptions
  let seed: UInt64

  /// Most breaks that an automatic price looks for.
  static let mostBreaks = 10

  var result: SeriesBreaks {
    var scale = isResampled && options.price == .automatic ? noise(about: []) : nil
    var breaks: [Int] = []
    var penalty: Double?
    var pValue: Double?
    switch options.price {
    case .automatic:
      (breaks, penalty, pValue) = automatic(&scale)
    case .penalty(let given):
      penalty = given
      breaks = OptimalPartition(cost, penalty: given, minimumSegment: least).breaks
    case .breaks(let count):
      let found = SegmentNeighbourhood(cost, minimumSegment: least, maximumBreaks: count)
      breaks = found.breaks[count]
    }
    if isResampled, options.price != .automatic, !breaks.isEmpty { scale = noise(about: breaks) }
    let total = cost.total(breaks)
    return SeriesBreaks(
      cost: type.descriptor, count: values.count, minimumSegment: least, penalty: penalty,
      isPenaltyAutomatic: options.price == .automatic, segmentCost: total,
      objective: total + (penalty ?? 0) * Double(breaks.count),
      breaks: describe(breaks, scale), episodes: [], pValue: pValue,
      pValueStandardError: pValue.map { p in
        (p * (1 - p) / Double(max(1, scale?.largest.count ?? 1))).squareRoot()
      }, draws: scale?.largest.count ?? 0, coverage: options.coverage,
      method: method, seed: seed)
  }

  private var isResampled: Bool { values.count <= SeriesOptions.longestResampled }

  private var method: String {
    switch options.price {
    case .automatic:
      "exact; penalty by a block bootstrap of the series"
        + (cost.levelled([]) == nil ? "" : ", then of what its breaks leave")
    case .penalty: "exact optimal partition at the given penalty"
    case .breaks: "exact best segmentation with the given number of breaks"
    }
  }

  private func make(_ sample: [Double]) -> (any Cost)? {
    if let kernel = cost as? KernelCost { return KernelCost(sample, gamma: kernel.gamma) }
    return try? type.init(sample)
  }

  /// The noise about the breaks found, or of the series as it is where levels cannot be taken out.
  private func noise(about breaks: [Int]) -> NoiseScale? {
    // A series explained but for rounding has no noise to resample.
    let levelled = cost.levelled(breaks) ?? values
    let reach = values.reduce(0) { max($0, abs($1)) }
    guard levelled.contains(where: { abs($0 - levelled[0]) > 1e-12 * reach }) else { return nil }
    return NoiseScale(
      of: levelled, cost: make, minimumSegment: min(least, max(1, values.count / 2)),
      maximumBreaks: options.price == .automatic ? 3 : 1, options: DatingOptions(),
      draws: options.price == .automatic ? options.draws : min(199, options.draws), seed: seed,
      name: "cost/\(options.cost)/\(breaks.count)")
  }

  /// Passes of noise, price and segmentation until no break is added.
  private func automatic(_ scale: inout NoiseScale?) -> ([Int], Double?, Double?) {
    let most = min(Self.mostBreaks, values.count / least - 1)
    let found = SegmentNeighbourhood(cost, minimumSegment: least, maximumBreaks: most)
    guard let first = scale else { return ([], nil, nil) }
    var penalty = first.penalty
    func count(_ penalty: Double) -> Int {
      found.costs.indices.min {
        (found.costs[$0] + penalty * Double($0), $0) < (found.costs[$1] + penalty * Double($1), $1)
      } ?? 0
    }
    var breaks = found.breaks[count(penalty)]
    let pValue = first.pValue(largest: found.largestGain)
    for _ in 1..<DatingOptions().passes where !breaks.isEmpty && cost.levelled([]) != nil {
      guard let next = noise(about: breaks) else { break }
      scale = next
      penalty = min(penalty, next.penalty)
      let more = found.breaks[count(penalty)]
      if more.count <= breaks.count { break }
      breaks = more
    }
    return (breaks, penalty, pValue)
  }

  private func describe(_ breaks: [Int], _ scale: NoiseScale?) -> [DatedBreak] {
    guard !breaks.isEmpty else { return [] }
    let bounds = [0] + breaks + [values.count]
    let spread = evidenceScale(breaks, scale)
    return breaks.enumerated().map { j, index in
      let window = bounds[j]..<bounds[j + 2]
      let (left, right) = (window.lowerBound..<index, index..<window.upperBound)
      let gain = cost.cost(of: window) - cost.cost(of: left) - cost.cost(of: right)
      let (before, after) = (cost.level(of: left), cost.level(of: right))
      return DatedBreak(
        index: index, interval: spread.flatMap { interval(index, window, $0) },
        direction: after < before ? .down : .up, before: before, after: after,
        spreadBefore: Self.spread(values[left]), spreadAfter: Self.spread(values[right]),
        sizeInterval: nil, gain: gain, pValue: scale?.pValue(single: gain))
    }
  }

  static func spread(_ values: ArraySlice<Double>) -> Double {
    values.count > 1 ? Moments.standardDeviation(values) : 0
  }

  /// By how much differences of cost overstate evidence, or nil if it was not estimated.
  private func evidenceScale(_ breaks: [Int], _ scale: NoiseScale?) -> Double? {
    if type == MeanCost.self, values.count > 10 {
      let residuals = NoiseModel.residuals(of: values, breaks: breaks)
      return NoiseModel(residuals: residuals, breaks: breaks.count).longRunVariance
    }
    return scale?.temperature(
      count: values.count, minimumSegment: min(least, max(1, values.count / 2)), seed: seed)
  }

  /// `p(k) ∝ exp(−(C(k) − min C)/(2 · 1.25 τ))` between the neighbours: hull of the densest set.
  private func interval(_ index: Int, _ window: Range<Int>, _ scale: Double) -> ClosedRange<Int>? {
    // A kernel's profile over a long window would take longer than the search itself.
    guard window.count <= SeriesOptions.longestResampled || type == MeanCost.self else {
      return nil
    }
    guard scale > 0 else { return index...index }
    let edge = min(type.descriptor.leastLength, index - window.lowerBound)
    let profile = cost.profile(in: window)
    let last = max(
      window.lowerBound + edge, window.upperBound - min(edge, window.upperBound - index))
    let candidates = (window.lowerBound + edge)...last
    let costs = candidates.map { profile[$0 - window.lowerBound - 1] }
    let lowest = costs.min() ?? 0
    let width = 2 * DatingOptions().spreadFactor * scale
    let weights = costs.map { exp(-($0 - lowest) / width) }
    let sum = Moments.sum(weights)
    var covered = 0.0
    var (low, high) = (index, index)
    for k in weights.indices.sorted(by: { (-weights[$0], $0) < (-weights[$1], $1) }) {
      if covered >= options.coverage * sum { break }
      covered += weights[k]
      low = min(low, candidates.lowerBound + k)
      high = max(high, candidates.lowerBound + k)
    }
    return low...high
  }
}
