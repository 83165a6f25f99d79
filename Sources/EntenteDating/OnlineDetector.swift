import EntenteNumerics

/// Alarms raised while a series arrives, at a stated rate of false ones.
///
/// Formula: after a training stretch with mean μ and standard deviation σ of its clipped values,
/// `U_t = max(0, U_{t−1} + z_t − ½)` and `D_t = max(0, D_{t−1} − z_t − ½)` with
/// `z_t = (clip(y_t) − μ)/σ`; an alarm where either passes the threshold h. The change is dated at the
/// first step after that sum last stood at 0.
///
/// Threshold: series as long as training and a year of 52 steps are drawn from the residuals in
/// blocks; μ and σ are fitted to the first part of each, as in life, and h is passed by the second
/// part of one in `1/rate` of them. Every year the fit takes in what has come since, and after an
/// alarm the training starts anew at the change.
///
/// - SeeAlso: Page (1954), Biometrika 41, 100-115.
public struct OnlineDetector: Sendable, Hashable, Codable {
  public struct Alarm: Sendable, Hashable, Codable {
    /// The value that raised it.
    public let index: Int
    /// First value after the change, as far as could be told then.
    public let onset: Int
    public let direction: Break.Direction
    /// Level in training, and mean since the onset.
    public let before: Double
    public let after: Double
    public let statistic: Double
    public let threshold: Double
  }

  /// Steps of a year, for which the rate is stated.
  public static let year = 52
  /// Values before monitoring starts, and fewest after an alarm's onset before it goes on.
  public static let training = 52
  public static let retraining = 26
  private static let drift = 0.5
  /// What doubt about the noise of a training stretch of 52 adds to the threshold, as a share.
  private static let margin = 0.4
  private static let clip = 2.5

  public let alarms: [Alarm]
  /// Values that were monitored, those in training left out.
  public let monitored: Int
  /// Chance of a false alarm in a year of monitoring.
  public let rate: Double
  public let count: Int
  public let draws: Int
  public let seed: UInt64

  /// Runs through a series as it would have come in: no alarm depends on a later value.
  ///
  /// A stretch of training that is constant is lengthened by a year at a time.
  ///
  /// - Throws: `DatingError` if the values are not finite, fewer than two training stretches, or if
  ///   the rate is not between 0 and 1.
  public init(
    _ values: [Double], rate: Double = 0.05, draws: Int = 999, seed: UInt64
  ) throws(DatingError) {
    try self.init(values, rate: rate, draws: draws, margin: Self.margin, seed: seed)
  }

  package init(
    _ values: [Double], rate: Double, draws: Int, margin: Double, seed: UInt64
  ) throws(DatingError) {
    guard rate > 0, rate < 1, draws > 0 else {
      throw DatingError(.badOption, "a rate between 0 and 1 and draws are needed")
    }
    if let bad = values.firstIndex(where: { !$0.isFinite }) {
      throw DatingError(.notFinite, "value \(bad + 1) is \(values[bad]), not a finite number")
    }
    guard values.count >= 2 * Self.training else {
      throw DatingError(
        .tooShort,
        "\(values.count) values, \(2 * Self.training) are needed: \(Self.training) to "
          + "train on")
    }
    var alarms: [Alarm] = []
    var earlier: [Double] = []
    var monitored = 0
    var (start, now) = (0, Self.training)
    while now < values.count {
      let fit = Fit(values[start..<now], clip: Self.clip)
      guard fit.deviation > 0 else {
        now += Self.year
        continue
      }
      // Few values of one's own are eked out with those of the years before, in the same units.
      let own = fit.residuals
      let pool = own.count >= Self.training ? own : earlier.suffix(Self.training * 2) + own
      let threshold = Self.threshold(
        Array(pool), training: now - start, rate: rate, draws: draws, margin: margin, seed: seed,
        at: now)
      var sums = Sums(drift: Self.drift)
      let end = min(values.count, now + Self.year)
      var alarm: Alarm?
      var t = now
      while t < end, alarm == nil {
        sums.add(fit.standard(values[t]))
        if let side = sums.beyond(threshold) {
          let onset = t - side.steps + 1
          alarm = Alarm(
            index: t, onset: onset, direction: side.direction, before: fit.mean,
            after: Moments.mean(values[onset...t]), statistic: side.value, threshold: threshold)
        }
        t += 1
      }
      monitored += t - now
      if let alarm {
        alarms.append(alarm)
        earlier += own
        start = alarm.onset
        now = max(t, start + Self.retraining)
      } else {
        now = end
      }
    }
    self.alarms = alarms
    self.monitored = monitored
    self.rate = rate
    self.count = values.count
    self.draws = draws
    self.seed = seed
  }

