import EntenteRecord

/// Rows of a batch in the making, in plain memory.
///
/// Appending to two dozen Swift arrays tests capacity and uniqueness two dozen times a row; here
/// that is done once. All of it stands behind a pointer: a property of a class is watched for
/// overlapping access at every touch, which takes longer than the touch.
final class ColumnBuilder {
  let format: EventFormat
  private let rows: UnsafeMutablePointer<Rows>

  /// What appends to the rows, valid while their builder is: a copy of it is a copy of an address,
  /// where a copy of a builder is counted.
  struct Appender {
    fileprivate let rows: UnsafeMutablePointer<Rows>
  }

  var appender: Appender { Appender(rows: rows) }

  fileprivate struct Rows {
    var count = 0
    var capacity = 0
    var texts = TextTable()
    var day = Column<Int32>()
    var added = Column<Int32>()
    var id = Column<UInt64>()
    var source = Column<UInt16>()
    var target = Column<UInt16>()
    var sourceKind = Column<UInt8>()
    var targetKind = Column<UInt8>()
    var sourceActor = Column<UInt32>()
    var targetActor = Column<UInt32>()
    var sourceSector = Column<UInt32>()
    var targetSector = Column<UInt32>()
    var code = Column<UInt16>()
    var plover = Column<UInt8>()
    var mode = Column<UInt8>()
    var goldstein = Column<Float>()
    var mentions = Column<UInt32>()
    var sources = Column<UInt32>()
    var articles = Column<UInt32>()
    var tone = Column<Float>()
    var place = Column<UInt32>()
    var placeState = Column<UInt16>()
    var latitude = Column<Float>()
    var longitude = Column<Float>()
    var line = Column<UInt32>()
  }

  init(format: EventFormat) {
    self.format = format
    rows = .allocate(capacity: 1)
    rows.initialize(to: Rows())
  }

  deinit {
    rows.pointee.day.free()
    rows.pointee.added.free()
    rows.pointee.id.free()
    rows.pointee.source.free()
    rows.pointee.target.free()
    rows.pointee.sourceKind.free()
    rows.pointee.targetKind.free()
    rows.pointee.sourceActor.free()
    rows.pointee.targetActor.free()
    rows.pointee.sourceSector.free()
    rows.pointee.targetSector.free()
    rows.pointee.code.free()
    rows.pointee.plover.free()
    rows.pointee.mode.free()
    rows.pointee.goldstein.free()
    rows.pointee.mentions.free()
    rows.pointee.sources.free()
    rows.pointee.articles.free()
    rows.pointee.tone.free()
    rows.pointee.place.free()
    rows.pointee.placeState.free()
    rows.pointee.latitude.free()
    rows.pointee.longitude.free()
    rows.pointee.line.free()
    rows.deinitialize(count: 1)
    rows.deallocate()
  }

  var count: Int { rows.pointee.count }

  func intern(_ text: String) -> UInt32 { rows.pointee.texts.intern(text) }

  func withText(_ index: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    rows.pointee.texts.withUTF8(of: index, body)
  }

  /// The rows so far; the builder is empty afterwards.
  func take() -> EventBatch {
    let count = count
    var batch = EventBatch(format: format)
    batch.day = rows.pointee.day.array(count)
    batch.added = rows.pointee.added.array(count)
    batch.id = rows.pointee.id.array(count)
    batch.source = rows.pointee.source.array(count)
    batch.target = rows.pointee.target.array(count)
    batch.sourceKind = rows.pointee.sourceKind.array(count)
    batch.targetKind = rows.pointee.targetKind.array(count)
    batch.sourceActor = rows.pointee.sourceActor.array(count)
    batch.targetActor = rows.pointee.targetActor.array(count)
    batch.sourceSector = rows.pointee.sourceSector.array(count)
    batch.targetSector = rows.pointee.targetSector.array(count)
    batch.code = rows.pointee.code.array(count)
    batch.plover = rows.pointee.plover.array(count)
    batch.mode = rows.pointee.mode.array(count)
    batch.goldstein = rows.pointee.goldstein.array(count)
    batch.mentions = rows.pointee.mentions.array(count)
    batch.sources = rows.pointee.sources.array(count)
    batch.articles = rows.pointee.articles.array(count)
    batch.tone = rows.pointee.tone.array(count)
    batch.place = rows.pointee.place.array(count)
    batch.placeState = rows.pointee.placeState.array(count)
    batch.latitude = rows.pointee.latitude.array(count)
    batch.longitude = rows.pointee.longitude.array(count)
    batch.line = rows.pointee.line.array(count)
    batch.texts = rows.pointee.texts
    rows.pointee.texts = TextTable()
    rows.pointee.count = 0
    return batch
  }
}

