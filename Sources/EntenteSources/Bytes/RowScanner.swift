/// Splits a block into lines and fields, eight bytes at a time.
///
/// Quotes mean nothing to it, as in the tab-separated formats; `QuotedRow` is for those where they
/// do.
package struct RowScanner: ~Copyable {
  /// Ends of fields that are kept; no format has as many.
  ///
  /// Fields beyond are counted only.
  package static let fieldLimit = 128

  private let delimiter: UInt8
  private let ends = UnsafeMutablePointer<UInt32>.allocate(capacity: RowScanner.fieldLimit)

  package init(delimiter: UInt8) {
    self.delimiter = delimiter
    ends.initialize(repeating: 0, count: RowScanner.fieldLimit)
  }

  deinit { ends.deallocate() }

  /// Calls `body` for each line, blank ones too, and says how many there were.
  ///
  /// Eight bytes behind the block must be readable.
  ///
  /// - Complexity: O(bytes).
  @inline(__always)
  package func scan(
    _ block: UnsafeBufferPointer<UInt8>, firstLine: Int, _ body: (DelimitedRow) -> Void
  ) -> Int {
    guard let base = block.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(base)
    let n = block.count
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (tabs, newlines) = (ones &* UInt64(delimiter), ones &* 10)
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    var (lines, start, fields, at) = (0, 0, 0, 0)
    while at < n {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let (t, l) = (word ^ tabs, word ^ newlines)
      // The high bit of each byte that equals: exact, unlike the shorter test with a borrow.
      var hits = ~((((t & low) &+ low) | t) & (((l & low) &+ low) | l) | low)
      if n &- at < 8 { hits &= (1 &<< (UInt64(n &- at) &* 8)) &- 1 }
      while hits != 0 {
        let position = at &+ hits.trailingZeroBitCount &>> 3
        hits &= hits &- 1
        keep(position &- start, of: fields)
        fields &+= 1
        if base[position] == 10 {
          emit(base, start, position, fields, firstLine &+ lines, body)
          lines &+= 1
          start = position &+ 1
          fields = 0
        }
      }
      at &+= 8
    }
    if start < n {
      keep(n &- start, of: fields)
      emit(base, start, n, fields &+ 1, firstLine &+ lines, body)
      lines &+= 1
    }
    return lines
  }

  @inline(__always)
  private func keep(_ end: Int, of field: Int) {
    if field < RowScanner.fieldLimit { ends[field] = UInt32(truncatingIfNeeded: end) }
  }

  @inline(__always)
  private func emit(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ fields: Int, _ line: Int,
    _ body: (DelimitedRow) -> Void
  ) {
    var end = end
    // Lines may end as on Windows.
    if end > start, base[end &- 1] == 13 {
      end &-= 1
      keep(end &- start, of: fields &- 1)
    }
    body(
      DelimitedRow(
        bytes: UnsafeBufferPointer(start: base + start, count: end &- start), fields: fields,
        line: line, ends: ends))
  }
}
