/// The sixteen bytes of an MD5 checksum.
///
/// GDELT publishes MD5 and nothing else. It finds damage; it does not prove who made a file.
public struct MD5Digest: Hashable, Sendable, CustomStringConvertible {
  let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads 32 hexadecimal digits, in either case.
  public init?(_ text: some Collection<UInt8>) {
    guard text.count == 32 else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in text {
      let digit: UInt8
      switch character {
      case 48...57: digit = character - 48
      case 65...70: digit = character - 55
      case 97...102: digit = character - 87
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    self.bytes = bytes
  }

  public init?(_ text: String) { self.init(Array(text.utf8)) }

  /// 32 lower-case hexadecimal digits.
  public var description: String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
