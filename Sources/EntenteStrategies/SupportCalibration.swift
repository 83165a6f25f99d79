package import EntenteNumerics
import Foundation

/// How often coded history bears a rule's support out: the way from support to probability.
///
/// Formula: `logit p = c + b (logit R − m)`, R kept within .02 to .98. The slope b is one for all
/// strategies; m is the mean of logit R over the coded periods, and c the log odds there.
/// Missing data: a strategy that the coded periods cannot measure gets its share among them, whatever
/// its support.
package struct SupportCalibration: Hashable, Sendable {
  /// Where a strategy's curve lies.
  package struct Curve: Hashable, Sendable {
    package let centre: Double
    package let level: Double
    package let levelError: Double
    /// Covariance of the level and the slope.
    package let covariance: Double

    package init(centre: Double, level: Double, levelError: Double, covariance: Double) {
      self.centre = centre
      self.level = level
      self.levelError = levelError
      self.covariance = covariance
    }
  }

  /// Area under the curve with its 90% interval over samples of states.
  package struct Area: Hashable, Sendable {
    package let value: Double
    package let low: Double
    package let high: Double

    package init(value: Double, low: Double, high: Double) {
      self.value = value
      self.low = low
      self.high = high
    }
  }

  /// What coded history says of one strategy.
  package struct Line: Hashable, Sendable {
    /// Periods coded so.
    package let coded: Int
    /// Nil where the coded periods cannot measure the strategy.
    package let curve: Curve?
    /// How well the support tells these periods from others; nil where it is not measured.
    package var area: Area?

    package init(coded: Int, curve: Curve?, area: Area? = nil) {
      self.coded = coded
      self.curve = curve
      self.area = area
    }
  }

  /// Coded periods in all.
  package let periods: Int
  package let slope: Double
  package let slopeError: Double
  package var lines: [Strategy: Line]

  package init(periods: Int, slope: Double, slopeError: Double, lines: [Strategy: Line]) {
    self.periods = periods
    self.slope = slope
    self.slopeError = slopeError
    self.lines = lines
  }

  /// Fewer coded periods than these say nothing of a rule.
  package static let fewest = 8

  /// Half-width of a 90% interval in standard errors.
  private static let reach = 1.645

  /// Probability of a strategy whose rule has this support, with the error of the fit.
  ///
  /// The support's own error is part of what the fit has seen, and no part of the interval.
  package func probability(of strategy: Strategy, support: Double) -> Estimate {
    let coded = lines[strategy]?.coded ?? 0
    guard let curve = lines[strategy]?.curve else {
      let share = Proportion(coded, of: periods).interval(z: Self.reach)
      return Estimate(
        value: self.share(of: strategy), low: share.lowerBound, high: share.upperBound, n: periods,
        method: "share among \(periods) coded periods, whatever the support")
    }
    let distance = Self.logit(support) - curve.centre
    let value = curve.level + slope * distance
    let variance =
      curve.levelError * curve.levelError + 2 * distance * curve.covariance
      + distance * distance * slopeError * slopeError
    let half = Self.reach * max(variance, 0).squareRoot()
    return Estimate(
      value: Self.logistic(value), low: Self.logistic(value - half),
      high: Self.logistic(value + half), n: periods,
      method: "fitted on \(periods) coded periods, \(coded) of them coded so")
  }

  /// Share of the strategy among the coded periods, half a period added to each side.
  package func share(of strategy: Strategy) -> Double {
    (Double(lines[strategy]?.coded ?? 0) + 0.5) / (Double(periods) + 1)
  }

  /// Support near 0 and 1 is a matter of the draws' number, so it is kept within .02 to .98.
  static func logit(_ support: Double) -> Double {
    let clipped = min(max(support, 0.02), 0.98)
    return log(clipped / (1 - clipped))
  }

  static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}
