import Foundation

/// A temporary folder that goes away with its owner.
final class Scratch: Sendable {
  let url: URL

  init() {
    url = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func file(_ path: String) -> URL { url.appending(path: path) }

  func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: file(path)), as: UTF8.self)
  }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: file(path))
  }

  func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: file(path).path) }

  /// Paths of everything inside, in order.
  var contents: [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: url.path)) ?? []).sorted()
  }

  /// The made-up case of the fixtures, copied to `case`.
  static func withCase() throws -> Scratch {
    let scratch = Scratch()
    try FileManager.default.copyItem(
      at: Program.root.appending(path: "Tests/Fixtures/island-league"), to: scratch.file("case"))
    return scratch
  }

  struct NotOnce: Error {
    let text: String
    let count: Int
  }

  /// Replaces the only occurrence of a text.
  func replace(_ old: String, by new: String, in path: String) throws {
    let parts = try read(path).components(separatedBy: old)
    guard parts.count == 2 else { throw NotOnce(text: old, count: parts.count - 1) }
    try write(parts.joined(separator: new), to: path)
  }

  func append(_ text: String, to path: String) throws { try write(try read(path) + text, to: path) }
}
