package import EntenteRecord

/// A table of the user's own: a CSV file by its path, plain or gzipped, with columns by name; others
/// may stand beside them.
///
/// Faults of all its cells are gathered and told in one run: `finish()` throws them.
package struct PlainTable {
  /// A column that is there.
  package struct Column: Sendable {
    package let name: String
    fileprivate let index: Int
  }

  package let path: String
  private let table: CSVTable
  private let faults: PlainFaults

  private static let limit = 1 << 30

  package var count: Int { table.count }

  /// Opens and scans a file; nil, with a fault, if it is no table.
  ///
  /// - Parameter acceptsLatin1: read bytes that are no UTF-8 as Latin-1, and take control characters
  ///   for text, as some published files need.
  package init?(_ path: String, faults: PlainFaults, acceptsLatin1: Bool = false) {
    let list = faults.list
    let whole = Place(file: path, line: 0)
    guard var bytes = TableBytes.read(path, limit: Self.limit, faults: list) else { return nil }
    if acceptsLatin1, String(validating: bytes, as: UTF8.self) == nil {
      bytes = bytes.flatMap { $0 < 128 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 63] }
    }
    let before = list.count
    guard let table = CSVTable(bytes, file: path, faults: list, acceptsControls: acceptsLatin1)
    else { return nil }
    if table.count == 0, list.count == before {
      list.add(whole, "row", expected: "at least one row below the header", found: "none")
    }
    self.path = path
    self.table = table
    self.faults = faults
  }

  /// The first of these columns that the table has, or nil without a fault.
  package func optional(_ names: String...) -> Column? {
    for name in names {
      if let index = table.column(name) { return Column(name: name, index: index) }
    }
    return nil
  }

  /// The first of these columns that the table has; a fault if it has none.
  package func required(_ names: String...) -> Column? {
    for name in names {
      if let index = table.column(name) { return Column(name: name, index: index) }
    }
    let near = NearSpelling.of(names[0], among: table.header)
    faults.list.add(
      Place(file: path, line: table.headerLine), "header",
      expected: "a column \(Cell.alternatives(names))", found: "none",
      hint: near.map { "is \($0) meant?" } ?? "columns: " + table.header.joined(separator: ","))
    return nil
  }

  package func text(_ row: Int, _ column: Column) -> String { table.cell(row, column.index).text }

  /// A text that is not empty; a fault and nil otherwise.
  package func name(_ row: Int, _ column: Column) -> String? {
    table.cell(row, column.index).nonEmpty()
  }

  /// A finite number; nil for an empty cell; a fault and nil for anything else.
  package func number(_ row: Int, _ column: Column) -> Double? { table.number(row, column.index) }

  /// A finite number; a fault and nil for anything else, an empty cell too.
  package func requiredNumber(_ row: Int, _ column: Column) -> Double? {
    if let value = table.number(row, column.index) { return value }
    let cell = table.cell(row, column.index)
    if cell.text.isEmpty { cell.fault(expected: "a finite number") }
    return nil
  }

  package func integer(
    _ row: Int, _ column: Column, in range: ClosedRange<Int>, _ expected: String
  ) -> Int? {
    table.cell(row, column.index).integer(in: range, expected)
  }

  package func day(_ row: Int, _ column: Column) -> Day? { table.cell(row, column.index).day() }

  /// The different texts of a column, in order of appearance, and which one every row has.
  ///
  /// - Complexity: O(bytes of the column).
  package func symbols(_ column: Column) -> (names: [String], rows: [Int32]) {
    table.symbols(column.index)
  }

  package func fault(
    _ row: Int, _ column: Column, expected: String, found: String? = nil, hint: String? = nil
  ) {
    table.cell(row, column.index).fault(expected: expected, found: found, hint: hint)
  }

  package func place(_ row: Int) -> Place { table.place(row) }
}

/// The faults of the tables of one command.
package final class PlainFaults {
  let list = FaultList()
  private static let told = 100

  package init() {}

  package var isEmpty: Bool { list.isEmpty }

  /// - Throws: `RecordError` with all faults so far, if there are any.
  package func finish() throws(RecordError) {
    guard !list.isEmpty else { return }
    throw RecordError(.invalid, list.listed(Self.told), omitted: list.omitted(Self.told))
  }
}
