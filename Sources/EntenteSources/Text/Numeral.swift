/// Reads decimal numbers from bytes, quickly for the short ones that tables are full of.
enum Numeral {
  /// Squares and sums of a million squares of such numbers are still finite.
  static let largest = 1e100

  /// The number written, at most 1e100 in size, or nil: no spaces, no `nan`, no `inf`, no hexadecimal.
  static func value(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
    var index = bytes.startIndex
    var isNegative = false
    if index < bytes.endIndex, bytes[index] == 45 || bytes[index] == 43 {
      isNegative = bytes[index] == 45
      index += 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var decimals = 0
    var seenPoint = false
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte >= 48, byte <= 57 {
        digits += 1
        if digits <= 18 { mantissa = mantissa * 10 + UInt64(byte - 48) }
        if seenPoint { decimals += 1 }
      } else if byte == 46, !seenPoint {
        seenPoint = true
      } else {
        break
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    // Both numbers are exact, so the quotient is correctly rounded (Clinger 1990).
    if index == bytes.endIndex, digits <= 15, decimals <= 15 {
      let value = Double(mantissa) / powers[decimals]
      return isNegative ? -value : value
    }
    return slow(bytes, from: index)
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// Long or scientific numbers, of which only the exponent is left to check.
  private static func slow(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, from start: Int
  ) -> Double? {
    var index = start
    if index < bytes.endIndex {
      guard bytes[index] == 101 || bytes[index] == 69 else { return nil }
      index += 1
      if index < bytes.endIndex, bytes[index] == 45 || bytes[index] == 43 { index += 1 }
      guard index < bytes.endIndex, bytes[index...].allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
        return nil
      }
    }
    guard bytes.count <= 400, let value = Double(String(decoding: bytes, as: UTF8.self)),
      abs(value) <= largest
    else { return nil }
    return value
  }
}
