import EntenteFetch
import EntenteRecord
import Foundation
import Testing

/// A folder of its own that goes when the test ends.
final class Workplace: Sendable {
  let path: String

  init() {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "entente-fetch-\(UUID().uuidString)").path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func place(of name: String) -> String {
    "\(path)/gdelt2/\(name.prefix(4))-\(name.dropFirst(4).prefix(2))/\(name)"
  }

  func bytes(of name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: place(of: name)).map(Array.init)
  }

  func put(_ bytes: [UInt8], at path: String) throws {
    try FileManager.default.createDirectory(
      atPath: URL(filePath: path).deletingLastPathComponent().path,
      withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: path))
  }

  /// Everything below, but for the journal and the lock.
  var names: [String] {
    let all = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".zip") || $0.hasSuffix(".part") }.sorted()
  }

  /// A fetch of the made-up day, quick to try again and deaf to proxies.
  func fetch(
    from base: String, connections: Int = 2, through last: Day = MadeUpSite.day,
    _ change: (inout FetchOptions) -> Void = { _ in }
  ) throws -> GDELTFetch {
    var options = FetchOptions()
    options.base = base
    options.connections = connections
    options.retry.first = 0.002
    options.retry.longest = 0.02
    options.transport.proxy = .none
    options.transport.patience = 5
    change(&options)
    return try GDELTFetch(
      .gdelt2(), from: MadeUpSite.day, through: last, mirror: path, options: options)
  }

  /// Every file of the site is in place, and nothing half done beside it.
  func expect(
    _ site: MadeUpSite, but missing: Set<String> = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (name, bytes) in site.files where !missing.contains(name) {
      #expect(self.bytes(of: name) == bytes, "\(name)", sourceLocation: sourceLocation)
    }
    #expect(
      names.map { String($0.split(separator: "/").last ?? "") }
        == site.files.map(\.name).filter { !missing.contains($0) }.sorted(),
      sourceLocation: sourceLocation)
  }
}
