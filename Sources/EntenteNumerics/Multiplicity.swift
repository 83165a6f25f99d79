/// Adjustment of many p-values read at once.
public enum Multiplicity {
  /// Benjamini and Hochberg's adjusted p-values: those at most q form a set whose expected share of
  /// false discoveries is at most q (independent or positively dependent tests).
  ///
  /// Formula: `p̃_(i) = min over j ≥ i of min(1, p_(j) m / j)`, returned in the order given.
  ///
  /// - SeeAlso: Benjamini & Hochberg (1995), *JRSS B* 57, 289–300.
  public static func benjaminiHochberg(_ pValues: [Double]) -> [Double] {
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    var adjusted = pValues
    var smallest = 1.0
    for (rank, index) in order.enumerated().reversed() {
      smallest = min(smallest, pValues[index] * Double(pValues.count) / Double(rank + 1))
      adjusted[index] = smallest
    }
    return adjusted
  }
}
