/// The composite index of national capability of a set of states in one year.
///
/// Formula: `CINC_i = mean over components k known of i of x_ik / Σ_j x_jk`, the sum over states with a
/// value. A component that is missing is left out of the state's mean, as in the published index; a
/// component that is zero everywhere is left out altogether.
///
/// - SeeAlso: Singer, Bremer & Stuckey (1972), in *Peace, War, and Numbers*, 19-48.
public struct CompositeIndex: Hashable, Sendable {
  public let year: Int
  public let components: [String]
  /// States with at least one component.
  public let states: [String]
  /// States without any: they are not counted.
  public let statesWithoutValue: [String]
  /// The index of every state, as published: sums to 1 only where nothing is missing.
  public let values: [Double]
  /// Shares of every component, by state; nil where missing.
  public let componentShares: [[Double?]]

  init(
    year: Int, components: [String], states: [String], values rows: [[Double?]]
  ) throws(StructureError) {
    let totals = components.indices.map { k in rows.reduce(0) { $0 + ($1[k] ?? 0) } }
    let shares = rows.map { row in
      components.indices.map { k in totals[k] > 0 ? row[k].map { $0 / totals[k] } : nil }
    }
    let known = states.indices.filter { i in shares[i].contains { $0 != nil } }
    guard known.count >= 2 else {
      throw StructureError(
        .tooFew, "polarity in \(year) needs 2 states with capabilities, found \(known.count)")
    }
    self.year = year
    self.components = components
    self.states = known.map { states[$0] }
    statesWithoutValue = states.indices.filter { !known.contains($0) }.map { states[$0] }
    componentShares = known.map { shares[$0] }
    self.values = componentShares.map { Self.mean($0, leavingOut: nil) ?? 0 }
  }

  /// The index divided by its sum.
  public var shares: [Double] { Self.divided(values) }

  /// Shares without one component; nil if a state then has no component left or none has any weight.
  func shares(leavingOut component: Int) -> [Double]? {
    let values = componentShares.compactMap { Self.mean($0, leavingOut: component) }
    guard values.count == states.count, values.contains(where: { $0 > 0 }) else { return nil }
    return Self.divided(values)
  }

  private static func mean(_ shares: [Double?], leavingOut component: Int?) -> Double? {
    var (sum, count) = (0.0, 0)
    for (k, share) in shares.enumerated() where k != component {
      guard let share else { continue }
      sum += share
      count += 1
    }
    return count > 0 ? sum / Double(count) : nil
  }

  private static func divided(_ values: [Double]) -> [Double] {
    let total = values.reduce(0, +)
    return values.map { $0 / total }
  }
}
