/// How concentrated shares are, after division by their sum.
public enum Concentration {
  /// Herfindahl-Hirschman index `Σ s²`: 1/N for equals, 1 for one alone.
  public static func herfindahl(_ values: [Double]) -> Double {
    let total = values.reduce(0, +)
    return values.reduce(0) { $0 + ($1 / total) * ($1 / total) }
  }

  /// `1 / Σ s²`: as many equals would be as concentrated.
  public static func effectivePoles(_ values: [Double]) -> Double { 1 / herfindahl(values) }

  /// CON `= √[(Σ s² − 1/N)/(1 − 1/N)]`: 0 for equals, 1 for one alone; NaN for fewer than two.
  ///
  /// - SeeAlso: Ray & Singer (1973), *Sociological Methods and Research* 1, 403-437.
  public static func rayAndSinger(_ values: [Double]) -> Double {
    let equal = 1 / Double(values.count)
    // Rounding may bring equals a hair below zero.
    return (max(0, herfindahl(values) - equal) / (1 - equal)).squareRoot()
  }
}
