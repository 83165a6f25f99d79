public import EntenteRecord
import Foundation
import GRDB

/// One file on its way into a table, within one transaction: all of it goes in, or nothing.
public final class TableSession {
  /// What became of a row.
  public enum Fate: Sendable {
    case kept
    /// The table has the row already.
    case duplicate
    /// The table has another row with the same key.
    case conflict
  }

  private let database: Database
  private let sql: TableSQL
  private let number: Int
  private let insert: Statement
  private let find: Statement
  private let refuse: Statement
  private let keys: [Int]
  private(set) var kept = 0
  private(set) var duplicate = 0
  private(set) var rejectedBy: [Rejection.Reason: Int] = [:]
  private var digest = TableDigest()

  init(_ database: Database, _ sql: TableSQL, number: Int) throws {
    self.database = database
    self.sql = sql
    self.number = number
    insert = try database.makeStatement(sql: sql.insert)
    find = try database.makeStatement(sql: sql.selectByKey)
    refuse = try database.makeStatement(sql: "INSERT INTO entente_reject VALUES (?, ?, ?, ?, ?, ?)")
    keys = sql.schema.key.compactMap { sql.schema.index(of: $0) }
  }

  /// Adds a row, in the order of the schema's columns.
  ///
  /// - Throws: what the database throws; the transaction is then undone.
  /// - Complexity: O(log rows).
  public func append(_ values: [TableValue], line: Int) throws -> Fate {
    guard values.count == sql.schema.columns.count else {
      throw StoreError(
        .unbalanced, sql.schema.name, expected: "\(sql.schema.columns.count) values",
        found: "\(values.count)", hint: "this is a fault of the reader; nothing was kept")
    }
    let cells = values.map(TableSQL.databaseValue)
    try insert.execute(
      arguments: StatementArguments([number.databaseValue, line.databaseValue] + cells))
    if database.changesCount > 0 {
      kept += 1
      digest.add(line: line, values)
      return .kept
    }
    let found = try Row.fetchOne(find, arguments: StatementArguments(keys.map { cells[$0] }))
    let same = found.map { row in
      zip(row.databaseValues, cells).allSatisfy { $0 == $1 }
    }
    guard same == true else { return .conflict }
    duplicate += 1
    return .duplicate
  }

  /// Keeps a row that cannot be used: `row` is its bytes, without the end of the line.
  public func reject(_ rejection: Rejection, row: [UInt8]) throws {
    try refuse.execute(
      arguments: [
        number, rejection.line, rejection.field, rejection.reason.rawValue, rejection.found,
        Data(row),
      ])
    rejectedBy[rejection.reason, default: 0] += 1
  }

  func content() -> String { digest.text() }
}
