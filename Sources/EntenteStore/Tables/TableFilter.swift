public import EntenteRecord
import GRDB

/// Which rows of a table are wanted.
public struct TableFilter: Hashable, Sendable {
  /// Rows that hold on some day of the span.
  ///
  /// Rows of tables without a time, and rows whose day is not told, are not among them.
  public var from: Day?
  public var to: Day?
  /// Rows all of whose states are among these.
  public var states: Set<ActorCode>?
  /// Rows of one file.
  var file: Int?

  public init(from: Day? = nil, to: Day? = nil, states: Set<ActorCode>? = nil) {
    self.from = from
    self.to = to
    self.states = states
  }

  func condition(_ schema: TableSchema) -> (sql: String, arguments: StatementArguments) {
    var parts: [String] = []
    var arguments = StatementArguments()
    func add(_ sql: String, _ value: some DatabaseValueConvertible) {
      parts.append(sql)
      arguments += [value]
    }
    switch schema.time {
    case .year(let column):
      let column = TableSQL.quoted(column)
      if let from { add("\(column) >= ?", from.civil.year) }
      if let to { add("\(column) <= ?", to.civil.year) }
    case .day(let column):
      // Days are texts of ten characters, which sort as the days do.
      let column = TableSQL.quoted(column)
      if let from { add("\(column) >= ?", from.description) }
      if let to { add("\(column) <= ?", to.description) }
    case .spell(let first, let last):
      if let from { add("ifnull(\(TableSQL.quoted(last)), '9999-12-31') >= ?", from.description) }
      if let to { add("\(TableSQL.quoted(first)) <= ?", to.description) }
    case .none:
      if from != nil || to != nil { parts.append("0") }
    }
    if let states {
      let marks = Array(repeating: "?", count: states.count).joined(separator: ", ")
      for column in schema.states {
        parts.append("\(TableSQL.quoted(column)) IN (\(marks))")
        arguments += StatementArguments(states.map(\.text).sorted())
      }
      if schema.states.isEmpty { parts.append("0") }
    }
    if let file { add("file = ?", file) }
    return (parts.isEmpty ? "1" : parts.joined(separator: " AND "), arguments)
  }
}
