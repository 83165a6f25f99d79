import EntenteRecord

extension RecordStore {
  /// Reads every byte of the record and compares it with what was written.
  ///
  /// Finds: columns that are not what their checksum says, rows out of order, rows of files that the
  /// ledger does not know, files of which more or fewer rows are there than the ledger says, and
  /// rejects that are missing.
  ///
  /// - Returns: every fault found; none if the record is sound.
  /// - Complexity: O(bytes).
  public func check() throws(StoreError) -> [StoreError] {
    var faults: [StoreError] = []
    var rows: [UInt32: Int] = [:]
    for segment in segments {
      let damage = segment.faults()
      faults += damage
      guard damage.isEmpty else { continue }
      if let row = segment.firstDisorder {
        faults.append(
          StoreError(
            .damaged, segment.path, expected: "rows in order",
            found: "row \(row) before the one that it follows"))
      }
      for file in segment.rows(.file, UInt32.self) { rows[file, default: 0] += 1 }
      segment.release()
    }
    let hasAllRows = faults.isEmpty
    let files = try files()
    let known = Set(files.map(\.number))
    for (number, count) in rows.sorted(by: { $0.key < $1.key }) where !known.contains(number) {
      faults.append(
        StoreError(
          .damaged, path, expected: "events of files that were imported",
          found: "\(count) of a file number \(number)"))
    }
    for file in files {
      let found = rows[file.number] ?? 0
      if hasAllRows, found != file.account.kept {
        faults.append(
          StoreError(
            .damaged, file.file.path, expected: "\(file.account.kept) events in the record",
            found: "\(found)"))
      }
      if !file.account.isBalanced {
        faults.append(
          StoreError(
            .damaged, file.file.path, expected: "an account that adds up", found: "another"))
      }
      if let rejects = file.rejects, SystemCalls.size(of: path + "/" + rejects) == nil {
        faults.append(
          StoreError(
            .damaged, path + "/" + rejects, expected: "the rejected rows of \(file.file.path)",
            found: "no file"))
      }
    }
    if let tables = try tables() { faults += try tables.check() }
    return faults
  }
}

extension Segment {
  /// The first row that stands before one that it ought to follow; nil if there is none.
  var firstDisorder: Int? {
    let rows = 1..<max(1, count)
    return rows.first { i in
      (day[i], source[i], target[i], code[i], id[i])
        < (day[i - 1], source[i - 1], target[i - 1], code[i - 1], id[i - 1])
    }
  }
}
