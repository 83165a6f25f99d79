import EntenteRecord

/// Numbers and dates out of bytes, without texts in between.
package enum FieldNumber {
  /// Decimal digits alone; nil for anything else or beyond 64 bits.
  @inline(__always)
  package static func unsigned(_ field: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard !field.isEmpty, field.count <= 20 else { return nil }
    var value: UInt64 = 0
    var first = 0
    if field.count >= 8 {
      guard let eight = eightDigits(field, at: 0) else { return nil }
      (value, first) = (eight, 8)
    }
    for i in first..<field.count {
      let digit = UInt64(field[i] &- 48)
      guard digit < 10 else { return nil }
      if field.count < 20 {
        value = value &* 10 &+ digit
      } else {
        let (product, over) = value.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(digit)
        guard !over, !carry else { return nil }
        value = sum
      }
    }
    return value
  }

  /// The number that eight digits write, found by three multiplications; nil where one is none.
  @inline(__always)
  private static func eightDigits(_ field: UnsafeBufferPointer<UInt8>, at: Int) -> UInt64? {
    let word = UInt64(
      littleEndian: UnsafeRawBufferPointer(field).loadUnaligned(
        fromByteOffset: at, as: UInt64.self))
    let values = word &- 0x3030_3030_3030_3030
    // Below "0" the subtraction leaves a high bit, above "9" the addition does.
    guard (values | word &+ 0x4646_4646_4646_4646) & 0x8080_8080_8080_8080 == 0 else { return nil }
    // Pairs of digits, then of pairs, then of fours, each beside its neighbour.
    let pairs = (values &* 10 &+ values >> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
    return (fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF
  }

  /// A count below `UInt32.max`, which stands for none.
  @inline(__always)
  package static func count(_ field: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard let value = unsigned(field), value < UInt64(UInt32.max) else { return nil }
    return UInt32(truncatingIfNeeded: value)
  }

  private static let powers: [Double] = (0...22).map { n in
    (0..<n).reduce(1.0) { power, _ in power * 10 }
  }

  /// `-4.47`, `10`, `1e-7`; nil for anything else, and for what is not finite.
  ///
  /// Right to the last bit: digits and power of ten are both exact, or the library is asked.
  @inline(__always)
  package static func decimal(_ field: UnsafeBufferPointer<UInt8>) -> Double? {
    var at = 0
    let n = field.count
    guard n > 0, n <= 64 else { return nil }
    let isNegative = field[0] == 45
    if isNegative { at = 1 }
    var (mantissa, digits, places): (UInt64, Int, Int) = (0, 0, 0)
    var isAfterPoint = false
    while at < n {
      let byte = field[at]
      let digit = byte &- 48
      if digit < 10 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
        digits &+= 1
        if isAfterPoint { places &+= 1 }
      } else if byte == 46, !isAfterPoint {
        isAfterPoint = true
        while n &- at > 8, let eight = eightDigits(field, at: at &+ 1) {
          mantissa = mantissa &* 100_000_000 &+ eight
          digits &+= 8
          places &+= 8
          at &+= 8
        }
      } else {
        return slowDecimal(field)
      }
      at &+= 1
    }
    guard digits > 0 else { return nil }
    guard digits <= 15, places <= 22 else { return slowDecimal(field) }
    let value = places == 0 ? Double(mantissa) : Double(mantissa) / powers[places]
    return isNegative ? -value : value
  }

  @inline(never)
  private static func slowDecimal(_ field: UnsafeBufferPointer<UInt8>) -> Double? {
    let allowed = field.allSatisfy { ($0 >= 48 && $0 <= 57) || "+-.eE".utf8.contains($0) }
    guard allowed, let value = Double(String(decoding: field, as: UTF8.self)), value.isFinite
    else { return nil }
    return value
  }

  /// `20180131`.
  @inline(__always)
  package static func compactDay(_ field: UnsafeBufferPointer<UInt8>) -> Int32? {
    guard field.count == 8, let value = unsigned(field) else { return nil }
    let n = Int(value)
    return Day(year: n / 10_000, month: n / 100 % 100, day: n % 100)?.number
  }

  /// `2018-01-31`, or `1/31/2018` as some years of ICEWS have it.
  package static func day(_ field: UnsafeBufferPointer<UInt8>) -> Int32? {
    if field.count == 10, field[4] == 45 {
      guard field[7] == 45,
        let year = unsigned(UnsafeBufferPointer(rebasing: field[0..<4])),
        let month = unsigned(UnsafeBufferPointer(rebasing: field[5..<7])),
        let day = unsigned(UnsafeBufferPointer(rebasing: field[8..<10]))
      else { return nil }
      return Day(year: Int(year), month: Int(month), day: Int(day))?.number
    }
    let parts = field.split(separator: 47, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].count == 4, parts[0].count <= 2, parts[1].count <= 2,
      let month = unsigned(UnsafeBufferPointer(rebasing: parts[0])),
      let day = unsigned(UnsafeBufferPointer(rebasing: parts[1])),
      let year = unsigned(UnsafeBufferPointer(rebasing: parts[2]))
    else { return nil }
    return Day(year: Int(year), month: Int(month), day: Int(day))?.number
  }
}
