import EntenteRecord
import Foundation
import GRDB

/// What is small and looked up: the files that were imported, and the segments that hold events.
///
/// A segment or a file of rejects that the ledger does not name is no part of the record.
final class Ledger: Sendable {
  /// A segment as the ledger knows it.
  struct SegmentRow: Hashable, Sendable {
    let number: Int
    let rows: Int
    let size: Int
  }

  static let fileName = "ledger.sqlite"
  /// Version of the whole record; one of another version is refused.
  static let version = 1
  /// "ENTE", so that `file` and we can tell the ledger from any other database.
  private static let applicationID = 0x454E_5445

  let path: String
  private let queue: DatabaseQueue

  private init(path: String, queue: DatabaseQueue) {
    self.path = path
    self.queue = queue
  }

  /// - Throws: `.unwritable`.
  static func create(in folder: String) throws(StoreError) {
    try create(
      folder + "/" + fileName, in: folder, schema: schema, applicationID: applicationID,
      version: version, expected: "a ledger that can be made")
  }

  /// Makes a database that is there whole or not at all.
  ///
  /// - Throws: `.unwritable`.
  static func create(
    _ path: String, in folder: String, schema: String, applicationID: Int, version: Int,
    expected: String
  ) throws(StoreError) {
    let temporary = path + FileWriter.suffix
    for leftover in ["", "-journal"] { SystemCalls.remove(temporary + leftover) }
    try attempt(path) {
      let queue = try DatabaseQueue(path: temporary, configuration: configuration(readonly: false))
      try queue.write { database in
        try database.execute(sql: schema)
        try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(version)")
      }
      try queue.close()
    }
    guard rename(temporary, path) == 0 else {
      throw SystemCalls.unwritable(path, expected: expected)
    }
    try SystemCalls.synchronise(folder: folder)
  }

  /// - Throws: `.notARecord`, `.version` or `.damaged`.
  static func open(in folder: String, readonly: Bool) throws(StoreError) -> Ledger {
    let path = folder + "/" + fileName
    guard SystemCalls.exists(path) else {
      throw StoreError(
        .notARecord, folder, expected: "a record",
        found: SystemCalls.isFolder(folder)
          ? "a folder without \(fileName)"
          : SystemCalls.exists(folder) ? "a file" : "nothing there",
        hint: "entente import FORMAT FILE... --record DIR makes one")
    }
    let (queue, id, found) = try attempt(path, recovering: readonly) {
      let queue = try DatabaseQueue(path: path, configuration: configuration(readonly: readonly))
      return try queue.read { database in
        (
          queue, try Int.fetchOne(database, sql: "PRAGMA application_id"),
          try Int.fetchOne(database, sql: "PRAGMA user_version")
        )
      }
    }
    guard id == applicationID else {
      throw StoreError(.notARecord, path, expected: "a record's ledger", found: "another database")
    }
    guard found == version else {
      throw StoreError(
        .version, folder, expected: "a record of version \(version)",
        found: "version \(found ?? 0)",
        hint: (found ?? 0) > version
          ? "a newer release of entente wrote it: use that one"
          : "an older release of entente wrote it: import its files again into a new record")
    }
    return Ledger(path: path, queue: queue)
  }

