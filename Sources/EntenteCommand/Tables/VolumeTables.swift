import EntenteRecord
import EntenteSources
import EntenteStructure

/// Reads weekly volumes of pairs, and distances, from plain tables.
struct VolumeTables {
  let faults = PlainFaults()

  /// Volumes: `week` or `date`; `state_a` or `from`; `state_b` or `to`; `score` or `value`.
  ///
  /// Days are gathered into their ISO week. Undirected: both orders of a pair are added.
  func volumes(_ path: String) throws -> DyadVolumes {
    guard let table = PlainTable(path, faults: faults), let week = table.required("week", "date"),
      let first = table.required("state_a", "from", "source"),
      let second = table.required("state_b", "to", "target"),
      let score = table.required("score", "value")
    else {
      try faults.finish()
      return DyadVolumes(states: [], rows: [])
    }
    let weeks = table.symbols(week)
    let mondays = weeks.names.map { Day($0)?.monday }
    let (left, right) = (table.symbols(first), table.symbols(second))
    let states = Set(left.names + right.names).subtracting([""]).sorted()
    let index = Dictionary(uniqueKeysWithValues: states.enumerated().map { ($1, Int32($0)) })
    let (lefts, rights) = (left.names.map { index[$0] }, right.names.map { index[$0] })
    var rows: [DyadVolumes.Row] = []
    rows.reserveCapacity(table.count)
    for row in 0..<table.count {
      let monday = mondays[Int(weeks.rows[row])]
      let (one, two) = (lefts[Int(left.rows[row])], rights[Int(right.rows[row])])
      if monday == nil { table.fault(row, week, expected: "a date like 2023-08-18") }
      if one == nil { table.fault(row, first, expected: "a state") }
      if two == nil { table.fault(row, second, expected: "a state") }
      guard let value = table.requiredNumber(row, score), let monday, let one, let two else {
        continue
      }
      rows.append(DyadVolumes.Row(week: monday, first: one, second: two, score: value))
    }
    try faults.finish()
    return DyadVolumes(states: states, rows: rows)
  }

  /// Distances in km: `ccode1` or `state_a`; `ccode2` or `state_b`; `mindist_km` or `km`; of a pair's
  /// spells the last.
  ///
  /// - Parameter codes: what the volumes call a state, by the distances' code.
  func distances(_ path: String, codes: [String: String]?) throws -> DistanceBins {
    guard let table = PlainTable(path, faults: faults),
      let first = table.required("state_a", "ccode1"),
      let second = table.required("state_b", "ccode2"), let km = table.required("km", "mindist_km")
    else {
      try faults.finish()
      return DistanceBins { _, _ in nil }
    }
    let end = table.optional("endyear")
    func name(_ code: String) -> String { codes.map { $0[code] ?? "" } ?? code }
    var found: [String: (year: Int, km: Double)] = [:]
    for row in 0..<table.count {
      guard let one = table.name(row, first), let two = table.name(row, second),
        let distance = table.requiredNumber(row, km)
      else { continue }
      if distance < 0 { table.fault(row, km, expected: "a distance not below 0") }
      let year = end.map { Int(table.text(row, $0)) ?? .max } ?? .max
      let names = [name(one), name(two)].sorted()
      let key = names.joined(separator: " ")
      if let known = found[key], known.year > year { continue }
      found[key] = (year, distance)
    }
    try faults.finish()
    let distances = found.mapValues(\.km)
    return DistanceBins { a, b in distances[a < b ? "\(a) \(b)" : "\(b) \(a)"] }
  }

  /// ISO alpha-3 codes by COW code: `ccode`, `iso3`.
  func codes(_ path: String) throws -> [String: String] {
    guard let table = PlainTable(path, faults: faults), let code = table.required("ccode", "code"),
      let name = table.required("iso3", "state")
    else {
      try faults.finish()
      return [:]
    }
    var codes: [String: String] = [:]
    for row in 0..<table.count where !table.text(row, name).isEmpty {
      codes[table.text(row, code)] = table.text(row, name)
    }
    try faults.finish()
    return codes
  }

  /// Evidence of institutionalisation: `point`, `id`, `from`, and `to` if it has ended.
  func evidence(_ path: String) throws -> [Institutionalisation.Evidence] {
    guard let table = PlainTable(path, faults: faults), let point = table.required("point"),
      let id = table.required("id"), let from = table.required("from", "date")
    else {
      try faults.finish()
      return []
    }
    let to = table.optional("to")
    let names = Institutionalisation.Point.allCases.map(\.rawValue)
    let rows = (0..<table.count).compactMap { row -> Institutionalisation.Evidence? in
      let text = table.text(row, point)
      let kind = Institutionalisation.Point(rawValue: text)
      if kind == nil {
        table.fault(
          row, point,
          expected: names.dropLast().joined(separator: ", ") + " or \(names.last ?? "")",
          hint: NearSpelling.of(text, among: names).map { "did you mean \($0)?" })
      }
      let start = table.day(row, from)
      let end = to.flatMap { table.text(row, $0).isEmpty ? nil : table.day(row, $0) }
      guard let name = table.name(row, id), let kind, let start else { return nil }
      if let end, let to, end < start {
        table.fault(row, to, expected: "a date not before \(start)")
      }
      return Institutionalisation.Evidence(point: kind, id: name, from: start, to: end)
    }
    try faults.finish()
    return rows
  }
}
