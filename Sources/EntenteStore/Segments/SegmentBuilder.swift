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
    try withBytes(of: [UInt8](repeating: 0, count: SegmentHeader.length)) {
      bytes throws(StoreError) in try file.append(bytes)
    }
    // One room for all columns, each in its turn.
    let room = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1, batch.count) * 8, alignment: SegmentHeader.alignment)
    defer { room.deallocate() }
    func add(_ column: SegmentColumn, _ bytes: UnsafeRawBufferPointer) throws(StoreError) {
      try file.pad(to: SegmentHeader.alignment)
      let offset = file.size
      try file.append(bytes)
      header.entries[column.position] = SegmentHeader.Entry(
        offset: UInt64(offset), length: UInt64(bytes.count), checksum: XXH64.digest(of: bytes))
    }
    func add<T>(_ column: SegmentColumn, whole values: [T]) throws(StoreError) {
      try withBytes(of: values) { bytes throws(StoreError) in try add(column, bytes) }
    }
    func add<T: BitwiseCopyable>(_ column: SegmentColumn, _ values: [T]) throws(StoreError) {
      try add(column, gathered(values, order, in: room))
    }
    func add(_ column: SegmentColumn, texts values: [UInt32]) throws(StoreError) {
      try add(column, gathered(values, order, through: texts.places, in: room))
    }
    for column in SegmentColumn.allCases {
      switch column {
      case .indexDay: try add(column, whole: index.day)
      case .indexStart: try add(column, whole: index.start)
      case .indexPrompt: try add(column, whole: index.prompt)
      case .indexLowID: try add(column, whole: index.lowID)
      case .indexHighID: try add(column, whole: index.highID)
      case .day: try add(column, batch.day)
      case .source: try add(column, batch.source)
      case .target: try add(column, batch.target)
      case .code: try add(column, batch.code)
      case .plover: try add(column, batch.plover)
      case .mode: try add(column, batch.mode)
      case .sourceKind: try add(column, batch.sourceKind)
      case .targetKind: try add(column, batch.targetKind)
      case .goldstein: try add(column, batch.goldstein)
      case .id: try add(column, batch.id)
      case .added: try add(column, batch.added)
      case .mentions: try add(column, batch.mentions)
      case .sources: try add(column, batch.sources)
      case .articles: try add(column, batch.articles)
      case .tone: try add(column, batch.tone)
      case .sourceActor: try add(column, texts: batch.sourceActor)
      case .targetActor: try add(column, texts: batch.targetActor)
      case .sourceSector: try add(column, texts: batch.sourceSector)
      case .targetSector: try add(column, texts: batch.targetSector)
      case .place: try add(column, texts: batch.place)
      case .placeState: try add(column, batch.placeState)
      case .latitude: try add(column, batch.latitude)
      case .longitude: try add(column, batch.longitude)
      case .file: try add(column, rows.file)
      case .line: try add(column, batch.line)
      case .textEnds: try add(column, whole: texts.ends)
      case .textBytes: try add(column, whole: texts.bytes)
      }
    }
    try withBytes(of: header.bytes) { bytes throws(StoreError) in
      try file.overwrite(bytes, at: 0)
    }
    try file.finish()
    return header
  }

  /// The bytes of a column in another order.
  private static func gathered<T: BitwiseCopyable>(
    _ column: [T], _ order: [UInt32], in room: UnsafeMutableRawBufferPointer
  ) -> UnsafeRawBufferPointer {
    let values = room.bindMemory(to: T.self)
    column.withUnsafeBufferPointer { column in
      order.withUnsafeBufferPointer { order in
        for i in 0..<order.count { values[i] = column[Int(order[i])] }
      }
    }
    return UnsafeRawBufferPointer(
      rebasing: room[..<(order.count * MemoryLayout<T>.stride)])
  }

  /// The same for texts, with where each of them has gone.
  private static func gathered(
    _ column: [UInt32], _ order: [UInt32], through places: [UInt32],
    in room: UnsafeMutableRawBufferPointer
  ) -> UnsafeRawBufferPointer {
    let values = room.bindMemory(to: UInt32.self)
    column.withUnsafeBufferPointer { column in
      places.withUnsafeBufferPointer { places in
        order.withUnsafeBufferPointer { order in
          for i in 0..<order.count { values[i] = places[Int(column[Int(order[i])])] }
        }
      }
    }
    return UnsafeRawBufferPointer(rebasing: room[..<(order.count * 4)])
  }

  /// The bytes of an array, for a body whose error has a type.
  private static func withBytes<T>(
    of values: [T], _ body: (UnsafeRawBufferPointer) throws(StoreError) -> Void
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
