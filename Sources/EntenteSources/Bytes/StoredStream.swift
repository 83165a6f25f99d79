import CZlib
import EntenteRecord

/// The bytes of a zip member that was stored as it is, with its checksum tested at the end.
final class StoredStream: ByteStream {
  private let source: RawFile
  private let member: ZipArchive.Member
  private var done = 0
  private var checksum: UInt = 0

  init(_ source: RawFile, member: ZipArchive.Member) {
    self.source = source
    self.member = member
    source.seek(to: member.offset)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
    let room = min(buffer.count, member.size - done, 1 << 30)
    guard room > 0 else { return 0 }
    let got = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<room]))
    done += got
    checksum = crc32(
      checksum, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(got))
    guard got > 0 else {
      throw InputError.refused(
        source.path, expected: "\(member.size) bytes of \(Fault.quoted(member.name))",
        found: "\(done)", hint: "fetch it again; nothing of it was kept")
    }
    guard done < member.size || UInt32(truncatingIfNeeded: checksum) == member.checksum else {
      throw InputError.refused(
        source.path,
        expected: "the checksum that the archive gives for \(Fault.quoted(member.name))",
        found: "another", hint: "fetch it again; nothing of it was kept")
    }
    return got
  }
}