extension ColumnBuilder.Appender {
  /// The index of a text, which must be valid UTF-8.
  @inline(__always)
  func intern(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    rows.pointee.texts.intern(utf8: text)
  }

  @inline(__always)
  func append(_ row: EventBatch.Row) {
    let i = rows.pointee.count
    if i == rows.pointee.capacity { grow() }
    rows.pointee.day[i] = row.day
    rows.pointee.added[i] = row.added
    rows.pointee.id[i] = row.id
    rows.pointee.source[i] = row.source
    rows.pointee.target[i] = row.target
    rows.pointee.sourceKind[i] = row.sourceKind
    rows.pointee.targetKind[i] = row.targetKind
    rows.pointee.sourceActor[i] = row.sourceActor
    rows.pointee.targetActor[i] = row.targetActor
    rows.pointee.sourceSector[i] = row.sourceSector
    rows.pointee.targetSector[i] = row.targetSector
    rows.pointee.code[i] = row.code
    rows.pointee.plover[i] = row.plover
    rows.pointee.mode[i] = row.mode
    rows.pointee.goldstein[i] = row.goldstein
    rows.pointee.mentions[i] = row.mentions
    rows.pointee.sources[i] = row.sources
    rows.pointee.articles[i] = row.articles
    rows.pointee.tone[i] = row.tone
    rows.pointee.place[i] = row.place
    rows.pointee.placeState[i] = row.placeState
    rows.pointee.latitude[i] = row.latitude
    rows.pointee.longitude[i] = row.longitude
    rows.pointee.line[i] = row.line
    rows.pointee.count = i &+ 1
  }

  @inline(never)
  private func grow() {
    let (count, capacity) = (rows.pointee.count, max(4096, rows.pointee.capacity * 2))
    rows.pointee.capacity = capacity
    rows.pointee.day.grow(capacity, count)
    rows.pointee.added.grow(capacity, count)
    rows.pointee.id.grow(capacity, count)
    rows.pointee.source.grow(capacity, count)
    rows.pointee.target.grow(capacity, count)
    rows.pointee.sourceKind.grow(capacity, count)
    rows.pointee.targetKind.grow(capacity, count)
    rows.pointee.sourceActor.grow(capacity, count)
    rows.pointee.targetActor.grow(capacity, count)
    rows.pointee.sourceSector.grow(capacity, count)
    rows.pointee.targetSector.grow(capacity, count)
    rows.pointee.code.grow(capacity, count)
    rows.pointee.plover.grow(capacity, count)
    rows.pointee.mode.grow(capacity, count)
    rows.pointee.goldstein.grow(capacity, count)
    rows.pointee.mentions.grow(capacity, count)
    rows.pointee.sources.grow(capacity, count)
    rows.pointee.articles.grow(capacity, count)
    rows.pointee.tone.grow(capacity, count)
    rows.pointee.place.grow(capacity, count)
    rows.pointee.placeState.grow(capacity, count)
    rows.pointee.latitude.grow(capacity, count)
    rows.pointee.longitude.grow(capacity, count)
    rows.pointee.line.grow(capacity, count)
  }
}

/// Memory of one column; its owner frees it.
fileprivate struct Column<T: BitwiseCopyable> {
  private var base: UnsafeMutablePointer<T>?

  func free() { base?.deallocate() }

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
