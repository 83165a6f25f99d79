/// One line of a table, with where its fields end.
///
/// Valid while its block is.
public struct DelimitedRow {
  /// The line without what ends it.
  public let bytes: UnsafeBufferPointer<UInt8>
  /// Number of fields, also of those beyond `RowScanner.fieldLimit`.
  public let fields: Int
  /// From 1.
  public let line: Int
  /// What the ends of the fields count from.
  let base: UnsafePointer<UInt8>
  let ends: UnsafePointer<UInt32>

  /// The bytes of a field; none beyond the last.
  @inline(__always)
  public subscript(field: Int) -> UnsafeBufferPointer<UInt8> {
    guard field < fields, field < RowScanner.fieldLimit, let first = bytes.baseAddress else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let start = field == 0 ? first : base + (Int(ends[field &- 1]) &+ 1)
    return UnsafeBufferPointer(start: start, count: base + Int(ends[field]) - start)
  }

  /// Whether a field reads so.
  func reads(_ field: Int, _ text: StaticString) -> Bool { self[field].reads(text) }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are those of the text.
  func reads(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for i in 0..<count where self[i] != text.utf8Start[i] { return false }
    return true
  }

  /// For messages: what is no UTF-8 is shown as a question mark.
  var text: String { String(decoding: self, as: UTF8.self) }
}
