package import EntenteRecord

extension InputFile {
  /// Unpacks everything and keeps nothing: how many bytes there are, and a hash of them.
  ///
  /// - Throws: where the file is damaged, or grows beyond the limits.
  package func drained(limits: InflationLimits = InflationLimits()) throws(RecordError) -> (
    count: Int, hash: UInt64
  ) {
    let stream = try open(limits: limits).stream
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 14, alignment: 64)
    defer { buffer.deallocate() }
    var hash = StableHash()
    var count = 0
    while true {
      let got = try stream.read(into: buffer)
      if got == 0 { return (count, hash.value) }
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<got])
      hash.add(bytes.assumingMemoryBound(to: UInt8.self))
      count += got
    }
  }
}
