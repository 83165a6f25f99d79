import EntenteRecord
import GRDB

/// The statements that a schema needs.
struct TableSQL {
  let schema: TableSchema

  /// The name of the table in SQLite.
  var table: String { TableSQL.quoted(schema.name.split(separator: "-").joined(separator: "_")) }

  var columns: String { schema.columns.map { TableSQL.quoted($0.name) }.joined(separator: ", ") }

  /// Names come from schemas that were checked; the quotes keep words like `to` from being SQL.
  static func quoted(_ name: String) -> String { "\"\(name)\"" }

  var create: String {
    let columns = schema.columns.map { column in
      let type =
        switch column.kind {
        case .integer: "INTEGER"
        case .number: "REAL"
        case .text, .day, .state: "TEXT"
        }
      return "\(TableSQL.quoted(column.name)) \(type)"
    }
    let index = TableSQL.quoted("key_" + table.filter { $0 != "\"" })
    return """
      CREATE TABLE \(table) (
        file INTEGER NOT NULL, line INTEGER NOT NULL, \(columns.joined(separator: ", "))
      );
      CREATE UNIQUE INDEX \(index) ON \(table) (\(keyParts.joined(separator: ", ")));
      """
  }

  /// Two empty cells are alike, which SQLite's own rule for keys denies.
  private var keyParts: [String] { schema.key.map { "ifnull(\(TableSQL.quoted($0)), '')" } }

  var insert: String {
    let marks = Array(repeating: "?", count: schema.columns.count + 2).joined(separator: ", ")
    return "INSERT INTO \(table) (file, line, \(columns)) VALUES (\(marks)) ON CONFLICT DO NOTHING"
  }

  /// The row with a key.
  var selectByKey: String {
    let condition = keyParts.map { "\($0) = ifnull(?, '')" }.joined(separator: " AND ")
    return "SELECT \(columns) FROM \(table) WHERE \(condition)"
  }

  func select(where condition: String) -> String {
    "SELECT file, line, \(columns) FROM \(table) WHERE \(condition) ORDER BY rowid"
  }

  // MARK: Values

  static func databaseValue(_ value: TableValue) -> DatabaseValue {
    switch value {
    case .none: .null
    case .integer(let value): Int64(value).databaseValue
    case .number(let value): value.databaseValue
    case .text(let value): value.databaseValue
    case .day(let value): value.description.databaseValue
    }
  }

  static func value(_ value: DatabaseValue, _ kind: TableColumn.Kind) -> TableValue {
    switch value.storage {
    case .null, .blob: .none
    case .int64(let value): kind == .number ? TableValue(Double(value)) : .integer(Int(value))
    case .double(let value): TableValue(value)
    case .string(let value):
      kind == .day ? Day(value).map { .day($0) } ?? .text(value) : .text(value)
    }
  }

  /// The values of a row that begins with file and line.
  func values(_ row: Row) -> [TableValue] {
    schema.columns.indices.map { i in
      TableSQL.value(row[i + 2] as DatabaseValue, schema.columns[i].kind)
    }
  }
}
