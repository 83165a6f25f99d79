import ArgumentParser
import EntenteRecord
import EntenteSources
import EntenteStore
import Foundation

struct ImportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Brings files of events and tables into a record, and accounts for every row.",
    discussion: """
      Example:
        entente import gdelt2 20180101*.export.CSV.zip --record world
        entente import tkg ICEWS18 --record icews --fold --to 2018-10-03
        entente import auto downloads --record world

      Formats: auto, \(ImportCommand.formats).
      Tables of states and years: csv, \(TableImporter.kinds.joined(separator: ", ")).
      Files may be plain, gzip or zip; folders and patterns stand for the files in them. A file that
      is in the record already is passed over. docs/importing.md says how each format is read,
      docs/tables.md how each table is.
      """)

  private static let formats = EventReaderCatalog.all.map { $0.descriptor.name }.sorted()
    .joined(separator: ", ")

  @Argument(help: "The format of the files, or auto.") var format: String
  @Argument(help: "Files, folders or patterns.", completion: .file()) var files: [String]

  @Option(help: "The record; it is made if there is none.", completion: .directory)
  var record: String?
  @Flag(help: "Read the files and account for every row, but write nothing; needs no --record.")
  var dryRun = false
  @Option(help: "Files that are read at once; the number of processors if not given.")
  var threads: Int?
  @Option(help: "First day of events, or of rows of tables, to keep.") var from: String?
  @Option(help: "Last day.") var to: String?
  @Flag(help: "Keep facts: state to state, one for each day, source, target and code.")
  var fold = false
  @Flag(help: "GDELT: keep one event for each day, source, target, code and place of an article.")
  var dedupeArticle = false
  @Option(help: "tkg: the day that times count from, like 2018-01-01.") var dayZero: String?
  @Option(help: "tkg: hours in a unit of time; 24 where it counts days.") var hoursPerStep = 1
  @Flag(help: "Tables: put the file in the place of what the table holds.") var replace = false
  @Option(help: "csv: what the columns of a table of your own mean.", completion: .file())
  var mapping: String?
  @Option(help: "Seconds to wait for another program that writes to the record.") var wait = 0.0
  @Flag(help: "Say on standard error which files are on the disk for good, as soon as they are.")
  var verbose = false
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard record != nil || dryRun else {
      throw ValidationError("expected --record DIR: where are the rows to go?")
    }
    for (text, name) in [(from, "from"), (to, "to"), (dayZero, "day-zero")] {
      if let text, Day(text) == nil {
        throw ValidationError("--\(name): expected a date like 2023-08-18, found \(text)")
      }
    }
    if let from = from.flatMap({ Day($0) }), let to = to.flatMap({ Day($0) }), from > to {
      throw ValidationError("--from: expected a day not after --to, found \(from)")
    }
    guard threads ?? 1 >= 1 else { throw ValidationError("--threads: expected 1 or more") }
    guard (1...24).contains(hoursPerStep) else {
      throw ValidationError("--hours-per-step: expected 1 to 24, found \(hoursPerStep)")
    }
    guard wait >= 0 else { throw ValidationError("--wait: expected 0 or more") }
  }

  func run() throws {
    if let table = try RecordTables.descriptor(format, mapping: mapping) {
      guard !fold, !dedupeArticle, dayZero == nil else {
        throw ValidationError(
          "--fold, --dedupe-article, --day-zero: expected a format of events, found \(format)")
      }
      return try tell(try tables.run(table, files))
    }
    var options = ReadingOptions()
    options.from = from.flatMap { Day($0) }
    options.to = to.flatMap { Day($0) }
    options.folds = fold
    options.dropsArticleRepeats = dedupeArticle
    options.dayZero = dayZero.flatMap { Day($0) }
    options.hoursPerStep = hoursPerStep
    let importer = try Importer(
      format: format, options: options,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
    // Before the record is made: a mistyped path leaves none behind.
    let plan = try ImportPlan(files)
    let outcomes = try RecordLocation.writing { try run(importer, plan) }
    // The events are in, and their writer is gone: a record has one at a time.
    let found = try tables.run(TablePlan(outcomes, of: plan))
    try tell(ImportReport(outcomes, tables: found, record: record))
  }

  private var tables: RecordTables {
    RecordTables(
      replacing: replace, from: from.flatMap { Day($0) }, to: to.flatMap { Day($0) },
      record: record, isKept: !dryRun, wait: wait)
  }

  private func tell(_ report: ImportReport) throws {
    if json {
      try printJSON(report)
    } else {
      Streams.print(report.text)
    }
    guard report.refusals.isEmpty else {
      if json { throw ExitCode(2) }
      throw RecordError(.invalid, report.refusals)
    }
  }

  private func run(_ importer: Importer, _ plan: ImportPlan) throws -> [ImportOutcome] {
    let meter = ImportMeter()
    defer { meter.finish() }
    if dryRun {
      return try importer.survey(plan, against: RecordLocation.existing(record)) {
        meter.show($0)
      }
    }
    let writer = try RecordStore.openOrCreate(at: record ?? "").writer(wait: wait)
    if verbose {
      writer.onDurable = { files in
        for file in files { Streams.log("on the disk: \(file.file.path)") }
      }
    }
    return try importer.run(plan, into: writer) { meter.show($0) }
  }
}
