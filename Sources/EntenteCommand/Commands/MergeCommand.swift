import ArgumentParser
import EntenteBrief
import EntenteRecord
import EntenteStore
import Foundation

struct MergeCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Joins records of parts into one, or parts of series into series.",
    discussion: """
      Example:
        entente merge 2018.record 2019.record --into all.record
        entente merge 2018.parts 2019.parts --json

      Records, in the order of the parts, give exactly the record of one import of everything, tables
      too; tables that contradict each other are not joined. Parts of series (entente series
      --partial) that share no event give exactly the series of one run.
      """)

  @Argument(help: "Records, or files of parts.", completion: .file()) var parts: [String]
  @Option(
    help: "The record that takes all others; made if it is not there.", completion: .directory)
  var into: String?
  @Option(help: "Seconds to wait for another writer.") var wait = 0.0
  @OptionGroup var output: SeriesOutput

  func validate() throws {
    guard into != nil || !parts.contains(where: MergeCommand.isFolder) else {
      throw ValidationError("--into: expected the record that takes the others, found nothing")
    }
    guard into == nil || output.partial == nil else {
      throw ValidationError("--partial: expected parts of series, found records")
    }
  }

  func run() throws {
    var seen: Set<String> = []
    for path in parts {
      let resolved = URL(filePath: path).resolvingSymlinksInPath().path
      guard seen.insert(resolved).inserted else {
        throw BadInput("\(path): expected each part once, found it twice; it would count double")
      }
    }
    if let into { return try joinRecords(into) }
    let read = try parts.map { path in
      guard let data = FileManager.default.contents(atPath: path) else {
        throw BadInput("\(path): expected a file of parts that can be read, found none")
      }
      return try SeriesParts(String(decoding: data, as: UTF8.self), file: path)
    }
    guard let merged = SeriesParts.merged(read) else {
      throw BadInput("\(parts.joined(separator: ", ")): expected parts of one query, found several")
    }
    try output.print(merged, behind: nil)
  }

  private func joinRecords(_ into: String) throws {
    // All are opened first: one that cannot be used stops the command before anything changes.
    let records = try parts.map { try RecordLocation.open($0) }
    let store = try RecordStore.openOrCreate(at: into)
    try joinTables(of: records, into: store)
    let writer = try store.writer(wait: wait)
    var done: [Absorption] = []
    for record in records {
      let result = try writer.absorb(record)
      done.append(result)
      // On the disk from here on.
      Streams.log(
        "\(record.path): \(Wording.count(result.files.count, "file")) joined, "
          + "\(result.known) known already, "
          + "\(Wording.count(result.duplicates, "event")) known already")
    }
    let joined = try store.reopened()
    if output.json { return try printJSON(RecordSummary(of: joined).withoutFiles) }
    Streams.print(try RecordSummary(of: joined).text(listingFiles: false))
  }

  /// Before the events: where tables contradict each other, nothing is joined.
  private func joinTables(of records: [RecordStore], into store: RecordStore) throws {
    let parts = try records.compactMap { record in
      try record.tables().map { (record.path, $0) }
    }
    guard !parts.isEmpty else { return }
    let done = try RecordLocation.writing {
      try TableWriter(store, wait: wait).absorb(parts.map(\.1))
    }
    for ((path, _), result) in zip(parts, done) {
      Streams.log(
        "\(path): \(Wording.count(result.files.count, "file")) of tables joined, "
          + "\(result.known) known already, "
          + "\(Wording.count(result.duplicates, "row")) known already")
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
