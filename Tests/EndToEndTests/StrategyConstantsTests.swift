import Foundation
import Testing

/// Constants of the program against what the calibration fits now.
@Suite struct StrategyConstantsTests {
  /// Codings and tables beside the checkout, or where `ENTENTE_SHARED_DATA` says; nil without them.
  private static let shared: URL? = {
    let named = ProcessInfo.processInfo.environment["ENTENTE_SHARED_DATA"].map {
      URL(filePath: $0).deletingLastPathComponent()
    }
    let beside = Program.root.deletingLastPathComponent().appending(path: "shared")
    return [named, beside].compactMap { $0 }.first { folder in
      ["methods/strategies-codings.csv", "data/cow"].allSatisfy {
        FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
      }
    }
  }()

  /// Everything but numbers, and the numbers.
  private func parts(_ text: String) -> (words: String, numbers: [Double]) {
    let number = /-?\d+\.\d+/
    return (
      text.replacing(number, with: "#"), text.matches(of: number).compactMap { Double($0.output) }
    )
  }

  @Test(
    .enabled(
      if: shared != nil,
      "the shared codings are not at hand: ../shared, or beside what ENTENTE_SHARED_DATA names"))
  func `the program's constants are those that the codings give`() throws {
    let shared = try #require(Self.shared)
    let scratch = Scratch()
    let program = try Program.url().deletingLastPathComponent()
      .appending(path: "entente-calibration")
    let fitting = try Program.Running(
      executable: program,
      ["fit-strategies", "--shared", shared.path, "--output", "fitted.swift"], in: scratch)
    let output = try fitting.finish(within: 300)
    #expect(output.status == 0, "\(output.err)")
    let path = "Sources/EntenteStrategies/SupportCalibration+Coded.swift"
    let kept = parts(
      try String(contentsOf: Program.root.appending(path: path), encoding: .utf8))
    let found = parts(try scratch.read("fitted.swift"))
    #expect(kept.words == found.words, "run `entente-calibration fit-strategies`")
    try #require(kept.numbers.count == found.numbers.count)
    #expect(kept.numbers.count > 30)
    for (kept, found) in zip(kept.numbers, found.numbers) {
      // Rounded to four digits, and logarithms differ in the last place between machines.
      #expect(abs(kept - found) < 0.0003, "\(kept) is kept, \(found) is fitted")
    }
  }
}
