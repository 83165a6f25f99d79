import ArgumentParser
import EntenteDating
import EntenteRecord
import EntenteSources
import Foundation

struct BreaksCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "breaks",
    abstract: "Dates the breaks of a series, or of every pair of a panel.",
    discussion: """
      SERIES is a table date,value or index,value, or a panel date,actor,actor,value.

      Example:
        entente breaks my-case/series/news-weekly.csv --column AAA-BBB
        entente breaks my-case/series/news-weekly.csv --column AAA-BBB --cost rank --breaks 1 --json
        entente breaks my-case/series/news-weekly.csv --column AAA-BBB --penalty 5000 --min-length 4
        entente breaks my-case/series/news-weekly.csv --column AAA-BBB --online

      A panel takes --volume WORLD.csv, the world's volume by day or week, and --all.
      """)

  @Argument(help: "A CSV file.", completion: .file(extensions: ["csv"])) var series: String
  @Option(help: "Of a table with several columns of values: the one to search.")
  var column: String?
  @Option(help: "What a segment costs: mean, mean-variance, robust, count, rank or kernel.")
  var cost = "mean"
  @Option(help: "Price of a break: auto, from the series' own noise, or a number.")
  var penalty = "auto"
  @Option(help: "Give exactly so many breaks instead.") var breaks: Int?
  @Option(
    name: .customLong("min-length"),
    help: "Fewest values of a segment. Default: 8 with an automatic penalty, else the cost's least."
  )
  var minimumLength: Int?
  @Option(help: "Coverage of the intervals.") var interval = 0.9
  @Option(help: "γ of the kernel cost. Default: one over the median squared difference.")
  var gamma: Double?
  @Flag(help: "Alarms as they would have been raised, at a stated rate of false ones.")
  var online = false
  @Option(help: "With --online: chance of a false alarm in 52 steps.") var rate = 0.05
  @Option(
    help: "Of a panel: a table date,volume of the world; columns present and volume are known.",
    completion: .file(extensions: ["csv"]))
  var volume: String?
  @Option(help: "Of a panel: name of the column with the days that a value rests on.")
  var days: String?
  @Option(help: "Of a panel: share of pairs without a change that are given something.")
  var level = 0.04
  @Option(help: "Of a panel: least share of periods that are not 0.") var active = 0.2
  @Flag(help: "Of a panel: list the pairs without a finding as well.") var all = false
  @OptionGroup var options: AnalysisOptions
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    if penalty != "auto", Double(penalty).map({ $0.isFinite && $0 >= 0 }) != true {
      throw ValidationError("--penalty: expected auto or a number of 0 or more, found \(penalty)")
    }
    if breaks != nil, penalty != "auto" {
      throw ValidationError("--breaks and --penalty: expected one of them, found both")
    }
    if let breaks, breaks < 0 {
      throw ValidationError("--breaks: expected 0 or more, found \(breaks)")
    }
    if online, cost != "mean" || breaks != nil || penalty != "auto" {
      throw ValidationError(
        "--online: expected no --cost, --breaks or --penalty beside it; alarms are of the mean")
    }
    if let minimumLength, minimumLength < 1 {
      throw ValidationError("--min-length: expected 1 or more, found \(minimumLength)")
    }
    for (value, name) in [(interval, "interval"), (rate, "rate"), (level, "level")] {
      guard value > 0, value < 1 else {
        throw ValidationError("--\(name): expected a number between 0 and 1, found \(value)")
      }
    }
    guard (0...1).contains(active) else {
      throw ValidationError("--active: expected 0 to 1, found \(active)")
    }
    if let gamma, !(gamma > 0 && gamma.isFinite) {
      throw ValidationError("--gamma: expected a number above 0, found \(gamma)")
    }
    let names = CostCatalog.all.map { $0.descriptor.name }.sorted()
    guard names.contains(cost) else {
      let near = NearSpelling.of(cost, among: names).map { "; did you mean \($0)?" } ?? ""
      throw ValidationError(
        "--cost: expected \(names.joined(separator: ", ")), found \(cost)\(near)")
    }
    if gamma != nil, cost != "kernel" {
      throw ValidationError("--gamma: expected with --cost kernel only")
    }
  }

  func run() throws {
    let table = try MeasuredTableReader.read(series, days: days, column: column)
    let world = try volume.map { try MeasuredTableReader.readVolume($0, isDated: table.isDated) }
    do {
      switch table.content {
      case .series(let positions, let values):
        guard volume == nil else {
          throw DatingError(.badOption, "--volume belongs to a panel date,actor,actor,value")
        }
        if online {
          try BreaksText.show(
            OnlineDetector(values, rate: rate, draws: options.draws, seed: options.seed),
            positions, table, json: json)
        } else {
          try BreaksText.show(
            SeriesBreaks.find(in: values, options: seriesOptions, seed: options.seed),
            positions, table, json: json)
        }
      case .pairs(let actors, let rows):
        try findInPanel(actors, rows, table, world)
      }
    } catch let error as DatingError {
      throw BadInput("\(series): \(error.detail)")
    }
  }

  private var seriesOptions: SeriesOptions {
    var chosen = SeriesOptions()
    chosen.cost = cost
    if let breaks {
      chosen.price = .breaks(breaks)
    } else if let value = Double(penalty) {
      chosen.price = .penalty(value)
    }
    chosen.minimumSegment = minimumLength
    chosen.coverage = interval
    chosen.gamma = gamma
    chosen.draws = options.draws
    return chosen
  }

  private func findInPanel(
    _ actors: [String], _ rows: [MeasuredTable.PairRow], _ table: MeasuredTable,
    _ world: [Int: Double]?
  ) throws {
    guard !online, breaks == nil, penalty == "auto", cost == "mean" else {
      throw DatingError(
        .badOption,
        "a panel is searched by the mean cost with an automatic penalty; --online, "
          + "--breaks, --penalty and --cost belong to a single series")
    }
    let panel = PairPanel(
      actors: actors,
      rows: rows.map(PairPanel.Row.init), volume: world, isDated: table.isDated)
    var chosen = PanelBreaks.Options()
    chosen.level = level
    chosen.leastActive = active
    chosen.draws = options.draws
    chosen.dating.draws = options.draws
    chosen.dating.coverage = interval
    if let minimumLength { chosen.dating.minimumSegment = minimumLength }
    let found = try PanelBreaks.find(
      in: panel, options: chosen, seed: options.seed, threads: options.workers)
    try BreaksText.show(found, panel, table, json: json, all: all)
  }
}
