import ArgumentParser
import EntenteRecord
import EntenteStrategies
import EntenteStructure

struct AlliancesCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "alliances",
    abstract:
      "Reads the two fears in an alliance, of abandonment and of entrapment, and their parts.",
    discussion: """
      Example:
        entente alliances alliances.csv --state AAA
        entente alliances northeast-asia --state KOR

      ALLIANCES is a table with the columns state, ally, year, and of the parts those known: threat,
      capability, ally_capability; obligation, troops, consultation, ally_conflict, alignment, each
      from 0 to 1. A case gives threats, capabilities and obligations. Entente's own construction.
      """)

  @Argument(
    help: "Parts by state, ally and year, or a case.", completion: .file(extensions: ["csv"]))
  var alliances: String
  @Option(help: "Show this state only.") var state: String?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let parts: [AllianceDilemma.Parts]
    var notes: [String] = []
    switch try TableOrCase(alliances) {
    case .table(let path): parts = try AllianceTables().parts(path)
    case .subject(let subject):
      let tables = CaseTables(subject: subject)
      parts = try tables.alliances(options: StrategyOptions(draws: 200, seed: 20_231_018))
      notes = [tables.allianceNote]
    }
    let all = parts.map(AllianceDilemma.init)
    let shown = all.filter { state ?? $0.parts.state == $0.parts.state }
    guard !shown.isEmpty else {
      let near = state.flatMap { NearSpelling.of($0, among: Set(all.map(\.parts.state))) }
      throw BadInput(
        "\(alliances): expected rows of \(state ?? "a state"), found none"
          + (near.map { "\n    hint: did you mean \($0)?" } ?? ""))
    }
    let report = AlliancesReport(shown, DilemmaTradeOff(shown), notes: notes)
    if json { return try printJSON(report) }
    Streams.print(report.text)
  }
}
