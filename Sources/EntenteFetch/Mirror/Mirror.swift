import Foundation

/// The folder that holds what was fetched from one source.
///
/// `MIRROR/gdelt2/2023-08/20230818143000.export.CSV.zip`, with the lists, the journal and the lock
/// beside the months.
final class Mirror {
  let folder: String
  private let journal: Journal
  private let lock: Int32
  private let guarded = NSLock()

  /// Makes the folder where it is missing, and locks it against other runs.
  init(_ root: String, _ source: FetchSource) throws(FetchError) {
    folder = "\(root)/\(source.family.rawValue)"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw FetchError(.disk, "\(folder): expected a folder that can be made, found none")
    }
    lock = try Self.lock("\(folder)/lock")
    journal = try Journal(at: "\(folder)/journal.jsonl")
  }

  /// Lets other runs in.
  ///
  /// Not left to `deinit`: a worker's thread may outlive its work by a moment.
  func unlock() { _ = flock(lock, LOCK_UN) }

  deinit { close(lock) }

  func path(of file: ListedFile) -> String { "\(folder)/\(file.folder)/\(file.name)" }
  func path(ofList name: String) -> String { "\(folder)/\(name)" }

  /// Makes the months' folders.
  func prepare(for files: [ListedFile]) throws(FetchError) {
    for month in Set(files.map(\.folder)).sorted() {
      do {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(month)", withIntermediateDirectories: true)
      } catch {
        throw FetchError(.disk, "\(folder)/\(month): expected a folder that can be made")
      }
    }
  }

  /// Whether the file is there and is what the list says.
  ///
  /// A file that was checked before and has not been touched since is not read again.
  func holds(_ file: ListedFile) -> Bool {
    let path = path(of: file)
    guard let status = Self.status(path), status.size == file.size else { return false }
    let known = guarded.withLock { journal[file.name] }
    if let known, known.state == .checked, known.size == file.size,
      known.modified == status.modified, known.md5 == file.digest.description
    {
      return true
    }
    guard Self.digest(ofFile: path) == file.digest else { return false }
    note(checked: file)
    return true
  }

  /// Remembers that the file in place has been compared with its checksum.
  func note(checked file: ListedFile) {
    guard let status = Self.status(path(of: file)) else { return }
    guarded.withLock {
      journal.append(
        Journal.Entry(
          file: file.name, state: .checked, md5: file.digest.description, size: file.size,
          modified: status.modified))
    }
  }

  /// The state that a list's half belongs to.
  func validator(ofList name: String) -> String? { guarded.withLock { journal[name]?.validator } }

  func note(validator: String?, ofList name: String) {
    guarded.withLock {
      journal.append(Journal.Entry(file: name, state: .partial, validator: validator))
    }
  }

  /// Bytes that the file system has free for this user, nil if it does not tell.
  var freeBytes: Int? {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return nil }
    return Int(
      clamping: UInt64(status.f_bavail).multipliedReportingOverflow(
        by: UInt64(status.f_frsize)
      ).partialValue)
  }

  /// Reads a whole file for its checksum; nil if it cannot be read.
  static func digest(ofFile path: String) -> MD5Digest? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    var md5 = MD5()
    do {
      while let piece = try file.read(upToCount: 1 << 18), !piece.isEmpty {
        piece.withUnsafeBytes { md5.update($0) }
      }
    } catch {
      return nil
    }
    return md5.digest
  }

  private static func status(_ path: String) -> (size: Int, modified: Int)? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return (
      Int(status.st_size), status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    )
  }

  /// Held until the process ends, however it ends.
  private static func lock(_ path: String) throws(FetchError) -> Int32 {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw FetchError(.disk, "\(path): cannot be written: \(String(cString: strerror(errno)))")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = FileManager.default.contents(atPath: path).map {
        String(decoding: $0, as: UTF8.self)
      }
      close(descriptor)
      throw FetchError(
        .locked,
        "\(path): expected a folder that no other run uses, found "
          + (holder.flatMap { $0.isEmpty ? nil : "process \($0)" } ?? "another process"))
    }
    let own = Array("\(ProcessInfo.processInfo.processIdentifier)".utf8)
    if ftruncate(descriptor, 0) == 0 {
      own.withUnsafeBytes { _ = write(descriptor, $0.baseAddress, $0.count) }
    }
    return descriptor
  }
}
