import EntenteRecord

/// A digest of values, by which damage to a table is found.
struct TableDigest {
  private var hash = XXH64()
  private var buffer: [UInt8] = []

  mutating func add(line: Int, _ values: [TableValue]) {
    word(UInt64(bitPattern: Int64(line)))
    for value in values {
      switch value {
      case .none: buffer.append(0)
      case .integer(let value):
        buffer.append(1)
        word(UInt64(bitPattern: Int64(value)))
      case .number(let value):
        buffer.append(2)
        word(value.bitPattern)
      case .text(let value):
        buffer.append(3)
        word(UInt64(value.utf8.count))
        buffer += value.utf8
      case .day(let value):
        buffer.append(4)
        word(UInt64(bitPattern: Int64(value.number)))
      }
    }
    if buffer.count >= 1 << 16 { drain() }
  }

  mutating func text() -> String {
    drain()
    return hash.text
  }

  private mutating func word(_ value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { buffer.append(contentsOf: $0) }
  }

  private mutating func drain() {
    buffer.withUnsafeBytes { hash.update($0) }
    buffer.removeAll(keepingCapacity: true)
  }
}
