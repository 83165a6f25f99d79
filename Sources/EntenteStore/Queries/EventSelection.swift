public import EntenteRecord

/// Events that a filter lets through, as places in the record; read when they are asked for.
public struct EventSelection: Sendable {
  /// Segments, and the rows of each.
  private let parts: [(segment: Segment, rows: RowChoice)]

  init(_ parts: [(segment: Segment, rows: RowChoice)]) { self.parts = parts }

  public var count: Int { parts.reduce(0) { $0 + $1.rows.count } }

  /// Calls `body` with the events of one day and format after another, in the order of segments,
  /// until it returns false.
  ///
  /// - Parameter body: a batch, and the number of each event's file.
  public func forEachDay(_ body: (EventBatch, _ files: [UInt32]) throws -> Bool) rethrows {
    var days: [(day: Int32, format: EventFormat, part: Int, rows: RowChoice)] = []
    for (number, part) in parts.enumerated() {
      for (day, rows) in EventSelection.days(part.segment, part.rows) {
        days.append((day, part.segment.format, number, rows))
      }
    }
    days.sort { ($0.day, $0.format, $0.part) < ($1.day, $1.format, $1.part) }
    var i = 0
    while i < days.count {
      var j = i
      var staged = StagedRows(format: days[i].format)
      while j < days.count, days[j].day == days[i].day, days[j].format == days[i].format {
        var places: [UInt32] = []
        staged.append(days[j].rows, of: parts[days[j].part].segment, places: &places)
        j += 1
      }
      if j - i > 1 { staged = staged.inOrder() }
      guard try body(staged.batch, staged.file) else { return }
      i = j
    }
  }

  private static func days(_ segment: Segment, _ rows: RowChoice) -> [(Int32, RowChoice)] {
    switch rows {
    case .range(let range):
      return (0..<segment.indexDay.count).compactMap { position in
        let day = segment.rows(at: position).clamped(to: range)
        return day.isEmpty ? nil : (segment.indexDay[position], .range(day))
      }
    case .list(let list):
      var days: [(Int32, RowChoice)] = []
      var from = 0
      while from < list.count {
        let day = segment.day[Int(list[from])]
        var to = from + 1
        while to < list.count, segment.day[Int(list[to])] == day { to += 1 }
        days.append((day, .list(Array(list[from..<to]))))
        from = to
      }
      return days
    }
  }
}

extension StagedRows {
  /// The same rows in the order of a segment.
  func inOrder() -> StagedRows {
    var sorted = StagedRows(format: batch.format)
    sorted.batch.texts = batch.texts
    for row in RowOrder.canonical(self) {
      sorted.batch.append(batch.row(Int(row)))
      sorted.file.append(file[Int(row)])
    }
    return sorted
  }
}

extension RecordStore {
  /// Events that a filter lets through.
  ///
  /// - Complexity: as `aggregate`.
  public func events(matching filter: EventFilter) -> EventSelection {
    let tables = FilterTables(filter)
    let asksNothing =
      !tables.asksRows && tables.source == nil && tables.target == nil && tables.involving == nil
      && tables.pairs == nil && !tables.isInterstate
    return EventSelection(
      segments(for: filter).map { segment in
        let first = filter.span.map { segment.indexPosition(of: $0.from.number) } ?? 0
        let end =
          filter.span.map { segment.indexPosition(of: $0.to.number &+ 1) } ?? segment.indexDay.count
        if asksNothing {
          guard first < end else { return (segment, .range(0..<0)) }
          return (
            segment,
            .range(segment.rows(at: first).lowerBound..<segment.rows(at: end - 1).upperBound)
          )
        }
        var rows: [UInt32] = []
        for position in first..<max(first, end) {
          PairRuns.each(segment, segment.rows(at: position), tables) { _, _, run in
            rows.append(contentsOf: run.lazy.map { UInt32($0) })
          }
        }
        if tables.asksRows { tables.keep(&rows, of: segment) }
        return (segment, .list(rows))
      })
  }
}
