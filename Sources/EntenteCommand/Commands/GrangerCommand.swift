import ArgumentParser
import EntenteClaims
import EntenteExcitation
import EntenteRecord
import EntenteSources
import Foundation

struct GrangerCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "granger",
    abstract: "Says which of two sides moves first, and whether each answers the other.",
    discussion: """
      SERIES.csv holds two series (x,y or date,x,y), or a panel date,actor,actor,value of what the
      first actor does to the second. Of a case its directed series is read, as the brief reads it: signed
      square roots, less the mean of each unbroken stretch. The JSON stands in docs/hawkes.md.

      Example:
        entente granger series.csv
        entente granger panel.csv --lags 4 --absent zero
        entente granger northeast-asia --pair CHN,USA
      """)

  enum Absent: String, ExpressibleByArgument, CaseIterable { case missing, zero }

  @Argument(help: "CSV file of series, or a case.", completion: .file())
  var series: String
  @Option(help: "Lags of both sides. Default: chosen by AICc, at most 8.")
  var lags: Int?
  @Option(help: "Only this pair of a panel, as its actors joined by a comma.")
  var pair: String?
  @Flag(help: "Take signed square roots, which tame heavy tails.")
  var root = false
  @Flag(
    help: """
      Take out the mean of each stretch between gaps of 4 periods or more, for records that stop \
      and go on with another sample.
      """)
  var centre = false
  @Flag(help: "Take changes from period to period, for series that wander.")
  var difference = false
  @Option(help: "What periods without a row in a panel are: missing or zero.")
  var absent: Absent = .missing
  @OptionGroup var options: AnalysisOptions
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    if let lags, !(1...52).contains(lags) {
      throw ValidationError("--lags: expected 1 to 52, found \(lags)")
    }
  }

  func run() throws {
    let report: LeadReport
    switch try TableOrCase(series) {
    case .subject(let subject): report = try caseReport(subject)
    case .table: report = try tableReport()
    }
    if json { return try printJSON(report) }
    Streams.print(GrangerShowing.text(report))
  }

  private func caseReport(_ subject: Case) throws -> LeadReport {
    guard lags == nil, !root, !centre, !difference, absent == .missing else {
      throw BadInput(
        "\(series): --lags, --root, --centre, --difference and --absent belong to a table of one's own, not to a case"
      )
    }
    guard subject.directed != nil else {
      throw BadInput(
        "\(series): case.yaml: directed: expected the id of a series of directed pairs, found none")
    }
    var wanted = Dyad.all(of: subject.core)
    if let pair {
      let actors = pair.split(separator: ",").map(String.init)
      wanted = wanted.filter { Set([$0.first.text, $0.second.text]) == Set(actors) }
      guard !wanted.isEmpty else {
        throw BadInput(
          "--pair: expected two core states of the case joined by a comma, found \(Fault.quoted(pair))\n    hint: core states: \(subject.core.map(\.text).joined(separator: ", "))"
        )
      }
    }
    let analysis = CaseAnalysis(
      of: subject, seed: options.seed, draws: options.draws, threads: options.workers)
    guard let report = analysis.leading(among: wanted), !report.pairs.isEmpty else {
      throw BadInput("\(series): no pair of core states can be tested")
    }
    return report
  }

  private func tableReport() throws -> LeadReport {
    let file = try DirectedSeriesFile(at: series, absentIsZero: absent == .zero)
    var chosen = LeadOptions()
    chosen.lags = lags
    chosen.draws = options.draws
    chosen.seed = options.seed
    chosen.threads = options.workers
    var pairs: [PairedSeries] = []
    var skipped: [LeadReport.Skipped] = []
    for found in try selected(file) {
      do throws(ExcitationError) {
        var paired = try PairedSeries(names: found.names, values: found.values)
        if root { paired = try paired.tamed() }
        if centre { paired = try paired.centred() }
        if difference { paired = try paired.differenced() }
        pairs.append(paired)
      } catch {
        skipped.append(
          LeadReport.Skipped(
            first: found.names[0], second: found.names[1], reason: error.detail))
      }
    }
    let report = LeadReport(pairs, skipped: skipped, chosen)
    guard !report.pairs.isEmpty else {
      throw BadInput(
        report.skipped.map { "\(series): \($0.first), \($0.second): \($0.reason)" }
          .joined(separator: "\n"))
    }
    return report
  }

  private func selected(_ file: DirectedSeriesFile) throws -> [DirectedSeriesFile.Pair] {
    guard let pair else { return file.pairs }
    let actors = pair.split(separator: ",").map(String.init)
    let wanted =
      actors.count == 2 ? ["\(actors[0])>\(actors[1])", "\(actors[1])>\(actors[0])"] : []
    let found = file.pairs.filter { Set($0.names) == Set(wanted) }
    guard found.isEmpty else { return found }
    let known = file.pairs.map { $0.names[0].replacing(">", with: ",") }
    throw BadInput(
      "--pair: expected two actors of the panel joined by a comma, found \(Fault.quoted(pair))\n    hint: "
        + (NearSpelling.of(pair, among: known).map { "did you mean \($0)?" }
          ?? "known: \(known.prefix(12).joined(separator: " "))"))
  }
}
