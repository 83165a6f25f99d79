import Foundation

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#endif

/// The right to write to a record, which one process has at a time.
///
/// The system lets go of it when the process ends, however it ends.
final class WriterLock {
  private let descriptor: Int32

  /// A child that this program has just started holds a copy of the lock for an instant.
  private static let grace = 0.25

  /// Waits so long for whoever holds it.
  ///
  /// - Throws: `.locked`, with the holder's process and since when; `.unwritable`.
  convenience init(_ path: String, wait: Double) throws(StoreError) {
    self.init(held: try WriterLock.take(path, wait: wait))
  }

  /// Apart from taking it, because a lock that was not got must not be let go of.
  private init(held descriptor: Int32) { self.descriptor = descriptor }

  private static func take(_ path: String, wait: Double) throws(StoreError) -> Int32 {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw SystemCalls.unwritable(path, expected: "a record that may be written to")
    }
    let deadline = Date().addingTimeInterval(max(wait, grace))
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        let error = SystemCalls.unwritable(path, expected: "a file that can be locked")
        close(descriptor)
        throw error
      }
      guard Date() < deadline else {
        let holder = WriterLock.holder(descriptor)
        close(descriptor)
        throw StoreError(
          .locked, path, expected: "a record that nobody else writes to", found: holder,
          hint: wait > 0
            ? "waited \(Int(wait)) s; wait longer, or end the other" : "--wait SECONDS waits for it"
        )
      }
      usleep(20_000)
    }
    let text = "process \(getpid()), since \(Date().formatted(.iso8601))\n"
    ftruncate(descriptor, 0)
    // For people to read; the lock itself is the system's.
    _ = Array(text.utf8).withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    return descriptor
  }

  deinit {
    ftruncate(descriptor, 0)
    close(descriptor)
  }

  private static func holder(_ descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 200)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    return text.isEmpty ? "another process that writes to it" : text
  }
}
