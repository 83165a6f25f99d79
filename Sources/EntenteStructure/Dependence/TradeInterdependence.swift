/// How much two states' trade with each other weighs for each, in one year.
///
/// With `Sh_i = T_ij / T_i` and `Sh_j = T_ji / T_j`, each by its own report: salience `√(Sh_i Sh_j)`,
/// symmetry `1 − |Sh_i − Sh_j|`, interdependence their product. The Oneal-Russett measure is the lower
/// of `T_ij / GDP_i` and `T_ji / GDP_j`. All exact, given the reports.
/// Missing data: anything that rests on a report that is not there is nil.
///
/// - SeeAlso: Hirschman (1945), *National Power and the Structure of Foreign Trade*; Barbieri (1996),
///   *Journal of Peace Research* 33, 29-49; Oneal & Russett (1997), *International Studies Quarterly*
///   41, 267-293.
public struct TradeInterdependence: Hashable, Sendable {
  public let first: String
  public let second: String
  public let year: Int
  public let firstShare: Double?
  public let secondShare: Double?
  public let salience: Double?
  public let symmetry: Double?
  public let interdependence: Double?
  public let lowerOfProducts: Double?

  public init(_ first: String, _ second: String, in year: Int, of flows: TradeFlows) {
    func share(_ from: String, _ to: String) -> Double? {
      guard let trade = flows.trade(from, to, year), let total = flows.total(from, year), total > 0
      else { return nil }
      return trade / total
    }
    func weight(_ from: String, _ to: String) -> Double? {
      guard let trade = flows.trade(from, to, year), let product = flows.product(from, year),
        product > 0
      else { return nil }
      return trade / product
    }
    self.first = first
    self.second = second
    self.year = year
    firstShare = share(first, second)
    secondShare = share(second, first)
    if let firstShare, let secondShare {
      let salience = (firstShare * secondShare).squareRoot()
      let symmetry = 1 - abs(firstShare - secondShare)
      self.salience = salience
      self.symmetry = symmetry
      interdependence = salience * symmetry
    } else {
      (salience, symmetry, interdependence) = (nil, nil, nil)
    }
    if let one = weight(first, second), let two = weight(second, first) {
      lowerOfProducts = min(one, two)
    } else {
      lowerOfProducts = nil
    }
  }
}
