import ArgumentParser
import EntenteRecord
import EntenteSources
import EntenteStore
import Foundation

struct MentionsCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "mentions",
    abstract: "Counts GDELT's mentions by event, and joins them to the events of a record.",
    discussion: """
      Example:
        entente mentions 'files/gdelt2/2023-08/*.mentions.CSV.zip' --record world > mentions.csv

      Mentions are no events: a row says that an article speaks of an event. So they are counted, and \
      not imported. With --record only events that it has are told, with day, source, target and code.
      docs/importing.md lists the columns.
      """)

  @Argument(help: "Files, folders or patterns.", completion: .file()) var files: [String]
  @Option(help: "The record whose events are told.", completion: .directory) var record: String?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let store = try record.map { try RecordLocation.open($0) }
    let paths = try InputPaths.files(files)
    var count = MentionCount()
    var (told, total, faults): ([MentionsReport.File], RowAccount, [Fault]) = ([], RowAccount(), [])
    for path in paths {
      do throws(RecordError) {
        for input in try InputFile.inputs(at: path) {
          let outcome = try count.add(input)
          total = total + outcome.account
          told.append(MentionsReport.File(file: input.name, outcome))
          for rejection in outcome.rejections.prefix(10) {
            Streams.log(
              "\(input.name):\(rejection.line): \(rejection.field): rejected for "
                + "\(rejection.reason.rawValue), found \(rejection.found)")
          }
        }
      } catch {
        faults += error.faults
        told.append(MentionsReport.File(file: path, refusal: error))
      }
    }
    let report = MentionsReport(count, files: told, total: total, store: store)
    if json {
      try printJSON(report)
    } else {
      let out = try OutputFile(nil)
      _ = try out.write(MentionsReport.header)
      for event in report.events where try !out.write(event.csv) { break }
      try out.finish()
    }
    Streams.log(report.summary)
    for file in told
    where file.account.map({ $0.read > 0 && $0.kept == 0 && $0.rejected > 0 }) ?? false {
      throw BadInput(
        "\(file.file): expected rows of GDELT's mentions, found none among \(file.account?.read ?? 0); "
          + "is it a file of events?")
    }
    guard faults.isEmpty else { throw RecordError(.invalid, faults) }
  }
}

/// Mentions by event, with the account of their rows.
struct MentionsReport: Encodable {
  struct File: Encodable {
    let file: String
    /// counted, repeated (the same bytes as an earlier one) or refused.
    let status: String
    let account: RowAccount?
    let note: String?

    init(file: String, _ outcome: MentionCount.Outcome) {
      self.file = file
      status = outcome.isRepeat ? "repeated" : "counted"
      account = outcome.isRepeat ? nil : outcome.account
      note = nil
    }

    init(file: String, refusal: RecordError) {
      (self.file, status, account, note) = (file, "refused", nil, refusal.description)
    }
  }

  struct Event: Encodable {
    let event: UInt64
    let mentions: Int
    let sources: Int
    let inText: Int
    let first: UInt64
    let last: UInt64
    let confidence: Double
    let tone: Double
    var date: String?
    var source: String?
    var target: String?
    var cameo: String?

    init(_ event: UInt64, _ tally: MentionTally) {
      self.event = event
      (mentions, sources, inText) = (tally.mentions, tally.sources, tally.inText)
      (first, last) = (tally.first, tally.last)
      (confidence, tone) = (tally.meanConfidence, tally.meanTone)
    }

    var csv: String {
      "\(event),\(mentions),\(sources),\(inText),\(first),\(last),"
        + "\(Event.decimal(confidence)),\(Event.decimal(tone)),"
        + [date, source, target, cameo].map { $0 ?? "" }.joined(separator: ",") + "\n"
    }

    private static func decimal(_ value: Double) -> String { String(format: "%.4f", value) }
  }

  static let header =
    "event,mentions,sources,in_text,first,last,confidence,tone,date,source,target,cameo\n"

  let files: [File]
  let total: RowAccount
  /// Mentions of events that the record does not have; nil without a record.
  let ofOtherEvents: Int?
  let events: [Event]

  init(_ count: MentionCount, files: [File], total: RowAccount, store: RecordStore?) {
    self.files = files
    self.total = total
    guard let store else {
      events = count.tallies.sorted { $0.key < $1.key }.map { Event($0.key, $0.value) }
      ofOtherEvents = nil
      return
    }
    var found: [Event] = []
    var met: Set<UInt64> = []
    for segment in store.segments where segment.format.family == .gdelt {
      for row in 0..<segment.count {
        guard let tally = count.tallies[segment.id[row]] else { continue }
        var event = Event(segment.id[row], tally)
        event.date = Day(number: segment.day[row]).description
        event.source = PackedState(rawValue: segment.source[row]).code?.text
        event.target = PackedState(rawValue: segment.target[row]).code?.text
        event.cameo = PackedCode(rawValue: segment.code[row]).description
        found.append(event)
        met.insert(segment.id[row])
      }
    }
    events = found.sorted { ($0.event, $0.date ?? "") < ($1.event, $1.date ?? "") }
    ofOtherEvents = total.kept - met.reduce(0) { $0 + (count.tallies[$1]?.mentions ?? 0) }
  }

  var summary: String {
    "\(total.lines) lines: \(total.kept) mentions, \(total.rejected) rejected, \(total.blank) blank; "
      + "of \(events.count) events"
      + (ofOtherEvents.map { ", and \($0) mentions of events that the record does not have" } ?? "")
  }
}
