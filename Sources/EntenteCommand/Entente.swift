import ArgumentParser
import EntenteBrief
import EntenteRecord
import Foundation

@main
struct EntenteProgram: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente",
    abstract: "Measures a regional security system and judges what is claimed about it.",
    discussion: """
      Example:
        entente brief northeast-asia
        entente show northeast-asia 1.3b

      Results go to standard output, progress and errors to standard error.
      Exit codes: 0 done, 1 failure, 2 bad input, 64 wrong usage, 130 interrupted.
      """,
    version: "entente \(ProgramVersion.text)",
    subcommands: CommandCatalog.all.map { $0 as any ParsableCommand.Type })

  static func main() {
    Interruption.install()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as RecordError {
      Streams.log(error.description)
      let count = error.faults.count
      Streams.log("\(count) fault\(count == 1 ? "" : "s")")
      Foundation.exit(2)
    } catch let error as BadInput {
      Streams.log(error.description)
      Foundation.exit(2)
    } catch let error as OutputFailure {
      Streams.log(error.description)
      Foundation.exit(1)
    } catch {
      exit(withError: error)
    }
  }
}

/// An input that cannot be used, other than a case: exit code 2.
struct BadInput: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
