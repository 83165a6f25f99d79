package import EntenteRecord

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A regular file as it lies on the disk, read in pieces.
///
/// Read, not mapped: a mapped file that somebody cuts short while it is read kills the program,
/// and the pages of a large one count as its memory. The copy costs about a tenth of the scan.
package final class RawFile: ByteStream {
  let path: String
  let size: Int
  private let descriptor: Int32
  private let before: stat
  /// Where the next piece comes from.
  private(set) var position = 0

  /// - Throws: `.unreadable` if there is no such file, or a pipe, folder or device.
  package init(_ path: String) throws(RecordError) {
    self.path = path
    // A pipe would block the opening, hence O_NONBLOCK.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw InputError.unreadable(
        path, expected: "a file that can be read", found: String(cString: strerror(errno)))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw InputError.unreadable(path, expected: "a file", found: "a folder, pipe or device")
    }
    before = status
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  func seek(to offset: Int) { position = offset }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
    guard let base = buffer.baseAddress, !buffer.isEmpty else { return 0 }
    while true {
      let got = pread(descriptor, base, buffer.count, off_t(position))
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else {
        throw InputError.unreadable(
          path, expected: "bytes that can be read", found: String(cString: strerror(errno)))
      }
      position += got
      return got
    }
  }

  /// The bytes of a range; fewer if the file ends before.
  func bytes(from offset: Int, count: Int) throws(RecordError) -> [UInt8] {
    seek(to: offset)
    let room = max(0, min(count, size - offset))
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, room), alignment: 16)
    defer { buffer.deallocate() }
    var done = 0
    while done < room {
      let got = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[done..<room]))
      if got == 0 { break }
      done += got
    }
    return Array(buffer.prefix(done))
  }

  /// Size, time of the last change and the file itself are what they were when it was opened.
  ///
  /// - Throws: `.invalid` if somebody wrote to the file meanwhile, or put another in its place.
  package func expectUnchanged() throws(RecordError) {
    var now = stat()
    var named = stat()
    let isSame =
      fstat(descriptor, &now) == 0 && stat(path, &named) == 0
      && [now, named].allSatisfy { status in
        status.st_size == before.st_size && status.st_ino == before.st_ino
          && status.st_dev == before.st_dev
          && RawFile.changed(status) == RawFile.changed(before)
      }
    guard isSame else {
      throw InputError.refused(
        path, expected: "a file that stays as it is while it is read",
        found: "one that changed", hint: "import it again when nobody writes to it")
    }
  }

  private static func changed(_ status: stat) -> [Int] {
    #if canImport(Darwin)
      [Int(status.st_mtimespec.tv_sec), Int(status.st_mtimespec.tv_nsec)]
    #else
      [Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec)]
    #endif
  }
}
