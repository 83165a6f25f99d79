import EntenteNumerics
public import EntenteRecord

/// The share of a state's trade that is with one partner.
///
/// Formula: `T_ij / T_i`, mean over the years whose middle lies in the period, from the attribute
/// `trade-share` of `i>j`. Parts also give the partner's own share, salience and symmetry if known.
/// Missing data: years without a value are left out and counted by n.
public enum TradeDependence: Measure {
  public static let name = "dependence.share"
  public static let title = "Trade dependence on a partner"
  public static let formula = "T_ij / T_i, mean over years"
  public static let reference = "Hirschman 1945; Barbieri 1996"
  public static let caveat =
    "A share of recorded trade: smuggling and aid are outside, and dependence is not influence."

  public static func value(
    of subject: Subject?, in period: Span, _ context: MeasureContext
  ) throws(StructureError) -> Measurement {
    guard case .directed(let from, let to)? = subject else {
      throw StructureError(
        .wrongSubject,
        "\(name) is of a directed pair such as PRK>CHN, not of \(subject?.description ?? "nothing")"
      )
    }
    let rows = rows(from, to, in: period, context.record)
    guard !rows.isEmpty else {
      let years = context.record.attributes
        .filter { $0.variable == "trade-share" && $0.subject == subject }.map(\.year).sorted()
      let known = years.first.flatMap { first in
        years.last.map { "; it runs from \(first) to \($0)" }
      }
      throw StructureError(
        .notAvailable,
        "no trade-share of \(from)>\(to) in \(period)"
          + (known ?? "; the case has none of the pair"))
    }
    let shares = rows.map(share)
    var parts = zip(rows, shares).map { Measurement.Part("\($0.year)", $1) }
    let mean = Moments.mean(shares)
    let reverse = self.rows(to, from, in: period, context.record).map(share)
    if !reverse.isEmpty {
      let partner = Moments.mean(reverse)
      parts.append(Measurement.Part("\(to)>\(from)", partner))
      parts.append(Measurement.Part("salience", (mean * partner).squareRoot()))
      parts.append(Measurement.Part("symmetry", 1 - abs(mean - partner)))
    }
    let recalled = rows.filter { $0.certainty != "A" }.map { "\($0.year)" }
    let notes =
      recalled.isEmpty
      ? [] : ["not read in a source but recalled: \(recalled.joined(separator: ", "))"]
    let years = rows.count == 1 ? "year" : "years"
    return Measurement(
      Estimate(
        value: mean, n: rows.count,
        method: "mean share over \(rows.count) \(years), "
          + (recalled.isEmpty ? "exact" : "recalled figures among them, no interval"),
        isExact: recalled.isEmpty), parts: parts, notes: notes)
  }

  private static func rows(
    _ from: ActorCode, _ to: ActorCode, in period: Span, _ record: Case
  ) -> [Attribute] {
    record.attributes.filter { row in
      guard row.variable == "trade-share", row.subject == .directed(from: from, to: to),
        row.value.isFinite, let middle = Day(year: row.year, month: 7, day: 2)
      else { return false }
      return period.contains(middle)
    }.sorted { $0.year < $1.year }
  }

  private static func share(_ row: Attribute) -> Double {
    row.unit.hasPrefix("percent") ? row.value / 100 : row.value
  }
}
