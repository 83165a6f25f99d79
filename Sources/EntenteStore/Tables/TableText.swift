public import EntenteRecord

/// How rows of a table are written down.
public enum TableText {
  /// The line that names the columns.
  public static func header(_ schema: TableSchema) -> String {
    schema.columns.map(\.name).joined(separator: ",") + "\n"
  }

  /// One line of CSV; a text that a spreadsheet would run has an apostrophe before it.
  public static func csv(_ row: TableRow) -> String {
    row.values.map { value in
      if case .text(let text) = value { return EventText.cell(text) }
      return value.description
    }.joined(separator: ",") + "\n"
  }

  /// One object of JSON, with its file and line; what is missing is left out.
  public static func json(_ row: TableRow, _ schema: TableSchema, file: String) -> String {
    let pairs = zip(schema.columns, row.values).compactMap { column, value -> String? in
      switch value {
      case .none: nil
      case .integer, .number: "\"\(column.name)\":\(value.description)"
      case .text, .day: "\"\(column.name)\":\(EventText.quoted(value.description))"
      }
    }
    return "{"
      + (pairs + ["\"file\":\(EventText.quoted(file))", "\"line\":\(row.line)"])
      .joined(separator: ",") + "}"
  }
}
