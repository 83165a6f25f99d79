import EntenteRecord

extension RecordStore {
  /// A digest of the events, whatever order, segments, files and lines they stand in.
  ///
  /// Two records with the same digest hold the same events: the sum, modulo 2^64, of the XXH64 of
  /// each event's columns, with texts by their own XXH64 and without file and line.
  ///
  /// - Complexity: O(events).
  public func contentDigest() -> UInt64 {
    segments.reduce(0) { $0 &+ $1.contentDigest() }
  }
}

extension Segment {
  fileprivate func contentDigest() -> UInt64 {
    let texts = (0..<textCount).map { index in
      withText(UInt32(index)) { XXH64.digest(of: UnsafeRawBufferPointer($0)) }
    }
    func text(_ column: UnsafeBufferPointer<UInt32>, _ row: Int) -> UInt64 {
      Int(column[row]) < texts.count ? texts[Int(column[row])] : 0
    }
    let (added, mode) = (rows(.added, Int32.self), rows(.mode, UInt8.self))
    let (mentions, sources) = (rows(.mentions, UInt32.self), rows(.sources, UInt32.self))
    let (articles, tone) = (rows(.articles, UInt32.self), rows(.tone, Float.self))
    let (latitude, longitude) = (rows(.latitude, Float.self), rows(.longitude, Float.self))
    let placeState = rows(.placeState, UInt16.self)
    let columns = [
      SegmentColumn.sourceActor, .targetActor, .sourceSector, .targetSector, .place,
    ].map { rows($0, UInt32.self) }
    // Every NaN is the same absence.
    func bits(_ value: Float) -> UInt64 {
      UInt64(value.isNaN ? Float.nan.bitPattern : (value == 0 ? 0 : value.bitPattern))
    }
    var sum: UInt64 = 0
    var words = [UInt64](repeating: 0, count: 15)
    for row in 0..<count {
      words[0] = UInt64(UInt32(bitPattern: day[row])) << 32 | UInt64(UInt32(bitPattern: added[row]))
      words[1] = id[row]
      words[2] =
        UInt64(source[row]) << 48 | UInt64(target[row]) << 32 | UInt64(code[row]) << 16
        | UInt64(placeState[row])
      words[3] =
        UInt64(sourceKind[row]) << 32 | UInt64(targetKind[row]) << 24 | UInt64(plover[row]) << 16
        | UInt64(mode[row]) << 8 | UInt64(format.rawValue)
      words[4] = bits(goldstein[row]) << 32 | bits(tone[row])
      words[5] = bits(latitude[row]) << 32 | bits(longitude[row])
      words[6] = UInt64(mentions[row]) << 32 | UInt64(sources[row])
      words[7] = UInt64(articles[row])
      for (i, column) in columns.enumerated() { words[8 + i] = text(column, row) }
      sum &+= words.withUnsafeBytes { XXH64.digest(of: $0) }
    }
    return sum
  }
}
