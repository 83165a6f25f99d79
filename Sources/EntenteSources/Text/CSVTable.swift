import EntenteRecord

/// A table of a CSV file: a header and rows of as many fields.
///
/// Fields stay where they are in the bytes of the file until somebody asks for one.
struct CSVTable {
  let file: String
  let header: [String]
  let headerLine: Int
  let faults: FaultList
  private let columns: [String: Int]
  private let bytes: [UInt8]
  private let fields: [CSVScanner.Field]
  private let lines: [Int32]

  var count: Int { lines.count }

  /// Reads a table and reports what is wrong with its shape; rows of the wrong shape are left out.
  ///
  /// - Complexity: O(bytes).
  init?(_ bytes: [UInt8], file: String, faults: FaultList, acceptsControls: Bool = false) {
    var scanner = CSVScanner(file: file, faults: faults, acceptsControls: acceptsControls)
    bytes.withUnsafeBufferPointer { scanner.scan($0) }
    guard let headerLine = scanner.headerLine else {
      if !scanner.gaveUp {
        faults.add(
          Place(file: file, line: 0), "header", expected: "a header line", found: "an empty file")
      }
      return nil
    }
    self.file = file
    self.faults = faults
    self.bytes = bytes
    self.headerLine = headerLine
    header = scanner.header.map { CSVTable.text($0, bytes) }
    fields = scanner.fields
    lines = scanner.lines
    var columns: [String: Int] = [:]
    for (index, name) in header.enumerated() {
      if columns[name] != nil {
        faults.add(
          Place(file: file, line: headerLine), "header", expected: "each column once",
          found: "\(Fault.quoted(name)) twice")
      } else {
        columns[name] = index
      }
    }
    self.columns = columns
  }

  func column(_ name: String) -> Int? { columns[name] }

  func place(_ row: Int) -> Place { Place(file: file, line: Int(lines[row])) }

  /// Whether all these columns are there, and, unless `others` may stand beside them, no more.
  func hasColumns(_ names: [String], others: Bool = false) -> Bool {
    let place = Place(file: file, line: headerLine)
    let missing = names.filter { columns[$0] == nil }
    for name in missing {
      let near = NearSpelling.of(name, among: header.filter { !names.contains($0) })
      faults.add(
        place, "header", expected: "a column \(name)", found: "none",
        hint: near.map { "is \($0) meant?" } ?? "columns: " + names.joined(separator: ","))
    }
    if !others {
      for name in header where !names.contains(name) {
        let near = NearSpelling.of(name, among: names)
        faults.add(
          place, "header", expected: "a known column", found: Fault.quoted(name),
          hint: near.map { "did you mean \($0)?" } ?? "known: " + names.joined(separator: ","))
      }
    }
    return missing.isEmpty
  }

  func cell(_ row: Int, _ column: Int) -> Cell {
    Cell(
      text: CSVTable.text(field(row, column), bytes), place: place(row), field: header[column],
      faults: faults)
  }

  /// The cell of a column by name; empty if the table has no such column.
  func cell(_ row: Int, _ name: String) -> Cell {
    guard let column = columns[name] else {
      return Cell(text: "", place: place(row), field: name, faults: faults)
    }
    return cell(row, column)
  }

  /// A number, nil for an empty cell; a fault and nil for anything else.
  func number(_ row: Int, _ column: Int) -> Double? {
    let field = field(row, column)
    guard field.start != field.end else { return nil }
    let value = bytes.withUnsafeBufferPointer {
      Numeral.value(of: $0[Int(field.start)..<Int(field.end)])
    }
    return value ?? cell(row, column).number()
  }

  /// Where a field's text stands in the file.
  func byteRange(_ row: Int, _ column: Int) -> Range<Int> {
    let field = field(row, column)
    return Int(field.start)..<Int(field.end)
  }

  func withBytes<R>(_ range: Range<Int>, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> R) -> R {
    bytes.withUnsafeBufferPointer { body($0[range]) }
  }

  func isEqual(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { $0[left].elementsEqual($0[right]) }
  }

  private func field(_ row: Int, _ column: Int) -> CSVScanner.Field {
    fields[row * header.count + column]
  }

  private static func text(_ field: CSVScanner.Field, _ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes[Int(field.start)..<Int(field.end)], as: UTF8.self)
    guard field.hasDoubledQuotes else { return text }
    var plain = ""
    var skips = false
    for scalar in text.unicodeScalars {
      if scalar == "\"", !skips {
        skips = true
        continue
      }
      skips = false
      plain.unicodeScalars.append(scalar)
    }
    return plain
  }
}
