import EntenteNumerics
import EntenteRecord

/// Material capabilities of a set of states in one year, as shares among them.
struct Capabilities {
  let states: [ActorCode]
  let year: Int
  /// Sum to 1.
  let shares: [Double]
  /// Shares by component of the index (`milex`, `tpop`, ...), where every state has a value.
  let components: [(name: String, shares: [Double])]
  /// Components that some state lacks.
  let incomplete: [String]

  /// The last year of the period in which every state has a `cinc`.
  init(_ states: [ActorCode], in period: Span, of record: Case) throws(StructureError) {
    guard states.count >= 2 else {
      throw StructureError(.tooFew, "polarity needs at least 2 states, found \(states.count)")
    }
    var table: [String: [Int: [ActorCode: Double]]] = [:]
    for row in record.attributes where row.variable == "cinc" || row.variable.hasPrefix("nmc-") {
      guard case .state(let code) = row.subject, row.value.isFinite else { continue }
      table[row.variable, default: [:]][row.year, default: [:]][code] = row.value
    }
    func values(_ variable: String, _ year: Int) -> [Double]? {
      let found = states.compactMap { table[variable]?[year]?[$0] }
      return found.count == states.count && found.contains { $0 > 0 } ? found : nil
    }
    let years = (table["cinc"] ?? [:]).keys.sorted()
    let complete = years.filter { year in
      guard let day = Day(year: year, month: 7, day: 2) else { return false }
      return period.contains(day) && values("cinc", year) != nil
    }
    guard let year = complete.last, let index = values("cinc", year) else {
      let span = years.first.flatMap { first in years.last.map { "\(first) to \($0)" } }
      throw StructureError(
        .notAvailable,
        "no year of \(period) has a cinc of all of \(states.map(\.text).joined(separator: " "))"
          + (span.map { "; the attribute runs from \($0)" } ?? "; the case has no attribute cinc"))
    }
    func normalised(_ values: [Double]) -> [Double] {
      let total = Moments.sum(values)
      return values.map { $0 / total }
    }
    let names = table.keys.filter { $0.hasPrefix("nmc-") && $0 != "nmc-states" }.sorted()
    self.states = states
    self.year = year
    shares = normalised(index)
    components = names.compactMap { name in
      values(name, year).map { (String(name.dropFirst(4)), normalised($0)) }
    }
    incomplete = names.filter { values($0, year) == nil }.map { String($0.dropFirst(4)) }
  }

  /// A measurement of the shares, exact, with its range when one component is left out.
  func measurement(_ title: String, _ formula: ([Double]) -> Double) -> Measurement {
    let value = formula(shares)
    var method = "\(title) of CINC shares among \(states.count) states in \(year), exact"
    if let range = leaveOneOut(formula) {
      method += "; \(Self.digits(range.0)) to \(Self.digits(range.1)) on the mean of "
      method += "\(components.count) components with one left out"
    }
    let ranked = zip(states, shares).sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    var parts = ranked.map { Measurement.Part($0.0.text, $0.1) }
    var notes: [String] = []
    if let top = ranked.first, let row = states.firstIndex(of: top.0) {
      let shares = components.map { "\($0.name) \(Self.digits($0.shares[row]))" }
      notes.append(
        "top pole \(top.0) with \(Self.digits(top.1))"
          + (shares.isEmpty ? "" : ": " + shares.joined(separator: ", ")))
      parts += components.map { Measurement.Part("\(top.0) \($0.name)", $0.shares[row]) }
    }
    if !incomplete.isEmpty {
      notes.append(
        "left out of the range, some state lacks it: \(incomplete.joined(separator: ", "))")
    }
    return Measurement(
      Estimate(value: value, n: states.count, method: method, isExact: true), parts: parts,
      notes: notes)
  }

  private func leaveOneOut(_ formula: ([Double]) -> Double) -> (Double, Double)? {
    guard components.count >= 2 else { return nil }
    let values = components.indices.map { out in
      let kept = components.indices.filter { $0 != out }
      return formula(
        states.indices.map { state in Moments.mean(kept.map { components[$0].shares[state] }) })
    }
    guard let low = values.min(), let high = values.max() else { return nil }
    return (low, high)
  }

  /// Three digits after the point.
  static func digits(_ value: Double) -> String {
    let thousandths = Int((abs(value) * 1000).rounded())
    let fraction = String(thousandths % 1000)
    return (value < 0 ? "-" : "") + "\(thousandths / 1000)."
      + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}
