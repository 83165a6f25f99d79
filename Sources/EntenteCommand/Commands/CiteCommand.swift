import ArgumentParser
import EntenteBrief
import EntenteClaims
import EntenteRecord
import Foundation

struct CiteCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "cite", abstract: "Lists what to cite when using a case: data, methods, articles.",
    discussion: "Example:\n  entente cite northeast-asia")

  @OptionGroup var subject: CaseArgument
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let citations = BriefBuilder.citations(of: try subject.read())
    if json { return try printJSON(citations) }
    Streams.print(citations.joined(separator: "\n"))
  }
}
