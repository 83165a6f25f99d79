import EntenteRecord
import EntenteStore
import Foundation

/// A temporary folder that goes away with its owner.
final class Folder {
  let url: URL

  init() {
    url = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var record: String { url.appending(path: "record").path }
  func path(_ name: String) -> String { url.appending(path: name).path }

  /// Names and bytes of everything below a folder of the record.
  func files(in folder: String) throws -> [String: Data] {
    let root = url.appending(path: "record").appending(path: folder)
    var found: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: root.path) {
      found[name] = try Data(contentsOf: root.appending(path: name))
    }
    return found
  }
}

extension RecordStore {
  /// Everything in the record, in no order that means anything.
  func plainEvents() throws -> [PlainEvent] {
    let names = Dictionary(uniqueKeysWithValues: try files().map { ($0.number, $0.file.path) })
    return segments.flatMap { segment in
      let (batch, files) = segment.events(in: 0..<segment.count)
      return (0..<batch.count).map { PlainEvent(batch, $0, file: names[files[$0]] ?? "?") }
    }.sorted()
  }
}

extension RecordWriter {
  /// Imports batches as one file, with an account that says what a reader of them would.
  @discardableResult
  func take(_ name: String, _ batches: [EventBatch]) throws -> ImportedFile? {
    guard case .session(let session) = try begin(MadeEvents.file(name)) else { return nil }
    for batch in batches { try session.append(batch) }
    var account = RowAccount()
    account.read = batches.reduce(0) { $0 + $1.count }
    account.lines = account.read
    return try session.commit(account)
  }
}
