import EntenteRecord

/// A small table that stands beside event files, plain or compressed, read whole.
struct SideTable {
  struct Row {
    let line: Int
    let fields: [String]
  }

  let rows: [Row]

  private static let limit = 1 << 28

  /// - Parameter header: the first line that is expected and left out, or nil for none.
  /// - Throws: where the file cannot be read, its header is another, or a quote is astray.
  init(at path: String, delimiter: Character, header: String?) throws(RecordError) {
    let input = try InputFile(path: path).open()
    let blocks = BlockReader(input.stream)
    let scanner = RowScanner(delimiter: delimiter.asciiValue ?? 9)
    let quotes = QuotedRow()
    let faults = FaultList()
    var rows: [Row] = []
    var line = 1
    while let piece = try blocks.next() {
      guard case .lines(let block) = piece, blocks.total < SideTable.limit else {
        throw InputError.refused(
          path, expected: "a table of at most \(SideTable.limit >> 20) MB in lines", found: "more",
          line: line)
      }
      line += scanner.scan(block, firstLine: line) { row in
        if row.bytes.isEmpty { return }
        let take: (DelimitedRow) -> Void = { row in
          rows.append(Row(line: row.line, fields: (0..<row.fields).map { row[$0].text }))
        }
        if delimiter != "," {
          take(row)
        } else if !quotes.unwrap(row, take) {
          faults.add(
            Place(file: path, line: row.line), "row", expected: "quotes around whole fields",
            found: Fault.quoted(row.bytes.text))
        }
      }
    }
    try faults.throwIfAny()
    if let header {
      guard let first = rows.first, first.fields.joined(separator: ",") == header else {
        throw InputError.refused(
          path, expected: "the header \(header)",
          found: Fault.quoted(rows.first?.fields.joined(separator: ",") ?? ""), line: 1)
      }
      rows.removeFirst()
    }
    self.rows = rows
  }
}

extension FaultList {
  /// Throws what was gathered, if anything was.
  func throwIfAny() throws(RecordError) {
    let limit = 100
    if !isEmpty { throw RecordError(.invalid, listed(limit), omitted: omitted(limit)) }
  }
}
