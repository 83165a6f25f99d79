import ArgumentParser
import Foundation

extension Entry {
  struct Fit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Fits attribution's constants on generated worlds and writes them as source.")

    @Option(help: "Worlds for each number of candidates and dyads.")
    var worlds = 250

    @Option(help: "Seed of all worlds.")
    var seed: UInt64 = 1

    @Option(help: "Threads; the constants do not depend on it.")
    var threads = 2

    @Option(help: "File to write.")
    var output = "Sources/EntenteAttribution/Constants/RivalConstants+All.swift"

    func run() throws {
      let constants = AttributionFit.constants(
        worlds: worlds, seed: seed, threads: threads
      ) { line in FileHandle.standardError.write(Data((line + "\n").utf8)) }
      let text = AttributionFit.source(constants, worlds: worlds, seed: seed)
      try Data(text.utf8).write(to: URL(filePath: output))
    }
  }
}
