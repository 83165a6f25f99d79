extension CSVTable {
  /// The different texts of a column, in order of appearance, and which one every row has.
  ///
  /// A million cells of a few hundred texts become a few hundred strings: bytes are hashed and compared
  /// where they lie.
  ///
  /// - Complexity: O(bytes of the column).
  func symbols(_ column: Int) -> (names: [String], rows: [Int32]) {
    var names: [String] = []
    var starts: [Range<Int>] = []
    var slots = [Int32](repeating: -1, count: 1024)
    var hashes: [UInt64] = []
    var rows: [Int32] = []
    rows.reserveCapacity(count)
    for row in 0..<count {
      let range = byteRange(row, column)
      let hash = withBytes(range) { bytes in
        bytes.reduce(0xcbf2_9ce4_8422_2325) { (($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3) }
      }
      var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & (slots.count - 1)
      while slots[slot] >= 0 {
        let found = Int(slots[slot])
        if hashes[found] == hash, isEqual(starts[found], range) { break }
        slot = (slot + 1) & (slots.count - 1)
      }
      if slots[slot] < 0 {
        slots[slot] = Int32(names.count)
        names.append(cell(row, column).text)
        starts.append(range)
        hashes.append(hash)
        rows.append(Int32(names.count - 1))
        guard names.count * 2 > slots.count else { continue }
        slots = [Int32](repeating: -1, count: slots.count * 4)
        for (index, hash) in hashes.enumerated() {
          var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & (slots.count - 1)
          while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
          slots[slot] = Int32(index)
        }
      } else {
        rows.append(slots[slot])
      }
    }
    return (names, rows)
  }
}
