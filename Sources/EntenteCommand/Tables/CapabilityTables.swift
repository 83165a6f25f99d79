import EntenteRecord
import EntenteSources
import EntenteStructure

/// Reads capabilities, spells of major powers, positions and names from plain tables.
struct CapabilityTables {
  let faults = PlainFaults()

  /// Rows of state and year: `ccode` or `state`; `year`; the components.
  func capabilities(_ path: String, components: [String]) throws -> CapabilityTable {
    guard let table = PlainTable(path, faults: faults),
      let state = table.required("state", "ccode"),
      let year = table.required("year")
    else {
      try faults.finish()
      return CapabilityTable(components: components, rows: [])
    }
    let columns = components.compactMap { table.required($0) }
    try faults.finish()
    var seen: [String: Int] = [:]
    let rows = (0..<table.count).compactMap { row -> CapabilityTable.Row? in
      guard let name = table.name(row, state),
        let number = table.integer(row, year, in: -5000...5000, "a year")
      else { return nil }
      if let first = seen.updateValue(row, forKey: "\(name) \(number)") {
        table.fault(
          row, state, expected: "each state once a year",
          hint: "the first is at \(table.place(first))")
      }
      let values = columns.map { column -> Double? in
        // COW writes a missing value as -9 in some releases.
        guard let value = table.number(row, column), value != -9 else { return nil }
        if value < 0 {
          table.fault(row, column, expected: "a number not below 0, or nothing")
          return nil
        }
        return value
      }
      return CapabilityTable.Row(state: name, year: number, values: values)
    }
    try faults.finish()
    return CapabilityTable(components: components, rows: rows)
  }

  /// Spells: `ccode` or `state`; `styear` or `from`; `endyear` or `to`.
  func majors(_ path: String) throws -> MajorPowers {
    guard let table = PlainTable(path, faults: faults),
      let state = table.required("state", "ccode"),
      let from = table.required("styear", "from"), let to = table.required("endyear", "to")
    else {
      try faults.finish()
      return MajorPowers([])
    }
    let spells = (0..<table.count).compactMap { row -> MajorPowers.Spell? in
      guard let name = table.name(row, state),
        let start = table.integer(row, from, in: -5000...5000, "a year"),
        let end = table.integer(row, to, in: -5000...5000, "a year")
      else { return nil }
      if end < start { table.fault(row, to, expected: "a year not before \(start)") }
      return MajorPowers.Spell(state: name, from: start, to: end)
    }
    try faults.finish()
    return MajorPowers(spells)
  }

  /// Positions of states: `state` or `ccode`; `position`; and `year`, without which they hold always.
  func positions(_ path: String) throws -> (Int, String) -> Double? {
    guard let table = PlainTable(path, faults: faults),
      let state = table.required("state", "ccode"),
      let position = table.required("position", "IdealPoint")
    else {
      try faults.finish()
      return { _, _ in nil }
    }
    let year = table.optional("year")
    var found: [String: Double] = [:]
    for row in 0..<table.count {
      guard let name = table.name(row, state), let value = table.requiredNumber(row, position)
      else { continue }
      guard let year else {
        found[name] = value
        continue
      }
      if let number = table.integer(row, year, in: -5000...5000, "a year") {
        found["\(number) \(name)"] = value
      }
    }
    try faults.finish()
    let (isYearly, values) = (year != nil, found)
    return { year, state in values[isYearly ? "\(year) \(state)" : state] }
  }

  /// Names of codes: `ccode` or `state`; `stateabb`, `iso3` or `name`.
  func names(_ path: String) throws -> [String: String] {
    guard let table = PlainTable(path, faults: faults), let code = table.required("ccode", "state"),
      let name = table.required("stateabb", "iso3", "name")
    else {
      try faults.finish()
      return [:]
    }
    var names: [String: String] = [:]
    for row in 0..<table.count {
      let text = table.text(row, name)
      if !text.isEmpty { names[table.text(row, code)] = text }
    }
    try faults.finish()
    return names
  }
}
