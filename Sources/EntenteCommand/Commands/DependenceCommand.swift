import ArgumentParser
import EntenteRecord
import EntenteStructure

struct DependenceCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "dependence",
    abstract: "Says how much states' trade with each other weighs for each.",
    discussion: """
      Example:
        entente dependence trade.csv --pair AAA-BBB
        entente dependence northeast-asia --pair CHN-JPN
        entente dependence wits_top5_bilateral.csv --pair KOR-CHN --from 2015

      TRADE is a table with the columns from, to (or reporter, partner), year and value, with flow
      and total if known; a row with the partner WLD is the reporter's total. A missing row is not
      zero: what rests on it is not told. A case gives its attributes trade-share.
      """)

  @Argument(help: "Trade of pairs by year, or a case.", completion: .file(extensions: ["csv"]))
  var trade: String
  @Option(
    help: "Gross domestic products in the unit of trade: state, year, value.",
    completion: .file(extensions: ["csv"])) var gdp: String?
  @Option(help: "Show this pair, as A-B; repeatable. Default: all.") var pair: [String] = []
  @Option(
    help: "First year. Default: the last one of the table, of a case the last with both sides.")
  var from: Int?
  @Option(help: "Last year.") var to: Int?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let flows: TradeFlows
    var usual: Int?
    switch try TableOrCase(trade) {
    case .table(let path): flows = try TradeTables().trade(path, products: gdp)
    case .subject(let subject):
      guard gdp == nil else {
        throw BadInput(
          "--gdp: expected a table of trade beside it, found a case, which gives shares")
      }
      flows = try CaseTables(subject: subject).trade()
      usual = CaseTables.lastPaired(flows)
    }
    let reporters = flows.reporters
    let last = usual ?? flows.years.last ?? 0
    let first = from ?? to ?? last
    let range = (first, to ?? max(first, last))
    let years = flows.years.filter { range.0 <= $0 && $0 <= range.1 }
    guard !years.isEmpty else {
      throw BadInput(
        "\(trade): expected trade in \(range.0) to \(range.1), found "
          + "\(flows.years.first ?? 0) to \(last)")
    }
    var pairs: [(String, String)] = []
    for text in pair {
      let parts = text.split(separator: "-", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw BadInput("--pair: expected A-B, found \(Fault.quoted(text))")
      }
      for name in parts where !reporters.contains(name) {
        let isPartner = years.contains { year in
          reporters.contains { flows.partners(of: $0, in: year).contains(name) }
        }
        guard !isPartner else { continue }
        let near = NearSpelling.of(name, among: reporters)
        throw BadInput(
          "--pair: expected states of the table, found \(Fault.quoted(name))"
            + (near.map { "\n    hint: did you mean \($0)?" } ?? ""))
      }
      pairs.append((parts[0], parts[1]))
    }
    if pairs.isEmpty {
      let all: Set<[String]> = Set(
        years.flatMap { year in
          reporters.flatMap { one in
            flows.partners(of: one, in: year).map { one < $0 ? [one, $0] : [$0, one] }
          }
        })
      pairs = all.map { ($0[0], $0[1]) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    }
    let readings = pairs.flatMap { pair in
      years.map { TradeInterdependence(pair.0, pair.1, in: $0, of: flows) }
    }
    let concentrations = reporters.flatMap { state in
      years.compactMap { TradeConcentration(state, in: $0, of: flows) }
    }
    let report = DependenceReport(readings, concentrations, flows: flows.flows)
    if json { return try printJSON(report) }
    Streams.print(report.text)
  }
}
