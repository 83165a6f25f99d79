import ArgumentParser
import EntenteBrief
import EntenteClaims
import EntenteRecord
import EntenteSources
import Foundation

struct CaseCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "case", abstract: "Lists, checks, starts and reads cases.",
    discussion: "Example:\n  entente case check northeast-asia",
    subcommands: [
      ListCases.self, CheckCase.self, NewCase.self, ListEvents.self, ListClaims.self,
    ])
}

/// Prints values as JSON with sorted keys.
func printJSON(_ value: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
  Streams.print(String(decoding: try encoder.encode(value), as: UTF8.self))
}

struct ListCases: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the built-in cases.",
    discussion: "Example:\n  entente case list")

  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    struct Row: Encodable {
      let name: String
      let folder: String
    }
    let rows = CaseLocation.builtIn.sorted { $0.key < $1.key }
      .map { Row(name: $0.key, folder: $0.value.path) }
    if json { return try printJSON(rows) }
    for row in rows { Streams.print("\(row.name)\t\(row.folder)") }
    if rows.isEmpty { Streams.log("no built-in case found; set ENTENTE_CASES to their folder") }
  }
}

struct CheckCase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Reports every fault of every file of a case in one run.",
    discussion: "Example:\n  entente case check my-case")

  @OptionGroup var subject: CaseArgument
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    struct Row: Encodable {
      let file: String
      let line: Int
      let field: String
      let expected: String
      let found: String
      let hint: String?
    }
    let folder = try CaseLocation.folder(of: subject.folder)
    let reading = CaseReader.check(at: folder)
    let loaded = reading.value
    let faults = CaseLocation.faults(of: reading)
    if json {
      try printJSON(
        faults.map {
          Row(
            file: $0.place.file, line: $0.place.line, field: $0.field, expected: $0.expected,
            found: $0.found, hint: $0.hint)
        })
      if !faults.isEmpty { throw ExitCode(2) }
      return
    }
    guard faults.isEmpty, let loaded else {
      throw RecordError(
        reading.isUnreadable ? .unreadable : .invalid, faults, omitted: reading.omitted)
    }
    Streams.print(
      "\(loaded.title): \(Wording.count(loaded.files.count, "file")), "
        + "\(Wording.count(loaded.actors.count, "state")), "
        + "\(Wording.count(loaded.events.count, "event")), \(loaded.series.count) series, "
        + "\(Wording.count(loaded.claims.count, "claim")), "
        + "\(Wording.count(loaded.questions.count, "question")), no faults")
  }
}

struct NewCase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Writes a small working case with comments.",
    discussion: "Example:\n  entente case new my-case && entente brief my-case")

  @Argument(help: "The folder to make.") var folder: String

  func run() throws {
    try CaseTemplate.write(to: folder)
    Streams.log("wrote \(folder); next: entente case check \(folder)")
  }
}

struct ListEvents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events", abstract: "Lists a case's events.",
    discussion: "Example:\n  entente case events northeast-asia --actor PRK --from 2023-01-01")

  @OptionGroup var subject: CaseArgument
  @Option(help: "Only events that this state takes part in.") var actor: String?
  @Option(help: "First day.") var from: String?
  @Option(help: "Last day.") var to: String?
  @Flag(help: "Only contested events.") var contested = false
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    for (text, name) in [(from, "from"), (to, "to")] {
      if let text, Day(text) == nil {
        throw ValidationError("--\(name): expected a date like 2023-08-18, found \(text)")
      }
    }
    if let first = from.flatMap({ Day($0) }), let last = to.flatMap({ Day($0) }), first > last {
      throw ValidationError("--to: expected a day not before --from, found \(last)")
    }
  }

  func run() throws {
    let (first, last) = (from.flatMap { Day($0) }, to.flatMap { Day($0) })
    let loaded = try subject.read()
    var code: ActorCode?
    if let actor {
      guard let found = ActorCode(actor), loaded.actor(found) != nil else {
        throw BadInput(
          "--actor: expected the code of a state of the case, found \(Fault.quoted(actor))")
      }
      code = found
    }
    let chosen = loaded.events.filter { event in
      (code.map { event.sources.contains($0) || event.targets.contains($0) } ?? true)
        && (first ?? event.day) <= event.day && event.day <= (last ?? event.day)
        && (!contested || event.isContested)
    }
    if json { return try printJSON(chosen.map(EventRow.init)) }
    for event in chosen {
      let who = event.sources.map(\.text).joined(separator: " ")
      let whom = event.isJoint ? "" : " > " + event.targets.map(\.text).joined(separator: " ")
      Streams.print(
        "\(event.day)  \(event.id)  \(event.type.rawValue)  \(who)\(whom)  \(event.text)")
    }
    Streams.log("\(chosen.count) of \(loaded.events.count) events")
  }
}

/// An event as JSON.
struct EventRow: Encodable {
  let id: String
  let day: Day
  let dayIsCertain: Bool
  let sources: [ActorCode]
  let targets: [ActorCode]
  let type: EventType
  let sign: Int
  let category: String
  let claimedBy: [ActorCode]
  let deniedBy: [ActorCode]
  let grade: EvidenceGrade?
  let text: String
  let reference: String?

  init(_ event: Event) {
    id = event.id
    day = event.day
    dayIsCertain = event.dayIsCertain
    sources = event.sources
    targets = event.targets
    type = event.type
    sign = event.sign
    category = event.category
    claimedBy = event.claimedBy
    deniedBy = event.deniedBy
    grade = event.grade
    text = event.text
    reference = event.reference
  }
}

struct ListClaims: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims", abstract: "Lists a case's claims and their tests.",
    discussion: "Example:\n  entente case claims northeast-asia --document riac-2023")

  @OptionGroup var subject: CaseArgument
  @Option(help: "Only claims of this document.") var document: String?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    struct Row: Encodable {
      let id: String
      let document: String
      let kinds: [Claim.Kind]
      let subject: String
      let paraphrase: String
      let tests: [String]
    }
    let loaded = try subject.read()
    let rows = loaded.claims.filter { document == nil || $0.document == document }.map { claim in
      Row(
        id: claim.id, document: claim.document, kinds: claim.kinds, subject: claim.subject,
        paraphrase: claim.paraphrase, tests: claim.parts.flatMap { $0.tests.map(\.name) })
    }
    if rows.isEmpty, let document, !loaded.documents.contains(where: { $0.id == document }) {
      throw BadInput(
        "--document: expected one of \(loaded.documents.map(\.id).joined(separator: ", ")), found \(Fault.quoted(document))"
      )
    }
    if json { return try printJSON(rows) }
    for row in rows {
      let kinds = row.kinds.map(\.rawValue).joined(separator: ", ")
      Streams.print(
        "\(row.id)  [\(kinds)]  \(row.paraphrase)  (\(row.tests.joined(separator: ", ")))")
    }
  }
}
