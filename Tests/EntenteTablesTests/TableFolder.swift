import EntenteRecord
import EntenteSources
import EntenteStore
import Foundation
import Testing

/// A temporary folder with a record in it, which goes away with its owner.
final class TableFolder {
  let url: URL

  init() {
    url = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var record: String { path("record") }
  func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file and gives its path.
  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: url.appending(path: name))
    return path(name)
  }

  func tables() throws -> TableStore {
    try #require(try RecordStore.open(at: record).tables())
  }

  func take(_ kind: String, _ files: [String], replacing: Bool = false) throws -> [TableOutcome] {
    let descriptor = try #require(TableImporter.descriptor(of: kind), "no kind \(kind)")
    return try take(descriptor, files, replacing: replacing)
  }

  func take(
    _ descriptor: TableDescriptor, _ files: [String], replacing: Bool = false
  ) throws -> [TableOutcome] {
    let store = try RecordStore.openOrCreate(at: record)
    return try TableImporter(descriptor, replacing: replacing)
      .run(ImportPlan(files), into: TableWriter(store, wait: 5))
  }

  /// Imports a text as one file.
  func take(_ kind: String, text: String, as name: String = "table.csv") throws -> TableOutcome {
    try #require(try take(kind, [write(name, text)]).first)
  }

  /// Rows of a table as texts of some columns with spaces between.
  func rows(_ kind: String, _ columns: String..., filter: TableFilter = TableFilter()) throws
    -> [String]
  {
    let schema = try #require(try tables().schema(kind))
    let indices = try columns.map { try #require(schema.index(of: $0), "no column \($0)") }
    return try tables().rows(of: schema, matching: filter).map { row in
      indices.map { i in
        let text = row.values[i].description
        return text.isEmpty ? "-" : text
      }.joined(separator: " ")
    }
  }
}

extension TableOutcome {
  var account: RowAccount? {
    if case .imported(let file) = result { file.account } else { nil }
  }

  /// What was said about a file that was refused.
  var refusal: String? {
    if case .refused(let error) = result { error.description } else { nil }
  }

  var isKnown: Bool { if case .known = result { true } else { false } }
}

/// The shared data sets; nil where they are not at hand.
enum SharedTables {
  static let folder: String? = {
    let beside = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data").path
    return [ProcessInfo.processInfo.environment["ENTENTE_SHARED_DATA"], beside]
      .compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0) }
  }()

  static let missing: Comment = "needs shared/data: set ENTENTE_SHARED_DATA"
}
