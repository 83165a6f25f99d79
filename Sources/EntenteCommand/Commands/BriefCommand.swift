import ArgumentParser
import EntenteBrief
import EntenteClaims
import EntenteRecord
import Foundation

struct BriefCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Goes from a case's data to a brief: a summary, a page and JSON.",
    discussion: """
      Example:
        entente brief northeast-asia --out brief --figures brief/figures

      By default the summary goes to standard output, brief.html and brief.json into
      ./entente-brief. The schema of the JSON stands in docs/brief.schema.json.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case terminal, html, json, all
  }

  @OptionGroup var subject: CaseArgument
  @OptionGroup var options: AnalysisOptions

  @Option(help: "Folder for brief.html and brief.json.", completion: .directory)
  var out = "entente-brief"

  @Option(help: "What to make: terminal, html, json or all.")
  var format: Format = .all

  @Flag(help: "Print the JSON, and nothing else.")
  var json = false

  @Option(
    help: "Also save every figure as SVG, with the CSV behind it, into this folder.",
    completion: .directory)
  var figures: String?

  func run() throws {
    // Told before the work rather than after it.
    if !json && format != .terminal { try AtomicFile.expectFolder(out) }
    if let figures { try AtomicFile.expectFolder(figures) }
    let loaded = try subject.read()
    Streams.progress(
      "\(loaded.title): \(loaded.claims.count) claims, \(loaded.events.count) events")
    let report = try BriefBuilder.report(
      on: loaded, seed: options.seed, draws: options.draws, threads: options.workers)
    let encoded = try BriefJSON.encode(report)
    if let figures {
      try AtomicFile.folder(figures)
      for figure in Figures.all(report) {
        try AtomicFile.write(Data(figure.svg.utf8), to: "\(figures)/\(figure.id).svg")
        try AtomicFile.write(Data(figure.csv.utf8), to: "\(figures)/\(figure.id).csv")
      }
      Streams.log("figures: \(figures)")
    }
    if json {
      Streams.print(String(decoding: encoded, as: UTF8.self))
      return
    }
    if format == .terminal || format == .all {
      Streams.print(
        TerminalSummary.text(
          report, width: Streams.width, style: Streams.wantsColour ? .colour : .plain))
    }
    guard format != .terminal else { return }
    try AtomicFile.folder(out)
    if format != .json {
      try AtomicFile.write(Data(Page.html(report).utf8), to: "\(out)/brief.html")
      Streams.log("page: \(out)/brief.html")
    }
    if format != .html {
      try AtomicFile.write(encoded, to: "\(out)/brief.json")
      Streams.log("json: \(out)/brief.json")
    }
  }
}
