import ArgumentParser
import EntenteRecord
import EntenteSources
import EntenteStructure
import Foundation

struct IdealPointsCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "ideal-points",
    abstract: "Places states on one dimension by how they voted, session by session.",
    discussion: """
      Example:
        entente ideal-points votes.csv --session 2
        entente ideal-points un_votes.csv --roll-calls un_roll_calls.csv --un --polish

      VOTES is a table with the columns rcid (or item), country_code (or state), vote (yes,
      abstain or no) and session, which may stand in the table of roll calls instead. With
      --un the choices of Bailey, Strezhnev and Voeten are made: US on the right, no session 19,
      no votes on paragraphs and amendments from 1990 on.
      """)

  @Argument(help: "Votes, one a row.", completion: .file(extensions: ["csv"])) var votes: String
  @Option(
    help: "Roll calls: rcid,session, and date,para,amend if known.",
    completion: .file(extensions: ["csv"])) var rollCalls: String?
  @Option(
    help: "Roll calls that voted on one text again: rcid1,rcid2.",
    completion: .file(extensions: ["csv"])) var repeated: String?
  @Flag(name: .customLong("un"), help: "Make the usual choices for votes of the UN.") var isUN =
    false
  @Option(help: "The state that stands on the positive side.") var right: String?
  @Option(
    help: ArgumentHelp(
      "Leave out a STATE, a :SESSION or STATE:SESSION; repeatable.", valueName: "state:session"))
  var omit: [String] = []
  @Flag(help: "Sample after the fast fit, to mend the drift of sessions' levels.") var polish =
    false
  @Option(help: "Sweeps of the sampling.") var sweeps = IdealPointOptions.usualSweeps
  @Option(help: "Check the intervals on so many data sets drawn from the fit.") var coverage = 0
  @Option(help: "Seed of the sampling.") var seed: UInt64 = 20_231_018
  @Option(help: "Threads; the answer does not depend on their number.") var threads: Int?
  @Option(help: "Show this session only.") var session: Int?
  @Option(help: "Show this state only.") var state: String?
  @Option(
    help: "Report agreement with these estimates: ccode or state, session, IdealPoint, NVotes.",
    completion: .file(extensions: ["csv"])) var compare: String?
  @Option(
    help: "Codes of the estimates' states: iso2,ccode.", completion: .file(extensions: ["csv"]))
  var codes: String?
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard (10...100_000).contains(sweeps) else {
      throw ValidationError("--sweeps: expected 10 to 100000, found \(sweeps)")
    }
    guard (0...1000).contains(coverage) else {
      throw ValidationError("--coverage: expected 0 to 1000, found \(coverage)")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads: expected 1 to 1024, found \(threads)")
    }
  }

  func run() throws {
    let tables = VoteTables()
    let read = try tables.votes(votes, rollCalls: rollCalls)
    var options = IdealPointOptions(
      selection: isUN ? .unitedNations : VoteSelection(),
      direction: isUN && right == nil ? .unitedNations : .right(right),
      sweeps: polish ? sweeps : 0, coverageSets: coverage, seed: seed,
      threads: threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount))
    options.selection.omissions += try omit.map { try omission($0, among: read) }
    if let repeated { options.selection.repeated = try tables.repeated(repeated) }
    let points = try told { () throws(StructureError) in
      try IdealPoints(of: read, options: options)
    }
    var agreement: IdealPointAgreement?
    if let compare {
      let names = try codes.map(tables.codes)
      agreement = IdealPointAgreement(
        of: points, with: try tables.references(compare, codes: names))
    }
    let shown = points.points.filter {
      session ?? $0.session == $0.session && state ?? $0.state == $0.state
    }
    if shown.isEmpty {
      let near = state.flatMap { NearSpelling.of($0, among: Set(points.points.map(\.state))) }
      throw BadInput(
        "\(votes): expected points of \(state ?? "states")"
          + (session.map { " in session \($0)" } ?? "") + ", found none"
          + (near.map { "\n    hint: did you mean \($0)?" } ?? ""))
    }
    if json { return try printJSON(IdealPointsReport(points, shown, agreement)) }
    Streams.print(IdealPointsReport.text(points, shown, agreement))
  }

  private func omission(
    _ text: String, among votes: RollCallVotes
  ) throws -> VoteSelection.Omission {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let state = parts[0].isEmpty ? nil : String(parts[0])
    let session = parts.count > 1 ? Int(parts[1]) : nil
    guard parts.count == 1 || session != nil, state != nil || session != nil else {
      throw BadInput(
        "--omit: expected STATE, :SESSION or STATE:SESSION, found \(Fault.quoted(text))")
    }
    if let state, !votes.states.contains(state) {
      let near = NearSpelling.of(state, among: votes.states)
      throw BadInput(
        "--omit: expected a state that votes, found \(Fault.quoted(state))"
          + (near.map { "\n    hint: did you mean \($0)?" } ?? ""))
    }
    return VoteSelection.Omission(state: state, session: session)
  }
}
