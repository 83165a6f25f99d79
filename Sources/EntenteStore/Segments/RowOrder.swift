import EntenteRecord

/// The order in which a segment keeps its rows.
enum RowOrder {
  /// Rows by day, source, target, code, event number, file and line.
  ///
  /// Sorts by one key after another, from the last to the first, each pass leaving equals as they
  /// were; what the rows are in order by already costs one look.
  ///
  /// - Complexity: O(*n*) per 16 bits of key that differ.
  static func canonical(_ rows: StagedRows) -> [UInt32] {
    let batch = rows.batch
    let n = batch.count
    var order = [UInt32](unsafeUninitializedCapacity: n) { buffer, count in
      for i in 0..<n { buffer.initializeElement(at: i, to: UInt32(i)) }
      count = n
    }
    var other = order
    if !isInOrderOfNumber(rows) {
      sort(&order, &other, by: batch.line)
      sort(&order, &other, by: rows.file)
      sort(&order, &other, by: batch.id)
    }
    sort(&order, &other, by: batch.code)
    sort(&order, &other, by: batch.target)
    sort(&order, &other, by: batch.source)
    // Days before 1970 are negative: shifted, so that their bits sort as they do.
    let first = batch.day.min() ?? 0
    sort(&order, &other, by: batch.day.map { UInt32(bitPattern: $0 &- first) })
    return order
  }

  private static func isInOrderOfNumber(_ rows: StagedRows) -> Bool {
    let (id, file, line) = (rows.batch.id, rows.file, rows.batch.line)
    for i in id.indices.dropFirst() {
      if (id[i], file[i], line[i]) < (id[i - 1], file[i - 1], line[i - 1]) { return false }
    }
    return true
  }

  /// A stable sort of `order` by `keys[order[i]]`, 16 bits at a time.
  private static func sort<K: FixedWidthInteger & UnsignedInteger>(
    _ order: inout [UInt32], _ other: inout [UInt32], by keys: [K]
  ) {
    let n = order.count
    guard n > 1 else { return }
    var starts = [Int](repeating: 0, count: 1 << 16)
    keys.withUnsafeBufferPointer { keys in
      for shift in stride(from: 0, to: K.bitWidth, by: 16) {
        starts.withUnsafeMutableBufferPointer { starts in
          for i in 0..<starts.count { starts[i] = 0 }
          for key in keys { starts[Int(truncatingIfNeeded: key >> K(shift)) & 0xFFFF] &+= 1 }
          guard starts[Int(truncatingIfNeeded: keys[0] >> K(shift)) & 0xFFFF] < n else { return }
          var sum = 0
          for i in 0..<starts.count {
            let count = starts[i]
            starts[i] = sum
            sum &+= count
          }
          order.withUnsafeBufferPointer { order in
            other.withUnsafeMutableBufferPointer { other in
              for row in order {
                let digit = Int(truncatingIfNeeded: keys[Int(row)] >> K(shift)) & 0xFFFF
                other[starts[digit]] = row
                starts[digit] &+= 1
              }
            }
          }
          swap(&order, &other)
        }
      }
    }
  }
}
