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
  mutating func append(_ more: EventBatch, files: [UInt32], keeping keep: [Bool]? = nil) {
    batch.append(contentsOf: keep.map { more.keeping($0) } ?? more)
    file += keep?.kept(of: files) ?? files
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
    for i in min(count, self.count)..<self.count {
      var row = batch.row(i)
      // The others take along the texts that they use alone.
      func moved(_ index: UInt32) -> UInt32 {
        batch.texts.withUTF8(of: index) { rest.batch.texts.intern(utf8: $0) }
      }
      row.sourceActor = moved(row.sourceActor)
      row.targetActor = moved(row.targetActor)
      row.sourceSector = moved(row.sourceSector)
      row.targetSector = moved(row.targetSector)
      row.place = moved(row.place)
      rest.batch.append(row)
      rest.file.append(file[i])
    }
    guard count < self.count else { return rest }
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
