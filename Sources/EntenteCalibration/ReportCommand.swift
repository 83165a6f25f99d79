import ArgumentParser
import Foundation

extension Entry {
  struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints every calibration table as Markdown.")

    @Option(help: "Seed of all worlds.")
    var seed: UInt64 = 1

    @Option(help: "Threads; the figures do not depend on it.")
    var threads = 2

    @Option(help: "Multiplies the number of worlds; 0.1 is a quick look.")
    var scale = 1.0

    @Option(help: "Folder of the shared data, for what is not in the repository.")
    var shared = "../shared"

    @Option(
      help: "Only the tables of \(Method.allCases.map(\.rawValue).joined(separator: ", ")).")
    var only: Method?

    @Option(help: "Also write the report to this file.")
    var write: String?

    func validate() throws {
      guard scale > 0 else { throw ValidationError("--scale must be above 0") }
      guard threads > 0 else { throw ValidationError("--threads must be above 0") }
    }

    enum Method: String, ExpressibleByArgument, CaseIterable {
      case dating, breaks, attribution, counterfactuals, verdicts, excitation, strategies
    }

    private func includes(_ method: Method) -> Bool { only == nil || only == method }

    func run() throws {
      var tables: [CalibrationTable] = []
      let found = FileManager.default.fileExists(atPath: shared) ? shared : nil
      if only == .breaks {
        tables += DatingCalibration.breakTables(
          seed: seed, threads: threads, scale: scale, shared: found)
      }
      if includes(.dating) {
        tables += DatingCalibration.tables(
          seed: seed, threads: threads, scale: scale, shared: found)
      }
      if includes(.attribution) {
        tables += AttributionCalibration.tables(
          seed: seed, threads: threads, scale: scale, shared: URL(filePath: shared))
      }
      if includes(.counterfactuals) {
        tables += AttributionCalibration.counterfactualTables(
          seed: seed, threads: threads, scale: scale)
      }
      if includes(.verdicts) {
        tables += VerdictCalibration.tables(seed: seed, threads: threads, scale: scale)
      }
      if includes(.excitation) {
        tables += HawkesCalibration.tables(seed: seed, threads: threads, scale: scale)
        tables += CascadeCalibration.tables(seed: seed, threads: threads, scale: scale)
        tables += LeadCalibration.tables(seed: seed, threads: threads, scale: scale)
      }
      if includes(.strategies) {
        tables += StrategyCalibration.tables(seed: seed, threads: threads, scale: scale)
        tables += CodingsCalibration.tables(seed: seed, threads: threads, shared: found)
      }
      let header = """
        # Calibration

        Made by `entente-calibration report --seed \(seed) --scale \(scale)`. The figures depend on \
        the seed and the scale alone, not on the machine or the number of threads. "SD" is the \
        standard deviation of a dyad's weekly noise; each table says how many worlds it rests on.

        """
      let text = ([header] + tables.map { $0.markdown() }).joined(separator: "\n")
      print(text)
      if let write { try Data((text + "\n").utf8).write(to: URL(filePath: write)) }
    }
  }
}