  static func configuration(readonly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readonly
    // A reader may meet the moment in which a writer commits.
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      if !readonly {
        try database.execute(sql: "PRAGMA synchronous = FULL")
        try database.execute(sql: "PRAGMA foreign_keys = ON")
      }
    }
    return configuration
  }

  private static let schema = """
    CREATE TABLE file (
      number INTEGER PRIMARY KEY,
      path TEXT NOT NULL,
      size INTEGER NOT NULL,
      digest TEXT NOT NULL UNIQUE,
      imported TEXT NOT NULL,
      lines INTEGER NOT NULL,
      header INTEGER NOT NULL,
      blank INTEGER NOT NULL,
      read INTEGER NOT NULL,
      kept INTEGER NOT NULL,
      duplicate INTEGER NOT NULL,
      rejects TEXT
    );
    CREATE TABLE rejection (
      file INTEGER NOT NULL REFERENCES file(number),
      reason TEXT NOT NULL,
      rows INTEGER NOT NULL,
      PRIMARY KEY (file, reason)
    ) WITHOUT ROWID;
    CREATE TABLE note (
      file INTEGER NOT NULL REFERENCES file(number),
      note TEXT NOT NULL,
      rows INTEGER NOT NULL,
      PRIMARY KEY (file, note)
    ) WITHOUT ROWID;
    CREATE TABLE segment (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      rows INTEGER NOT NULL,
      size INTEGER NOT NULL
    );
    """

  // MARK: Reading

  func segments() throws(StoreError) -> [SegmentRow] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT number, rows, size FROM segment ORDER BY number")
        .map { SegmentRow(number: $0["number"], rows: $0["rows"], size: $0["size"]) }
    }
  }

  /// Number of the next segment; numbers are never used twice.
  func nextSegment() throws(StoreError) -> Int {
    try read { database in
      1
        + (try Int.fetchOne(database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'segment'")
          ?? 0)
    }
  }

  func nextFile() throws(StoreError) -> UInt32 {
    try read { database in
      UInt32(1 + (try Int.fetchOne(database, sql: "SELECT max(number) FROM file") ?? 0))
    }
  }

  /// By number.
  func files() throws(StoreError) -> [ImportedFile] { try files(where: "1", []) }

  /// Of all files.
  func sizes() throws(StoreError) -> Set<Int> {
    try read { database in try Int.fetchSet(database, sql: "SELECT DISTINCT size FROM file") }
  }

  /// The file with these contents, whatever it is called.
  func file(digest: String, size: Int) throws(StoreError) -> ImportedFile? {
    try files(where: "digest = ? AND size = ?", [digest, size]).first
  }

  private func files(where condition: String, _ arguments: StatementArguments) throws(StoreError)
    -> [ImportedFile]
  {
    try read { database in
      func counts(_ table: String, _ column: String) throws -> [UInt32: [String: Int]] {
        var counts: [UInt32: [String: Int]] = [:]
        let rows = try Row.fetchCursor(
          database,
          sql: """
            SELECT file, \(column) AS word, rows FROM \(table)
            WHERE file IN (SELECT number FROM file WHERE \(condition))
            """, arguments: arguments)
        while let row = try rows.next() {
          counts[row["file"], default: [:]][row["word"]] = row["rows"]
        }
        return counts
      }
      let (rejections, notes) = (try counts("rejection", "reason"), try counts("note", "note"))
      return try Row.fetchAll(
        database, sql: "SELECT * FROM file WHERE \(condition) ORDER BY number",
        arguments: arguments
      ).map { row in
        let number: UInt32 = row["number"]
        let account = RowAccount(
          row, rejections: rejections[number], notes: notes[number])
        return ImportedFile(
          number: number,
          file: FileIdentity(path: row["path"], size: row["size"], digest: row["digest"]),
          imported: row["imported"], account: account, rejects: row["rejects"])
      }
    }
  }

  // MARK: Writing

  /// Names new files and segments, and forgets others, all at once or not at all.
  func commit(
    files: [ImportedFile] = [], adding added: [SegmentRow] = [], removing removed: [Int] = []
  ) throws(StoreError) {
    try Ledger.attempt(path) {
      try queue.write { database in
        for file in files { try Ledger.insert(file, database) }
        for segment in added {
          try database.execute(
            sql: "INSERT INTO segment (number, rows, size) VALUES (?, ?, ?)",
            arguments: [segment.number, segment.rows, segment.size])
        }
        for number in removed {
          try database.execute(sql: "DELETE FROM segment WHERE number = ?", arguments: [number])
        }
      }
    }
  }

  private static func insert(_ file: ImportedFile, _ database: Database) throws {
    let account = file.account
    try database.execute(
      sql: "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        file.number, file.file.path, file.file.size, file.file.digest, file.imported,
        account.lines, account.header, account.blank, account.read, account.kept,
        account.duplicate, file.rejects,
      ])
    for (reason, rows) in account.rejectedBy where rows > 0 {
      try database.execute(
        sql: "INSERT INTO rejection VALUES (?, ?, ?)",
        arguments: [file.number, reason.rawValue, rows])
    }
    for (note, rows) in account.notes where rows > 0 {
      try database.execute(
        sql: "INSERT INTO note VALUES (?, ?, ?)", arguments: [file.number, note, rows])
    }
  }

  // MARK: Errors

  private func read<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    try Ledger.attempt(path, recovering: true) { try queue.read(body) }
  }

  /// - Parameter recovering: a writer that was ended in the middle of a transaction leaves a journal,
  ///   which only a connection that may write can take back. One is opened for that, and the body is
  ///   run again. A writer that is alive holds a lock and is not disturbed.
  static func attempt<T>(
    _ path: String, recovering: Bool = false, _ body: () throws -> T
  ) throws(StoreError) -> T {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch {
      let error = error as? DatabaseError
      if recovering, error?.resultCode == .SQLITE_READONLY {
        try attempt(path) {
          let queue = try DatabaseQueue(path: path, configuration: configuration(readonly: false))
          _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
          try queue.close()
        }
        return try attempt(path, body)
      }
      let isFull = error?.resultCode == .SQLITE_FULL
      let isClosed = [.SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_IOERR]
        .contains(error?.resultCode)
      throw StoreError(
        isFull || isClosed ? .unwritable : error?.resultCode == .SQLITE_BUSY ? .locked : .damaged,
        path, expected: isFull ? "room on the disk" : "a ledger that can be used",
        found: error?.message ?? "an error",
        hint: isFull ? "nothing of the unfinished import was kept; make room and run it again" : nil
      )
    }
  }
}
