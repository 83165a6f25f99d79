import ArgumentParser

@main
struct Entry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente-calibration",
    abstract: "Measures the methods on worlds whose truth is known, and fits their constants.",
    subcommands: [Report.self, Fit.self, FitStrategies.self, Times.self],
    defaultSubcommand: Report.self)
}
