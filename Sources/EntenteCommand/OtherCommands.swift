import ArgumentParser
import EntenteBrief
import EntenteClaims
import EntenteRecord
import Foundation

struct ShowCommand: ParsableCommand {
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

/// A finding as JSON.
struct FactRow: Encodable {
  let id: String
  let finding: String
  let source: String
  let known: String
  let note: String

  init(_ fact: Fact) {
    id = fact.id
    finding = fact.finding
    source = fact.source
    known = fact.known.rawValue
    note = fact.note
  }
}

/// Reads a `brief.json`.
enum BriefFile {
  static func read(_ path: String) throws -> BriefReport {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw BadInput("\(path): expected a brief.json, found nothing that can be read")
    }
    do {
      return try BriefJSON.decode(data)
    } catch {
      throw BadInput(
        "\(path): expected a brief.json of this version, found \(Self.words(error))")
    }
  }

  private static func words(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "something else" }
    switch error {
    case .keyNotFound(let key, _): return "no \(key.stringValue)"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "another type at \(context.codingPath.map(\.stringValue).joined(separator: "."))"
    case .dataCorrupted(let context): return context.debugDescription
    @unknown default: return "something else"
    }
  }
}

struct DiffCommand: ParsableCommand {
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

struct CiteCommand: ParsableCommand {
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
