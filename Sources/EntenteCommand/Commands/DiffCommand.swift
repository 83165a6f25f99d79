import ArgumentParser
import EntenteBrief
import EntenteClaims
import EntenteRecord
import Foundation

struct DiffCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Says which verdicts changed between two briefs, and why.",
    discussion: "Example:\n  entente diff old/brief.json entente-brief/brief.json")

  @Argument(help: "The earlier brief.json.") var old: String
  @Argument(help: "The later brief.json.") var new: String
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let (earlier, later) = (try BriefFile.read(old), try BriefFile.read(new))
    if json { return try printJSON(BriefDiff.compare(old: earlier, new: later)) }
    Streams.print(BriefDiff.text(old: earlier, new: later, width: Streams.width))
  }
}
