import CScan

/// Splits a block into lines and fields, sixty-four bytes at a time.
///
/// Quotes mean nothing to it, as in the tab-separated formats; `QuotedRow` is for those where they
/// do.
package struct RowScanner: ~Copyable {
  /// Ends of fields that are kept; no format has as many.
  ///
  /// Fields beyond are counted only.
  package static let fieldLimit = 128
  /// Bytes behind a block that must be readable.
  package static let padding = 64

  /// Bytes that are marked before their lines are read, few enough to be at hand still.
  private static let piece = 1 << 14

  private let delimiter: UInt8
  /// Where fields and lines end: those of the line that is open, kept up to the limit, and those of a
  /// piece, of which every byte may be one.
  private let ends = UnsafeMutablePointer<UInt32>.allocate(
    capacity: RowScanner.fieldLimit + RowScanner.piece + 8)
  private let lineEnds = UnsafeMutablePointer<UInt32>.allocate(capacity: RowScanner.piece)

  package init(delimiter: UInt8) { self.delimiter = delimiter }

  deinit {
    ends.deallocate()
    lineEnds.deallocate()
  }

  /// Calls `body` for each line, blank ones too, and says how many there were.
  ///
  /// - Complexity: O(bytes).
  @inline(__always)
  package func scan(
    _ block: UnsafeBufferPointer<UInt8>, firstLine: Int, _ body: (DelimitedRow) -> Void
  ) -> Int {
    guard let base = block.baseAddress else { return 0 }
    let n = block.count
    // Of the open line: where it begins, how many ends it has, and how many of them are not kept.
    var (start, open, dropped) = (0, 0, 0)
    var (line, at) = (firstLine, 0)
    while at < n {
      let to = min(at &+ RowScanner.piece, n)
      let marks = entente_mark(
        base, at, to, delimiter, ends, lineEnds, entente_marks(ends: open, lines: 0))
      var first = 0
      for i in 0..<marks.lines {
        let last = Int(lineEnds[i])
        let end = Int(ends[last &- 1])
        emit(base, start, end, first, last &- first, dropped, line, body)
        (start, first, dropped) = (end &+ 1, last, 0)
        line &+= 1
      }
      open = marks.ends &- first
      if open > RowScanner.fieldLimit {
        dropped &+= open &- RowScanner.fieldLimit
        open = RowScanner.fieldLimit
      }
      if first > 0 { ends.update(from: ends + first, count: open) }
      at = to
    }
    if start < n {
      ends[open] = UInt32(truncatingIfNeeded: n)
      emit(base, start, n, 0, open &+ 1, dropped, line, body)
      line &+= 1
    }
    return line &- firstLine
  }

  @inline(__always)
  private func emit(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ first: Int, _ kept: Int,
    _ dropped: Int, _ line: Int, _ body: (DelimitedRow) -> Void
  ) {
    var end = end
    // Lines may end as on Windows.
    if end > start, base[end &- 1] == 13 {
      end &-= 1
      ends[first &+ kept &- 1] = UInt32(truncatingIfNeeded: end)
    }
    body(
      DelimitedRow(
        bytes: UnsafeBufferPointer(start: base + start, count: end &- start),
        fields: kept &+ dropped, line: line, base: base, ends: ends + first))
  }
}
