import EntenteRecord

/// Writes staged rows as a segment.
enum SegmentBuilder {
  /// A row counts as prompt, and its day as covered, if the source recorded it on the day itself, or
  /// does not tell.
  static func isPrompt(day: Int32, added: Int32) -> Bool {
    added == EventBatch.notTold || added == day
  }

  /// The segment is on the disk under its name when this returns.
  static func write(_ rows: StagedRows, to path: String, budget: WriteBudget? = nil)
    throws(StoreError) -> SegmentHeader
  {
    let batch = rows.batch
    let order = RowOrder.canonical(rows)
    let texts = SortedTexts(batch)
    var header = SegmentHeader(format: batch.format)
    header.rows = UInt64(batch.count)
    let index = DayIndex(batch, order)
    header.firstDay = index.day.first ?? 0
    header.lastDay = index.day.last ?? 0
    header.lowID = index.lowID.min() ?? .max
    header.highID = index.highID.max() ?? 0

    let file = try FileWriter(path, budget: budget)
    func put(_ bytes: UnsafeRawBufferPointer) throws(StoreError) { try file.append(bytes) }
    try putBytes([UInt8](repeating: 0, count: SegmentHeader.length), put)
    func add<T: Sendable>(_ column: SegmentColumn, _ values: [T]) throws(StoreError) {
      try file.pad(to: SegmentHeader.alignment)
      let offset = file.size
      var checksum: UInt64 = 0
      try putBytes(values) { bytes throws(StoreError) in
        checksum = XXH64.digest(of: bytes)
        try file.append(bytes)
      }
      header.entries[column.position] = SegmentHeader.Entry(
        offset: UInt64(offset), length: UInt64(file.size - offset), checksum: checksum)
    }
    func text(_ column: [UInt32]) -> [UInt32] {
      order.map { texts.places[Int(column[Int($0)])] }
    }
    func sorted<T>(_ column: [T]) -> [T] { gather(column, order) }
    for column in SegmentColumn.allCases {
      switch column {
      case .indexDay: try add(column, index.day)
      case .indexStart: try add(column, index.start)
      case .indexPrompt: try add(column, index.prompt)
      case .indexLowID: try add(column, index.lowID)
      case .indexHighID: try add(column, index.highID)
      case .day: try add(column, sorted(batch.day))
      case .source: try add(column, sorted(batch.source))
      case .target: try add(column, sorted(batch.target))
      case .code: try add(column, sorted(batch.code))
      case .plover: try add(column, sorted(batch.plover))
      case .mode: try add(column, sorted(batch.mode))
      case .sourceKind: try add(column, sorted(batch.sourceKind))
      case .targetKind: try add(column, sorted(batch.targetKind))
      case .goldstein: try add(column, sorted(batch.goldstein))
      case .id: try add(column, sorted(batch.id))
      case .added: try add(column, sorted(batch.added))
      case .mentions: try add(column, sorted(batch.mentions))
      case .sources: try add(column, sorted(batch.sources))
      case .articles: try add(column, sorted(batch.articles))
      case .tone: try add(column, sorted(batch.tone))
      case .sourceActor: try add(column, text(batch.sourceActor))
      case .targetActor: try add(column, text(batch.targetActor))
      case .sourceSector: try add(column, text(batch.sourceSector))
      case .targetSector: try add(column, text(batch.targetSector))
      case .place: try add(column, text(batch.place))
      case .placeState: try add(column, sorted(batch.placeState))
      case .latitude: try add(column, sorted(batch.latitude))
      case .longitude: try add(column, sorted(batch.longitude))
      case .file: try add(column, sorted(rows.file))
      case .line: try add(column, sorted(batch.line))
      case .textEnds: try add(column, texts.ends)
      case .textBytes: try add(column, texts.bytes)
      }
    }
    try putBytes(header.bytes) { bytes throws(StoreError) in try file.overwrite(bytes, at: 0) }
    try file.finish()
    return header
  }

  private static func gather<T>(_ column: [T], _ order: [UInt32]) -> [T] {
    column.withUnsafeBufferPointer { column in order.map { column[Int($0)] } }
  }

  /// The bytes of an array, for a body whose error has a type.
  private static func putBytes<T>(
    _ values: [T], _ body: (UnsafeRawBufferPointer) throws(StoreError) -> Void
  ) throws(StoreError) {
    let result: Result<Void, StoreError> = values.withUnsafeBytes { bytes in
      do throws(StoreError) {
        try body(bytes)
        return .success(())
      } catch { return .failure(error) }
    }
    try result.get()
  }
}

/// Each day of sorted rows, and what is known of its rows as a whole.
struct DayIndex {
  var day: [Int32] = []
  var start: [UInt32] = []
  var prompt: [UInt32] = []
  var lowID: [UInt64] = []
  var highID: [UInt64] = []

  init(_ batch: EventBatch, _ order: [UInt32]) {
    for (position, row) in order.enumerated() {
      let row = Int(row)
      if day.last != batch.day[row] {
        day.append(batch.day[row])
        start.append(UInt32(position))
        prompt.append(0)
        lowID.append(.max)
        highID.append(0)
      }
      let last = day.count - 1
      if SegmentBuilder.isPrompt(day: batch.day[row], added: batch.added[row]) { prompt[last] += 1 }
      let id = batch.id[row]
      if id != 0 {
        lowID[last] = min(lowID[last], id)
        highID[last] = max(highID[last], id)
      }
    }
  }
}

/// The texts that a batch's rows use, in order of their bytes.
struct SortedTexts {
  /// Where each text of the batch has gone.
  private(set) var places: [UInt32] = []
  private(set) var ends: [UInt32] = []
  private(set) var bytes: [UInt8] = []

  init(_ batch: EventBatch) {
    let table = batch.texts
    var isUsed = [Bool](repeating: false, count: table.count)
    isUsed[0] = true
    for column in [
      batch.sourceActor, batch.targetActor, batch.sourceSector, batch.targetSector, batch.place,
    ] {
      for index in column { isUsed[Int(index)] = true }
    }
    var used = isUsed.indices.filter { isUsed[$0] }
    table.bytes.withUnsafeBytes { raw in
      func range(_ index: Int) -> Range<Int> {
        (index == 0 ? 0 : Int(table.ends[index - 1]))..<Int(table.ends[index])
      }
      used.sort { left, right in
        UnsafeRawBufferPointer(rebasing: raw[range(left)])
          .lexicographicallyPrecedes(UnsafeRawBufferPointer(rebasing: raw[range(right)]))
      }
      places = [UInt32](repeating: 0, count: table.count)
      for (place, index) in used.enumerated() {
        places[index] = UInt32(place)
        bytes.append(contentsOf: raw[range(index)])
        ends.append(UInt32(bytes.count))
      }
    }
  }
}
