import EntenteRecord
import EntenteSources
import EntenteStructure

/// Reads ties between states, members of a system, and weights from plain tables.
struct TieTables {
  let faults = PlainFaults()

  /// Kinds of obligation of ATOP, with the value that a tie of the kind has.
  private static let obligations: [(column: String, value: Double)] = [
    ("atop_defense", 3), ("atop_offense", 3), ("atop_neutral", 2), ("atop_nonagg", 2),
    ("atop_consul", 1),
  ]

  /// Ties of a year, with their scale.
  ///
  /// Columns `ccode1` or `from`; `ccode2` or `to`; `value`, or ATOP's five; and `year`, without which
  /// all rows count. The scale is 0 to 3 for ATOP, else 0 to the largest value.
  func ties(
    _ path: String, year: Int?, scale: Double?
  ) throws -> (ties: [PortfolioTable.Tie], scale: ClosedRange<Double>, year: Int?) {
    guard let table = PlainTable(path, faults: faults), let from = table.required("from", "ccode1"),
      let to = table.required("to", "ccode2")
    else {
      try faults.finish()
      return ([], 0...1, nil)
    }
    let kinds = Self.obligations.compactMap { kind in
      table.optional(kind.column).map { ($0, kind.value) }
    }
    let value = kinds.isEmpty ? table.required("value") : table.optional("value")
    let when = table.optional("year")
    if when == nil, year != nil, table.count > 0 {
      table.fault(0, from, expected: "a column year, for --year", found: "none")
    }
    try faults.finish()
    var rows: [(tie: PortfolioTable.Tie, year: Int?)] = []
    var seen: [String: Int] = [:]
    for row in 0..<table.count {
      var of: Int?
      if let when {
        of = table.integer(row, when, in: -5000...5000, "a year")
        if let year, of != year { continue }
      }
      guard let one = table.name(row, from), let two = table.name(row, to) else { continue }
      if one == two { table.fault(row, to, expected: "another state than \(one)") }
      // Of ATOP's obligations the strongest counts; a value of one's own stands once.
      if value != nil, let first = seen.updateValue(row, forKey: "\(one) \(two) \(of ?? 0)") {
        table.fault(
          row, from, expected: "each tie once", hint: "the first is at \(table.place(first))")
      }
      let strength: Double
      if let value {
        guard let number = table.requiredNumber(row, value) else { continue }
        if number < 0 { table.fault(row, value, expected: "a number not below 0") }
        if let scale, number > scale {
          table.fault(row, value, expected: "at most \(scale), the scale's end")
        }
        strength = number
      } else {
        strength = kinds.reduce(0) { max($0, table.text(row, $1.0) == "1" ? $1.1 : 0) }
      }
      rows.append((PortfolioTable.Tie(from: one, to: two, value: strength), of))
    }
    try faults.finish()
    let last = year ?? rows.compactMap(\.year).max()
    let ties = rows.filter { $0.year == last }.map(\.tie)
    guard !ties.isEmpty else {
      throw BadInput("\(path): expected ties in \(last.map(String.init) ?? "it"), found none")
    }
    let largest = ties.map(\.value).max() ?? 0
    let end = scale ?? (value == nil ? 3 : largest)
    guard end > 0 else {
      throw BadInput("\(path): expected a tie above 0, found none")
    }
    return (ties, 0...end, last)
  }

  /// Members in a year: `ccode` or `state`; with `styear` and `endyear`, or `from` and `to`, if known.
  ///
  /// Beyond the list's last year its last members are carried on.
  func members(_ path: String, in year: Int?) throws -> (states: [String], isCarriedOn: Bool) {
    guard let table = PlainTable(path, faults: faults), let state = table.required("state", "ccode")
    else {
      try faults.finish()
      return ([], false)
    }
    let from = table.optional("styear", "from")
    let to = table.optional("endyear", "to")
    var spells: [(String, Int, Int)] = []
    for row in 0..<table.count {
      guard let name = table.name(row, state) else { continue }
      let start: Int? =
        if let from { table.integer(row, from, in: -5000...5000, "a year") } else { Int.min }
      let end: Int? =
        if let to { table.integer(row, to, in: -5000...5000, "a year") } else { Int.max }
      if let start, let end { spells.append((name, start, end)) }
    }
    try faults.finish()
    guard let year else { return (Set(spells.map(\.0)).sorted(), false) }
    let last = spells.map(\.2).max() ?? year
    let asked = min(year, last)
    return (
      Set(spells.filter { $0.1 <= asked && asked <= $0.2 }.map(\.0)).sorted(), year > last
    )
  }

  /// Weights of states: `state` or `ccode`; `weight` or `cinc`; and `year`, the latest not after the
  /// one asked for.
  func weights(_ path: String, in year: Int?) throws -> [String: Double] {
    guard let table = PlainTable(path, faults: faults),
      let state = table.required("state", "ccode"),
      let weight = table.required("weight", "cinc")
    else {
      try faults.finish()
      return [:]
    }
    let when = table.optional("year")
    var found: [String: (year: Int, weight: Double)] = [:]
    for row in 0..<table.count {
      let of: Int? =
        if let when { table.integer(row, when, in: -5000...5000, "a year") } else { 0 }
      guard let of, let name = table.name(row, state) else { continue }
      if let year, when != nil, of > year { continue }
      if let known = found[name], known.year > of { continue }
      guard let value = table.requiredNumber(row, weight) else { continue }
      if value < 0 { table.fault(row, weight, expected: "a number not below 0") }
      found[name] = (of, value)
    }
    try faults.finish()
    return found.mapValues(\.weight)
  }
}
