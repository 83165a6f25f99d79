#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Opens files without trusting them.
enum FileBytes {
  enum Failure: Error {
    case missing
    case denied
    /// A folder, pipe or device.
    case notAFile
    case tooLarge(Int)
    case unreadable
  }

  /// The whole of a regular file; its size is checked before a byte is read.
  static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    // A pipe would block the opening, hence O_NONBLOCK.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw errno == ENOENT || errno == ENOTDIR ? .missing : .denied }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    let size = Int(status.st_size)
    guard size <= limit else { throw .tooLarge(size) }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let base = buffer.baseAddress {
        let got = Self.readSome(descriptor, base + count, size - count)
        if got < 0 { failed = true }
        if got <= 0 { break }
        count += got
      }
    }
    if failed { throw .unreadable }
    return bytes
  }

  private static func readSome(
    _ descriptor: Int32, _ base: UnsafeMutablePointer<UInt8>, _ count: Int
  )
    -> Int
  {
    while true {
      #if canImport(Glibc)
        let got = Glibc.read(descriptor, base, count)
      #elseif canImport(Musl)
        let got = Musl.read(descriptor, base, count)
      #else
        let got = Darwin.read(descriptor, base, count)
      #endif
      if got < 0, errno == EINTR { continue }
      return got
    }
  }

  /// The path with every symbolic link followed, or nil if nothing is there.
  static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
