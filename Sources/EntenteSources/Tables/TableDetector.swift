import EntenteRecord

/// Tells what kind of table a file is from the names of its columns.
enum TableDetector {
  /// A kind that the header fits, and why.
  struct Finding {
    let descriptor: TableDescriptor
    let reason: String
  }

  /// The kinds whose columns a header has.
  ///
  /// Where one knows all columns that another knows, and more, the other is out of the question.
  static func findings(for sample: FileSample) -> [Finding] {
    guard let header = sample.lines.first else { return [] }
    var names: [UInt8: [String]] = [:]
    let fitting = TableReaderCatalog.all.map { $0.descriptor }.compactMap {
      descriptor -> (descriptor: TableDescriptor, known: Set<String>)? in
      let delimiter = descriptor.delimiter
      let columns = names[delimiter] ?? TableDetector.columns(of: header, delimiter)
      names[delimiter] = columns
      let all = Set(columns)
      guard all.count == columns.count, all.isSuperset(of: descriptor.required) else { return nil }
      return (descriptor, all.intersection(descriptor.published))
    }
    return fitting.filter { one in
      !fitting.contains { $0.known.isStrictSuperset(of: one.known) }
    }.map { descriptor, known in
      let some = known.sorted().prefix(4)
      return Finding(
        descriptor: descriptor,
        reason: "a header with its columns \(some.joined(separator: ", "))"
          + (known.count > some.count ? " and \(known.count - some.count) more" : ""))
    }
  }

  private static func columns(of header: String, _ delimiter: UInt8) -> [String] {
    var names: [String] = []
    let bytes =
      Array(header.utf8) + [UInt8](repeating: 0, count: RowScanner.padding)
    let quotes = QuotedRow()
    bytes.withUnsafeBufferPointer { bytes in
      let line = UnsafeBufferPointer(rebasing: bytes.dropLast(RowScanner.padding))
      _ = RowScanner(delimiter: delimiter).scan(line, firstLine: 1) { row in
        let take: (DelimitedRow) -> Void = { row in
          names = (0..<min(row.fields, RowScanner.fieldLimit)).map { row[$0].text }
        }
        if delimiter != 44 {
          take(row)
        } else if !quotes.unwrap(row, take) {
          names = []
        }
      }
    }
    return names
  }
}
