import EntenteRecord

/// The runs of one day of a segment: rows of one pair, which stand together because rows are sorted.
enum PairRuns {
  /// Calls `body` with each pair of a day that a filter admits, and with its rows.
  ///
  /// Where few states are asked for, their rows are found by halving and no other row is looked at.
  @inline(__always)
  static func each(
    _ segment: Segment, _ rows: Range<Int>, _ tables: FilterTables,
    _ body: (UInt16, UInt16, Range<Int>) -> Void
  ) {
    guard let few = tables.fewSources else { return scan(segment, rows, tables, body) }
    var from = rows.lowerBound
    for source in few {
      from = first(segment.source, in: from..<rows.upperBound) { $0 >= source }
      let to = first(segment.source, in: from..<rows.upperBound) { $0 > source }
      if from < to { scan(segment, from..<to, tables, body) }
      from = to
    }
  }

  @inline(__always)
  private static func scan(
    _ segment: Segment, _ rows: Range<Int>, _ tables: FilterTables,
    _ body: (UInt16, UInt16, Range<Int>) -> Void
  ) {
    let (source, target) = (segment.source, segment.target)
    var from = rows.lowerBound
    while from < rows.upperBound {
      let (s, t) = (source[from], target[from])
      var to = from &+ 1
      while to < rows.upperBound, source[to] == s, target[to] == t { to &+= 1 }
      if tables.admits(s, t) { body(s, t, from..<to) }
      from = to
    }
  }

  /// The first row of a sorted stretch for which a condition holds; its end if there is none.
  private static func first(
    _ column: UnsafeBufferPointer<UInt16>, in rows: Range<Int>, _ holds: (UInt16) -> Bool
  ) -> Int {
    var (low, high) = (rows.lowerBound, rows.upperBound)
    while low < high {
      let middle = (low &+ high) / 2
      if holds(column[middle]) { high = middle } else { low = middle &+ 1 }
    }
    return low
  }
}
