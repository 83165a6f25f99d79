import EntenteRecord

/// Rows of a batch in the making, in plain memory.
///
/// Appending to two dozen Swift arrays tests capacity and uniqueness two dozen times a row; here
/// that is done once.
final class ColumnBuilder {
  let format: EventFormat
  private(set) var count = 0
  private var capacity = 0
  var texts = TextTable()

  private var day = Column<Int32>()
  private var added = Column<Int32>()
  private var id = Column<UInt64>()
  private var source = Column<UInt16>()
  private var target = Column<UInt16>()
  private var sourceKind = Column<UInt8>()
  private var targetKind = Column<UInt8>()
  private var sourceActor = Column<UInt32>()
  private var targetActor = Column<UInt32>()
  private var sourceSector = Column<UInt32>()
  private var targetSector = Column<UInt32>()
  private var code = Column<UInt16>()
  private var plover = Column<UInt8>()
  private var mode = Column<UInt8>()
  private var goldstein = Column<Float>()
  private var mentions = Column<UInt32>()
  private var sources = Column<UInt32>()
  private var articles = Column<UInt32>()
  private var tone = Column<Float>()
  private var place = Column<UInt32>()
  private var placeState = Column<UInt16>()
  private var latitude = Column<Float>()
  private var longitude = Column<Float>()
  private var line = Column<UInt32>()

  init(format: EventFormat) { self.format = format }

  @inline(__always)
  func append(_ row: EventBatch.Row) {
    if count == capacity { grow() }
    let i = count
    day[i] = row.day
    added[i] = row.added
    id[i] = row.id
    source[i] = row.source
    target[i] = row.target
    sourceKind[i] = row.sourceKind
    targetKind[i] = row.targetKind
    sourceActor[i] = row.sourceActor
    targetActor[i] = row.targetActor
    sourceSector[i] = row.sourceSector
    targetSector[i] = row.targetSector
    code[i] = row.code
    plover[i] = row.plover
    mode[i] = row.mode
    goldstein[i] = row.goldstein
    mentions[i] = row.mentions
    sources[i] = row.sources
    articles[i] = row.articles
    tone[i] = row.tone
    place[i] = row.place
    placeState[i] = row.placeState
    latitude[i] = row.latitude
    longitude[i] = row.longitude
    line[i] = row.line
    count &+= 1
  }

  /// The rows so far; the builder is empty afterwards.
  func take() -> EventBatch {
    var batch = EventBatch(format: format)
    batch.day = day.array(count)
    batch.added = added.array(count)
    batch.id = id.array(count)
    batch.source = source.array(count)
    batch.target = target.array(count)
    batch.sourceKind = sourceKind.array(count)
    batch.targetKind = targetKind.array(count)
    batch.sourceActor = sourceActor.array(count)
    batch.targetActor = targetActor.array(count)
    batch.sourceSector = sourceSector.array(count)
    batch.targetSector = targetSector.array(count)
    batch.code = code.array(count)
    batch.plover = plover.array(count)
    batch.mode = mode.array(count)
    batch.goldstein = goldstein.array(count)
    batch.mentions = mentions.array(count)
    batch.sources = sources.array(count)
    batch.articles = articles.array(count)
    batch.tone = tone.array(count)
    batch.place = place.array(count)
    batch.placeState = placeState.array(count)
    batch.latitude = latitude.array(count)
    batch.longitude = longitude.array(count)
    batch.line = line.array(count)
    batch.texts = texts
    texts = TextTable()
    count = 0
    return batch
  }

  @inline(never)
  private func grow() {
    capacity = max(4096, capacity * 2)
    day.grow(capacity, count)
    added.grow(capacity, count)
    id.grow(capacity, count)
    source.grow(capacity, count)
    target.grow(capacity, count)
    sourceKind.grow(capacity, count)
    targetKind.grow(capacity, count)
    sourceActor.grow(capacity, count)
    targetActor.grow(capacity, count)
    sourceSector.grow(capacity, count)
    targetSector.grow(capacity, count)
    code.grow(capacity, count)
    plover.grow(capacity, count)
    mode.grow(capacity, count)
    goldstein.grow(capacity, count)
    mentions.grow(capacity, count)
    sources.grow(capacity, count)
    articles.grow(capacity, count)
    tone.grow(capacity, count)
    place.grow(capacity, count)
    placeState.grow(capacity, count)
    latitude.grow(capacity, count)
    longitude.grow(capacity, count)
    line.grow(capacity, count)
  }
}

/// Memory of one column.
private struct Column<T: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<T>?

  deinit { base?.deallocate() }

  subscript(i: Int) -> T {
    @inline(__always) get { base.unsafelyUnwrapped[i] }
    @inline(__always) nonmutating set { base.unsafelyUnwrapped[i] = newValue }
  }

  mutating func grow(_ capacity: Int, _ count: Int) {
    let larger = UnsafeMutablePointer<T>.allocate(capacity: capacity)
    if let base {
      larger.update(from: base, count: count)
      base.deallocate()
    }
    base = larger
  }

  func array(_ count: Int) -> [T] {
    Array(UnsafeBufferPointer(start: base, count: count))
  }
}
