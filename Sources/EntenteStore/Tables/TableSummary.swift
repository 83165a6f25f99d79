public import EntenteRecord
import GRDB

/// What a table holds, in a few numbers, and whose it is.
public struct TableSummary: Sendable, Codable {
  public let name: String
  public let title: String
  public let unit: String
  public let source: String
  public let cite: String
  public let terms: String
  public let rows: Int
  /// How many different states its rows name.
  public let states: Int
  /// First and last year or day, as they are written in the table.
  public let from: String?
  public let to: String?
  /// Of all files together.
  public let account: RowAccount
  public let files: [FileIdentity]

  /// All tables of a record, by name.
  ///
  /// - Complexity: O(rows).
  public static func all(of store: TableStore) throws(StoreError) -> [TableSummary] {
    try store.base.read { database in
      let files = try TableStore.files(of: database, where: "1", [])
      return try TableStore.schemas(of: database).map { schema in
        try TableSummary(schema, files.filter { $0.table == schema.name }, database)
      }
    }
  }

  private init(_ schema: TableSchema, _ files: [TableFile], _ database: Database) throws {
    name = schema.name
    title = schema.title
    unit = schema.unit.rawValue
    source = schema.source
    cite = schema.citation
    terms = schema.terms
    let table = TableSQL(schema: schema).table
    rows = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
    let codes = schema.states.map {
      "SELECT \(TableSQL.quoted($0)) AS state FROM \(table) WHERE \(TableSQL.quoted($0)) NOT NULL"
    }
    states =
      codes.isEmpty
      ? 0
      : try Int.fetchOne(
        database,
        sql: "SELECT count(DISTINCT state) FROM (\(codes.joined(separator: " UNION ")))") ?? 0
    let ends: (String, String)? =
      switch schema.time {
      case .year(let column), .day(let column): (column, column)
      case .spell(let from, let to):
        (from, "ifnull(\(TableSQL.quoted(to)), \(TableSQL.quoted(from)))")
      case .none: nil
      }
    if let ends {
      let last = ends.1 == ends.0 ? TableSQL.quoted(ends.1) : ends.1
      from = try String.fetchOne(
        database, sql: "SELECT min(\(TableSQL.quoted(ends.0))) FROM \(table)")
      to = try String.fetchOne(database, sql: "SELECT max(\(last)) FROM \(table)")
    } else {
      (from, to) = (nil, nil)
    }
    account = files.reduce(RowAccount()) { $0 + $1.account }
    self.files = files.map(\.file)
  }
}
