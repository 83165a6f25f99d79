import ArgumentParser
import EntenteRecord
import EntenteStructure

struct AlliancesCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "alliances",
    abstract:
      "Reads the two fears in an alliance, of abandonment and of entrapment, and their parts.",
    discussion: """
      Example:
        entente alliances alliances.csv --state AAA

      ALLIANCES is a table with the columns state, ally, year, and of the parts those known: threat,
      capability, ally_capability; obligation, troops, consultation, ally_conflict, alignment, each
      from 0 to 1. Entente's own construction.
      """)

  @Argument(help: "Parts by state, ally and year.", completion: .file(extensions: ["csv"]))
  var alliances: String
  @Option(help: "Show this state only.") var state: String?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let all = try AllianceTables().parts(alliances).map(AllianceDilemma.init)
    let shown = all.filter { state ?? $0.parts.state == $0.parts.state }
    guard !shown.isEmpty else {
      let near = state.flatMap { NearSpelling.of($0, among: Set(all.map(\.parts.state))) }
      throw BadInput(
        "\(alliances): expected rows of \(state ?? "a state"), found none"
          + (near.map { "\n    hint: did you mean \($0)?" } ?? ""))
    }
    let report = AlliancesReport(shown, DilemmaTradeOff(shown))
    if json { return try printJSON(report) }
    Streams.print(report.text)
  }
}
