import Foundation

/// A number of successes out of a number of trials, with its interval.
public struct Proportion: Sendable, Hashable, Codable {
  public let successes: Int
  public let trials: Int

  public init(_ successes: Int, of trials: Int) {
    precondition(successes >= 0 && successes <= trials, "successes lie between 0 and trials")
    self.successes = successes
    self.trials = trials
  }

  /// Counts how many of the values are true.
  public init(_ outcomes: some Sequence<Bool>) {
    var successes = 0
    var trials = 0
    for outcome in outcomes {
      trials += 1
      if outcome { successes += 1 }
    }
    self.init(successes, of: trials)
  }

  /// NaN without trials.
  public var rate: Double { Double(successes) / Double(trials) }

  /// `√(p(1 − p)/n)`; NaN without trials.
  public var standardError: Double { (rate * (1 - rate) / Double(trials)).squareRoot() }

  /// Wilson's (1927) score interval; `z` is the normal quantile, 1.96 for 95%.
  ///
  /// Edge cases: no trials → 0...1.
  public func interval(z: Double = 1.959_963_985) -> ClosedRange<Double> {
    guard trials > 0 else { return 0...1 }
    let n = Double(trials)
    let centre = (rate + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (rate * (1 - rate) / n + z * z / (4 * n * n)).squareRoot()
    return max(0, centre - half)...min(1, max(0, centre + half))
  }

  /// `0.047 [0.030, 0.072]`.
  public var text: String {
    guard trials > 0 else { return "none" }
    let bounds = interval()
    func digits(_ value: Double) -> String {
      let thousandths = Int((value * 1000).rounded())
      let fraction = String(thousandths % 1000)
      return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
    }
    return "\(digits(rate)) [\(digits(bounds.lowerBound)), \(digits(bounds.upperBound))]"
  }
}
