import EntenteRecord

/// What came of joining one record to another.
public struct Absorption: Hashable, Sendable, Codable {
  /// Files that are new to the record, with their account as it is there.
  public let files: [ImportedFile]
  /// Files that the record had already.
  public let known: Int
  /// Events that the record had already from other files.
  public let duplicates: Int
}

extension RecordWriter {
  /// Takes over all files of another record, as if they had been imported here, one after another.
  ///
  /// Records of parts, absorbed in the order of the parts, hold what one import of everything holds:
  /// the same events, of the same files and lines, with the same accounts. All or nothing.
  ///
  /// - Throws: `.unwritable`, or `.damaged` for the other record.
  public func absorb(_ other: RecordStore) throws(StoreError) -> Absorption {
    try flush()
    var numbers: [UInt32: UInt32] = [:]
    var files: [ImportedFile] = []
    var next = try ledger.nextFile()
    let offered = try other.files()
    for file in offered {
      if try ledger.file(digest: file.file.digest, size: file.file.size) == nil {
        numbers[file.number] = next
        files.append(file)
        next += 1
      }
    }
    guard !files.isEmpty else { return Absorption(files: [], known: offered.count, duplicates: 0) }
    let (added, lost) = try takeRows(of: other, numbers)
    var imported: [ImportedFile] = []
    for file in files {
      guard let number = numbers[file.number] else { continue }
      var account = file.account
      let repeats = lost[file.number] ?? 0
      account.kept -= repeats
      account.duplicate += repeats
      let rejects = try file.rejects.map { name throws(StoreError) in
        try copyRejects(name, of: other, as: number)
      }
      imported.append(
        ImportedFile(
          number: number, file: file.file, imported: file.imported, account: account,
          rejects: rejects))
    }
    try replace([], by: added, files: imported)
    try forgetNumbers()
    return Absorption(
      files: imported, known: offered.count - imported.count,
      duplicates: lost.values.reduce(0, +))
  }

  /// Segments with the rows of new files that are no duplicates; and how many of each file were.
  private func takeRows(of other: RecordStore, _ numbers: [UInt32: UInt32]) throws(StoreError) -> (
    added: [Segment], lost: [UInt32: Int]
  ) {
    var added: [Segment] = []
    var lost: [UInt32: Int] = [:]
    var staged: [EventFormat: StagedRows] = [:]
    var finders: [EventFormat.Family: DuplicateFinder] = [:]
    for segment in other.segments {
      let chosen = segment.rows(.file, UInt32.self).indices.filter {
        numbers[segment.rows(.file, UInt32.self)[$0]] != nil
      }
      var rows = StagedRows(format: segment.format)
      var places: [UInt32] = []
      rows.append(.list(chosen.map { UInt32($0) }), of: segment, places: &places)
      let family = segment.format.family
      // The other record holds no event twice, so only what is here already counts.
      var finder = finders[family] ?? DuplicateFinder(family: family, segments: segments)
      let isNew = finder.newRows(of: rows.batch, segments: segments)
      finder.forgetStaged()
      finders[family] = finder
      if let isNew {
        for (i, isNew) in isNew.enumerated() where !isNew { lost[rows.file[i], default: 0] += 1 }
      }
      staged[segment.format, default: StagedRows(format: segment.format)]
        .append(rows.batch, files: rows.file.map { numbers[$0] ?? 0 }, keeping: isNew)
      if let full = staged[segment.format], full.count >= limit {
        added.append(try write(full))
        staged[segment.format] = nil
      }
      segment.release()
    }
    for format in EventFormat.allCases {
      if let rows = staged[format], rows.count > 0 { added.append(try write(rows)) }
    }
    return (added, lost)
  }

  private func copyRejects(_ name: String, of other: RecordStore, as number: UInt32)
    throws(StoreError) -> String
  {
    guard let file = MappedFile(other.path + "/" + name) else {
      throw StoreError(
        .damaged, other.path + "/" + name, expected: "a file of rejects",
        found: SystemCalls.reason)
    }
    let copy = RecordStore.rejectsFolder + "/" + RejectsFile.name(number)
    let writer = try FileWriter(path + "/" + copy, budget: budget)
    try writer.append(file.bytes)
    try writer.finish()
    return copy
  }
}
