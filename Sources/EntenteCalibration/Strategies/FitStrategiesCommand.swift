import ArgumentParser
import EntenteStrategies
import Foundation

extension Entry {
  struct FitStrategies: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Fits how support becomes probability on coded history and writes it as source.",
      discussion: "Needs the shared data: codings of the literature, and tables of states.")

    @Option(help: "Seed of the draws of measures and thresholds.")
    var seed: UInt64 = 1

    @Option(help: "Threads; the constants do not depend on it.")
    var threads = 2

    @Option(help: "Folder of the shared data.")
    var shared = "../shared"

    @Option(help: "File to write.")
    var output = "Sources/EntenteStrategies/SupportCalibration+Coded.swift"

    @Option(help: "Also write what it rests on to this CSV: a line for a period and strategy.")
    var rows: String?

    func run() throws {
      let codings = try CodingsCalibration(shared: shared, seed: seed, threads: threads)
      let scores = codings.scores(.whole)
      let text = scores.calibration.source(seed: seed)
      try Data(text.utf8).write(to: URL(filePath: output))
      guard let rows else { return }
      var lines = ["state,from,to,strategy,support,coded"]
      for (period, row) in zip(codings.covered, scores.rows) {
        for strategy in Strategy.allCases {
          lines.append(
            [
              "\(row.state)", "\(period.years.lowerBound)", "\(period.years.upperBound)",
              strategy.rawValue, row.supports[strategy].map { "\($0)" } ?? "",
              row.coded.contains(strategy) ? "1" : "0",
            ].joined(separator: ","))
        }
      }
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: rows))
    }
  }
}
