import EntenteRecord

/// CAMEO codes of the numbered relations of a benchmark.
struct RelationTable: Sendable {
  struct Act: Sendable {
    let code: PackedCode
    let score: Float
  }

  private var acts: [Act?] = []

  /// Reads `relation2id.txt` and `relation2cameo.csv`, and compares them.
  ///
  /// - Throws: every line that is none, and every relation without a code, in one error.
  init(namesAt namesPath: String, codesAt path: String) throws(RecordError) {
    let table = try SideTable(at: path, delimiter: ",", header: "id,cameo_code,goldstein,name")
    let faults = FaultList()
    for row in table.rows {
      let fields = row.fields
      guard fields.count == 4, let number = Int(fields[0]), number >= 0, number < 100_000,
        let code = PackedCode(fields[1]), let score = Float(fields[2]), abs(score) <= 10
      else {
        faults.add(
          Place(file: path, line: row.line), "row",
          expected: "a number, a CAMEO code, a score and a name",
          found: Fault.quoted(fields.joined(separator: ",")))
        continue
      }
      while acts.count <= number { acts.append(nil) }
      acts[number] = Act(code: code, score: score)
    }
    for row in try SideTable(at: namesPath, delimiter: "\t", header: nil).rows {
      let number = row.fields.count == 2 ? UInt64(row.fields[1]) : nil
      if number.flatMap({ self[$0] }) == nil {
        faults.add(
          Place(file: namesPath, line: row.line), "relation", expected: "one with a CAMEO code",
          found: Fault.quoted(row.fields.joined(separator: " ")))
      }
    }
    try faults.throwIfAny()
  }

  subscript(number: UInt64) -> Act? {
    number < UInt64(acts.count) ? acts[Int(number)] : nil
  }
}
