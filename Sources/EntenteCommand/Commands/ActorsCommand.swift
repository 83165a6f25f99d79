import ArgumentParser
import EntenteRecord

struct ActorsCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "actors", abstract: "Says which state a code or a name means on a day, and why.",
    discussion: """
      Example:
        entente actors 732 --on 1950-06-25
        entente actors NA --system iso2
        entente actors Korea

      Without --system every way of writing states is asked. Exit code 1 if none knows a state of the
      day. docs/actors.md lists the systems and the decisions.
      """)

  @Argument(help: "A code or a name, as some data set writes it.") var text: String
  @Option(help: "The day; without it, any time.") var on: String?
  @Option(help: "One of \(CodeSystem.allCases.map(\.rawValue).joined(separator: ", ")).")
  var system: String?
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    if let on, Day(on) == nil {
      throw ValidationError("--on: expected a date like 2023-08-18, found \(Fault.quoted(on))")
    }
    if let system, CodeSystem(rawValue: system) == nil {
      let names = CodeSystem.allCases.map(\.rawValue)
      throw ValidationError(
        "--system: expected \(names.joined(separator: ", ")), found \(Fault.quoted(system))"
          + (NearSpelling.of(system, among: names).map { "; did you mean \($0)?" } ?? ""))
    }
  }

  struct Answer: Encodable {
    let system: String
    /// The state, where one is meant.
    let state: String?
    let name: String?
    let reason: String
    /// When the state exists.
    let spells: [String]
  }

  func run() throws {
    let day = on.flatMap { Day($0) }
    let resolver = StateResolver.standard
    let systems = system.flatMap { CodeSystem(rawValue: $0) }.map { [$0] } ?? CodeSystem.allCases
    var answers: [Answer] = []
    for system in systems {
      let found = resolver.state(text, system, on: day)
      if case .unknown = found, self.system == nil { continue }
      let state = found.code.flatMap { resolver.known($0) }
      answers.append(
        Answer(
          system: system.rawValue, state: found.code?.text, name: state?.name,
          reason: found.reason, spells: state?.spells.map(\.description) ?? []))
    }
    if json {
      try printJSON(answers)
    } else {
      for answer in answers {
        var line = "\(answer.system): \(answer.reason)"
        if let name = answer.name { line += ", \(name)" }
        if !answer.spells.isEmpty {
          line += "; exists \(answer.spells.joined(separator: ", "))"
        }
        Streams.print(line)
      }
      if answers.isEmpty {
        Streams.log("\(Fault.quoted(text)): nobody that the tables know, in any system")
      }
    }
    if !answers.contains(where: { $0.state != nil }) { throw ExitCode(1) }
  }
}
