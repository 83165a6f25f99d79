import Foundation
import Testing

/// The built-in case's series that the program itself makes, made anew.
struct DerivedSeriesTests {
  private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  static let canRun =
    python != nil
    && FileManager.default.fileExists(
      atPath: Program.root.appending(path: "../shared/data/tkg/ICEWS18").standardized.path)

  @Test(
    .enabled(if: canRun, "needs ../shared/data and python3"),
    arguments: [
      ("icews", ["icews-monthly.csv", "icews-tone.csv", "icews-weekly.csv"]),
      ("region", ["region.csv"]),
    ])
  func `shipped files are what the program gives`(step: String, files: [String]) throws {
    let scratch = Scratch()
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.python))
    process.currentDirectoryURL = Program.root
    process.arguments = [
      "Scripts/build_case.py", "--only", step, "--program", try Program.url().path,
      "--output", scratch.file("case").path,
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    for name in files {
      let shipped = Program.root.appending(path: "cases/northeast-asia/series/\(name)")
      let kept = try String(contentsOf: shipped, encoding: .utf8)
      let fresh = try scratch.read("case/series/\(name)")
      #expect(kept == fresh, "\(name) differs")
    }
  }
}
