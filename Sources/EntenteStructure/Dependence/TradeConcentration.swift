/// How concentrated a state's trade is on few partners: Hirschman's index `√Σ Sh²`, 0 to 1.
///
/// Where partners are missing, what they have is bounded: `low` spreads the rest over infinitely many,
/// `high` gives it all to one. With all partners reported both are the index, exact.
///
/// - SeeAlso: Hirschman (1945), *National Power and the Structure of Foreign Trade*, 98-99.
public struct TradeConcentration: Hashable, Sendable {
  public let state: String
  public let year: Int
  public let partners: Int
  /// Share of the state's trade that the reported partners have.
  public let covered: Double
  public let low: Double
  public let high: Double

  /// Nil without a total or a partner.
  public init?(_ state: String, in year: Int, of flows: TradeFlows) {
    guard let total = flows.total(state, year), total > 0 else { return nil }
    let shares = flows.partners(of: state, in: year).compactMap {
      flows.trade(state, $0, year).map { $0 / total }
    }
    guard !shares.isEmpty else { return nil }
    let squares = shares.reduce(0) { $0 + $1 * $1 }
    let covered = shares.reduce(0, +)
    let rest = max(0, 1 - covered)
    self.state = state
    self.year = year
    partners = shares.count
    self.covered = covered
    low = squares.squareRoot()
    high = (squares + rest * rest).squareRoot()
  }
}
