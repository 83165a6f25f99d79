import ArgumentParser
import EntenteRecord
import EntenteStore
import Foundation

struct EventsCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "events", abstract: "Lists events of a record: what lies behind any number.",
    discussion: """
      Example:
        entente events --record events.record --actors CHN,PRK --from 2018-03-01 --to 2018-03-31

      Each event comes with the file and line that it was read from.
      """)

  @OptionGroup var subject: RecordOption
  @OptionGroup var choice: EventChoice
  @Option(
    help: "Leave out days with less than this share of the usual news, as entente series does.")
  var thin = 0.0
  @Option(help: "At most so many; 0 for all. Without it 50 lines of text, or all as CSV or JSON.")
  var limit: Int?
  @Flag(help: "Print CSV, as entente record export does.") var csv = false
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard !(csv && json) else { throw ValidationError("expected --csv or --json, found both") }
    guard limit ?? 0 >= 0 else {
      throw ValidationError("--limit: expected 0 or more, found \(limit ?? 0)")
    }
    guard (0...1).contains(thin) else {
      throw ValidationError("--thin: expected a share in 0...1, found \(thin)")
    }
  }

  func run() throws {
    let store = try subject.open()
    let filter = try choice.filter()
    let events = store.events(matching: filter)
    let most = limit ?? (csv || json ? 0 : 50)
    let coverage = thin > 0 ? store.coverage(of: filter.formats, share: thin) : nil
    let written = try EventPrinter(store).print(
      events, as: json ? .json : csv ? .csv : .plain, to: OutputFile(nil),
      limit: most == 0 ? nil : most
    ) { day in coverage.map { $0.state(of: day) == .covered } ?? true }
    Streams.log(
      written < events.count
        ? "\(written) of \(events.count) events" : "\(written) event\(written == 1 ? "" : "s")")
  }
}
