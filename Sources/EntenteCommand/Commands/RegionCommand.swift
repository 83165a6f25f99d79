import ArgumentParser
import EntenteRecord
import EntenteStructure

struct RegionCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "region",
    abstract: "Says whether states form a regional security complex, and who is in it.",
    discussion: """
      Example:
        entente region volumes.csv --members AAA,BBB,CCC --by year
        entente region weekly-all-states.csv --members CHN,PRK,RUS,KOR,JPN --outside USA

      VOLUMES is a table with the columns week, state_a, state_b and score, of all pairs of all
      states: a lift compares a region with the rest of the world. A case serves if its series has
      all pairs of its states. Entente's own construction.
      """)

  @Argument(help: "Weekly scores of pairs, or a case.", completion: .file(extensions: ["csv"]))
  var volumes: String
  @Option(help: "The region's states, joined by commas.") var members: String
  @Option(help: "The outside power whose penetration is measured.") var outside: String?
  @Option(
    help: "Distances, for closeness beyond distance: state_a, state_b, km.",
    completion: .file(extensions: ["csv"])) var distances: String?
  @Option(
    help: "Codes of the distances' states: ccode, iso3.", completion: .file(extensions: ["csv"]))
  var codes: String?
  @Option(help: "Sets of like members, 100 to 1,000,000.") var sets = 1000
  @OptionGroup var stretch: StretchOptions
  @OptionGroup var options: ResamplingOptions
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard (100...1_000_000).contains(sets) else {
      throw ValidationError("--sets: expected 100 to 1000000, found \(sets)")
    }
  }

  func run() throws {
    let tables = VolumeTables()
    let states = members.split(separator: ",").map(String.init)
    let read: DyadVolumes
    switch try TableOrCase(volumes) {
    case .table(let path): read = try tables.volumes(path)
    case .subject(let subject):
      read = try CaseTables(subject: subject).volumesOfAllPairs(for: states)
    }
    let map = try distances.map { path in
      try tables.distances(path, codes: try codes.map(tables.codes))
    }
    var readings: [(String, RegionalComplex)] = []
    var skipped: [String] = []
    for stretch in try stretch.stretches(of: read.weeks) {
      do throws(StructureError) {
        readings.append(
          (
            stretch.name,
            try RegionalComplex(
              of: states, in: try read.window(stretch.span), outside: outside, distances: map,
              sets: sets, options: options.structure)
          ))
      } catch {
        // A stretch of few weeks is told and left out; a wrong state is wrong everywhere.
        guard error.code == .tooFew, states.count >= 2 else { throw BadInput(error.message) }
        skipped.append("\(stretch.name): \(error.message)")
      }
    }
    guard !readings.isEmpty else { throw BadInput(skipped.joined(separator: "\n")) }
    let report = RegionReport(
      states, outside: outside, readings, sets: sets, seed: options.seed, skipped: skipped)
    if json { return try printJSON(report) }
    Streams.print(report.text)
  }
}
