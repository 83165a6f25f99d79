import EntenteNumerics
import EntenteRecord

/// Material capabilities of a set of states in one year, as shares among them.
struct Capabilities {
  /// One component of the index (`milex`, `tpop`, ...): shares of the world's total, or of the states'
  /// own where the case has no total; nil where a state has no value.
  struct Component {
    let name: String
    let shares: [Double?]
  }

  /// Components of the National Material Capabilities, in words.
  private static let titles = [
    "irst": "iron and steel", "milex": "military spending", "milper": "military personnel",
    "pec": "energy", "tpop": "population", "upop": "urban population",
  ]

  static let caveat =
    "CINC counts population and steel as much as spending: name the top pole and its component "
    + "shares before speaking of polarity."

  let states: [ActorCode]
  let year: Int
  /// CINC divided by its sum over the states.
  let shares: [Double]
  let components: [Component]

  /// The last year of the period in which every state has a `cinc`.
  init(_ states: [ActorCode], in period: Span, of record: Case) throws(StructureError) {
    guard states.count >= 2 else {
      throw StructureError(.tooFew, "polarity needs at least 2 states, found \(states.count)")
    }
    var table: [String: [Int: [Subject: Double]]] = [:]
    for row in record.attributes where row.variable == "cinc" || row.variable.hasPrefix("nmc-") {
      guard row.value.isFinite else { continue }
      table[row.variable, default: [:]][row.year, default: [:]][row.subject] = row.value
    }
    func index(_ year: Int) -> [Double]? {
      let found = states.compactMap { table["cinc"]?[year]?[.state($0)] }
      return found.count == states.count && Moments.sum(found) > 0 ? found : nil
    }
    let years = (table["cinc"] ?? [:]).keys.sorted()
    let complete = years.filter { year in
      guard let day = Day(year: year, month: 7, day: 2) else { return false }
      return period.contains(day) && index(year) != nil
    }
    guard let year = complete.last, let index = index(year) else {
      let span = years.first.flatMap { first in years.last.map { "\(first) to \($0)" } }
      throw StructureError(
        .notAvailable,
        "no year of \(period) has a cinc of all of \(states.map(\.text).joined(separator: " "))"
          + (span.map { "; the attribute runs from \($0)" } ?? "; the case has no attribute cinc"))
    }
    let total = Moments.sum(index)
    let names = table.keys.filter { $0.hasPrefix("nmc-") && $0 != "nmc-states" }.sorted()
    self.states = states
    self.year = year
    shares = index.map { $0 / total }
    components = names.compactMap { name in
      let row = table[name]?[year] ?? [:]
      let values = states.map { row[.state($0)] }
      let whole = row[.world] ?? Moments.sum(values.compactMap { $0 })
      guard whole > 0, values.contains(where: { $0 != nil }) else { return nil }
      return Component(
        name: String(name.dropFirst(4)), shares: values.map { value in value.map { $0 / whole } })
    }
  }

  /// A measurement of the shares, exact, with its range when one component is left out.
  func measurement(_ title: String, _ formula: ([Double]) -> Double) -> Measurement {
    var method = "\(title) of CINC shares among \(states.count) states in \(year), exact"
    if let range = leaveOneOut(formula) {
      method += "; \(Self.digits(range.0)) to \(Self.digits(range.1)) with one of "
      method += "\(components.count) components left out"
    }
    let ranked = zip(states, shares).sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    var parts = ranked.map { Measurement.Part($0.0.text, $0.1) }
    var notes: [String] = []
    if let top = ranked.first, let row = states.firstIndex(of: top.0) {
      let owned = components.compactMap { component in
        component.shares[row].map { (component.name, $0) }
      }
      let list = owned.map { "\(Self.titles[$0.0] ?? $0.0) \(Self.digits($0.1))" }
        .joined(separator: ", ")
      notes.append(
        "top pole \(top.0) with \(Self.digits(top.1)) of the \(states.count) states' total"
          + (owned.isEmpty ? "" : "; its shares of the world's components: \(list)"))
      parts += owned.map { Measurement.Part("\(top.0) \($0.0)", $0.1) }
    }
    let lacking = components.flatMap { component in
      zip(states, component.shares).filter { $0.1 == nil }.map { "\($0.0) \(component.name)" }
    }
    if !lacking.isEmpty {
      notes.append(
        "no value, the state's other components stand for it: " + lacking.joined(separator: ", "))
    }
    return Measurement(
      Estimate(value: formula(shares), n: states.count, method: method, isExact: true),
      parts: parts, notes: notes)
  }

  /// Smallest and largest value when the index is the mean of all components but one.
  private func leaveOneOut(_ formula: ([Double]) -> Double) -> (Double, Double)? {
    guard components.count >= 2 else { return nil }
    let values = components.indices.compactMap { out -> Double? in
      let kept = components.indices.filter { $0 != out }.map { components[$0] }
      let index = states.indices.map { state in
        Moments.mean(kept.compactMap { $0.shares[state] })
      }
      return index.allSatisfy(\.isFinite) ? formula(index) : nil
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

extension Capabilities {
  /// A measure of the context's group as a whole, which has no subject.
  static func measurement(
    _ label: String, of subject: Subject?, in period: Span, _ context: MeasureContext,
    measure: String, _ formula: ([Double]) -> Double
  ) throws(StructureError) -> Measurement {
    guard subject == nil else {
      throw StructureError(
        .wrongSubject,
        "\(measure) is of a group of states, not of \(subject?.description ?? "one")")
    }
    return try Capabilities(context.members(), in: period, of: context.record)
      .measurement(label, formula)
  }
}
