import EntenteRecord
import EntenteStore

extension FileIdentity {
  /// Reads a range of a file, as it lies on the disk, for its digest.
  init(of name: String, _ file: RawFile, range: Range<Int>) throws(RecordError) {
    var digest = XXH64()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
    defer { buffer.deallocate() }
    file.seek(to: range.lowerBound)
    var left = range.count
    while left > 0 {
      let room = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(left, buffer.count)])
      let got = try file.read(into: room)
      if got == 0 { break }
      digest.update(UnsafeRawBufferPointer(rebasing: buffer[..<got]))
      left -= got
    }
    self.init(path: name, size: range.count, digest: digest.text)
  }
}
