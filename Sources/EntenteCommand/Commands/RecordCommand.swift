import ArgumentParser
import EntenteBrief
import EntenteRecord
import EntenteStore
import Foundation

struct RecordCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Tells about, checks, compacts and exports a record of events.",
    discussion: "Example:\n  entente record info events.record",
    subcommands: [
      RecordInfo.self, RecordCheck.self, RecordRejects.self, RecordCompact.self, RecordExport.self,
    ])
}

/// The record as the first argument.
struct RecordArgument: ParsableArguments {
  @Argument(help: "The record's folder.", completion: .directory) var record: String

  func open() throws -> RecordStore { try RecordLocation.open(record) }
}

struct RecordInfo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Tells what a record holds, and where the rows of its files went.",
    discussion: "Example:\n  entente record info events.record --files")

  @OptionGroup var subject: RecordArgument
  @Flag(help: "Also list the files, with their accounts.") var files = false
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let summary = try RecordSummary(of: subject.open())
    if json { return try printJSON(files ? summary : summary.withoutFiles) }
    Streams.print(summary.text(listingFiles: files))
  }
}

struct RecordCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads every byte of a record and compares it with its checksums.",
    discussion: """
      Example:
        entente record check events.record

      Exit code 1 if anything is wrong. The digest names the events, whatever order, files and
      segments they stand in: two records with one digest hold the same events.
      """)

  @OptionGroup var subject: RecordArgument
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    struct Report: Encodable {
      let isSound: Bool
      let events: Int
      let files: Int
      let tables: Int
      let digest: String
      let faults: [String]
    }
    let store = try subject.open()
    let faults = try store.check()
    let digits = String(store.contentDigest(), radix: 16)
    let report = Report(
      isSound: faults.isEmpty, events: store.count, files: try store.files().count,
      tables: try store.tables()?.schemas().count ?? 0,
      digest: String(repeating: "0", count: 16 - digits.count) + digits,
      faults: faults.map(\.description))
    if json {
      try printJSON(report)
    } else if faults.isEmpty {
      Streams.print(
        "\(subject.record): \(Wording.count(report.events, "event")) of "
          + "\(Wording.count(report.files, "file")), "
          + (report.tables > 0 ? "\(Wording.count(report.tables, "table")), " : "")
          + "sound, digest \(report.digest)"
      )
    } else {
      for fault in faults { Streams.log(fault.description) }
      Streams.log("\(faults.count) fault\(faults.count == 1 ? "" : "s")")
    }
    if !faults.isEmpty { throw ExitCode(1) }
  }
}

struct RecordRejects: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rejects", abstract: "Lists the rows that imports could not use, and why.",
    discussion: """
      Example:
        entente record rejects events.record --reason date

      Six cells with tabs between: file, line, field, reason, what was found, and the row as it stood.
      """)

  @OptionGroup var subject: RecordArgument
  @Option(help: "Only these reasons, as date,columns.") var reason: String?
  @Option(help: "At most so many rows; 0 for all.") var limit = 0
  @Flag(help: "Print a line of JSON for each row.") var json = false

  func validate() throws {
    let known = Rejection.Reason.allCases.map(\.rawValue)
    for word in reason?.split(separator: ",") ?? [] where !known.contains(String(word)) {
      throw ValidationError(
        "--reason: expected \(known.joined(separator: ", ")), found \(Fault.quoted(word))")
    }
  }

  func run() throws {
    struct Row: Encodable {
      let file: String
      let line: Int
      let field: String
      let reason: String
      let found: String
      let row: String
    }
    let store = try subject.open()
    let reasons = reason.map { Set($0.split(separator: ",").map(String.init)) }
    let out = try OutputFile(nil)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var (shown, total) = (0, 0)
    var failure: (any Error)?
    try store.forEachReject { reject in
      guard reasons?.contains(reject.reason) ?? true else { return true }
      total += 1
      guard limit == 0 || shown < limit else { return true }
      shown += 1
      do {
        // Bytes that are no text are shown as the mark for such.
        let row = String(decoding: reject.row, as: UTF8.self)
        let line =
          json
          ? String(
            decoding: try encoder.encode(
              Row(
                file: reject.file, line: reject.line, field: reject.field, reason: reject.reason,
                found: reject.found, row: row)), as: UTF8.self)
          : [
            reject.file, String(reject.line), reject.field, reject.reason, reject.found, row,
          ].joined(separator: "\t")
        return try out.write(line + "\n")
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
    try out.finish()
    if shown < total { Streams.log("\(shown) of \(total) rows; --limit 0 shows all") }
  }
}

struct RecordCompact: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact", abstract: "Joins the segments of a record into few large ones.",
    discussion: """
      Example:
        entente record compact events.record

      The events stay the same; queries on a record of many small imports become faster.
      """)

  @OptionGroup var subject: RecordArgument
  @Option(help: "Seconds to wait for another writer.") var wait = 0.0
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    struct Report: Encodable {
      let before: Int
      let after: Int
    }
    let result = try subject.open().writer(wait: wait).compact()
    if json { return try printJSON(Report(before: result.before, after: result.after)) }
    Streams.print(
      "\(subject.record): \(Wording.count(result.before, "segment")), now \(result.after)")
  }
}

struct RecordExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes events or the network that they make to a file.",
    discussion: """
      Example:
        entente record export events.record --format csv --out events.csv
        entente record export events.record --format gexf --from 2018-01-01 --to 2018-12-31 --by month

      csv and jsonl hold events, graphml and gexf who acted on whom in each period. docs/record.md
      lists the columns, and tells how DuckDB turns the CSV into Parquet.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, jsonl, graphml, gexf }

  @OptionGroup var subject: RecordArgument
  @Option(help: "csv, jsonl, graphml or gexf.") var format: Format = .csv
  @Option(help: "The file; standard output without it.", completion: .file()) var out: String?
  @Option(help: "Periods of a network: day, week, month, quarter or year.")
  var by: PeriodOption = .month
  @OptionGroup var choice: EventChoice

  func run() throws {
    let store = try subject.open()
    var filter = try choice.filter()
    let output = try OutputFile(out)
    switch format {
    case .csv, .jsonl:
      let printer = try EventPrinter(store)
      let count = try printer.print(
        store.events(matching: filter), as: format == .csv ? .csv : .jsonLines, to: output)
      Streams.log(Wording.count(count, "event"))
    case .graphml, .gexf:
      filter.isInterstate = true
      let tallies = store.aggregate(
        AggregateQuery(filter, by: by.length), threads: ProcessInfo.processInfo.activeProcessorCount
      )
      let network = Network(tallies, by: by.length)
      _ = try output.write(format == .gexf ? network.gexf() : network.graphML())
      try output.finish()
      Streams.log(
        "\(Wording.count(network.nodes.count, "state")), "
          + Wording.count(network.edges.count, "directed pair"))
    }
  }
}