  private static func threshold(
    _ residuals: [Double], training: Int, rate: Double, draws: Int, margin: Double,
    seed: UInt64, at now: Int
  ) -> Double {
    let block = max(1, min(DatingOptions().blockLength, residuals.count / 4))
    // One stratum as long as what is wanted: the residuals, over and over.
    let length = training + year
    let circle = (0..<max(length, residuals.count)).map { residuals[$0 % residuals.count] }
    let sampler = BlockSampler(circle, blockLength: block)
    let highest = (0..<draws).map { draw -> Double in
      var stream = RandomStream(seed: seed, name: "online/\(now)", index: draw)
      let sample = [Double](unsafeUninitializedCapacity: circle.count) { buffer, count in
        if let base = buffer.baseAddress { sampler.fill(base, from: &stream) }
        count = circle.count
      }
      let fit = Fit(sample[0..<training], clip: clip)
      guard fit.deviation > 0 else { return 0 }
      var sums = Sums(drift: drift)
      var most = 0.0
      for t in training..<length {
        sums.add(fit.standard(sample[t]))
        most = max(most, sums.up, sums.down)
      }
      return most
    }
    let factor = BlockShortfall.factor(
      autocorrelation: BlockShortfall.autocorrelation(residuals), length: block)
    // Blocks of few values about their own mean have lost a share of their long-run variance.
    let loss = 1 - Double(block) / Double(residuals.count)
    // The spread estimated in training is itself in doubt, and false alarms come from where it is low.
    let doubt = 1 + margin * (Double(Self.training) / Double(training)).squareRoot()
    return doubt * factor / loss * Moments.quantile(1 - rate, of: highest)
  }

  /// What training says about a value.
  private struct Fit {
    let mean: Double
    let deviation: Double
    let residuals: [Double]
    private let low: Double
    private let high: Double

    init(_ values: ArraySlice<Double>, clip: Double) {
      // Sorted here rather than by `Moments`: this runs in every draw.
      let sorted = values.sorted()
      let median = Moments.quantile(0.5, ofSorted: sorted)
      let distances = sorted.map { abs($0 - median) }.sorted()
      let reach = clip * 1.4826 * Moments.quantile(0.5, ofSorted: distances)
      let (low, high) = reach > 0 ? (median - reach, median + reach) : (-.infinity, .infinity)
      let held = values.map { min(high, max(low, $0)) }
      let count = Double(held.count)
      let mean = held.reduce(0, +) / count
      let variance = held.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
      let deviation = variance.squareRoot()
      self.low = low
      self.high = high
      self.mean = mean
      self.deviation = deviation
      residuals = deviation > 0 ? held.map { ($0 - mean) / deviation } : []
    }

    func standard(_ value: Double) -> Double { (min(high, max(low, value)) - mean) / deviation }
  }

  /// The two sums, and how many steps each is away from 0.
  private struct Sums {
    let drift: Double
    var up = 0.0
    var down = 0.0
    private var stepsUp = 0
    private var stepsDown = 0

    init(drift: Double) { self.drift = drift }

    mutating func add(_ z: Double) {
      up = max(0, up + z - drift)
      stepsUp = up > 0 ? stepsUp + 1 : 0
      down = max(0, down - z - drift)
      stepsDown = down > 0 ? stepsDown + 1 : 0
    }

    func beyond(
      _ threshold: Double
    ) -> (value: Double, steps: Int, direction: Break.Direction)? {
      guard max(up, down) > threshold else { return nil }
      return up >= down ? (up, stepsUp, .up) : (down, stepsDown, .down)
    }
  }
}
