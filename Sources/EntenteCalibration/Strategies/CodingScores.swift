import EntenteNumerics
import EntenteStrategies
import Foundation

/// How the rules' supports agree with codings: separation, and log loss on states left out in turn.
struct CodingScores: Sendable {
  /// One coded period with what the rules say of it.
  struct Row: Sendable {
    let state: Int
    let coded: Set<Strategy>
    /// Support by strategy; none where it cannot be measured.
    let supports: [Strategy: Double]
    /// Probability as the program gives it.
    let probabilities: [Strategy: Double]
  }

  let rows: [Row]
  let seed: UInt64

  /// Chance that a coded period has the larger support than one that is not coded so; ties half.
  ///
  /// Missing data: periods in which the strategy cannot be measured are left out.
  func area(of strategy: Strategy, among rows: [Row]) -> Double? {
    let known = rows.compactMap { row in
      row.supports[strategy].map { (support: $0, isCoded: row.coded.contains(strategy)) }
    }
    let (yes, no) = (known.filter(\.isCoded), known.filter { !$0.isCoded })
    guard !yes.isEmpty, !no.isEmpty else { return nil }
    var wins = 0.0
    for one in yes {
      for other in no {
        wins += one.support > other.support ? 1 : one.support == other.support ? 0.5 : 0
      }
    }
    return wins / Double(yes.count * no.count)
  }

  /// The area with its 90% interval over samples of states.
  func area(of strategy: Strategy) -> (value: Double, low: Double, high: Double)? {
    guard let value = area(of: strategy, among: rows) else { return nil }
    let draws = samples(999).compactMap { area(of: strategy, among: $0) }.sorted()
    return (
      value, Moments.quantile(0.05, ofSorted: draws), Moments.quantile(0.95, ofSorted: draws)
    )
  }

  /// Rows of states drawn with replacement.
  func samples(_ count: Int) -> [[Row]] {
    let states = Set(rows.map(\.state)).sorted().map { state in rows.filter { $0.state == state } }
    return (0..<count).map { index in
      var stream = RandomStream(seed: seed, name: "codings", index: index)
      return states.indices.flatMap { _ in states[stream.integer(below: states.count)] }
    }
  }

  // MARK: - Log loss

  /// Ways to give a probability to every strategy of a period.
  enum Forecast: String, CaseIterable {
    case shares = "class shares"
    case raw = "support as it stands"
    case program = "the program's probabilities"
    case refitted = "support, slope and constants fitted"
  }

  /// Log loss of every row, summed over the strategies: constants come from the other states.
  func losses(of forecast: Forecast) -> [Double] {
    var fits: [Int: [Strategy: (Double?) -> Double]] = [:]
    for state in Set(rows.map(\.state)) {
      fits[state] = mapping(forecast, from: rows.filter { $0.state != state })
    }
    return rows.map { row in
      Strategy.allCases.reduce(0) { sum, strategy in
        let support = row.supports[strategy]
        var p = fits[row.state]?[strategy]?(support) ?? 0.5
        if forecast == .program, support != nil { p = row.probabilities[strategy] ?? p }
        p = min(max(p, 1e-3), 1 - 1e-3)
        return sum - log(row.coded.contains(strategy) ? p : 1 - p)
      }
    }
  }

  /// Mean loss, and its difference from that of class shares with a 90% interval over states.
  func loss(
    of forecast: Forecast
  ) -> (mean: Double, gain: Double, low: Double, high: Double) {
    let (own, base) = (losses(of: forecast), losses(of: .shares))
    let gains = zip(base, own).map { $0 - $1 }
    let states = Set(rows.map(\.state)).sorted().map { state in
      rows.indices.filter { rows[$0].state == state }
    }
    let draws = (0..<999).map { index -> Double in
      var stream = RandomStream(seed: seed, name: "codings/loss", index: index)
      let places = states.indices.flatMap { _ in states[stream.integer(below: states.count)] }
      return Moments.mean(places.map { gains[$0] })
    }.sorted()
    return (
      Moments.mean(own), Moments.mean(gains), Moments.quantile(0.05, ofSorted: draws),
      Moments.quantile(0.95, ofSorted: draws)
    )
  }

  private func mapping(
    _ forecast: Forecast, from rows: [Row]
  ) -> [Strategy: (Double?) -> Double] {
    let shares = Dictionary(
      uniqueKeysWithValues: Strategy.allCases.map { strategy in
        let count = rows.count { $0.coded.contains(strategy) }
        return (strategy, (Double(count) + 0.5) / (Double(rows.count) + 1))
      })
    switch forecast {
    case .shares, .program:
      return shares.mapValues { share in { _ in share } }
    case .raw:
      return shares.mapValues { share in { support in min(max(support ?? share, 0.02), 0.98) } }
    case .refitted:
      let fit = Self.fit(rows)
      return Dictionary(
        uniqueKeysWithValues: Strategy.allCases.map { strategy in
          let share = shares[strategy] ?? 0.5
          return (
            strategy,
            { support in
              guard let support, let constant = fit.constants[strategy] else { return share }
              return Self.logistic(constant + fit.slope * Self.logit(support))
            }
          )
        })
    }
  }

  /// `logit p = a_k + b logit R` by maximum likelihood, one b for all; half a period coded so and half
  /// a period not coded so are added at the mean of each strategy.
  static func fit(_ rows: [Row]) -> (slope: Double, constants: [Strategy: Double]) {
    let strategies = Strategy.allCases.filter { strategy in
      rows.contains { $0.supports[strategy] != nil }
    }
    let points = strategies.map { strategy in
      rows.compactMap { row in
        row.supports[strategy].map { (x: logit($0), isCoded: row.coded.contains(strategy)) }
      }
    }
    let means = points.map { Moments.mean($0.map(\.x)) }
    let start = points.map { group -> Double in
      let share = (Double(group.count(where: \.isCoded)) + 0.5) / (Double(group.count) + 1)
      return log(share / (1 - share))
    }
    // Constants are fitted at the mean of the strategy, which keeps them apart from the slope.
    let found = Minimizer.minimize(from: [0.4] + start) { parameters in
      var loss = 0.0
      for (place, group) in points.enumerated() {
        let constant = parameters[place + 1]
        loss += 0.5 * (softplus(constant) + softplus(-constant))
        for point in group {
          let value = constant + parameters[0] * (point.x - means[place])
          loss += point.isCoded ? softplus(-value) : softplus(value)
        }
      }
      return loss
    }
    let slope = found.point[0]
    return (
      slope,
      Dictionary(
        uniqueKeysWithValues: strategies.enumerated().map { place, strategy in
          (strategy, found.point[place + 1] - slope * means[place])
        })
    )
  }

  private static func softplus(_ x: Double) -> Double { x > 0 ? x + log1p(exp(-x)) : log1p(exp(x)) }
  static func logit(_ p: Double) -> Double {
    let clipped = min(max(p, 0.02), 0.98)
    return log(clipped / (1 - clipped))
  }
  private static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}
