/// How alike two portfolios of ties or votes are.
///
/// Formulas, with means and variances over the n alters that both have a value for, weighted where
/// weights are given:
/// - `S = 1 − 2 mean|x − y| / d`, d the range of the scale (not the range observed);
/// - `κ = 1 − mean(x − y)² / (v_x + v_y + (m_x − m_y)²)`, population variances;
/// - `π = 1 − mean(x − y)² / (v_x + v_y + (m_x − m_y)²/2)`;
/// - nominal κ and π: any two different values disagree alike;
/// - binary: whether there is a tie at all, a value above the scale's least;
/// - τ_b: Kendall's, with ties, never weighted.
///
/// Edge cases: a measure is nil where it is 0/0: κ and π if both portfolios are the same constant, τ_b
/// if either is constant. One constant gives κ = 0. S is then 1, which says little.
///
/// - SeeAlso: Signorino & Ritter (1999), *International Studies Quarterly* 43, 115-144; Häge (2011),
///   *Political Analysis* 19, 287-305.
public struct PortfolioComparison: Hashable, Sendable {
  /// Alters compared.
  public let n: Int
  public let s: Double
  /// S with squared distances.
  public let squaredS: Double
  /// S less what portfolios of these values would have if paired at random.
  public let sAboveChance: Double
  public let kappa: Double?
  public let pi: Double?
  public let nominalKappa: Double?
  public let nominalPi: Double?
  public let binaryS: Double
  public let binaryKappa: Double?
  public let binaryPi: Double?
  public let tauB: Double?

  /// Nil if no alter has a value from both, or all weights are zero.
  ///
  /// - Precondition: as many values on both sides as weights; values in the scale; weights not
  ///   negative.
  /// - Complexity: O(n log n + different values²).
  public init?(
    _ x: [Double?], _ y: [Double?], scale: ClosedRange<Double>, weights: [Double]? = nil
  ) {
    precondition(x.count == y.count && weights?.count ?? x.count == x.count, "one entry per alter")
    precondition(scale.upperBound > scale.lowerBound, "a scale has a range")
    var pairs: [WeightedPair] = []
    for i in x.indices {
      guard let left = x[i], let right = y[i] else { continue }
      precondition(scale.contains(left) && scale.contains(right), "values lie in the scale")
      pairs.append(WeightedPair(x: left, y: right, weight: weights?[i] ?? 1))
    }
    let total = pairs.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return nil }
    for i in pairs.indices { pairs[i].weight /= total }
    let range = scale.upperBound - scale.lowerBound
    let distances = Distances(pairs)
    n = pairs.count
    s = 1 - 2 * distances.absolute / range
    squaredS = 1 - 2 * distances.squared / (range * range)
    kappa = distances.kappa
    pi = distances.pi
    let table = Contingency(pairs)
    sAboveChance = 2 * (table.expectedDistance - distances.absolute) / range
    (nominalKappa, nominalPi) = (table.nominalKappa, table.nominalPi)
    let binary = pairs.map {
      WeightedPair(
        x: $0.x > scale.lowerBound ? 1 : 0, y: $0.y > scale.lowerBound ? 1 : 0, weight: $0.weight)
    }
    let ties = Distances(binary)
    binaryS = 1 - 2 * ties.absolute
    (binaryKappa, binaryPi) = (ties.kappa, ties.pi)
    tauB = KendallTau.b(pairs.map(\.x), pairs.map(\.y))
  }
}

/// Values of two portfolios for one alter; weights sum to 1.
struct WeightedPair {
  var x: Double
  var y: Double
  var weight: Double
}

/// Mean distances and the agreement left after chance.
private struct Distances {
  let absolute: Double
  let squared: Double
  let kappa: Double?
  let pi: Double?

  init(_ pairs: [WeightedPair]) {
    func mean(_ value: (WeightedPair) -> Double) -> Double {
      pairs.reduce(0) { $0 + $1.weight * value($1) }
    }
    let (mx, my) = (mean(\.x), mean(\.y))
    let vx = mean { ($0.x - mx) * ($0.x - mx) }
    let vy = mean { ($0.y - my) * ($0.y - my) }
    let squared = mean { ($0.x - $0.y) * ($0.x - $0.y) }
    absolute = mean { abs($0.x - $0.y) }
    self.squared = squared
    let gap = (mx - my) * (mx - my)
    func agreement(_ chance: Double) -> Double? {
      chance > 1e-14 * max(1, mx * mx + my * my) ? 1 - squared / chance : nil
    }
    kappa = agreement(vx + vy + gap)
    pi = agreement(vx + vy + gap / 2)
  }
}

/// The marginals of the table of both portfolios' values.
private struct Contingency {
  let nominalKappa: Double?
  let nominalPi: Double?
  /// Mean |x − y| if values were paired at random.
  let expectedDistance: Double

  init(_ pairs: [WeightedPair]) {
    var left: [Double: Double] = [:]
    var right: [Double: Double] = [:]
    var agreed = 0.0
    for pair in pairs {
      left[pair.x, default: 0] += pair.weight
      right[pair.y, default: 0] += pair.weight
      if pair.x == pair.y { agreed += pair.weight }
    }
    let values = Set(left.keys).union(right.keys).sorted()
    var (byKappa, byPi, distance) = (0.0, 0.0, 0.0)
    for value in values {
      let (p, q) = (left[value] ?? 0, right[value] ?? 0)
      byKappa += p * q
      byPi += (p + q) * (p + q) / 4
      for other in values { distance += p * (right[other] ?? 0) * abs(value - other) }
    }
    func agreement(_ chance: Double) -> Double? {
      chance < 1 - 1e-14 ? (agreed - chance) / (1 - chance) : nil
    }
    nominalKappa = agreement(byKappa)
    nominalPi = agreement(byPi)
    expectedDistance = distance
  }
}
