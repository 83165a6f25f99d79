import EntenteRecord

/// Rows of one format on their way to a segment, each with the number of its file.
struct StagedRows: Sendable {
  var batch: EventBatch
  var file: [UInt32] = []

  init(format: EventFormat) { batch = EventBatch(format: format) }

  var count: Int { batch.count }

  mutating func append(_ more: StagedRows) {
    batch.append(contentsOf: more.batch)
    file += more.file
  }

  /// Adds the rows that are to be kept: all, where `keep` is nil.
  mutating func append(
    _ more: EventBatch, files: some Collection<UInt32>, keeping keep: [Bool]? = nil,
    in range: Range<Int>? = nil
  ) {
    if keep == nil, range == nil {
      batch.append(contentsOf: more)
      file += files
      return
    }
    var places = [UInt32](repeating: .max, count: more.texts.count)
    func moved(_ index: UInt32) -> UInt32 {
      if places[Int(index)] == .max {
        places[Int(index)] = more.texts.withUTF8(of: index) { batch.texts.intern(utf8: $0) }
      }
      return places[Int(index)]
    }
    for (i, number) in zip(range ?? 0..<more.count, files) where keep?[i] ?? true {
      var row = more.row(i)
      row.sourceActor = moved(row.sourceActor)
      row.targetActor = moved(row.targetActor)
      row.sourceSector = moved(row.sourceSector)
      row.targetSector = moved(row.targetSector)
      row.place = moved(row.place)
      batch.append(row)
      file.append(number)
    }
  }

  /// The first rows, which are no longer here afterwards.
  mutating func takeFirst(_ count: Int) -> StagedRows {
    var rest = StagedRows(format: batch.format)
    if count < self.count {
      rest.append(batch, files: file[count...], in: count..<self.count)
    }
    // The first rows keep the whole table of texts; a segment holds only what its rows use.
    var first = self
    first.batch.keepFirst(count)
    first.file.removeSubrange(count...)
    self = rest
    return first
  }
}
