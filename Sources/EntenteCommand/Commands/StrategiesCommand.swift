import ArgumentParser
import EntenteBrief
import EntenteNumerics
import EntenteRecord
import EntenteStrategies

struct StrategiesCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "strategies",
    abstract: "Says how far each state balances, bandwagons, hedges, passes the buck.",
    discussion: """
      For each state and period, the rules' support for each strategy, 0 to 1; they overlap and do not
      sum to one. A question mark means that it cannot be told. The rules are Entente's own and can be
      moved: see docs/strategies.md. At most 400 draws are made, as in the brief.

      Example:
        entente strategies northeast-asia --state KOR
        entente strategies northeast-asia --by half --threshold effort=0.15 --json
      """)

  @OptionGroup var subject: CaseArgument
  @Option(help: "Only this state, by its code; may be repeated.") var state: [String] = []
  @Option(help: "Length of a period: year, half or quarter.") var by = "year"
  @Option(help: "Move a threshold, NAME=VALUE; may be repeated.") var threshold: [String] = []
  @Option(help: "Ask for bandwagoning towards this state alone.") var toward: String?
  @Flag(help: "Leave out acts that one side denies.") var withoutContested = false
  @Flag(help: "Show the measures behind the answers.") var measures = false
  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var options: AnalysisOptions

  func validate() throws {
    guard ["year", "half", "quarter"].contains(by) else {
      throw ValidationError("--by: expected year, half or quarter, found \(by)")
    }
    _ = try moved()
  }

  private func moved() throws -> [Threshold: Double] {
    var found: [Threshold: Double] = [:]
    for text in threshold {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let value = Double(parts[1]), value.isFinite else {
        throw ValidationError("--threshold: expected NAME=VALUE, found \(text)")
      }
      guard let name = Threshold(rawValue: parts[0]) else {
        let names = Threshold.allCases.map(\.rawValue)
        let hint =
          NearSpelling.of(parts[0], among: names).map { "did you mean \($0)?" }
          ?? "known: " + names.joined(separator: ", ")
        throw ValidationError("--threshold: no threshold \(parts[0]); \(hint)")
      }
      found[name] = value
    }
    return found
  }

  func run() throws {
    let loaded = try subject.read()
    func code(_ text: String) throws -> ActorCode {
      if let code = ActorCode(text), loaded.core.contains(code) { return code }
      let known = loaded.core.map(\.text)
      throw BadInput(
        "\(Fault.quoted(text)): expected a core state of the case\n    hint: "
          + (NearSpelling.of(text, among: known).map { "did you mean \($0)?" }
            ?? "known: " + known.joined(separator: ", ")))
    }
    let length = Period.Length(rawValue: by) ?? .year
    let table = Strategies.table(
      of: CaseEvidence(of: loaded), states: state.isEmpty ? nil : try state.map(code),
      options: StrategyOptions(
        length: length, draws: min(options.draws, StrategyOptions.enoughDraws), seed: options.seed,
        threads: options.workers,
        includesContested: !withoutContested, thresholds: try moved(),
        toward: try toward.map(code)))
    if json { return try printJSON(table) }
    var last: ActorCode?
    for row in table {
      if row.state != last { head(loaded.name(of: row.state)) }
      last = row.state
      show(row, loaded)
    }
    if last != nil { foot() }
  }

  private static let abbreviations = ["IB", "EB", "BP", "BF", "BPr", "HE", "DI", "NO"]

  private func foot() {
    let names = zip(Self.abbreviations, Strategy.allCases).map { short, strategy in
      "\(short) \(strategy == .none ? "none of them" : strategy.title)"
    }
    Streams.print("")
    Streams.print("  " + names.prefix(4).joined(separator: ", ") + ",")
    Streams.print("  " + names.dropFirst(4).joined(separator: ", ") + ".")
    Streams.print("  90% intervals and probabilities: --json.")
  }

  private func head(_ name: String) {
    Streams.print("\(name): rule support, 0 to 1; ? cannot tell; - not measured")
    Streams.print(
      "  " + pad("", 8) + Self.abbreviations.map { pad($0, 7) }.joined() + "main threat")
  }

  private func show(_ row: StateStrategy, _ loaded: Case) {
    let cells = Strategy.allCases.map { strategy -> String in
      guard let support = row.support(for: strategy), let value = support.support?.value else {
        return pad("-", 7)
      }
      return pad(Wording.fixed(value, 2) + (support.answer == nil ? "?" : ""), 7)
    }
    let threats = row.threats.prefix(2).map {
      "\(loaded.name(of: $0.state)) \(Wording.percent($0.share))"
    }
    Streams.print("  " + pad(row.period, 8) + cells.joined() + threats.joined(separator: ", "))
    guard measures else { return }
    for measure in row.measures {
      guard !measure.isShareOfNothing else {
        Streams.print("          \(measure.name): none")
        continue
      }
      let estimate = measure.estimate
      Streams.print(
        "          \(measure.name): \(Wording.fixed(estimate.value, 2))"
          + "\(Wording.bounds(estimate)) \(measure.unit)")
    }
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
