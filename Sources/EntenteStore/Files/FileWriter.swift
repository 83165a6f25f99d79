#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that comes into being under a temporary name, reaches the disk, and is then renamed.
final class FileWriter {
  let path: String
  private let temporary: String
  private var descriptor: Int32
  private(set) var size = 0
  private let budget: WriteBudget?

  /// What a file is called before it is whole.
  static let suffix = ".unfinished"

  init(_ path: String, budget: WriteBudget? = nil) throws(StoreError) {
    self.path = path
    self.budget = budget
    temporary = path + FileWriter.suffix
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw SystemCalls.unwritable(temporary, expected: "a file that can be made")
    }
  }

  deinit { abandon() }

  func append(_ bytes: UnsafeRawBufferPointer) throws(StoreError) {
    try put(bytes, at: size)
    size += bytes.count
  }

  /// Zeros up to a multiple of `alignment`.
  func pad(to alignment: Int) throws(StoreError) {
    let missing = (alignment - size % alignment) % alignment
    guard missing > 0 else { return }
    let zeros = [UInt8](repeating: 0, count: missing)
    // The closure of withUnsafeBytes cannot throw a typed error; take the result out instead.
    let result = zeros.withUnsafeBytes { bytes in
      Result { () throws(StoreError) in try append(bytes) }
    }
    try result.get()
  }

  /// Writes over bytes that are there.
  func overwrite(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(StoreError) {
    precondition(offset + bytes.count <= size, "only what is there can be written over")
    try put(bytes, at: offset)
  }

  private func put(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(StoreError) {
    var done = 0
    while done < bytes.count, let base = bytes.baseAddress {
      var length = min(bytes.count - done, 1 << 24)
      if let budget {
        length = budget.take(length)
        if length == 0 { errno = ENOSPC }
      }
      let put = length == 0 ? -1 : pwrite(descriptor, base + done, length, off_t(offset + done))
      if put < 0, errno == EINTR { continue }
      guard put > 0 else {
        throw SystemCalls.unwritable(temporary, expected: "room for \(bytes.count) more bytes")
      }
      done += put
    }
  }

  /// From here on the file is whole, on the disk, and has its name.
  func finish() throws(StoreError) {
    guard fsync(descriptor) == 0 else {
      throw SystemCalls.unwritable(temporary, expected: "a file that reaches the disk")
    }
    close(descriptor)
    descriptor = -1
    guard rename(temporary, path) == 0 else {
      throw SystemCalls.unwritable(path, expected: "a file that can be renamed")
    }
  }

  /// Leaves nothing behind, unless the file is finished.
  func abandon() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
    unlink(temporary)
  }
}

/// A disk that is full after so many bytes: tests see what a record does then.
package final class WriteBudget {
  private var left: Int

  package init(bytes: Int) { left = bytes }

  func take(_ count: Int) -> Int {
    let taken = min(count, left)
    left -= taken
    return taken
  }
}
