import ArgumentParser
import EntenteBrief
import EntenteFetch
import EntenteRecord
import Foundation

struct FetchCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Downloads the event files of a window, checked against the publisher's list.",
    discussion: """
      Example:
        entente fetch gdelt --from 2023-08-01 --to 2023-08-31 --mirror files
        entente fetch gdelt --from 2023-08-01 --to 2023-08-31 --record world

      Files land in MIRROR/gdelt2/YYYY-MM, each compared with the size and the MD5 that the list \
      gives. A run that was ended goes on with the next one; what is there is not fetched again. \
      Hours without a file are listed as not covered. http_proxy, https_proxy, no_proxy and \
      SSL_CERT_FILE are honoured. With --record the files are imported as they come; without it the \
      import is a second step, which the command prints.

      Exit codes: 0 all there, 1 some files failed or the run stopped, 2 bad input, 64 wrong usage.
      """)

  enum Source: String, ExpressibleByArgument, CaseIterable {
    case gdelt, gdelt1
  }

  enum FeedName: String, ExpressibleByArgument, CaseIterable {
    case events, mentions
  }

  @Argument(help: "What to fetch: gdelt (2.0, every 15 minutes) or gdelt1 (1.0, daily).")
  var source: Source

  @Option(help: "First day, by when events were recorded, in UTC.") var from: String
  @Option(help: "Last day, included.") var to: String

  @Option(help: "Folder for the files (default: RECORD-files).", completion: .directory)
  var mirror: String?

  @Option(
    help: "The record to import the files into; it is made if there is none.",
    completion: .directory)
  var record: String?

  @Option(help: "events or mentions (gdelt only).") var feed: FeedName = .events
  @Flag(help: "The feed of translated articles, which GDELT publishes apart (gdelt only).")
  var translation = false

  @Option(help: "Where the list and the files stand, instead of the publisher's server.")
  var base: String?

  @Flag(help: "Get the list anew although the one that is there reaches past the window.")
  var refresh = false

  @Option(help: "Files under way at once, 1 to 16.") var connections = 4
  @Option(help: "Failures in a row after which a file is given up.") var retries = 5
  @Option(help: "Seconds before the first retry; doubled each time, with jitter.") var pause = 1.0
  @Option(help: "Seconds without a connection, or almost without a byte, before a retry.")
  var patience = 60
  @Option(help: "Seed of the jitter.") var seed: UInt64 = 1
  @Option(help: "Seconds to wait for another program that writes to the record.") var wait = 0.0

  @Flag(help: "Print the report as JSON.") var json = false

  func validate() throws {
    guard mirror != nil || record != nil else {
      throw ValidationError("expected --mirror or --record: where are the files to go?")
    }
    guard source == .gdelt || (feed == .events && !translation) else {
      throw ValidationError("--feed and --translation are for gdelt: GDELT 1.0 has events only")
    }
    guard record == nil || feed == .events else {
      throw ValidationError(
        "--record: expected --feed events, found mentions: they are no events (entente mentions "
          + "counts them)")
    }
    guard wait >= 0 else { throw ValidationError("--wait: expected 0 or more, found \(wait)") }
    guard (1...16).contains(connections) else {
      throw ValidationError("--connections: expected 1 to 16, found \(connections)")
    }
    guard (0...100).contains(retries), (0...3600).contains(pause), (1...3600).contains(patience)
    else {
      throw ValidationError(
        "expected --retries in 0...100, --pause in 0...3600 and --patience in 1...3600 seconds")
    }
  }

  func run() throws {
    let (first, last) = try window()
    let place = mirror ?? (record ?? "") + "-files"
    try AtomicFile.expectFolder(place)
    var fetch: GDELTFetch
    do {
      fetch = try GDELTFetch(
        source == .gdelt
          ? .gdelt2(feed == .events ? .events : .mentions, translated: translation) : .gdelt1,
        from: first, through: last, mirror: place, options: options)
    } catch {
      throw BadInput(error.description)
    }
    let sink = try record.map {
      try FetchImport(source == .gdelt1 ? "gdelt1" : "gdelt2", record: $0, wait: wait)
    }
    let meter = FetchMeter()
    fetch.progress = { meter.show($0) }
    let (report, imported) = try RecordLocation.writing {
      defer { meter.end() }
      let report = try fetch.run { try sink?.add($0) }
      return (report, try sink?.finish())
    }
    try show(report, imported)
    if let stopped = report.stopped { Streams.log("stopped: \(stopped)") }
    for refusal in imported?.refusals ?? [] { Streams.log(refusal.description) }
    guard report.isComplete, imported?.refusals.isEmpty != false else { throw ExitCode(1) }
  }

  private func show(_ report: FetchReport, _ imported: ImportReport?) throws {
    guard json else {
      Streams.print(FetchSummary.text(report, next: imported == nil ? next(report) : nil))
      if let imported { Streams.print(imported.text) }
      return
    }
    guard let imported else { return try printJSON(report) }
    try printJSON(FetchImportReport(fetch: report, imported: imported))
  }

  private func window() throws -> (Day, Day) {
    func day(_ text: String, _ name: String) throws -> Day {
      guard let day = Day(text) else {
        throw ValidationError(
          "--\(name): expected a date like 2023-08-18, found \(Fault.quoted(text))")
      }
      return day
    }
    let (first, last) = (try day(from, "from"), try day(to, "to"))
    guard first <= last else {
      throw ValidationError("--to: expected a day from \(first) on, found \(last)")
    }
    return (first, last)
  }

  private var options: FetchOptions {
    var options = FetchOptions()
    options.base = base
    options.connections = connections
    options.refreshesList = refresh
    options.retry.limit = retries
    options.retry.first = pause
    options.retry.seed = seed
    options.transport.patience = patience
    options.transport.agent = "entente/\(ProgramVersion.text)"
    options.transport.authorities = ProcessInfo.processInfo.environment["SSL_CERT_FILE"]
    return options
  }

  /// The command that imports, or counts, what is there.
  private func next(_ report: FetchReport) -> String? {
    guard report.present + report.fetched > 0 else { return nil }
    let files = report.patterns.map(Self.quoted).joined(separator: " ")
    return feed == .mentions
      ? "entente mentions \(files)"
      : "entente import \(source == .gdelt1 ? "gdelt1" : "gdelt2") \(files) --record RECORD"
  }

  /// For a shell: the importer, which knows no limit on arguments, is to expand the patterns.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      ($0 >= 48 && $0 <= 57) || ($0 >= 65 && $0 <= 90) || ($0 >= 97 && $0 <= 122)
        || [45, 46, 47, 95].contains($0)
    }
    return isPlain && !text.isEmpty
      ? text : "'\(text.replacingOccurrences(of: "'", with: "'\\''"))'"
  }
}
