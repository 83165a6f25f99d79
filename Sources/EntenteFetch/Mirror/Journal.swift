import Foundation

/// What earlier runs found out, one line of JSON for each finding, appended as it is made.
///
/// The files themselves are the truth: a line only spares reading a checked file again, or names the
/// state of a list that is half there. A line cut off by a crash is passed over.
final class Journal {
  struct Entry: Codable, Hashable {
    enum State: String, Codable {
      /// The file was compared with its checksum.
      case checked
      /// A list is half there, in the state that the validator names.
      case partial
    }

    let file: String
    let state: State
    var md5: String?
    var size: Int?
    /// Nanoseconds since 1970, as the file system tells.
    var modified: Int?
    var validator: String?
  }

  let path: String
  private var latest: [String: Entry] = [:]
  private var descriptor: Int32
  private let encoder = JSONEncoder()

  init(at path: String) throws(FetchError) {
    self.path = path
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw FetchError(.disk, "\(path): cannot be written: \(String(cString: strerror(errno)))")
    }
    load()
  }

  deinit { close(descriptor) }

  subscript(file: String) -> Entry? { latest[file] }

  func append(_ entry: Entry) {
    guard latest[entry.file] != entry, var line = try? encoder.encode(entry) else { return }
    latest[entry.file] = entry
    line.append(10)
    // One call for a line: a crash leaves at most a line without its end. A line that cannot be
    // written costs a later run some reading, no more.
    line.withUnsafeBytes { _ = write(descriptor, $0.baseAddress, $0.count) }
  }

  private func load() {
    guard let data = FileManager.default.contents(atPath: path) else { return }
    let decoder = JSONDecoder()
    for line in data.split(separator: 10) {
      if let entry = try? decoder.decode(Entry.self, from: line) { latest[entry.file] = entry }
    }
    // What a crash left without its end must not swallow the next line.
    if let last = data.last, last != 10 {
      _ = [UInt8(10)].withUnsafeBytes { write(descriptor, $0.baseAddress, 1) }
    }
  }
}
