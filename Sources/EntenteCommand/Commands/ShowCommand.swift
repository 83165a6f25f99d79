import ArgumentParser
import EntenteBrief
import EntenteClaims
import EntenteRecord
import Foundation

struct ShowCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows a claim, an event, a fact, a question or a number's evidence.",
    discussion: """
      Example:
        entente show northeast-asia 1.3b
        entente show northeast-asia camp-david-2023
        entente show northeast-asia e12
        entente show northeast-asia leg.CHN-PRK --from entente-brief/brief.json
      """)

  @OptionGroup var subject: CaseArgument
  @Argument(help: "Its id, as printed by brief, case events and case claims.") var id: String
  @OptionGroup var options: AnalysisOptions
  @Option(
    name: .customLong("from"), help: "Take verdicts and evidence from this brief.json.",
    completion: .file(extensions: ["json"]))
  var brief: String?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let loaded = try subject.read()
    if let event = loaded.event(id) {
      return try json ? printJSON(EventRow(event)) : Streams.print(Showing.event(event, in: loaded))
    }
    let report =
      try brief.map(BriefFile.read)
      ?? BriefBuilder.report(
        on: loaded, seed: options.seed, draws: options.draws, threads: options.workers)
    if let claim = report.claims.first(where: { $0.id == id }) {
      return try json ? printJSON(claim) : Streams.print(Showing.claim(claim))
    }
    let outcomes = report.claims.flatMap { $0.parts.flatMap(\.tests) }
    if let outcome = outcomes.first(where: { $0.id == id }) {
      return try json ? printJSON(outcome) : Streams.print(Showing.outcome(outcome))
    }
    let evidence = report.evidence + outcomes.flatMap(\.evidence)
    if let line = evidence.first(where: { $0.id == id }) ?? Self.numbered(id, evidence) {
      return try json ? printJSON(line) : Streams.print(Showing.evidence(line, in: report))
    }
    if let question = report.questions.first(where: { $0.id == id }) {
      return try json ? printJSON(question) : Streams.print(Showing.question(question))
    }
    if let fact = loaded.facts.first(where: { $0.id == id }) {
      return try json ? printJSON(FactRow(fact)) : Streams.print(Showing.fact(fact))
    }
    let known =
      loaded.events.map(\.id) + report.claims.map(\.id) + evidence.map(\.id)
      + loaded.facts.map(\.id) + report.questions.map(\.id)
    throw BadInput(
      "\(Fault.quoted(id)): expected the id of a claim, event, fact, question or evidence, found none\n    hint: "
        + (NearSpelling.of(id, among: known).map { "did you mean \($0)?" }
          ?? "entente case events and entente case claims list them"))
  }

  /// `e21`, as the summary and the page number their evidence: each line once, in order.
  private static func numbered(_ id: String, _ evidence: [Evidence]) -> Evidence? {
    guard id.first == "e", let number = Int(id.dropFirst()) else { return nil }
    var seen: Set<String> = []
    let lines = evidence.filter { seen.insert($0.id).inserted }
    return lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }
}
