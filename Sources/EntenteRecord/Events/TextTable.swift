/// Texts without repetition, each known by the order in which it first came; the first is empty.
///
/// The bytes lie behind one another in one array, so a table of a million names is three
/// allocations, and goes to disk as it is.
public struct TextTable: Sendable {
  /// UTF-8 of all texts, without separators.
  public private(set) var bytes: [UInt8] = []
  /// Where each text ends in `bytes`; each begins where the one before it ends.
  public private(set) var ends: [UInt32] = [0]
  /// Open addressing: a text's index, or `vacant`.
  private var slots = [UInt32](repeating: TextTable.vacant, count: 16)

  private static let vacant = UInt32.max

  public init() {
    slots[Self.slot(of: Self.hash(UnsafeBufferPointer(start: nil, count: 0)), in: 16)] = 0
  }

  /// Bytes of texts that a table can hold; a caller starts a new one before that.
  public static let byteLimit = Int(Int32.max)

  /// The index of a text, which is added if it is new.
  ///
  /// - Complexity: O(length), amortised.
  public mutating func intern(_ text: some StringProtocol) -> UInt32 {
    var text = String(text)
    return text.withUTF8 { intern(utf8: $0) }
  }

  /// The same from bytes, which must be valid UTF-8.
  public mutating func intern(utf8 text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if text.isEmpty { return 0 }
    let hash = Self.hash(text)
    var slot = Self.slot(of: hash, in: slots.count)
    while slots[slot] != Self.vacant {
      if holds(text, at: slots[slot]) { return slots[slot] }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    let index = UInt32(ends.count)
    bytes.append(contentsOf: text)
    ends.append(UInt32(bytes.count))
    slots[slot] = index
    if ends.count * 2 > slots.count { grow() }
    return index
  }

  /// The index of a text that is there, or nil.
  public func index(ofText text: some StringProtocol) -> UInt32? {
    var text = String(text)
    return text.withUTF8 { text in
      var slot = Self.slot(of: Self.hash(text), in: slots.count)
      while slots[slot] != Self.vacant {
        if holds(text, at: slots[slot]) { return slots[slot] }
        slot = (slot &+ 1) & (slots.count &- 1)
      }
      return nil
    }
  }

  /// Calls `body` with the bytes of a text; an index that no text has gives no bytes.
  public func withUTF8<T>(of index: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
    guard Int(index) < ends.count else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let from = index == 0 ? 0 : Int(ends[Int(index) - 1])
    let to = Int(ends[Int(index)])
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[from..<to])) }
  }

  /// Forgets all texts but the empty one.
  public mutating func removeAll() { self = TextTable() }

  // Inlined: a call would count who holds the arrays.
  @inline(__always)
  private func holds(_ text: UnsafeBufferPointer<UInt8>, at index: UInt32) -> Bool {
    let from = index == 0 ? 0 : Int(ends[Int(index) - 1])
    guard Int(ends[Int(index)]) - from == text.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      guard let here = bytes.baseAddress, let there = text.baseAddress else {
        return text.isEmpty
      }
      return Self.areEqual(UnsafeRawPointer(here + from), UnsafeRawPointer(there), text.count)
    }
  }

  /// Whether so many bytes are equal; compares words of eight bytes, of which the last may overlap.
  @inline(__always)
  private static func areEqual(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ n: Int) -> Bool {
    if n >= 8 {
      var at = 0
      while at &+ 8 < n {
        if word(a, at) != word(b, at) { return false }
        at &+= 8
      }
      return word(a, n &- 8) == word(b, n &- 8)
    }
    if n >= 4 { return half(a, 0) == half(b, 0) && half(a, n &- 4) == half(b, n &- 4) }
    for at in 0..<n
    where a.load(fromByteOffset: at, as: UInt8.self) != b.load(fromByteOffset: at, as: UInt8.self) {
      return false
    }
    return true
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawPointer, _ at: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
  }

  @inline(__always)
  private static func half(_ bytes: UnsafeRawPointer, _ at: Int) -> UInt64 {
    UInt64(bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: Self.vacant, count: slots.count * 2)
    var from = 0
    bytes.withUnsafeBufferPointer { bytes in
      for (index, end) in ends.enumerated() {
        let text = UnsafeBufferPointer(rebasing: bytes[from..<Int(end)])
        var slot = Self.slot(of: Self.hash(text), in: larger.count)
        while larger[slot] != Self.vacant { slot = (slot &+ 1) & (larger.count &- 1) }
        larger[slot] = UInt32(index)
        from = Int(end)
      }
    }
    slots = larger
  }

  /// Multiply and fold over eight bytes at a time, of which the last may overlap; never leaves memory, so it may change.
  @inline(__always)
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: text.count)
    guard let raw = UnsafeRawPointer(text.baseAddress) else { return fold(hash) }
    let n = text.count
    if n >= 8 {
      var at = 0
      while at &+ 8 < n {
        hash = fold(hash ^ word(raw, at))
        at &+= 8
      }
      return fold(hash ^ word(raw, n &- 8))
    }
    if n >= 4 { return fold(hash ^ (half(raw, 0) << 32 | half(raw, n &- 4))) }
    var rest: UInt64 = 0
    for byte in text { rest = rest << 8 | UInt64(byte) }
    return fold(hash ^ rest)
  }

  private static func fold(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }

  private static func slot(of hash: UInt64, in count: Int) -> Int {
    Int(truncatingIfNeeded: hash >> 16) & (count - 1)
  }
}

extension TextTable: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { ends.count }
  public subscript(position: Int) -> String {
    withUTF8(of: UInt32(position)) { String(decoding: $0, as: UTF8.self) }
  }
}
