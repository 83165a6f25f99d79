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

    var codedSupport: SupportCalibration.CodedSupport { .init(coded: coded, supports: supports) }
  }

  let rows: [Row]
  let seed: UInt64

  /// The fit on all rows, with the area of every strategy.
  var calibration: SupportCalibration {
    var fit = SupportCalibration.fitted(to: rows.map(\.codedSupport))
    for strategy in Strategy.allCases {
      fit.lines[strategy]?.area = area(of: strategy)
    }
    return fit
  }

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
  func area(of strategy: Strategy) -> SupportCalibration.Area? {
    guard let value = area(of: strategy, among: rows) else { return nil }
    let draws = samples(999).compactMap { area(of: strategy, among: $0) }.sorted()
    return .init(
      value: value, low: Moments.quantile(0.05, ofSorted: draws),
      high: Moments.quantile(0.95, ofSorted: draws))
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
    case program = "the program's, fitted on these periods"
    case leftOut = "fitted in the same way on the other states"
  }

  /// Probability of every strategy in every row; constants and shares come from the other states.
  func probabilities(of forecast: Forecast) -> [[Strategy: Double]] {
    var fits: [Int: SupportCalibration] = [:]
    for state in Set(rows.map(\.state)) {
      fits[state] = .fitted(to: rows.filter { $0.state != state }.map(\.codedSupport))
    }
    return rows.map { row in
      guard let fit = fits[row.state] else { return [:] }
      return Dictionary(
        uniqueKeysWithValues: Strategy.allCases.map { strategy in
          let found =
            switch forecast {
            case .shares: nil as Double?
            // Supports of 0 and 1 are a matter of the draws' number.
            case .raw: row.supports[strategy].map { min(max($0, 0.02), 0.98) }
            case .program: row.probabilities[strategy]
            case .leftOut:
              row.supports[strategy].map { fit.probability(of: strategy, support: $0).value }
            }
          return (strategy, found ?? fit.share(of: strategy))
        })
    }
  }

  /// Log loss of every row, summed over the strategies.
  func losses(of forecast: Forecast) -> [Double] {
    zip(rows, probabilities(of: forecast)).map { row, probabilities in
      Strategy.allCases.reduce(0) { sum, strategy in
        let p = min(max(probabilities[strategy] ?? 0.5, 1e-3), 1 - 1e-3)
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
}
