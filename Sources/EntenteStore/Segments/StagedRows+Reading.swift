public import EntenteRecord

/// Some rows of a segment.
enum RowChoice {
  case range(Range<Int>)
  /// Any rows in any order.
  case list([UInt32])

  var count: Int {
    switch self {
    case .range(let range): range.count
    case .list(let rows): rows.count
    }
  }
}

extension StagedRows {
  /// Adds rows of a segment of the same format.
  ///
  /// `places` remembers where the segment's texts went; begin with an empty one for each pair of
  /// segment and destination.
  mutating func append(_ rows: RowChoice, of segment: Segment, places: inout [UInt32]) {
    func take<T>(_ column: UnsafeBufferPointer<T>, onto values: inout [T]) {
      switch rows {
      case .range(let range): values.append(contentsOf: column[range])
      case .list(let list): values.append(contentsOf: list.lazy.map { column[Int($0)] })
      }
    }
    if places.isEmpty { places = [UInt32](repeating: .max, count: segment.textCount) }
    var table = batch.texts
    // One owner of the table, so that it grows in place.
    batch.texts = TextTable()
    func takeTexts(_ column: SegmentColumn, onto values: inout [UInt32]) {
      let indices = segment.rows(column, UInt32.self)
      func add(_ row: Int) {
        let index = indices[row]
        // Only a damaged file names a text that it does not hold.
        guard Int(index) < places.count else { return values.append(0) }
        if places[Int(index)] == .max {
          places[Int(index)] = segment.withText(index) { table.intern(utf8: $0) }
        }
        values.append(places[Int(index)])
      }
      switch rows {
      case .range(let range): for row in range { add(row) }
      case .list(let list): for row in list { add(Int(row)) }
      }
    }
    take(segment.day, onto: &batch.day)
    take(segment.rows(.added, Int32.self), onto: &batch.added)
    take(segment.id, onto: &batch.id)
    take(segment.source, onto: &batch.source)
    take(segment.target, onto: &batch.target)
    take(segment.sourceKind, onto: &batch.sourceKind)
    take(segment.targetKind, onto: &batch.targetKind)
    takeTexts(.sourceActor, onto: &batch.sourceActor)
    takeTexts(.targetActor, onto: &batch.targetActor)
    takeTexts(.sourceSector, onto: &batch.sourceSector)
    takeTexts(.targetSector, onto: &batch.targetSector)
    take(segment.code, onto: &batch.code)
    take(segment.plover, onto: &batch.plover)
    take(segment.rows(.mode, UInt8.self), onto: &batch.mode)
    take(segment.goldstein, onto: &batch.goldstein)
    take(segment.rows(.mentions, UInt32.self), onto: &batch.mentions)
    take(segment.rows(.sources, UInt32.self), onto: &batch.sources)
    take(segment.rows(.articles, UInt32.self), onto: &batch.articles)
    take(segment.rows(.tone, Float.self), onto: &batch.tone)
    takeTexts(.place, onto: &batch.place)
    take(segment.rows(.placeState, UInt16.self), onto: &batch.placeState)
    take(segment.rows(.latitude, Float.self), onto: &batch.latitude)
    take(segment.rows(.longitude, Float.self), onto: &batch.longitude)
    take(segment.rows(.line, UInt32.self), onto: &batch.line)
    take(segment.rows(.file, UInt32.self), onto: &file)
    batch.texts = table
  }
}

extension Segment {
  /// Events of this segment, with the number of the file that each comes from.
  public func events(in rows: Range<Int>) -> (batch: EventBatch, files: [UInt32]) {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= count, "rows of the segment")
    var staged = StagedRows(format: format)
    var places: [UInt32] = []
    staged.append(.range(rows), of: self, places: &places)
    return (staged.batch, staged.file)
  }
}
