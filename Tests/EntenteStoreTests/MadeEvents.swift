import EntenteNumerics
import EntenteRecord

/// Made-up events, the same for the same seed, with everything that real ones have: repeats, days
/// long before, actors that are no states, and texts that trouble a table.
struct MadeEvents {
  var stream: RandomStream
  static let states = ["CHN", "PRK", "RUS", "KOR", "JPN", "USA"].compactMap { ActorCode($0) }
  static let codes = ["010", "036", "040", "1411", "190", "20", "172"].compactMap {
    PackedCode($0)
  }
  static let names = ["", "CHN", "CHNGOV", "=1+1", "Ö, \"x\"", "'quoted", "a\tb", "-", "line end"]
  static let firstDay: Int32 = 18_000

  init(seed: UInt64) { stream = RandomStream(seed: seed, name: "made events") }

  mutating func pick<T>(_ values: [T]) -> T { values[stream.integer(below: values.count)] }

  mutating func state() -> UInt16 {
    stream.integer(below: 4) == 0 ? 0 : PackedState(pick(Self.states)).rawValue
  }

  /// Numbers from a small range, so that some come twice.
  mutating func batch(_ count: Int, format: EventFormat = .gdelt2, numbers: Int = 1 << 40)
    -> EventBatch
  {
    var batch = EventBatch(format: format)
    for line in 0..<count {
      let isOld = stream.integer(below: 20) == 0
      var row = EventBatch.Row(
        day: Self.firstDay + Int32(stream.integer(below: 12)) - (isOld ? 3_650 : 0))
      if stream.integer(below: 3) > 0 { row.added = row.day + Int32(stream.integer(below: 3)) }
      row.id = UInt64(stream.integer(below: numbers))
      row.source = state()
      row.target = state()
      row.sourceKind = UInt8(stream.integer(below: 4))
      row.targetKind = UInt8(stream.integer(below: 4))
      row.sourceActor = batch.texts.intern(pick(Self.names))
      row.targetActor = batch.texts.intern(pick(Self.names))
      row.sourceSector = batch.texts.intern(pick(Self.names))
      row.targetSector = batch.texts.intern(pick(Self.names))
      row.code = stream.integer(below: 10) == 0 ? 0 : pick(Self.codes).rawValue
      row.plover = UInt8(stream.integer(below: 18))
      row.mode = UInt8(stream.integer(below: 5))
      if stream.integer(below: 8) > 0 {
        row.goldstein = Float(stream.integer(below: 201) - 100) / 10
      }
      if stream.integer(below: 2) > 0 { row.mentions = UInt32(stream.integer(below: 50)) }
      if stream.integer(below: 2) > 0 { row.sources = UInt32(stream.integer(below: 9)) }
      if stream.integer(below: 2) > 0 { row.articles = UInt32(stream.integer(below: 50)) }
      if stream.integer(below: 2) > 0 { row.tone = Float(stream.uniform() * 20 - 10) }
      row.place = batch.texts.intern(pick(Self.names) + "\(stream.integer(below: 5))")
      row.placeState = state()
      if stream.integer(below: 2) > 0 {
        row.latitude = Float(stream.uniform() * 180 - 90)
        row.longitude = Float(stream.uniform() * 360 - 180)
      }
      row.line = UInt32(line + 1)
      batch.append(row)
    }
    return batch
  }

  static func file(_ name: String) -> FileIdentity {
    FileIdentity(path: name, size: name.utf8.count, digest: "test:\(name)")
  }
}

/// A row with its texts spelled out: what must come back from a record.
struct PlainEvent: Hashable, Comparable, CustomStringConvertible {
  let text: String
  let key: String

  init(_ batch: EventBatch, _ i: Int, file: String) {
    let row = batch.row(i)
    func t(_ index: UInt32) -> String { batch.texts[Int(index)] }
    let texts = [
      t(row.sourceActor), t(row.targetActor), t(row.sourceSector), t(row.targetSector),
      t(row.place),
    ]
    key = "\(batch.format.family)|\(row.id)|\(row.day)"
    text =
      "\(file)|\(batch.format)|\(row.line)|\(row.day)|\(row.added)|\(row.id)|\(row.source)|"
      + "\(row.target)|\(row.sourceKind)|\(row.targetKind)|\(row.code)|\(row.plover)|\(row.mode)|"
      + "\(row.goldstein)|\(row.mentions)|\(row.sources)|\(row.articles)|\(row.tone)|"
      + "\(row.placeState)|\(row.latitude)|\(row.longitude)|\(texts)"
  }

  var description: String { text }
  static func < (left: PlainEvent, right: PlainEvent) -> Bool { left.text < right.text }

  /// All rows of a batch that a plain reading would keep, given what is known.
  static func kept(_ batch: EventBatch, file: String, known: inout Set<String>) -> [PlainEvent] {
    (0..<batch.count).compactMap { i in
      let event = PlainEvent(batch, i, file: file)
      return batch.id[i] == 0 || known.insert(event.key).inserted ? event : nil
    }
  }
}
