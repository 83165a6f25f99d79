import EntenteBrief
import Foundation
import Testing

@Suite struct `The terminal summary` {
  @Test(arguments: Variants.names) func `never runs over its width`(name: String) throws {
    let report = try Variants.report(name)
    for width in 60...120 {
      for line in TerminalSummary.text(report, width: width).split(separator: "\n") {
        #expect(DisplayWidth.of(line) <= width, "\(width): \(line)")
      }
    }
  }

  @Test(arguments: Variants.names) func `stays about a page`(name: String) throws {
    let lines = TerminalSummary.text(try Variants.report(name)).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 66)
  }

  @Test func `colours only if asked, and says the same`() {
    let plain = TerminalSummary.text(Sample.report(), width: 90, style: .plain)
    let colour = TerminalSummary.text(Sample.report(), width: 90, style: .colour)
    #expect(!plain.contains("\u{1B}"))
    #expect(colour.contains("\u{1B}["))
    #expect(colour.replacing(/\u{1B}\[\d+m/, with: "") == plain)
  }

  @Test(arguments: [60, 80, 120]) func `is what was last agreed`(width: Int) throws {
    try Golden.check(TerminalSummary.text(Sample.report(), width: width), "terminal-\(width).txt")
  }

  @Test func `wide characters take two columns and combining ones none`() {
    #expect(DisplayWidth.of("日本") == 4)
    #expect(DisplayWidth.of("한국어") == 6)
    #expect(DisplayWidth.of("e\u{301}a") == 2)
    #expect(DisplayWidth.of("plain–text") == 10)
  }
}

/// Outputs that are kept beside the tests, written anew only if `ENTENTE_RECORD=1`.
enum Golden {
  static func check(_ text: String, _ name: String, file: StaticString = #filePath) throws {
    let folder = URL(filePath: "\(file)").deletingLastPathComponent().appending(path: "Goldens")
    let place = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["ENTENTE_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: place, atomically: true, encoding: .utf8)
    }
    let kept = try String(contentsOf: place, encoding: .utf8)
    #expect(text == kept, "differs from Goldens/\(name); set ENTENTE_RECORD=1 to keep the new one")
  }
}
