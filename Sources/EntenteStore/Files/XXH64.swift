/// XXH64, a fast digest that finds damage; it is no protection against forgery.
///
/// After Yann Collet's published description of the algorithm (xxHash, "XXH64 algorithm
/// description", 0.1.1). Seed 0.
public struct XXH64: Sendable {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  private var a = XXH64.prime1 &+ XXH64.prime2
  private var b = XXH64.prime2
  private var c: UInt64 = 0
  private var d = 0 &- XXH64.prime1
  private var total: UInt64 = 0
  /// What did not fill a stripe of 32 bytes yet.
  private var rest: [UInt8] = []

  public init() {}

  /// The digest of one piece.
  public static func digest(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = XXH64()
    hash.update(bytes)
    return hash.digest
  }

  /// As files are identified: `xxh64:0123456789abcdef`.
  public var text: String {
    let digits = String(digest, radix: 16)
    return "xxh64:" + String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Takes the next bytes; any division into pieces gives the same digest.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    total &+= UInt64(bytes.count)
    var bytes = bytes[...]
    if !rest.isEmpty {
      let missing = min(32 - rest.count, bytes.count)
      rest.append(contentsOf: bytes.prefix(missing))
      bytes = bytes.dropFirst(missing)
      guard rest.count == 32 else { return }
      let stripe = rest
      stripe.withUnsafeBytes { consume($0) }
      rest.removeAll(keepingCapacity: true)
    }
    let whole = bytes.count & ~31
    consume(UnsafeRawBufferPointer(rebasing: bytes.prefix(whole)))
    rest.append(contentsOf: bytes.dropFirst(whole))
  }

  private mutating func consume(_ stripes: UnsafeRawBufferPointer) {
    var (a, b, c, d) = (self.a, self.b, self.c, self.d)
    var at = 0
    while at < stripes.count {
      a = Self.round(a, Self.word(stripes, at))
      b = Self.round(b, Self.word(stripes, at &+ 8))
      c = Self.round(c, Self.word(stripes, at &+ 16))
      d = Self.round(d, Self.word(stripes, at &+ 24))
      at &+= 32
    }
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
  }

  public var digest: UInt64 {
    var hash: UInt64
    if total >= 32 {
      hash =
        Self.rotate(a, 1) &+ Self.rotate(b, 7) &+ Self.rotate(c, 12) &+ Self.rotate(d, 18)
      for lane in [a, b, c, d] {
        hash = (hash ^ Self.round(0, lane)) &* Self.prime1 &+ Self.prime4
      }
    } else {
      hash = Self.prime5
    }
    hash = hash &+ total
    rest.withUnsafeBytes { rest in
      var at = 0
      while at + 8 <= rest.count {
        hash =
          Self.rotate(hash ^ Self.round(0, Self.word(rest, at)), 27) &* Self.prime1 &+ Self.prime4
        at += 8
      }
      if at + 4 <= rest.count {
        let half = UInt64(
          UInt32(littleEndian: rest.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
        hash = Self.rotate(hash ^ half &* Self.prime1, 23) &* Self.prime2 &+ Self.prime3
        at += 4
      }
      while at < rest.count {
        hash = Self.rotate(hash ^ UInt64(rest[at]) &* Self.prime5, 11) &* Self.prime1
        at += 1
      }
    }
    hash = (hash ^ hash >> 33) &* Self.prime2
    hash = (hash ^ hash >> 29) &* Self.prime3
    return hash ^ hash >> 32
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotate(lane &+ word &* prime2, 31) &* prime1
  }

  private static func rotate(_ word: UInt64, _ count: UInt64) -> UInt64 {
    word &<< count | word &>> (64 &- count)
  }
}
