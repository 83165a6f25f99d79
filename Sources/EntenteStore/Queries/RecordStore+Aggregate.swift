import EntenteNumerics
import EntenteRecord

extension RecordStore {
  /// Counts events by period and pair.
  ///
  /// Exact; the same for any number of threads and any division of the events into segments.
  ///
  /// - Complexity: O(rows of the span), or O(days × states asked for + rows that are theirs) where
  ///   the filter names up to 32 states that act.
  public func aggregate(_ query: AggregateQuery, threads: Int = 1) -> PairTallies {
    let tables = FilterTables(query.filter)
    let segments = segments(for: query.filter)
    let shares = shares(of: segments, query, threads: threads)
    let parts = Parallel.map(shares.count, threads: threads) { i in
      RecordStore.aggregate(segments, shares[i], query, tables)
    }
    guard parts.count > 1 else { return parts.first ?? PairTallies() }
    var whole = PairTallies()
    for part in parts { whole.append(contentsOf: part) }
    return whole
  }

  /// Segments that may hold what a filter asks for.
  func segments(for filter: EventFilter) -> [Segment] {
    segments.filter { segment in
      guard let span = segment.span, filter.formats?.contains(segment.format) ?? true else {
        return false
      }
      return filter.span.map { $0.intersection(span) != nil } ?? true
    }
  }

  /// Spans of whole periods with about as many rows each.
  private func shares(of segments: [Segment], _ query: AggregateQuery, threads: Int)
    -> [ClosedRange<Int32>]
  {
    let first = segments.compactMap(\.span?.from).min()
    let last = segments.compactMap(\.span?.to).max()
    guard let first, let last else { return [] }
    let from = max(first, query.filter.span?.from ?? first)
    let to = min(last, query.filter.span?.to ?? last)
    guard from <= to else { return [] }
    var rows: [Int32: Int] = [:]
    for segment in segments {
      for i in 0..<segment.indexDay.count {
        let day = Day(number: segment.indexDay[i])
        guard from <= day, day <= to else { continue }
        let start =
          query.length == .day
          ? day.number : Period(containing: day, length: query.length).from.number
        rows[start, default: 0] += segment.rows(at: i).count
      }
    }
    let total = rows.values.reduce(0, +)
    let size = max(1, total / max(1, threads * 4))
    var shares: [ClosedRange<Int32>] = []
    var (begin, sum): (Int32?, Int) = (nil, 0)
    for (start, count) in rows.sorted(by: { $0.key < $1.key }) {
      if let open = begin, sum >= size {
        shares.append(open...(start - 1))
        (begin, sum) = (nil, 0)
      }
      begin = begin ?? max(start, from.number)
      sum += count
    }
    if let open = begin { shares.append(open...to.number) }
    return shares
  }

  private static func aggregate(
    _ segments: [Segment], _ share: ClosedRange<Int32>, _ query: AggregateQuery,
    _ tables: FilterTables
  ) -> PairTallies {
    var days: [(day: Int32, segment: Int, position: Int)] = []
    for (number, segment) in segments.enumerated() {
      for position in segment.indexPosition(of: share.lowerBound)..<segment.indexDay.count {
        let day = segment.indexDay[position]
        guard day <= share.upperBound else { break }
        days.append((day, number, position))
      }
    }
    days.sort { ($0.day, $0.segment) < ($1.day, $1.segment) }
    var result = PairTallies()
    var rows: [(key: UInt64, tally: Tally)] = []
    var chosen: [UInt32] = []
    var (start, end) = (Int32.min, Int32.min)
    // Where the rows of each segment's day begin.
    var parts: [Int] = []
    func close() {
      if query.isDirected, parts.count <= 8 {
        result.appendMerged(rows, parts)
      } else {
        result.appendSummed(&rows)
      }
      rows.removeAll(keepingCapacity: true)
      parts = []
    }
    for (day, number, position) in days {
      if day > end {
        close()
        let period = Period(containing: Day(number: day), length: query.length)
        (start, end) = (period.from.number, period.to.number)
      }
      parts.append(rows.count)
      let segment = segments[number]
      func add(_ s: UInt16, _ t: UInt16, _ tally: Tally) {
        let isTurned = !query.isDirected && s > t
        rows.append((PairTallies.key(start, isTurned ? t : s, isTurned ? s : t), tally))
      }
      let score = segment.goldstein
      guard tables.asksRows else {
        PairRuns.each(segment, segment.rows(at: position), tables) { s, t, run in
          var tally = Tally()
          for row in run { tally.add(score[row]) }
          add(s, t, tally)
        }
        continue
      }
      chosen.removeAll(keepingCapacity: true)
      PairRuns.each(segment, segment.rows(at: position), tables) { _, _, run in
        chosen.append(contentsOf: run.lazy.map { UInt32($0) })
      }
      tables.keep(&chosen, of: segment)
      var i = 0
      while i < chosen.count {
        let (s, t) = (segment.source[Int(chosen[i])], segment.target[Int(chosen[i])])
        var tally = Tally()
        while i < chosen.count, segment.source[Int(chosen[i])] == s,
          segment.target[Int(chosen[i])] == t
        {
          tally.add(score[Int(chosen[i])])
          i += 1
        }
        add(s, t, tally)
      }
    }
    close()
    return result
  }
}
