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

  /// Squared twice, so that the first of 200 states have about a quarter of all news.
  private mutating func state() -> UInt16 {
    let u = stream.uniform()
    return states[Int(u * u * 200)]
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
      row.source = state()
      row.target = state()
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

  /// Two states of the busy ones, whose dyad has about 1% of all news.
  var busy: [ActorCode] { states.prefix(6).compactMap { PackedState(rawValue: $0).code } }
}
