import EntenteFetch
import EntenteRecord
import EntenteSources
import EntenteStore
import Foundation

/// Brings fetched files into a record, in order of time, while others are still on their way.
final class FetchImport {
  private let importer: Importer
  private let record: String
  private let wait: Double
  private var writer: RecordWriter?
  private var outcomes: [ImportOutcome] = []

  init(_ format: String, record: String, wait: Double) throws {
    importer = try Importer(
      format: format, threads: ProcessInfo.processInfo.activeProcessorCount)
    self.record = record
    self.wait = wait
  }

  /// The record is made with its first file.
  func add(_ files: [FetchedFile]) throws {
    let writer = try writer ?? RecordStore.openOrCreate(at: record).writer(wait: wait)
    self.writer = writer
    // Brought to the disk at the end, or when a segment is full: what an end of the program loses
    // lies in the mirror, and the next run takes it up.
    outcomes += try importer.run(
      ImportPlan(files.map(\.path)), into: writer, isFlushedAfter: false)
  }

  func finish() throws -> ImportReport {
    try writer?.flush()
    return ImportReport(outcomes, record: record)
  }
}

/// What a run fetched, and what became of it in the record, under `import`.
struct FetchImportReport: Encodable {
  let fetch: FetchReport
  let imported: ImportReport

  private enum CodingKeys: String, CodingKey { case imported = "import" }

  func encode(to encoder: any Encoder) throws {
    try fetch.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(imported, forKey: .imported)
  }
}
