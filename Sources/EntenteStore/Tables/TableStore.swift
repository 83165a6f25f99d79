public import EntenteRecord
import Foundation
import GRDB

/// The tables of a record: values of states and pairs of states by year, day or spell.
public final class TableStore: Sendable {
  let base: TableBase

  init(_ base: TableBase) { self.base = base }

  /// What the tables are, by name.
  public func schemas() throws(StoreError) -> [TableSchema] {
    try base.read { try TableStore.schemas(of: $0) }
  }

  /// The table of a name, or nil.
  public func schema(_ name: String) throws(StoreError) -> TableSchema? {
    try schemas().first { $0.name == name }
  }

  /// Files that were imported, in order.
  public func files() throws(StoreError) -> [TableFile] {
    try base.read { try TableStore.files(of: $0, where: "1", []) }
  }

  // MARK: Rows

  /// Calls `body` with the rows of a table in the order of their import, until it returns false.
  ///
  /// - Complexity: O(rows of the table).
  public func forEachRow(
    of schema: TableSchema, matching filter: TableFilter = TableFilter(),
    _ body: (TableRow) throws -> Bool
  ) throws {
    let sql = TableSQL(schema: schema)
    let condition = filter.condition(schema)
    var trouble: (any Error)?
    try base.read { database in
      let rows = try Row.fetchCursor(
        database, sql: sql.select(where: condition.sql), arguments: condition.arguments)
      while let row = try rows.next() {
        do {
          let isWanted = try body(
            TableRow(file: row[0] as Int, line: row[1] as Int, values: sql.values(row)))
          if !isWanted { return }
        } catch {
          trouble = error
          return
        }
      }
    }
    if let trouble { throw trouble }
  }

  /// All rows that match.
  public func rows(of schema: TableSchema, matching filter: TableFilter = TableFilter()) throws
    -> [TableRow]
  {
    var found: [TableRow] = []
    try forEachRow(of: schema, matching: filter) {
      found.append($0)
      return true
    }
    return found
  }

  /// One column by another, as the day of each roll call; the first row of a key counts.
  public func values(of column: String, by key: String, in table: String) throws
    -> [TableValue: TableValue]
  {
    guard let schema = try schema(table), let value = schema.index(of: column),
      let index = schema.index(of: key)
    else { return [:] }
    var found: [TableValue: TableValue] = [:]
    try forEachRow(of: schema) { row in
      if found[row.values[index]] == nil { found[row.values[index]] = row.values[value] }
      return true
    }
    return found
  }

  /// Calls `body` with every rejected row, file by file, until it returns false.
  func forEachReject(_ body: (RejectedRow) -> Bool) throws(StoreError) {
    try base.read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT path, line, field, reason, found, row
          FROM entente_reject JOIN entente_file ON file = number ORDER BY entente_reject.rowid
          """)
      while let row = try rows.next() {
        let bytes: Data = row[5]
        let isWanted = body(
          RejectedRow(
            file: row[0], line: row[1], field: row[2], reason: row[3], found: row[4],
            row: Array(bytes)))
        if !isWanted { return }
      }
    }
  }

  // MARK: In a database

  static func schemas(of database: Database) throws -> [TableSchema] {
    try String.fetchAll(database, sql: "SELECT schema FROM entente_table ORDER BY name").map {
      try JSONDecoder().decode(TableSchema.self, from: Data($0.utf8))
    }
  }

  static func files(
    of database: Database, where condition: String, _ arguments: StatementArguments
  ) throws -> [TableFile] {
    func counts(_ table: String, _ column: String) throws -> [Int: [String: Int]] {
      var counts: [Int: [String: Int]] = [:]
      for row in try Row.fetchAll(
        database, sql: "SELECT file, \(column) AS word, rows FROM entente_\(table)")
      {
        counts[row["file"], default: [:]][row["word"]] = row["rows"]
      }
      return counts
    }
    let (rejections, notes) = (try counts("rejection", "reason"), try counts("note", "note"))
    return try Row.fetchAll(
      database, sql: "SELECT * FROM entente_file WHERE \(condition) ORDER BY number",
      arguments: arguments
    ).map { row in
      let number: Int = row["number"]
      let account = RowAccount(
        row, rejections: rejections[number], notes: notes[number])
      return TableFile(
        number: number, table: row["name"],
        file: FileIdentity(path: row["path"], size: row["size"], digest: row["digest"]),
        imported: row["imported"], account: account, content: row["content"])
    }
  }
}

/// One row of a table.
public struct TableRow: Hashable, Sendable {
  /// Number of the file that it came from.
  public let file: Int
  public let line: Int
  /// In the order of the schema's columns.
  public let values: [TableValue]
}

extension RecordStore {
  /// The record's tables; nil if it has none.
  ///
  /// - Throws: `.version` or `.damaged`.
  public func tables() throws(StoreError) -> TableStore? {
    guard TableBase.exists(in: path) else { return nil }
    return TableStore(try TableBase.open(in: path, readonly: true))
  }
}
