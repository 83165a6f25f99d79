/// Splits lines of CSV in which quotes may wrap a field and are doubled inside it (RFC 4180).
///
/// A field holds no line breaks: each line is a row, so that a stray quote spoils one row and not
/// the rest of the file.
final class QuotedRow {
  private let ends = UnsafeMutablePointer<UInt32>.allocate(capacity: RowScanner.fieldLimit)
  private var bytes: [UInt8] = []

  init() { ends.initialize(repeating: 0, count: RowScanner.fieldLimit) }

  deinit { ends.deallocate() }

  /// Calls `body` with the fields unwrapped; false if a quote stands where none may.
  ///
  /// Most lines have no quotes and are passed on as they are.
  func unwrap(_ row: DelimitedRow, _ body: (DelimitedRow) -> Void) -> Bool {
    guard row.bytes.contains(34) else {
      body(row)
      return true
    }
    bytes.removeAll(keepingCapacity: true)
    var (fields, at) = (0, 0)
    let line = row.bytes
    repeat {
      if at < line.count, line[at] == 34 {
        guard let next = quoted(line, from: at + 1) else { return false }
        at = next
      } else {
        while at < line.count, line[at] != 44 {
          guard line[at] != 34 else { return false }
          bytes.append(line[at])
          at += 1
        }
      }
      guard at == line.count || line[at] == 44 else { return false }
      if fields < RowScanner.fieldLimit { ends[fields] = UInt32(bytes.count) }
      fields += 1
      // What stands between two fields in the line stands there here, so that offsets agree.
      bytes.append(44)
      at += 1
    } while at <= line.count
    return bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      body(
        DelimitedRow(
          bytes: UnsafeBufferPointer(rebasing: bytes.dropLast()), fields: fields, line: row.line,
          base: base, ends: ends))
      return true
    }
  }

  /// Where a quoted field ends; nil if it does not.
  private func quoted(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var at = start
    while at < line.count {
      if line[at] == 34 {
        guard at + 1 < line.count, line[at + 1] == 34 else { return at + 1 }
        at += 1
      }
      bytes.append(line[at])
      at += 1
    }
    return nil
  }
}
