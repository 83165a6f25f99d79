import Foundation

/// A file on its way: written beside its place under another name, and moved there only once it has
/// been checked.
final class PartialFile: BodySink {
  let path: String
  let temporary: String
  /// No more bytes than these are taken.
  let limit: Int
  private var descriptor: Int32 = -1
  private(set) var md5 = MD5()
  /// The server went on where the file ended.
  private(set) var wasResumed = false
  /// The server did not go on where the file ended: it must be begun again.
  private(set) var isMisplaced = false
  /// Bytes written since the last request began.
  private(set) var gained = 0

  /// Bytes there so far.
  var count: Int { md5.count }

  /// Opens what an earlier run left, or an empty file.
  init(for path: String, limit: Int) throws(SinkError) {
    self.path = path
    self.limit = limit
    temporary = path + ".part"
    descriptor = open(temporary, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure(temporary) }
    try readBack()
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// To be called before each request.
  func expectAnswer() {
    gained = 0
    isMisplaced = false
  }

  func begin(_ head: ResponseHead) -> Bool {
    switch head.status {
    case 200:
      // The whole, also where only the rest was asked for.
      return (try? restart()) != nil
    case 206:
      isMisplaced = head.rangeStart != count
      if !isMisplaced, count > 0 { wasResumed = true }
      return !isMisplaced
    default: return false
    }
  }

  func take(_ bytes: UnsafeRawBufferPointer) throws(SinkError) {
    guard bytes.count <= limit - count else { throw .tooLong }
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let written = write(descriptor, part.baseAddress, part.count)
      if written < 0 {
        if errno == EINTR { continue }
        throw Self.failure(temporary)
      }
      rest = rest.dropFirst(written)
    }
    md5.update(bytes)
    gained += bytes.count
  }

  func restart() throws(SinkError) {
    guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw Self.failure(temporary)
    }
    md5 = MD5()
    wasResumed = false
  }

  /// Puts the file in its place, over whatever stood there.
  func commit() throws(SinkError) {
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else {
      throw Self.failure(temporary)
    }
  }

  /// Removes what is there; nothing of it is worth going on from.
  func discard() { unlink(temporary) }

  private func readBack() throws(SinkError) {
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let size = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if size < 0, errno == EINTR { continue }
      guard size >= 0 else { throw Self.failure(temporary) }
      if size == 0 { break }
      buffer.withUnsafeBytes { md5.update(UnsafeRawBufferPointer(rebasing: $0[0..<size])) }
    }
    if count > limit { try restart() }
  }

  private static func failure(_ path: String) -> SinkError {
    .disk("\(path): cannot be written: \(String(cString: strerror(errno)))")
  }
}
