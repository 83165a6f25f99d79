import EntenteNumerics
import EntenteRecord

/// Made-up news between states, as skewed as the real: some pairs fill most of it.
struct MadeNews {
  private var stream: RandomStream
  private let states: [UInt16]
  private let codes: [UInt16]
  private let perDay: Int
  private var made = 0
  private var names: [String]

  init(seed: UInt64, perDay: Int) {
    stream = RandomStream(seed: seed, name: "made news")
    self.perDay = perDay
    var stream = RandomStream(seed: seed, name: "states")
    var seen = Set<UInt16>()
    states = (0..<200).map { _ in
      var code: UInt16 = 0
      repeat { code = UInt16(1 + stream.integer(below: 17_576)) } while !seen.insert(code).inserted
      return code
    }
    codes = ["010", "020", "036", "040", "042", "043", "051", "057", "111", "112", "172", "190"]
      .compactMap { PackedCode($0)?.rawValue }
    names = (0..<20_000).map { "Place number \($0), Province \($0 % 97), Country \($0 % 199)" }
  }

  /// The first of 200 states has a quarter of all news, the tenth one in a hundred.
  private mutating func state() -> UInt16 {
    let u = stream.uniform()
    return states[Int(u * u * u * u * 200)]
  }

  /// As in the shared 15-minute file of GDELT: one in ten acts of nobody known, one in three on nobody
  /// known, about a fifth between two states, the rest within one.
  private mutating func pair() -> (UInt16, UInt16) {
    let source = stream.integer(below: 10) == 0 ? 0 : state()
    if stream.integer(below: 3) == 0 { return (source, 0) }
    return (source, stream.integer(below: 10) < 7 ? source : state())
  }

  mutating func batch(_ count: Int) -> EventBatch {
    var batch = EventBatch(format: .gdelt2)
    batch.reserveCapacity(count)
    for _ in 0..<count {
      let day = Int32(15_000 + made / perDay)
      // One event in twenty is told late.
      var row = EventBatch.Row(
        day: stream.integer(below: 20) == 0 ? day - Int32(stream.integer(below: 400)) : day)
      row.added = day
      row.id = UInt64(400_000_000 + made)
      (row.source, row.target) = pair()
      row.sourceKind = 1
      row.targetKind = 1
      row.sourceActor = batch.texts.intern("ACTOR\(row.source)")
      row.targetActor = batch.texts.intern("ACTOR\(row.target)")
      row.code = codes[stream.integer(below: codes.count)]
      row.plover = UInt8(1 + stream.integer(below: 17))
      row.goldstein = Float(stream.integer(below: 201) - 100) / 10
      row.mentions = UInt32(1 + stream.integer(below: 20))
      row.sources = 1
      row.articles = row.mentions
      row.tone = Float(stream.uniform() * 20 - 10)
      row.place = batch.texts.intern(names[stream.integer(below: names.count)])
      row.placeState = row.source
      row.latitude = Float(stream.uniform() * 180 - 90)
      row.longitude = Float(stream.uniform() * 360 - 180)
      row.line = UInt32(made % 1_000_000 + 1)
      batch.append(row)
      made += 1
    }
    return batch
  }

  /// A state that acts in about one of a hundred events.
  var hundredth: Set<ActorCode> { Set(PackedState(rawValue: states[9]).code.map { [$0] } ?? []) }
}
