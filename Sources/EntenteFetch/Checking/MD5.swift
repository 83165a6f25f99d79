/// The MD5 checksum of bytes that arrive piece by piece.
///
/// Written here rather than taken from a package: one function does not justify a library that
/// costs every build a minute.
///
/// - SeeAlso: R. Rivest (1992), *The MD5 Message-Digest Algorithm*, RFC 1321.
public struct MD5: Sendable {
  private var a: UInt32 = 0x6745_2301
  private var b: UInt32 = 0xefcd_ab89
  private var c: UInt32 = 0x98ba_dcfe
  private var d: UInt32 = 0x1032_5476
  /// Bytes so far.
  public private(set) var count = 0
  /// What does not yet fill a block of 64 bytes.
  private var rest: [UInt8] = []

  public init() { rest.reserveCapacity(64) }

  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    count += bytes.count
    var start = 0
    if !rest.isEmpty {
      let taken = min(64 - rest.count, bytes.count)
      rest.append(contentsOf: bytes[0..<taken])
      guard rest.count == 64 else { return }
      start = taken
      let block = rest
      block.withUnsafeBytes { absorb($0, at: 0) }
      rest.removeAll(keepingCapacity: true)
    }
    while start + 64 <= bytes.count {
      absorb(bytes, at: start)
      start += 64
    }
    rest.append(contentsOf: bytes[start...])
  }

  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// The checksum of everything so far; more bytes may follow.
  public var digest: MD5Digest {
    var last = self
    let bits = UInt64(truncatingIfNeeded: count) &* 8
    let zeros = (rest.count < 56 ? 55 : 119) - rest.count
    var padding: [UInt8] = [0x80] + [UInt8](repeating: 0, count: zeros)
    for shift in 0..<8 { padding.append(UInt8(truncatingIfNeeded: bits >> (8 * shift))) }
    last.update(padding)
    let bytes = [last.a, last.b, last.c, last.d].flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
    }
    return MD5Digest(bytes: bytes)
  }

  /// One block of 64 bytes, 64 steps in four rounds.
  private mutating func absorb(_ bytes: UnsafeRawBufferPointer, at start: Int) {
    var (w, x, y, z) = (a, b, c, d)
    Self.sines.withUnsafeBufferPointer { sines in
      Self.shifts.withUnsafeBufferPointer { shifts in
        for step in 0..<64 {
          let mixed: UInt32
          let word: Int
          switch step >> 4 {
          case 0: (mixed, word) = ((x & y) | (~x & z), step)
          case 1: (mixed, word) = ((z & x) | (~z & y), (5 * step + 1) & 15)
          case 2: (mixed, word) = (x ^ y ^ z, (3 * step + 5) & 15)
          default: (mixed, word) = (y ^ (x | ~z), (7 * step) & 15)
          }
          let message = UInt32(
            littleEndian: bytes.loadUnaligned(fromByteOffset: start + word * 4, as: UInt32.self))
          let sum = w &+ mixed &+ message &+ sines[step]
          let shift = shifts[(step >> 4) * 4 + (step & 3)]
          (w, z, y) = (z, y, x)
          x = x &+ (sum << shift | sum >> (32 - shift))
        }
      }
    }
    a = a &+ w
    b = b &+ x
    c = c &+ y
    d = d &+ z
  }

  private static let shifts: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]

  /// ⌊2³² |sin(i + 1)|⌋, i = 0...63.
  private static let sines: [UInt32] = [
    0xd76a_a478, 0xe8c7_b756, 0x2420_70db, 0xc1bd_ceee, 0xf57c_0faf, 0x4787_c62a, 0xa830_4613,
    0xfd46_9501, 0x6980_98d8, 0x8b44_f7af, 0xffff_5bb1, 0x895c_d7be, 0x6b90_1122, 0xfd98_7193,
    0xa679_438e, 0x49b4_0821, 0xf61e_2562, 0xc040_b340, 0x265e_5a51, 0xe9b6_c7aa, 0xd62f_105d,
    0x0244_1453, 0xd8a1_e681, 0xe7d3_fbc8, 0x21e1_cde6, 0xc337_07d6, 0xf4d5_0d87, 0x455a_14ed,
    0xa9e3_e905, 0xfcef_a3f8, 0x676f_02d9, 0x8d2a_4c8a, 0xfffa_3942, 0x8771_f681, 0x6d9d_6122,
    0xfde5_380c, 0xa4be_ea44, 0x4bde_cfa9, 0xf6bb_4b60, 0xbebf_bc70, 0x289b_7ec6, 0xeaa1_27fa,
    0xd4ef_3085, 0x0488_1d05, 0xd9d4_d039, 0xe6db_99e5, 0x1fa2_7cf8, 0xc4ac_5665, 0xf429_2244,
    0x432a_ff97, 0xab94_23a7, 0xfc93_a039, 0x655b_59c3, 0x8f0c_cc92, 0xffef_f47d, 0x8584_5dd1,
    0x6fa8_7e4f, 0xfe2c_e6e0, 0xa301_4314, 0x4e08_11a1, 0xf753_7e82, 0xbd3a_f235, 0x2ad7_d2bb,
    0xeb86_d391,
  ]
}
