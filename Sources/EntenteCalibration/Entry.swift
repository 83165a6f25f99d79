import ArgumentParser

@main
struct Entry: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "entente-calibration")
}
