import Foundation

/// Where long output goes: standard output, or a file that is there whole or not at all.
final class OutputFile {
  private let path: String?
  private let temporary: String
  private var handle: FileHandle
  private var buffer: [UInt8] = []
  private var isFinished = false

  /// Standard output where there is no path.
  init(_ path: String?) throws {
    self.path = path
    temporary = (path ?? "") + ".unfinished-\(ProcessInfo.processInfo.processIdentifier)"
    handle = FileHandle.standardOutput
    guard let path else { return }
    Interruption.begin(temporary)
    guard FileManager.default.createFile(atPath: temporary, contents: nil),
      let handle = FileHandle(forWritingAtPath: temporary)
    else {
      Interruption.end(temporary)
      throw BadInput("\(path): expected a file that can be written, found a path that cannot")
    }
    self.handle = handle
  }

  deinit {
    guard path != nil, !isFinished else { return }
    try? FileManager.default.removeItem(atPath: temporary)
    Interruption.end(temporary)
  }

  /// False once nobody reads any more, as in `entente ... | head`.
  func write(_ text: String) throws -> Bool {
    buffer += text.utf8
    return buffer.count < 1 << 18 ? true : try drain()
  }

  func finish() throws {
    _ = try drain()
    guard let path else { return }
    isFinished = true
    defer { Interruption.end(temporary) }
    try handle.close()
    guard rename(temporary, path) == 0 else {
      try? FileManager.default.removeItem(atPath: temporary)
      throw BadInput("\(path): expected a file that can be written, found a path that cannot")
    }
  }

  private func drain() throws -> Bool {
    let data = Data(buffer)
    buffer.removeAll(keepingCapacity: true)
    guard let path else { return try Streams.send(data) }
    do {
      try handle.write(contentsOf: data)
      return true
    } catch {
      throw OutputFailure(path, error.localizedDescription)
    }
  }
}

/// Output that could not be written: exit code 1.
struct OutputFailure: Error, CustomStringConvertible {
  let description: String

  init(_ place: String, _ reason: String) {
    description = "\(place): cannot be written: \(reason)"
  }
}
