import EntenteNumerics
import Foundation

extension SupportCalibration {
  /// A period of which it is known what the state did, and how far the rules see it.
  package struct CodedSupport: Sendable {
    package let coded: Set<Strategy>
    /// Support by strategy; none where it cannot be measured.
    package let supports: [Strategy: Double]

    package init(coded: Set<Strategy>, supports: [Strategy: Double]) {
      self.coded = coded
      self.supports = supports
    }
  }

  /// The slope and the constants under which the codings are most likely.
  ///
  /// Two priors keep them cautious. Half a period coded so and half a period not coded so stand at the
  /// mean of each strategy, so that a strategy without codings is not impossible; the slope comes from
  /// N(0, 1), which little but an empty table can feel. A slope of its own for each strategy would rest
  /// on fewer than eight codings for half of them. Errors are those of the curvature there, which takes
  /// periods for independent.
  ///
  /// - Complexity: O(iterations × periods × strategies).
  package static func fitted(to rows: [CodedSupport]) -> SupportCalibration {
    let groups = Strategy.allCases.compactMap { Group($0, rows) }
    var point = [0] + groups.map(\.start)
    var loss = self.loss(at: point, groups)
    let size = point.count
    var covariance = (0..<size * size).map { $0 / size == $0 % size ? 1.0 : 0 }
    for _ in 0..<100 {
      let (slope, curvature) = derivatives(at: point, groups)
      guard
        let inverse = LinearAlgebra.inverse(positiveDefinite: curvature, size: size)?.inverse
      else { break }
      covariance = inverse
      let step = LinearAlgebra.multiply(inverse, rows: size, columns: size, slope)
      var length = 1.0
      var next = point
      var nextLoss = loss
      repeat {
        next = zip(point, step).map { $0 - length * $1 }
        nextLoss = self.loss(at: next, groups)
        length /= 2
      } while nextLoss > loss && length > 1e-9
      let gain = loss - nextLoss
      if gain > 0 { (point, loss) = (next, nextLoss) }
      if gain < 1e-12 { break }
    }
    var lines: [Strategy: Line] = [:]
    for strategy in Strategy.allCases {
      let place = groups.firstIndex { $0.strategy == strategy }
      lines[strategy] = Line(
        coded: rows.count { $0.coded.contains(strategy) },
        curve: place.map { place in
          Curve(
            centre: groups[place].centre, level: point[place + 1],
            levelError: covariance[(place + 1) * size + place + 1].squareRoot(),
            covariance: covariance[place + 1])
        })
    }
    return SupportCalibration(
      periods: rows.count, slope: point[0], slopeError: covariance[0].squareRoot(), lines: lines)
  }

  /// The periods in which a strategy is measured; x is logit R less its mean.
  private struct Group {
    let strategy: Strategy
    let centre: Double
    let points: [(x: Double, isCoded: Bool)]

    init?(_ strategy: Strategy, _ rows: [CodedSupport]) {
      let found = rows.compactMap { row in
        row.supports[strategy].map {
          (x: SupportCalibration.logit($0), isCoded: row.coded.contains(strategy))
        }
      }
      guard !found.isEmpty else { return nil }
      let centre = Moments.mean(found.map(\.x))
      self.strategy = strategy
      self.centre = centre
      points = found.map { ($0.x - centre, $0.isCoded) }
    }

    var start: Double {
      let coded = Double(points.count(where: \.isCoded))
      return log((coded + 0.5) / (Double(points.count) - coded + 0.5))
    }
  }

  private static func loss(at point: [Double], _ groups: [Group]) -> Double {
    var loss = 0.5 * point[0] * point[0]
    for (place, group) in groups.enumerated() {
      let level = point[place + 1]
      loss += 0.5 * (softplus(level) + softplus(-level))
      for one in group.points {
        let value = level + point[0] * one.x
        loss += softplus(one.isCoded ? -value : value)
      }
    }
    return loss
  }

  /// Gradient and curvature of the loss; the levels meet only in the slope.
  private static func derivatives(
    at point: [Double], _ groups: [Group]
  ) -> (slope: [Double], curvature: [Double]) {
    let size = point.count
    var slope = [Double](repeating: 0, count: size)
    var curvature = [Double](repeating: 0, count: size * size)
    slope[0] = point[0]
    curvature[0] = 1
    for (place, group) in groups.enumerated() {
      let at = place + 1
      let share = logistic(point[at])
      slope[at] += share - 0.5
      curvature[at * size + at] += share * (1 - share)
      for one in group.points {
        let p = logistic(point[at] + point[0] * one.x)
        let miss = p - (one.isCoded ? 1 : 0)
        let weight = p * (1 - p)
        slope[0] += miss * one.x
        slope[at] += miss
        curvature[0] += weight * one.x * one.x
        curvature[at] += weight * one.x
        curvature[at * size + at] += weight
      }
      curvature[at * size] = curvature[at]
    }
    return (slope, curvature)
  }

  private static func softplus(_ x: Double) -> Double { x > 0 ? x + log1p(exp(-x)) : log1p(exp(x)) }
}
