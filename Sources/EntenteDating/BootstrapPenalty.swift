import EntenteNumerics

/// The penalty of a break from a series' own noise, by a circular moving-block bootstrap.
///
/// Early stopping: draws are looked at after 100, 150, 200, … of them. By binomial tails at 10⁻⁴ each
/// side, two of the sorted gains enclose the true 95% point; if the decision is the same at both, no
/// further draw could be expected to change it, and the bootstrap stops. Draw i has a stream of its
/// own, so the answer depends on the seed alone.
struct BootstrapPenalty {
  /// Largest gains of the draws made, ascending.
  let gains: [Double]
  let isSettledEarly: Bool

  /// Decision level of one look, on each side.
  static let level = 1e-4
  static let firstLook = 100
  static let lookStep = 50

  /// - Parameters:
  ///   - breaks: those the residuals are about; blocks stay between them.
  ///   - kappa: the penalty over the 95% point of the gains.
  ///   - mayStop: whether a settled decision suffices; where a p-value is wanted to its last digit it
  ///     does not.
  ///   - decision: what a penalty leads to.
  init<Decision: Equatable>(
    residuals: [Double], breaks: [Int], scale: Double, kappa: Double, options: DatingOptions,
    seed: UInt64,
    name: String,
    mayStop: (Decision) -> Bool, decision: (Double) -> Decision
  ) {
    let sampler = BlockSampler(
      residuals.map { $0 * scale }, breaks: breaks, blockLength: options.blockLength)
    let search = GainSearch(count: residuals.count, minimumSegment: options.minimumSegment)
    var gains: [Double] = []
    gains.reserveCapacity(options.draws)
    var isSettled = false
    while gains.count < options.draws {
      var stream = RandomStream(seed: seed, name: name, index: gains.count)
      sampler.fill(search.values, from: &stream)
      gains.append(search.largestGain())
      let made = gains.count
      guard options.stopsEarly, made < options.draws, made >= Self.firstLook,
        (made - Self.firstLook) % Self.lookStep == 0
      else { continue }
      let sorted = gains.sorted()
      let (lower, upper) = Self.bounds(draws: made)
      let low = decision(kappa * sorted[lower])
      guard mayStop(low) else { continue }
      let high = decision(upper < made ? kappa * sorted[upper] : .infinity)
      if low == high {
        isSettled = true
        break
      }
    }
    self.gains = gains.sorted()
    self.isSettledEarly = isSettled
  }

  /// 95% point of the gains.
  var quantile: Double { Moments.quantile(0.95, ofSorted: gains) }

  /// Indices into the sorted gains that enclose their true 95% point but for `level` on each side;
  /// `upper == draws` if no draw is surely above it.
  static func bounds(draws: Int) -> (lower: Int, upper: Int) {
    // B draws exceed the true point, B ~ Binomial(draws, 0.05).
    var mass = [Double](repeating: 0, count: draws + 1)
    var probability = 1.0
    for _ in 0..<draws { probability *= 0.95 }
    for count in 0...draws {
      mass[count] = probability
      probability *= Double(draws - count) / Double(count + 1) * (0.05 / 0.95)
    }
    var tail = 0.0
    var least = draws + 1
    while least > 1, tail + mass[least - 1] <= level {
      least -= 1
      tail += mass[least]
    }
    // P(B ≥ least) ≤ level: the draw with index draws − least is below the point.
    tail = 0
    var most = -1
    while most < draws, tail + mass[most + 1] <= level {
      most += 1
      tail += mass[most]
    }
    // P(B ≤ most) ≤ level: the draw with index draws − 1 − most is above the point.
    return (max(0, draws - least), most < 0 ? draws : draws - 1 - most)
  }
}
