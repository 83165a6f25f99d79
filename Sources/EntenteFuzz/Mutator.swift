import EntenteNumerics

/// Damages bytes in the ways in which files of events are damaged, and in some in which none is.
struct Mutator {
  private var stream: RandomStream
  private let seeds: [[UInt8]]

  /// Pieces that readers treat in a way of their own.
  private static let pieces: [[UInt8]] =
    [
      "\t", "\n", "\r\n", "\r", ",", "\"", "\"\"", "\t\t", "\n\n", "NA", "None", "-", "0", "-0",
      ".",
      "1e999", "1e-999", "99999999999999999999", "4294967295", "18446744073709551615", "nan", "inf",
      "20230230", "00000000", "99999999", "00010101", "2023-02-30", "0000-00-00", "9999-12-31",
      "1/1/0001", "20", "9999", "Event ID", "GLOBALEVENTID", "date", "event_id", "'=", "=1+1", "''",
      "\u{FEFF}", "\u{2028}", "é", "A\u{301}", "Taiwan", "Korea", "CHN", "zzz", "ROU", "-10.0001",
      "10.00001", "1000.1", "90.0000001", "180.00001", "0x10", "1_0", "+1", " ", "AGREE", "agree",
    ].map { Array($0.utf8) } + [
      [0], [0xFF], [0xC3], [0xE3, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0x80, 0x1A],
    ]

  init(seed: UInt64, name: String, seeds: [[UInt8]]) {
    stream = RandomStream(seed: seed, name: "fuzz \(name)")
    self.seeds = seeds
  }

  private mutating func below(_ bound: Int) -> Int { bound > 0 ? stream.integer(below: bound) : 0 }

  /// The next damaged input.
  mutating func next() -> [UInt8] {
    var bytes = seeds[below(seeds.count)]
    for _ in 0...below(5) { damage(&bytes) }
    return bytes
  }

  private mutating func damage(_ bytes: inout [UInt8]) {
    let at = below(bytes.count + 1)
    let end = min(bytes.count, at + 1 + below(below(4) == 0 ? 200 : 12))
    switch below(12) {
    case 0: bytes.removeSubrange(at..<end)
    case 1: bytes.insert(contentsOf: Array(bytes[at..<end]), at: below(bytes.count + 1))
    case 2: if at < bytes.count { bytes[at] = UInt8(below(256)) }
    case 3: if at < bytes.count { bytes[at] ^= UInt8(1 << below(8)) }
    case 4: if below(3) == 0 { bytes.removeSubrange(at...) }
    case 5: splice(&bytes, at)
    case 6, 7: replaceField(&bytes, at)
    case 8: swapLines(&bytes)
    case 9 where below(40) == 0:
      let byte = UInt8(below(256))
      bytes.insert(contentsOf: [UInt8](repeating: byte, count: below(70_000)), at: at)
    default: bytes.insert(contentsOf: Self.pieces[below(Self.pieces.count)], at: at)
    }
  }

  /// The rest of another seed.
  private mutating func splice(_ bytes: inout [UInt8], _ at: Int) {
    let other = seeds[below(seeds.count)]
    bytes.replaceSubrange(at..., with: other[below(other.count)...])
  }

  /// A cell with something else in it.
  private mutating func replaceField(_ bytes: inout [UInt8], _ at: Int) {
    func isEdge(_ byte: UInt8) -> Bool { byte == 9 || byte == 10 || byte == 44 }
    let start = bytes[..<at].lastIndex(where: isEdge).map { $0 + 1 } ?? 0
    let end = bytes[at...].firstIndex(where: isEdge) ?? bytes.count
    bytes.replaceSubrange(start..<max(start, end), with: Self.pieces[below(Self.pieces.count)])
  }

  private mutating func swapLines(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    guard lines.count > 2 else { return }
    lines.swapAt(below(lines.count), below(lines.count))
    bytes = Array(lines.joined(separator: [10]))
  }
}
