/// A CAMEO code in two bytes, as the columns of a record hold it.
///
/// CAMEO codes are text: `01` is not `1`, and `010` is not `10`. Zero is no code; two digits are
/// `1 + n`, three `101 + n`, four `1101 + n`, where *n* is the number that the digits write.
public struct PackedCode: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  public let rawValue: UInt16

  @inlinable
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// No code.
  public static let none = PackedCode(rawValue: 0)
  /// How many values there are: every code of two to four digits, and none.
  public static let count = 1 + 100 + 1_000 + 10_000

  /// Reads two to four ASCII digits; nil for anything else.
  public init?(_ text: some StringProtocol) {
    var (n, digits): (UInt16, Int) = (0, 0)
    for byte in text.utf8 {
      guard byte >= 48, byte <= 57, digits < 4 else { return nil }
      n = n * 10 + UInt16(byte - 48)
      digits += 1
    }
    guard digits >= 2 else { return nil }
    self.init(n, digits: digits)
  }

  /// The same from bytes, for loops over millions of rows.
  @inlinable @inline(__always)
  public init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 2, bytes.count <= 4 else { return nil }
    var n: UInt16 = 0
    for byte in bytes {
      let digit = byte &- 48
      guard digit < 10 else { return nil }
      n = n * 10 + UInt16(digit)
    }
    self.init(n, digits: bytes.count)
  }

  @inlinable @inline(__always)
  init(_ n: UInt16, digits: Int) {
    rawValue = n + (digits == 2 ? 1 : digits == 3 ? 101 : 1101)
  }

  /// Number of digits; 0 where there is no code.
  public var digits: Int {
    switch rawValue {
    case 0: 0
    case 1...100: 2
    case 101...1100: 3
    case 1101...11_100: 4
    default: 0
    }
  }

  /// The first two digits, as a number in 0...99; nil where there is no code.
  ///
  /// CAMEO has the roots 1 (statements) to 20 (mass violence).
  public var root: Int? {
    switch digits {
    case 2: Int(rawValue) - 1
    case 3: (Int(rawValue) - 101) / 10
    case 4: (Int(rawValue) - 1101) / 100
    default: nil
    }
  }

  /// Whether this code is `other` or stands below it: `1411` and `141` stand below `14`.
  public func isWithin(_ other: PackedCode) -> Bool {
    other.digits > 0 && description.hasPrefix(other.description)
  }

  /// The digits, or nothing.
  public var description: String {
    let digits = digits
    guard digits > 0 else { return "" }
    let n = rawValue - (digits == 2 ? 1 : digits == 3 ? 101 : 1101)
    let text = String(n)
    return String(repeating: "0", count: digits - text.utf8.count) + text
  }
}
