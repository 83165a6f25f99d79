import ArgumentParser
import EntenteDating
import EntenteNumerics
import Foundation

extension Entry {
  /// Times of the exact segmentations, on the series that `Benchmarks/breaks` hands to its peers.
  struct Times: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Times segmentations in the process, best of several runs, as CSV.")

    @Argument(help: "Files of one number a line; their names end in the number of values.")
    var files: [String] = []

    @Option(help: "Runs of each.")
    var runs = 5

    func run() throws {
      print("series,search,milliseconds,objective")
      for file in files {
        let values = try String(contentsOfFile: file, encoding: .utf8)
          .split(whereSeparator: \.isNewline).compactMap { Double($0) }
        let name = URL(filePath: file).deletingPathExtension().lastPathComponent
        let bar = 2 * log(Double(values.count))
        if values.count > 10_000 {
          time(name, "mean, minimum length 1") {
            OptimalPartition(MeanCost(values), penalty: bar, minimumSegment: 1).objective
          }
          continue
        }
        time(name, "mean, minimum length 2") {
          OptimalPartition(MeanCost(values), penalty: bar, minimumSegment: 2).objective
        }
        time(name, "mean, 7 breaks") {
          SegmentNeighbourhood(MeanCost(values), minimumSegment: 2, maximumBreaks: 7).costs[7]
        }
        time(name, "mean-variance, minimum length 3") {
          OptimalPartition(MeanVarianceCost(values), penalty: bar, minimumSegment: 3).objective
        }
        time(name, "robust, minimum length 2") {
          OptimalPartition(RobustCost(values), penalty: bar, minimumSegment: 2).objective
        }
        time(name, "rank, minimum length 2") {
          OptimalPartition(RankCost(values), penalty: bar, minimumSegment: 2).objective
        }
        time(name, "kernel, minimum length 2") {
          OptimalPartition(KernelCost(values, gamma: 0.5), penalty: 3, minimumSegment: 2).objective
        }
      }
    }

    private func time(_ series: String, _ search: String, _ body: () -> Double) {
      var best = Duration.seconds(1e6)
      var objective = 0.0
      for _ in 0..<max(1, runs) {
        best = min(best, ContinuousClock().measure { objective = body() })
      }
      let (seconds, attoseconds) = best.components
      let milliseconds = Double(seconds) * 1e3 + Double(attoseconds) * 1e-15
      print("\(series),\"\(search)\",\(milliseconds),\(objective)")
    }
  }
}
