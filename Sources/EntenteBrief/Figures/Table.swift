/// The numbers behind a figure.
struct Table {
  var head: [String]
  var rows: [[String]]

  /// Comma-separated, one line a row, with a last line end; RFC 4180 quoting.
  ///
  /// A field that a spreadsheet would take for a formula gets an apostrophe, unless it is a number.
  var csv: String {
    ([head] + rows).map { $0.map(Table.field).joined(separator: ",") }.joined(separator: "\n")
      + "\n"
  }

  private static func field(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+-@".contains(first), Double(text) == nil { text = "'" + text }
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// Six decimals, or nothing for a number that is not known.
  static func number(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    return Wording.fixed(value, 6)
  }
}
