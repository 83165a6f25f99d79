import EntenteRecord
import EntenteSources
import EntenteStructure

/// Reads the parts of alliances' fears from a plain table.
struct AllianceTables {
  let faults = PlainFaults()

  /// Rows of `state`, `ally`, `year`; with `threat`, `capability`, `ally_capability`, `obligation`,
  /// `troops`, `consultation`, `ally_conflict`, `alignment`, of which each may be missing.
  func parts(_ path: String) throws -> [AllianceDilemma.Parts] {
    guard let table = PlainTable(path, faults: faults), let state = table.required("state"),
      let ally = table.required("ally"), let year = table.required("year")
    else {
      try faults.finish()
      return []
    }
    func reader(_ name: String, most: Double) -> (Int) -> Double? {
      guard let column = table.optional(name) else { return { _ in nil } }
      return { row in
        guard let value = table.number(row, column) else { return nil }
        guard value >= 0, value <= most else {
          table.fault(
            row, column,
            expected: most == 1 ? "a number from 0 to 1" : "a number not below 0")
          return nil
        }
        return value
      }
    }
    let threat = reader("threat", most: .infinity)
    let capability = reader("capability", most: .infinity)
    let allyCapability = reader("ally_capability", most: .infinity)
    let obligation = reader("obligation", most: 1)
    let troops = reader("troops", most: 1)
    let consultation = reader("consultation", most: 1)
    let conflict = reader("ally_conflict", most: 1)
    let alignment = reader("alignment", most: 1)
    var seen: [String: Int] = [:]
    let rows = (0..<table.count).compactMap { row -> AllianceDilemma.Parts? in
      let values = (
        threat(row), capability(row), allyCapability(row), obligation(row), troops(row)
      )
      let others = (consultation(row), conflict(row), alignment(row))
      guard let one = table.name(row, state), let two = table.name(row, ally),
        let when = table.integer(row, year, in: -5000...5000, "a year")
      else { return nil }
      if let first = seen.updateValue(row, forKey: "\(one) \(two) \(when)") {
        table.fault(
          row, state, expected: "each state, ally and year once",
          hint: "the first is at \(table.place(first))")
      }
      return AllianceDilemma.Parts(
        state: one, ally: two, year: when, threat: values.0, capability: values.1,
        allyCapability: values.2, obligation: values.3, troops: values.4, consultation: others.0,
        allyConflict: others.1, alignment: others.2)
    }
    try faults.finish()
    return rows
  }
}
