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

  /// Makes room for so many more rows.
  ///
  /// At once for a full segment, where there are many already, so that columns do not move each time
  /// they double. Room that is not used takes no memory.
  mutating func reserve(for more: Int, upTo limit: Int) {
    let (count, room) = (count, file.capacity)
    guard count + more > room, count >= min(limit, 1 << 16) / 2 else { return }
    batch.reserveCapacity(limit + more)
    file.reserveCapacity(limit + more)
  }

  /// Keeps the first rows, and gives back the others.
  mutating func cut(at count: Int) -> StagedRows {
    var rest = StagedRows(format: batch.format)
    guard count < self.count else { return rest }
    rest.append(batch, files: file[count...], in: count..<self.count)
    // The first rows keep the whole table of texts; a segment holds only what its rows use.
    batch.keepFirst(count)
    file.removeSubrange(count...)
    return rest
  }

  /// Drops all rows, and keeps their memory for others.
  mutating func removeAll() {
    batch.removeAll()
    file.removeAll(keepingCapacity: true)
  }
}
