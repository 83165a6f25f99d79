import Foundation
import Testing

/// The built-in case's directed series, counted anew from a record by the program.
struct DirectedSeriesTests {
  private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  static let canRun =
    python != nil
    && FileManager.default.fileExists(
      atPath: Program.root.appending(path: "../shared/data/tkg/ICEWS18").standardized.path)

  @Test(.enabled(if: canRun, "needs ../shared/data/tkg and python3"))
  func `shipped files are what an import and entente series give`() throws {
    let scratch = Scratch()
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.python))
    process.currentDirectoryURL = Program.root
    process.arguments = [
      "Scripts/build_case.py", "--only", "icews", "--program", try Program.url().path,
      "--output", scratch.file("case").path,
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    for name in ["icews-monthly.csv", "icews-tone.csv", "icews-weekly.csv"] {
      let shipped = Program.root.appending(path: "cases/northeast-asia/series/\(name)")
      let kept = try String(contentsOf: shipped, encoding: .utf8)
      let fresh = try scratch.read("case/series/\(name)")
      #expect(kept == fresh, "\(name) differs")
    }
  }
}
