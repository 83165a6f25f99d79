import EntenteRecord
import Foundation
import GRDB

/// The database that holds a record's tables of states and years: `tables.sqlite`.
///
/// Each table is a table of SQLite with the columns of its schema, so other programs can read it; what
/// stands in `entente_...` says which files the rows came from.
final class TableBase: Sendable {
  static let fileName = "tables.sqlite"
  static let version = 1
  /// "ENTT".
  private static let applicationID = 0x454E_5454

  let path: String
  let queue: DatabaseQueue

  private init(path: String, queue: DatabaseQueue) {
    self.path = path
    self.queue = queue
  }

  static func exists(in folder: String) -> Bool {
    SystemCalls.exists(folder + "/" + fileName)
  }

  /// - Throws: `.unwritable`.
  static func create(in folder: String) throws(StoreError) {
    try Ledger.create(
      folder + "/" + fileName, in: folder, schema: schema, applicationID: applicationID,
      version: version, expected: "a database that can be made")
  }

  /// - Throws: `.version` or `.damaged`.
  static func open(in folder: String, readonly: Bool) throws(StoreError) -> TableBase {
    let path = folder + "/" + fileName
    let (queue, id, found) = try Ledger.attempt(path, recovering: readonly) {
      var configuration = Ledger.configuration(readonly: readonly)
      // What is written stays in memory until the end of the file, so that readers are not shut out.
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_spill = OFF") }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return try queue.read { database in
        (
          queue, try Int.fetchOne(database, sql: "PRAGMA application_id"),
          try Int.fetchOne(database, sql: "PRAGMA user_version")
        )
      }
    }
    guard id == applicationID else {
      throw StoreError(.damaged, path, expected: "a record's tables", found: "another database")
    }
    guard found == version else {
      throw StoreError(
        .version, path, expected: "tables of version \(version)", found: "version \(found ?? 0)",
        hint: (found ?? 0) > version
          ? "a newer release of entente wrote it: use that one"
          : "an older release of entente wrote it: import its files again into a new record")
    }
    return TableBase(path: path, queue: queue)
  }

  /// A copy of the tables in a folder, empty where there are none, which goes away with its owner.
  ///
  /// - Throws: `.version`, `.damaged`, or `.unwritable` where there is no room for it.
  static func copy(of folder: String?) throws(StoreError) -> TableBase {
    let source = try folder.flatMap { folder throws(StoreError) in
      exists(in: folder) ? try open(in: folder, readonly: true) : nil
    }
    return try Ledger.attempt("a copy of the tables") {
      // A database without a name is a file that SQLite removes.
      let queue = try DatabaseQueue(path: "")
      if let source {
        try source.queue.backup(to: queue)
      } else {
        try queue.write { try $0.execute(sql: schema) }
      }
      return TableBase(path: "a copy of the tables", queue: queue)
    }
  }

  func read<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    try Ledger.attempt(path, recovering: true) { try queue.read(body) }
  }

  private static let schema = """
    CREATE TABLE entente_table (
      name TEXT PRIMARY KEY,
      schema TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE entente_file (
      number INTEGER PRIMARY KEY,
      name TEXT NOT NULL REFERENCES entente_table(name),
      path TEXT NOT NULL,
      size INTEGER NOT NULL,
      digest TEXT NOT NULL,
      imported TEXT NOT NULL,
      lines INTEGER NOT NULL,
      header INTEGER NOT NULL,
      blank INTEGER NOT NULL,
      read INTEGER NOT NULL,
      kept INTEGER NOT NULL,
      duplicate INTEGER NOT NULL,
      content TEXT NOT NULL,
      UNIQUE (name, digest, size)
    );
    CREATE TABLE entente_rejection (
      file INTEGER NOT NULL REFERENCES entente_file(number),
      reason TEXT NOT NULL,
      rows INTEGER NOT NULL,
      PRIMARY KEY (file, reason)
    ) WITHOUT ROWID;
    CREATE TABLE entente_note (
      file INTEGER NOT NULL REFERENCES entente_file(number),
      note TEXT NOT NULL,
      rows INTEGER NOT NULL,
      PRIMARY KEY (file, note)
    ) WITHOUT ROWID;
    CREATE TABLE entente_reject (
      file INTEGER NOT NULL,
      line INTEGER NOT NULL,
      field TEXT NOT NULL,
      reason TEXT NOT NULL,
      found TEXT NOT NULL,
      row BLOB NOT NULL
    );
    """
}
