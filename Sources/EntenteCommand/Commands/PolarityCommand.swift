import ArgumentParser
import EntenteRecord
import EntenteStructure

struct PolarityCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "polarity",
    abstract: "Says how concentrated capabilities are, and in whose hands, year by year.",
    discussion: """
      Example:
        entente polarity capabilities.csv
        entente polarity northeast-asia --from 2016
        entente polarity cow_nmc.csv --majors cow_majors.csv --names state_codes.csv --from 1990

      CAPABILITIES is a table with the columns state (or ccode), year, and the components milex,
      milper, irst, pec, tpop and upop, or those named by --components. An empty cell is missing
      and left out of its state's mean. A case gives the attributes nmc-milex and so on of its core
      states.
      """)

  @Argument(
    help: "Capabilities by state and year, or a case.", completion: .file(extensions: ["csv"]))
  var capabilities: String
  @Option(help: "Columns that hold components, joined by commas.")
  var components = CapabilityTable.usualComponents.joined(separator: ",")
  @Option(
    help: "Spells of major powers, read as a system of their own: state, from, to.",
    completion: .file(extensions: ["csv"])) var majors: String?
  @Option(help: "Names of codes: ccode, stateabb.", completion: .file(extensions: ["csv"]))
  var names: String?
  @Option(
    help: "Positions, for polarisation weighted by capability: state, position, and year if known.",
    completion: .file(extensions: ["csv"])) var positions: String?
  @Option(help: "Esteban and Ray's alpha, over 0 to 1.6.") var alpha = Polarisation.usualAlpha
  @Option(help: "First year. Default: the table's last.") var from: Int?
  @Option(help: "Last year.") var to: Int?
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard alpha > 0, alpha <= 1.6 else {
      throw ValidationError("--alpha: expected a number over 0 to 1.6, found \(alpha)")
    }
    if let from, let to, to < from {
      throw ValidationError("--to: expected a year not before \(from), found \(to)")
    }
  }

  func run() throws {
    let reader = CapabilityTables()
    let columns = components.split(separator: ",").map(String.init)
    guard !columns.isEmpty, Set(columns).count == columns.count else {
      throw BadInput("--components: expected different columns, found \(Fault.quoted(components))")
    }
    let table: CapabilityTable
    var notes: [String] = []
    switch try TableOrCase(capabilities) {
    case .table(let path): table = try reader.capabilities(path, components: columns)
    case .subject(let subject):
      let tables = CaseTables(subject: subject)
      table = try tables.capabilities(components: columns)
      notes = [tables.capabilityNote]
    }
    let spells = try majors.map(reader.majors)
    let names = try self.names.map(reader.names) ?? [:]
    let positions = try self.positions.map(reader.positions)
    let last = table.years.last ?? 0
    let first = from ?? to ?? last
    let range = first...(to ?? max(first, last))
    let years = table.years.filter(range.contains)
    guard !years.isEmpty else {
      throw BadInput(
        "\(capabilities): expected capabilities in \(range.lowerBound) to \(range.upperBound), found "
          + "\(table.years.first ?? 0) to \(last)")
    }
    let report = try told { () throws(StructureError) in
      try PolarityReport(
        table, years: years, majors: spells, names: names, positions: positions, alpha: alpha,
        notes: notes)
    }
    if json { return try printJSON(report) }
    Streams.print(report.text)
  }
}
