#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the store asks of the system, with errors in place of return values.
package enum SystemCalls {
  /// What the last failed call says.
  static var reason: String { String(cString: strerror(errno)) }

  static func makeFolder(_ path: String) throws(StoreError) {
    guard mkdir(path, 0o777) == 0 || errno == EEXIST && isFolder(path) else {
      throw unwritable(path, expected: "a folder that can be made")
    }
  }

  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Bytes of a regular file; nil if there is none.
  static func size(of path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Names in a folder, sorted; nil if it cannot be listed.
  package static func names(in path: String) -> [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  static func remove(_ path: String) { unlink(path) }

  /// What a folder lists is on the disk after this.
  static func synchronise(folder path: String) throws(StoreError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unwritable(path, expected: "a folder of the record") }
    defer { close(descriptor) }
    // Some file systems cannot do this and need not.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw unwritable(path, expected: "a folder that reaches the disk")
    }
  }

  static func unwritable(_ path: String, expected: String) -> StoreError {
    let isFull = errno == ENOSPC || errno == EDQUOT
    return StoreError(
      .unwritable, path, expected: expected, found: reason,
      hint: isFull
        ? "nothing of the unfinished import was kept, and the record is as it was; make room and run it again"
        : nil)
  }
}
