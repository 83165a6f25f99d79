import EntenteRecord

extension RecordWriter {
  /// Puts the segments of each format together into few large ones, whose days do not overlap.
  ///
  /// The events are the same afterwards. An end at any moment leaves the record as it was or as it is
  /// to be. Needs room for a second copy of one format while it works, and memory for one segment.
  ///
  /// - Returns: how many segments there were, and how many there are.
  /// - Complexity: O(*n*).
  @discardableResult
  public func compact() throws(StoreError) -> (before: Int, after: Int) {
    try flush()
    let before = segments.count
    for format in EventFormat.allCases {
      let old = segments.filter { $0.format == format }
      let groups = groups(of: old)
      // Joining would make the same segments again.
      guard groups != old.compactMap(\.days) else { continue }
      let new = try joined(old, groups, format)
      try replace(old, by: new)
    }
    return (before, segments.count)
  }

  /// Spans of days whose rows fill a segment; a day is never cut.
  private func groups(of segments: [Segment]) -> [ClosedRange<Int32>] {
    var rows: [Int32: Int] = [:]
    for segment in segments {
      for position in 0..<segment.indexDay.count {
        rows[segment.indexDay[position], default: 0] += segment.rows(at: position).count
      }
    }
    var groups: [ClosedRange<Int32>] = []
    var sum = 0
    for (day, count) in rows.sorted(by: { $0.key < $1.key }) {
      if let last = groups.last, sum + count <= limit {
        groups[groups.count - 1] = last.lowerBound...day
        sum += count
      } else {
        groups.append(day...day)
        sum = count
      }
    }
    return groups
  }

  private func joined(_ old: [Segment], _ groups: [ClosedRange<Int32>], _ format: EventFormat)
    throws(StoreError) -> [Segment]
  {
    var new: [Segment] = []
    for group in groups {
      var staged = StagedRows(format: format)
      for segment in old {
        let first = segment.indexPosition(of: group.lowerBound)
        let end = segment.indexPosition(of: group.upperBound &+ 1)
        guard first < end else { continue }
        let rows = segment.rows(at: first).lowerBound..<segment.rows(at: end - 1).upperBound
        var places: [UInt32] = []
        staged.append(.range(rows), of: segment, places: &places)
        segment.release()
      }
      new.append(try write(staged))
    }
    return new
  }
}

extension Segment {
  /// First and last day that have rows.
  fileprivate var days: ClosedRange<Int32>? {
    guard let first = indexDay.first, let last = indexDay.last else { return nil }
    return first...last
  }
}
