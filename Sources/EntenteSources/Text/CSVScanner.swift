import EntenteRecord

/// Finds the fields of a CSV file (RFC 4180, with comment lines between records).
struct CSVScanner {
  /// Where a field's text stands, without its quotes.
  struct Field {
    var start: Int32
    var end: Int32
    var hasDoubledQuotes: Bool
  }

  /// Longest record, in bytes.
  static let recordLimit = 1 << 20

  private(set) var header: [Field] = []
  private(set) var headerLine: Int?
  /// All rows one after the other, each as long as the header.
  private(set) var fields: [Field] = []
  private(set) var lines: [Int32] = []
  /// A fault after which the rest of the file means nothing.
  private(set) var gaveUp = false

  private let file: String
  private let faults: FaultList
  /// Whether control characters inside fields are text: some published files hold them.
  private let acceptsControls: Bool
  private var line = 1
  private var record: [Field] = []
  private var hasHighBytes = false

  init(file: String, faults: FaultList, acceptsControls: Bool = false) {
    self.file = file
    self.faults = faults
    self.acceptsControls = acceptsControls
  }

  private func fault(
    _ line: Int, _ expected: String, _ found: String, hint: String? = nil
  ) {
    faults.add(
      Place(file: file, line: line), headerLine == nil ? "header" : "row", expected: expected,
      found: found, hint: hint)
  }

  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { index = 3 }
    while index < bytes.count, !gaveUp {
      switch bytes[index] {
      case 35:  // '#'
        index = nextLine(after: index, in: bytes)
      case 10:
        index += 1
        line += 1
      case 13 where index + 1 < bytes.count && bytes[index + 1] == 10:
        index += 2
        line += 1
      default:
        index = scanRecord(from: index, in: bytes)
      }
    }
  }

  /// Past the end of the line that holds `index`.
  private mutating func nextLine(after index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = index
    while index < bytes.count, bytes[index] != 10 { index += 1 }
    line += 1
    return min(index + 1, bytes.count)
  }

  /// Reads a record and its line end; gives where the next one starts.
  private mutating func scanRecord(
    from start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let first = line
    var index = start
    record.removeAll(keepingCapacity: true)
    hasHighBytes = false
    while true {
      guard let end = scanField(from: index, first, in: bytes) else {
        // Without a header no row can be read.
        if headerLine == nil { gaveUp = true }
        return gaveUp ? bytes.count : nextLine(after: failedAt, in: bytes)
      }
      guard end - start <= CSVScanner.recordLimit else {
        fault(first, "a line of at most 1 MB", "a longer one")
        gaveUp = true
        return bytes.count
      }
      if end < bytes.count, bytes[end] == 44 {
        index = end + 1
        continue
      }
      finish(first, UnsafeBufferPointer(rebasing: bytes[start..<end]))
      guard end < bytes.count else { return end }
      line += 1
      return end + (bytes[end] == 13 ? 2 : 1)
    }
  }

  /// Where a record went wrong; the rest of that line is skipped.
  private var failedAt = 0

  /// Reads a field; gives the index of the comma or line end after it, or nil with a fault.
  private mutating func scanField(
    from start: Int, _ first: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard start < bytes.count, bytes[start] == 34 else {
      return scanPlainField(from: start, first, in: bytes)
    }
    let openedAt = line
    var index = start + 1
    var doubled = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 34 {
        guard index + 1 < bytes.count, bytes[index + 1] == 34 else { break }
        doubled = true
        index += 1
      } else if byte == 10 {
        line += 1
      } else if byte >= 128 {
        hasHighBytes = true
      } else if !acceptsControls, byte < 32 && byte != 9 && byte != 13 || byte == 127 {
        return failControl(byte, at: index)
      }
      index += 1
    }
    guard index < bytes.count else {
      fault(openedAt, "a closing quote", "the end of the file")
      gaveUp = true
      return nil
    }
    record.append(
      Field(start: Int32(start + 1), end: Int32(index), hasDoubledQuotes: doubled))
    index += 1
    guard index < bytes.count, bytes[index] != 44, !isLineEnd(index, bytes) else { return index }
    fault(
      line, "a comma or the end of the line after a closing quote",
      Fault.quoted(String(decoding: bytes[index..<index + 1], as: UTF8.self)),
      hint: "double a quote that stands inside a quoted text")
    failedAt = index
    return nil
  }

  private mutating func scanPlainField(
    from start: Int, _ first: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 44 || byte == 10 { break }
      if byte == 13, isLineEnd(index, bytes) { break }
      if byte == 34 {
        fault(
          first, "quotes around a whole field", "a quote inside one",
          hint: "put the field in quotes and double those inside")
        failedAt = index
        return nil
      }
      if byte >= 128 { hasHighBytes = true }
      if !acceptsControls, byte < 32 && byte != 9 || byte == 127 {
        return failControl(byte, at: index)
      }
      index += 1
    }
    record.append(Field(start: Int32(start), end: Int32(index), hasDoubledQuotes: false))
    return index
  }

  private mutating func failControl(_ byte: UInt8, at index: Int) -> Int? {
    fault(
      line, "text without control characters", "the byte \(String(byte, radix: 16))",
      hint: byte == 13 ? "lines end with LF or CR LF" : nil)
    failedAt = index
    return nil
  }

  private func isLineEnd(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[index] == 10 || bytes[index] == 13 && index + 1 < bytes.count && bytes[index + 1] == 10
  }

  /// Checks a whole record and keeps it.
  private mutating func finish(_ first: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    guard !hasHighBytes || isCleanText(bytes, first) else {
      if headerLine == nil { gaveUp = true }
      return
    }
    if headerLine == nil {
      headerLine = first
      header = record
      fields.reserveCapacity(record.count * 256)
    } else if record.count != header.count {
      fault(
        first, "\(header.count) columns", "\(record.count)",
        hint: "put a text that holds a comma in quotes")
    } else {
      fields.append(contentsOf: record)
      lines.append(Int32(truncatingIfNeeded: first))
    }
  }

  private func isCleanText(_ bytes: UnsafeBufferPointer<UInt8>, _ first: Int) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      fault(first, "UTF-8", "bytes that are not", hint: "save the file as UTF-8")
      return false
    }
    guard
      acceptsControls
        || !text.unicodeScalars.contains(where: { (0x80...0x9F).contains($0.value) })
    else {
      fault(first, "text without control characters", "one of them")
      return false
    }
    return true
  }
}
