import ArgumentParser
import EntenteRecord
import EntenteStructure
import Foundation

struct PortfolioCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "portfolio",
    abstract: "Says how alike states' alliances, votes or other ties are.",
    discussion: """
      Example:
        entente portfolio ties.csv --pair AAA-BBB
        entente portfolio atop_alliance.csv --year 2016 --system cow_states.csv --pair 731-732
        entente portfolio --votes votes.csv --session 2 --pair AAA-BBB

      TIES is a table with the columns from, to (or ccode1, ccode2), and value, or ATOP's columns
      of obligations: defence or offence 3, neutrality or non-aggression 2, consultation 1; with
      year, the last one unless told otherwise. VOTES is as in ideal-points.
      """)

  @Argument(help: "Ties.", completion: .file(extensions: ["csv"])) var ties: String?
  @Option(help: "Votes instead of ties.", completion: .file(extensions: ["csv"])) var votes: String?
  @Option(help: "Roll calls of the votes.", completion: .file(extensions: ["csv"]))
  var rollCalls: String?
  @Option(help: "Session of the votes. Default: all.") var session: Int?
  @Option(help: "Year of the ties.") var year: Int?
  @Option(
    help: "Members of the system: state, and from, to. Default: all states that have a tie.",
    completion: .file(extensions: ["csv"])) var system: String?
  @Option(help: "Only these states, joined by commas: a region.") var region: String?
  @Option(help: "Weights of alters: state, weight or cinc.", completion: .file(extensions: ["csv"]))
  var weights: String?
  @Option(help: "End of the scale of values. Default: 3 for ATOP, else the largest value.")
  var scale: Double?
  @Flag(help: "A tie goes one way only.") var directed = false
  @Flag(help: "A state has no tie with itself. Default: the strongest.") var noSelfTies = false
  @Option(help: "Show this pair, as A-B; repeatable. Default: all.") var pair: [String] = []
  @Option(help: "Show the pairs of this state.") var state: String?
  @Option(help: "Names of codes: ccode, stateabb.", completion: .file(extensions: ["csv"]))
  var names: String?
  @Option(help: "Threads; the answer does not depend on their number.") var threads: Int?
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard (ties == nil) != (votes == nil) else {
      throw ValidationError("expected a table of ties or --votes, and not both")
    }
    if let scale, !(scale > 0 && scale.isFinite) {
      throw ValidationError("--scale: expected a number over 0, found \(scale)")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads: expected 1 to 1024, found \(threads)")
    }
  }

  func run() throws {
    let (table, what, rules) = try read()
    let names = try self.names.map(CapabilityTables().names) ?? [:]
    let back = Dictionary(names.map { ($1, $0) }, uniquingKeysWith: min)
    func known(_ name: String) throws -> String {
      for code in [name, back[name] ?? name] where table.states.contains(code) { return code }
      let near = NearSpelling.of(name, among: table.states)
      throw BadInput(
        "\(Fault.quoted(name)): expected a state of the table, found none"
          + (near.map { "\n    hint: did you mean \($0)?" } ?? ""))
    }
    let all = table.pairs(threads: threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount))
    var shown = all
    if let state {
      let code = try known(state)
      shown = shown.filter { $0.first == code || $0.second == code }
    }
    if !pair.isEmpty {
      shown = try pair.compactMap { text in
        let parts = text.split(separator: "-", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
          throw BadInput("--pair: expected A-B, found \(Fault.quoted(text))")
        }
        return table.comparison(of: try known(parts[0]), and: try known(parts[1]))
      }
    }
    let report = PortfolioReport(
      table, of: what, pairs: shown, all: all, rules: rules, names: names)
    if json { return try printJSON(report) }
    Streams.print(report.text)
  }

  private func read() throws -> (PortfolioTable, String, [String]) {
    let region = region.map { Set($0.split(separator: ",").map(String.init)) }
    if let votes {
      let read = try VoteTables().votes(votes, rollCalls: rollCalls)
      let table = PortfolioTable(of: read, session: session)
      guard table.states.count >= 2 else {
        throw BadInput(
          "\(votes): expected votes of 2 states"
            + (session.map { " in session \($0)" } ?? "") + ", found \(table.states.count)")
      }
      let kept = table.states.indices.filter { region?.contains(table.states[$0]) ?? true }
      let chosen = PortfolioTable(
        states: kept.map { table.states[$0] }, alters: table.alters,
        values: kept.map { table.values[$0] }, scale: table.scale)
      return (
        chosen, "votes" + (session.map { " of session \($0)" } ?? ""),
        ["votes that both cast; yes 0, abstention 1, no 2"]
      )
    }
    guard let ties else { throw BadInput("expected a table of ties, found none") }
    let tables = TieTables()
    let read = try tables.ties(ties, year: year, scale: scale)
    var rules: [String] = []
    var states = Set(read.ties.flatMap { [$0.from, $0.to] }).sorted()
    if let system {
      let members = try tables.members(system, in: read.year)
      states = members.states
      if members.isCarriedOn {
        rules.append("the system's last members are carried on to this year")
      }
    } else {
      rules.append("no --system: states without any tie are left out")
    }
    if let region { states = states.filter(region.contains) }
    guard states.count >= 2 else {
      throw BadInput("\(ties): expected 2 states of the system or region, found \(states.count)")
    }
    let values = try weights.map { try tables.weights($0, in: read.year) }
    if let values {
      let lacking = states.filter { values[$0] == nil }
      guard lacking.count < states.count else {
        throw BadInput("\(weights ?? ""): expected weights of the states, found none")
      }
      if !lacking.isEmpty {
        rules.append("weight 0, none known: \(lacking.joined(separator: " "))")
      }
    }
    rules.append(
      noSelfTies
        ? "no tie with oneself" : "a state's tie with itself is the strongest, which raises kappa")
    rules.append(directed ? "ties as listed, one way" : "a tie counts both ways")
    return (
      PortfolioTable(
        of: read.ties, among: states, scale: read.scale, isDirected: directed,
        hasSelfTies: !noSelfTies, weights: values.map { values in states.map { values[$0] ?? 0 } }),
      "ties" + (read.year.map { " of \($0)" } ?? ""), rules
    )
  }
}
