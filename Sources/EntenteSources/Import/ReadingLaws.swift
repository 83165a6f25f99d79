import EntenteRecord
import EntenteStore

/// What must hold of any bytes that a reader is given, good or bad: for tests and for fuzzing.
package struct ReadingLaws: Sendable {
  package let format: String
  package let path: String
  package let options: ReadingOptions

  /// - Parameter path: where the bytes pretend to lie; files beside it are read from the disk.
  package init(format: String, path: String, options: ReadingOptions = ReadingOptions()) {
    self.format = format
    self.path = path
    self.options = options
  }

  /// The laws that the bytes break, in words; none where all is well.
  ///
  /// Lines are accounted for one by one, a second reading says the same, so does one that cuts the
  /// bytes elsewhere, values keep to their ranges, and an export comes back as the same events. Bytes
  /// that are refused as a whole are refused again in the same words.
  ///
  /// - Parameter thoroughly: whether to try the finding of the format and the way by an export too,
  ///   which take most of the time.
  package func broken(by bytes: [UInt8], thoroughly: Bool = true) -> [String] {
    let first = read(bytes, blockSize: 1 << 16)
    let again = read(bytes, blockSize: 1 << 16)
    var broken: [String] = []
    switch (first, again) {
    case (.failure(let one), .failure(let two)):
      if one.description != two.description { broken.append("refused in two ways") }
    case (.success(let one), .success(let two)):
      if Self.trace(one) != Self.trace(two) { broken.append("two readings differ") }
      broken += accounts(one, bytes) + ranges(one)
      broken += cut(one, bytes)
      if thoroughly { broken += roundTrip(one) }
    default: broken.append("read once and refused once")
    }
    guard thoroughly else { return broken }
    let found = Result { () throws(RecordError) in try MemoryReading.format(of: bytes, path: path) }
    if case .failure(let error) = found, error.faults.isEmpty {
      broken.append("refused in silence")
    }
    return broken
  }

  private func read(_ bytes: [UInt8], blockSize: Int) -> Result<MemoryReading, RecordError> {
    Result { () throws(RecordError) in
      try MemoryReading(bytes, format: format, path: path, options: options, blockSize: blockSize)
    }
  }

  private func accounts(_ reading: MemoryReading, _ bytes: [UInt8]) -> [String] {
    var broken: [String] = []
    let account = reading.account
    if !account.isBalanced { broken.append("the account does not add up: \(account)") }
    let newlines = bytes.reduce(0) { $1 == 10 ? $0 + 1 : $0 }
    // A file that is a byte order mark and nothing else has no line.
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.count - 3 : bytes.count
    let expected = newlines + (bytes.last == 10 || body == 0 ? 0 : 1)
    if account.lines != expected { broken.append("\(account.lines) lines of \(expected)") }
    if reading.rejections.count != account.rejected {
      broken.append("rejects are not those counted")
    }
    let lines = reading.batches.flatMap { $0.line.map(Int.init) } + reading.rejections.map(\.line)
    let isWithin = lines.allSatisfy { $0 >= 1 && $0 <= account.lines }
    if Set(lines).count != lines.count || !isWithin { broken.append("a line twice, or beyond all") }
    if reading.batches.contains(where: { !$0.isEven }) {
      broken.append("columns of unequal length")
    }
    return broken
  }

  private func ranges(_ reading: MemoryReading) -> [String] {
    func isWithin(_ values: [Float], _ limit: Float) -> Bool {
      values.allSatisfy { $0.isNaN || abs($0) <= limit }
    }
    var broken: [String] = []
    for batch in reading.batches {
      if !isWithin(batch.goldstein, 10) || !isWithin(batch.tone, 1000)
        || !isWithin(batch.latitude, 90) || !isWithin(batch.longitude, 180)
      {
        broken.append("a number out of its range")
      }
      let texts = [
        batch.sourceActor, batch.targetActor, batch.sourceSector, batch.targetSector, batch.place,
      ]
      let count = batch.texts.ends.count
      if texts.contains(where: { $0.contains { Int($0) >= count } }) {
        broken.append("a text that is not there")
      }
      if batch.texts.bytes.contains(10) { broken.append("a text with a line feed") }
      if String(validating: batch.texts.bytes, as: UTF8.self) == nil {
        broken.append("texts that are no UTF-8")
      }
      let kinds = batch.sourceKind + batch.targetKind
      if kinds.contains(where: { ActorKind(rawValue: $0) == nil }) { broken.append("an odd kind") }
      if batch.plover.contains(where: { $0 != 0 && EventType(index: $0) == nil }) {
        broken.append("an odd type")
      }
    }
    return broken
  }

  /// Blocks that end elsewhere must change nothing.
  private func cut(_ whole: MemoryReading, _ bytes: [UInt8]) -> [String] {
    let longest = bytes.split(separator: 10, omittingEmptySubsequences: false).map(\.count).max()
    guard let longest, longest < 1 << 15, bytes.count < 1 << 16 else { return [] }
    let other = read(bytes, blockSize: max(64, longest + 2))
    // Whether most rows are of the format is asked of the first block.
    guard case .success(let cut) = other else { return [] }
    return Self.trace(cut) == Self.trace(whole) ? [] : ["other blocks read otherwise"]
  }

  private func roundTrip(_ reading: MemoryReading) -> [String] {
    let lines = reading.batches.flatMap { batch in
      (0..<batch.count).map { EventText.csv(batch, $0, file: "f") }
    }
    guard !lines.isEmpty else { return [] }
    let text = EventText.columns.joined(separator: ",") + "\n" + lines.joined()
    let back = Result { () throws(RecordError) in
      try MemoryReading(Array(text.utf8), format: "entente", blockSize: 1 << 18)
    }
    guard case .success(let other) = back, other.account.rejected == 0 else {
      return ["an export that does not come back: \(text)"]
    }
    let lines2 = other.batches.flatMap { batch in
      (0..<batch.count).map { EventText.csv(batch, $0, file: "f") }
    }
    func withoutLine(_ text: String) -> Substring {
      text[..<(text.lastIndex(of: ",") ?? text.endIndex)]
    }
    return lines.map(withoutLine).sorted() == lines2.map(withoutLine).sorted()
      ? [] : ["an export that comes back as other events: \(text)"]
  }

  /// Everything that a reading says, as one number.
  private static func trace(_ reading: MemoryReading) -> UInt64 {
    var hash = StableHash()
    func text(_ text: String) {
      for byte in text.utf8 { hash.add(UInt64(byte)) }
    }
    let account = reading.account
    for n in [account.lines, account.header, account.blank, account.read, account.duplicate] {
      hash.add(UInt64(n))
    }
    for (note, count) in account.notes.sorted(by: { $0.key < $1.key }) { text("\(note)\(count)") }
    for rejection in reading.rejections {
      text("\(rejection.line)\(rejection.field)\(rejection.reason.rawValue)\(rejection.found)")
    }
    // Added up: where batches end is not told apart, nor the order of formats within a file.
    var sum: UInt64 = 0
    for batch in reading.batches {
      for i in 0..<batch.count { sum &+= trace(batch, i) }
    }
    hash.add(sum)
    return hash.value
  }

  private static func trace(_ batch: EventBatch, _ i: Int) -> UInt64 {
    let row = batch.row(i)
    var hash = StableHash()
    hash.add(UInt64(batch.format.rawValue))
    hash.add(UInt64(UInt32(bitPattern: row.day)) << 32 | UInt64(UInt32(bitPattern: row.added)))
    hash.add(row.id)
    hash.add(
      UInt64(row.source) << 48 | UInt64(row.target) << 32 | UInt64(row.code) << 16
        | UInt64(row.placeState))
    hash.add(
      UInt64(row.sourceKind) << 48 | UInt64(row.targetKind) << 32 | UInt64(row.plover) << 16
        | UInt64(row.mode))
    for (one, other) in [
      (row.goldstein, row.tone), (row.latitude, row.longitude),
    ] {
      hash.add(UInt64(one.bitPattern) << 32 | UInt64(other.bitPattern))
    }
    hash.add(UInt64(row.mentions) << 32 | UInt64(row.sources))
    hash.add(UInt64(row.articles) << 32 | UInt64(row.line))
    for text in [row.sourceActor, row.targetActor, row.sourceSector, row.targetSector, row.place] {
      batch.texts.withUTF8(of: text) { hash.add($0) }
    }
    return hash.value
  }
}
