import ArgumentParser
import EntenteRecord
import EntenteStore
import Foundation

struct SeriesCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "series",
    abstract: "Counts a record's events by pair and period, and says which days have no news.",
    discussion: """
      Example:
        entente series --record events.record --actors CHN,PRK --by month --directed

      One row for each period and pair; where no pair is named, only pairs that have events. A row
      without values is missing, not zero: the record has no news of its days.
      """)

  @OptionGroup var subject: RecordOption
  @OptionGroup var choice: EventChoice
  @Option(help: "Length of the periods: day, week, month, quarter or year.")
  var by: PeriodOption = .week
  @Flag(help: "Tell acts of A towards B from acts of B towards A.") var directed = false
  @Option(
    help: "Leave out days with less than this share of the usual news; 0 leaves out none.")
  var thin = Coverage.usualShare
  @OptionGroup var output: SeriesOutput
  @Option(help: "Threads; the answer is the same for any number.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard (0...1).contains(thin) else {
      throw ValidationError("--thin: expected a share in 0...1, found \(thin)")
    }
    guard threads >= 1 else {
      throw ValidationError("--threads: expected 1 or more, found \(threads)")
    }
  }

  func run() throws {
    var filter = try choice.filter()
    filter.isInterstate = true
    let query = SeriesQuery(filter, by: by.length, isDirected: directed, thinShare: thin)
    let words =
      ["entente", "events", "--record", subject.record]
      + (choice.interstate || choice.actors != nil
        ? choice.words : choice.words + ["--interstate"])
      + ["--thin", "\(thin)"]
    try output.print(
      subject.open().seriesParts(query, threads: threads), behind: words.joined(separator: " "))
  }
}
