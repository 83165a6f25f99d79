import EntenteRecord
import EntenteSources
import Foundation

/// A throw-away copy of the made-up case, with some of its files changed.
final class CaseCopy {
  static let fixture = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/island-league")

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "case-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: CaseCopy.fixture, to: folder)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func url(_ file: String) -> URL { folder.appending(path: file) }

  func bytes(_ file: String) throws -> [UInt8] { Array(try Data(contentsOf: url(file))) }

  func write(_ bytes: [UInt8], to file: String) throws { try Data(bytes).write(to: url(file)) }

  func write(_ text: String, to file: String) throws { try write(Array(text.utf8), to: file) }

  /// Replaces the only occurrence of a text.
  func replace(_ old: String, by new: String, in file: String) throws {
    let text = String(decoding: try bytes(file), as: UTF8.self)
    let parts = text.components(separatedBy: old)
    guard parts.count == 2 else { throw NotOnce(text: old, count: parts.count - 1) }
    try write(parts.joined(separator: new), to: file)
  }

  struct NotOnce: Error {
    let text: String
    let count: Int
  }

  func check() -> CaseReader.Reading { CaseReader.check(at: folder.path(percentEncoded: false)) }

  var faults: [String] { check().faults.map(\.description) }
}
