public import EntenteRecord
import Foundation
import GRDB

/// What came of offering a file to a table.
public enum TableImport: Sendable {
  case imported(TableFile)
  /// The table has the contents of the file; this is how it got them.
  case known(TableFile)
}

/// The one who writes to the tables of a record, as long as it lives.
public final class TableWriter {
  let base: TableBase
  private let lock: WriterLock?

  /// - Throws: `.locked`, naming who holds the record, after so many seconds; `.unwritable`.
  public init(_ store: RecordStore, wait: Double = 0) throws(StoreError) {
    lock = try WriterLock(store.path + "/" + RecordStore.lockName, wait: wait)
    if !TableBase.exists(in: store.path) { try TableBase.create(in: store.path) }
    base = try TableBase.open(in: store.path, readonly: false)
  }

  /// One who writes to a copy of a record's tables, to see what an import would do.
  ///
  /// The copy goes away with it, and lies in the system's folder for temporary files. Without a record
  /// there are no tables yet.
  public init(rehearsing store: RecordStore?) throws(StoreError) {
    lock = nil
    base = try TableBase.copy(of: store?.path)
  }

  /// Brings one file into a table, in one transaction.
  ///
  /// - Parameters:
  ///   - replacing: take the rows of all earlier files out of the table first.
  ///   - read: gives rows and rejects to the session, in the order of the file, and returns an account
  ///     of lines, header, blank, read and notes; what the session did is added to it.
  /// - Throws: `StoreError`, or the `RecordError` that `read` throws. Nothing has changed then.
  public func take(
    _ file: FileIdentity, as schema: TableSchema, replacing: Bool = false,
    _ read: (TableSession) throws -> RowAccount
  ) throws -> TableImport {
    var trouble: EntenteRecord.RecordError?
    do {
      return try Ledger.attempt(base.path) {
        do {
          return try base.queue.write { database in
            try TableWriter.take(file, as: schema, replacing, database, read)
          }
        } catch let error as EntenteRecord.RecordError {
          trouble = error
          throw error
        }
      }
    } catch {
      if let trouble { throw trouble }
      throw error
    }
  }

  private static func take(
    _ file: FileIdentity, as schema: TableSchema, _ replacing: Bool, _ database: Database,
    _ read: (TableSession) throws -> RowAccount
  ) throws -> TableImport {
    if let known = try importOf(file, into: schema.name, database) { return .known(known) }
    let sql = TableSQL(schema: schema)
    try prepare(sql, replacing, database, file)
    let number = try nextNumber(database)
    let session = try TableSession(database, sql, number: number)
    var account = try read(session)
    account.kept = session.kept
    account.duplicate += session.duplicate
    account.rejectedBy = session.rejectedBy
    guard account.isBalanced else {
      throw StoreError(
        .unbalanced, file.path,
        expected: "lines = header + blank + read, and read = kept + duplicate + rejected",
        found: "lines \(account.lines), header \(account.header), blank \(account.blank), "
          + "read \(account.read), kept \(account.kept), duplicate \(account.duplicate), "
          + "rejected \(account.rejected)",
        hint: "this is a fault of the reader; nothing of the file was kept")
    }
    let taken = TableFile(
      number: number, table: schema.name, file: file, imported: Date().formatted(.iso8601),
      account: account, content: session.content())
    try insert(taken, database)
    return .imported(taken)
  }

  /// The import of a file with these contents into a table, if there was one.
  static func importOf(
    _ file: FileIdentity, into table: String, _ database: Database
  ) throws -> TableFile? {
    try TableStore.files(
      of: database, where: "name = ? AND digest = ? AND size = ?",
      [table, file.digest, file.size]
    ).first
  }

  static func nextNumber(_ database: Database) throws -> Int {
    1 + (try Int.fetchOne(database, sql: "SELECT max(number) FROM entente_file") ?? 0)
  }

  /// Makes the table if there is none, and empties it if it is to be replaced.
  static func prepare(
    _ sql: TableSQL, _ replacing: Bool, _ database: Database, _ file: FileIdentity
  ) throws {
    let name = sql.schema.name
    if replacing {
      try database.execute(sql: "DROP TABLE IF EXISTS \(sql.table)")
      for table in ["rejection", "note", "reject"] {
        try database.execute(
          sql: """
            DELETE FROM entente_\(table)
            WHERE file IN (SELECT number FROM entente_file WHERE name = ?)
            """, arguments: [name])
      }
      try database.execute(sql: "DELETE FROM entente_file WHERE name = ?", arguments: [name])
      try database.execute(sql: "DELETE FROM entente_table WHERE name = ?", arguments: [name])
    }
    guard let existing = try TableStore.schemas(of: database).first(where: { $0.name == name })
    else {
      let text = String(decoding: try JSONEncoder().encode(sql.schema), as: UTF8.self)
      try database.execute(
        sql: "INSERT INTO entente_table VALUES (?, ?)", arguments: [name, text])
      return try database.execute(sql: sql.create)
    }
    guard existing.columns.map(\.name) == sql.schema.columns.map(\.name),
      existing.columns.map(\.kind) == sql.schema.columns.map(\.kind), existing.key == sql.schema.key
    else {
      throw StoreError(
        .version, file.path, expected: "the columns that the table \(name) of the record has",
        found: "others", hint: "--replace puts the file in the place of the table")
    }
  }

  static func insert(_ file: TableFile, _ database: Database) throws {
    let account = file.account
    try database.execute(
      sql: "INSERT INTO entente_file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        file.number, file.table, file.file.path, file.file.size, file.file.digest, file.imported,
        account.lines, account.header, account.blank, account.read, account.kept,
        account.duplicate, file.content,
      ])
    for (reason, rows) in account.rejectedBy where rows > 0 {
      try database.execute(
        sql: "INSERT INTO entente_rejection VALUES (?, ?, ?)",
        arguments: [file.number, reason.rawValue, rows])
    }
    for (note, rows) in account.notes where rows > 0 {
      try database.execute(
        sql: "INSERT INTO entente_note VALUES (?, ?, ?)", arguments: [file.number, note, rows])
    }
  }
}

extension TableWriter {
  /// What is in the tables, for readers whose rows speak of other tables.
  public var tables: TableStore { TableStore(base) }
}
