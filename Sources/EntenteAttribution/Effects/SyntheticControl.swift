public import EntenteNumerics
import Foundation

/// A series against a weighted mean of unrelated ones that ran alike before a date.
///
/// Weights are not negative and sum to one, fitted on the periods before the date; the gap after it is
/// the estimate.
///
/// Sources: Abadie, Diamond and Hainmueller (2010), doi:10.1198/jasa.2009.ap08746; with levels taken
/// out, Ferman and Pinto (2021), doi:10.3982/QE1596.
public struct SyntheticControlFit: Sendable, Codable, Equatable {
  /// One weight for each donor.
  public var weights: [Double]
  /// Series less its synthetic twin, over all periods.
  public var gaps: [Double]
  /// Root mean square of the gaps before the date.
  public var preError: Double

  /// Fits the weights on the periods before `before`.
  ///
  /// - Parameter removesLevels: subtracts from each series its own mean before the date, so that only
  ///   movements are matched.
  /// - Returns: nil without donors, or with fewer than two periods before the date.
  public init?(
    _ target: [Double], donors: [[Double]], before: Int, removesLevels: Bool = false
  ) {
    guard before >= 2, before <= target.count, !donors.isEmpty,
      donors.allSatisfy({ $0.count == target.count })
    else { return nil }
    func level(_ series: [Double]) -> Double {
      removesLevels ? Moments.mean(series[..<before]) : 0
    }
    let own = target.map { [level = level(target)] in $0 - level }
    let others = donors.map { series in series.map { [level = level(series)] in $0 - level } }
    let k = others.count
    var gram = [Double](repeating: 0, count: k * k)
    var products = [Double](repeating: 0, count: k)
    for i in 0..<k {
      for t in 0..<before { products[i] += others[i][t] * own[t] }
      for j in 0...i {
        var total = 0.0
        for t in 0..<before { total += others[i][t] * others[j][t] }
        gram[i * k + j] = total
        gram[j * k + i] = total
      }
    }
    guard let weights = SimplexRegression.weights(gram: gram, products: products) else {
      return nil
    }
    self.weights = weights
    var gaps = own
    for (weight, series) in zip(weights, others) where weight > 0 {
      for t in gaps.indices { gaps[t] -= weight * series[t] }
    }
    self.gaps = gaps
    preError = Moments.mean(gaps[..<before].map { $0 * $0 }).squareRoot()
  }
}

/// The second opinion on an effect: the gap to a synthetic control over the 13 weeks from a date.
public struct SyntheticControl: Sendable, Codable, Equatable {
  /// First week of the window.
  public var week: Int
  /// Places of the donors among the response's controls with their weights, the heaviest first.
  public var donors: [Donor]
  /// Root mean square gap before the date, in SD of the series' weekly noise.
  public var preError: Double
  /// Mean gap, in SD.
  ///
  /// With an interval from the mean gaps at placebo dates: those of other dates more than 8 weeks away,
  /// each with weights of its own.
  public var meanGap: Estimate
  /// Rank of |gap| / pre-error among those dates, and how many of them are independent.
  public var placeboDates: Double
  public var independentDates: Double
  /// Rank among the controls, each against the others; nil without at least 10.
  public var placeboDyads: Double?

  public struct Donor: Sendable, Codable, Equatable {
    public var control: Int
    public var weight: Double
  }

  /// Weeks of the series that must lie before the date.
  public static let leastBefore = 52
  /// Donors without which nothing is fitted.
  public static let leastDonors = 5
}

/// Synthetic controls of one response at any date, with its placebo dates fitted once.
package struct SyntheticControls: Sendable {
  private let target: [Double]
  private let donors: [(place: Int, values: [Double])]
  /// Gap and strength by placebo week.
  private let placebos: [(week: Int, gap: Double, strength: Double)]

  /// Nil with fewer than `SyntheticControl.leastDonors` controls that vary.
  package init?(_ response: AttributionInput.Response) {
    guard let own = ScaledResponse.standardized(response.values) else { return nil }
    target = own.values
    donors = response.controls.enumerated().compactMap { place, values in
      ScaledResponse.standardized(values).map { (place, $0.values) }
    }
    guard donors.count >= SyntheticControl.leastDonors else { return nil }
    let last = TestableWeeks.range(weeks: target.count).upperBound
    let (target, others) = (target, donors.map(\.values))
    placebos = stride(from: SyntheticControl.leastBefore, to: last, by: 4).compactMap { week in
      Self.gap(of: target, against: others, at: week).map {
        (week, $0.gap, abs($0.gap) / max($0.fit.preError, 1e-9))
      }
    }
  }

  private static func gap(
    of target: [Double], against donors: [[Double]], at week: Int
  ) -> (gap: Double, fit: SyntheticControlFit)? {
    guard
      let fit = SyntheticControlFit(target, donors: donors, before: week, removesLevels: true)
    else { return nil }
    let end = min(week + EffectWindow.weeks, target.count)
    return (Moments.mean(fit.gaps[week..<end]), fit)
  }

  /// Nil with fewer than a year before the date.
  package func control(at week: Int) -> SyntheticControl? {
    let others = donors.map(\.values)
    guard week >= SyntheticControl.leastBefore,
      TestableWeeks.range(weeks: target.count).contains(week),
      let (gap, fit) = Self.gap(of: target, against: others, at: week)
    else { return nil }
    let strength = abs(gap) / max(fit.preError, 1e-9)
    let dates = placebos.filter { abs($0.week - week) > 8 }
    let half = dates.isEmpty ? nil : Moments.quantile(0.9, of: dates.map { abs($0.gap) })
    let independent = PlaceboRank.independent(weeks: 4 * dates.count)
    let dyads = others.indices.compactMap { place -> Double? in
      var rest = others
      rest.remove(at: place)
      return Self.gap(of: others[place], against: rest, at: week).map {
        abs($0.gap) / max($0.fit.preError, 1e-9)
      }
    }
    let weights = zip(donors, fit.weights).filter { $1 > 1e-6 }.map {
      SyntheticControl.Donor(control: $0.place, weight: $1)
    }.sorted { ($1.weight, $0.control) < ($0.weight, $1.control) }
    return SyntheticControl(
      week: week, donors: weights, preError: fit.preError,
      meanGap: Estimate(
        value: gap, low: half.map { gap - $0 }, high: half.map { gap + $0 },
        n: min(EffectWindow.weeks, target.count - week),
        method: "mean gap to a synthetic control; interval from placebo dates"),
      placeboDates: PlaceboRank.among(
        dates.count, reached: dates.count { $0.strength >= strength }, independent: independent),
      independentDates: independent,
      placeboDyads: dyads.count >= 10
        ? Double(1 + dyads.count { $0 >= strength }) / Double(1 + dyads.count) : nil)
  }
}
