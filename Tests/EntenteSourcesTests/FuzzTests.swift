import EntenteSources
import Testing

/// Seeded damage to good files: each is read or refused, and nothing crashes.
struct FuzzTests {
  private struct Damage {
    private var state: UInt64
    private static let pieces: [String] = [
      "\"", ",", "\n", "\r", "\r\n", "#", ":", ": ", "- ", "[", "]", "{", "}", "*a", "&a ", "|",
      ">",
      "?", "!", "%", "@", "`", "'", "\\", "\u{0}", "\u{1B}", "\u{FEFF}", "\t", "é", "9", "-", "NaN",
      "1e999", "2023-02-30", "..", "~", "<<: ", "---\n", "...\n", "\"\\uD800\"", "!!binary x",
    ]

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    private mutating func next(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return limit > 0 ? Int(state % UInt64(limit)) : 0
    }

    mutating func of(_ bytes: [UInt8]) -> [UInt8] {
      var bytes = bytes
      for _ in 0...next(4) {
        let at = next(bytes.count)
        let end = min(bytes.count, at + next(40))
        switch next(6) {
        case 0: bytes.removeSubrange(at..<end)
        case 1: bytes.insert(contentsOf: Array(bytes[at..<end]), at: next(bytes.count))
        case 2: if at < bytes.count { bytes[at] = UInt8(next(256)) }
        case 3: bytes.removeSubrange(at...)
        default:
          bytes.insert(contentsOf: Array(Damage.pieces[next(Damage.pieces.count)].utf8), at: at)
        }
      }
      return bytes
    }
  }

  @Test(arguments: [
    "case.yaml", "claims.yaml", "chronology.csv", "series/polls.csv", "series/news.csv",
  ])
  func `damaged files are read or refused`(file: String) throws {
    let copy = try CaseCopy()
    let good = try copy.bytes(file)
    for seed in UInt64(0)..<2_000 {
      var damage = Damage(seed: seed)
      try copy.write(damage.of(good), to: file)
      let reading = copy.check()
      if (reading.value == nil) != !reading.faults.isEmpty {
        Issue.record("seed \(seed): a case and faults, or neither")
      }
    }
  }
}
