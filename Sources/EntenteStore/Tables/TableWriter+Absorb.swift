import EntenteRecord
import GRDB

/// What came of joining the tables of one record to those of another.
public struct TableAbsorption: Hashable, Sendable, Codable {
  /// Files that are new to the record, with their account as it is there.
  public let files: [TableFile]
  /// Files that the record had already.
  public let known: Int
  /// Rows that the record had already from other files.
  public let duplicates: Int
}

extension TableWriter {
  /// Takes over all files of the tables of other records, as if they had been imported here, one
  /// record after another.
  ///
  /// A row that stands here already, alike, is a duplicate. One that contradicts a row here would be
  /// rejected by an import, which keeps it as it stood in its file; what is stored cannot give that, so
  /// nothing is joined at all.
  ///
  /// - Returns: what came of each record. All or nothing.
  /// - Throws: `.conflict`, naming both rows; `.version` where a table has other columns; `.unwritable`,
  ///   or `.damaged` for another record.
  public func absorb(_ others: [TableStore]) throws(StoreError) -> [TableAbsorption] {
    try Ledger.attempt(base.path) {
      try base.queue.write { database in
        try others.map { try TableWriter.absorb($0, database) }
      }
    }
  }

  private static func absorb(_ other: TableStore, _ database: Database) throws -> TableAbsorption {
    let offered = try other.files()
    var numbers: [Int: Int] = [:]
    var next = try nextNumber(database)
    for file in offered where try importOf(file.file, into: file.table, database) == nil {
      numbers[file.number] = next
      next += 1
    }
    let new = offered.filter { numbers[$0.number] != nil }
    var sessions: [Int: TableSession] = [:]
    for schema in try other.schemas() {
      let files = new.filter { $0.table == schema.name }
      guard let first = files.first else { continue }
      let sql = TableSQL(schema: schema)
      try prepare(sql, false, database, first.file)
      for file in files {
        sessions[file.number] = try TableSession(
          database, sql, number: numbers[file.number] ?? 0)
      }
      try other.forEachRow(of: schema) { row in
        if let session = sessions[row.file],
          try session.append(row.values, line: row.line) == .conflict
        {
          throw conflict(row, schema, offered.first { $0.number == row.file }, other)
        }
        return true
      }
    }
    for reject in try other.rejects() {
      guard let number = numbers[reject.file] else { continue }
      try database.execute(
        sql: "INSERT INTO entente_reject VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          number, reject.line, reject.field, reject.reason, reject.found, reject.row,
        ])
    }
    var taken: [TableFile] = []
    var duplicates = 0
    for file in new {
      guard let session = sessions[file.number], let number = numbers[file.number] else { continue }
      var account = file.account
      account.kept = session.kept
      account.duplicate += session.duplicate
      duplicates += session.duplicate
      taken.append(
        TableFile(
          number: number, table: file.table, file: file.file, imported: file.imported,
          account: account, content: session.content()))
    }
    for file in taken { try insert(file, database) }
    return TableAbsorption(
      files: taken, known: offered.count - taken.count, duplicates: duplicates)
  }

  private static func conflict(
    _ row: TableRow, _ schema: TableSchema, _ file: TableFile?, _ other: TableStore
  ) -> StoreError {
    let key = schema.key.compactMap { schema.index(of: $0) }.map { row.values[$0].description }
    return StoreError(
      .conflict, "\(other.base.path), \(schema.name), \(file?.file.path ?? "?"):\(row.line)",
      expected: "the values that the other records have for \(key.joined(separator: ","))",
      found: "others",
      hint: "nothing was joined; import the files of one of the records into the other, which "
        + "rejects the rows that contradict")
  }
}

extension TableStore {
  fileprivate struct Reject {
    let file: Int
    let line: Int
    let field: String
    let reason: String
    let found: String
    let row: DatabaseValue
  }

  /// Rejected rows with the numbers of their files.
  fileprivate func rejects() throws(StoreError) -> [Reject] {
    try base.read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT file, line, field, reason, found, row FROM entente_reject ORDER BY rowid"
      ).map { row in
        Reject(
          file: row[0], line: row[1], field: row[2], reason: row[3], found: row[4], row: row[5])
      }
    }
  }
}
