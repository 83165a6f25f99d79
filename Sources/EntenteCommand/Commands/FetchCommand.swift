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

      Files land in MIRROR/gdelt2/YYYY-MM, each compared with the size and the MD5 that the list \
      gives. A run that was ended goes on with the next one; what is there is not fetched again. \
      Hours without a file are listed as not covered. http_proxy, https_proxy, no_proxy and \
      SSL_CERT_FILE are honoured. The import is a second step: the command prints it.

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

  @Option(help: "The record that the printed import command names.", completion: .directory)
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

  @Flag(help: "Print the report as JSON.") var json = false

  func validate() throws {
    guard mirror != nil || record != nil else {
      throw ValidationError("expected --mirror or --record: where are the files to go?")
    }
    guard source == .gdelt || (feed == .events && !translation) else {
      throw ValidationError("--feed and --translation are for gdelt: GDELT 1.0 has events only")
    }
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
    let meter = FetchMeter()
    fetch.progress = { meter.show($0) }
    let report = try fetch.run()
    meter.end()
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      Streams.print(String(decoding: try encoder.encode(report), as: UTF8.self))
    } else {
      Streams.print(FetchSummary.text(report, next: next(report)))
    }
    if let stopped = report.stopped { Streams.log("stopped: \(stopped)") }
    guard report.isComplete else { throw ExitCode(1) }
  }

  private func window() throws -> (Day, Day) {
    func day(_ text: String, _ name: String) throws -> Day {
      guard let day = Day(text) else {
        throw BadInput(
          "--\(name): expected a date like 2023-08-18, found \(Fault.quoted(text))")
      }
      return day
    }
    let (first, last) = (try day(from, "from"), try day(to, "to"))
    guard first <= last else {
      throw BadInput("--to: expected a day from \(first) on, found \(last)")
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

  /// The command that imports what is there.
  private func next(_ report: FetchReport) -> String? {
    guard report.present + report.fetched > 0 else { return nil }
    let format =
      source == .gdelt1 ? "gdelt1" : feed == .events ? "gdelt2" : "gdelt-mentions"
    let files = report.patterns.map(Self.quoted).joined(separator: " ")
    return "entente import \(format) \(files) --record \(record.map(Self.quoted) ?? "RECORD")"
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
