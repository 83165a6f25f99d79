import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// An import of a table that is ended at some moment is in the record whole or not at all.
struct TablesKillTests {
  static let rows = 150_000

  @Test(.timeLimit(.minutes(5)))
  func `an import that is killed leaves the table as it was`() throws {
    let scratch = Scratch()
    try scratch.write("Country Name,Country Code,Year,Value\nX,XXA,1999,1\n", to: "first.csv")
    var large = "Country Name,Country Code,Year,Value\n"
    for i in 0..<Self.rows { large += "N\(i / 100),N\(i / 100),\(1901 + i % 100),\(i)\n" }
    try scratch.write(large, to: "large.csv")
    func take(_ file: String) -> [String] {
      ["import", "worldbank-gdp", file, "--record", "world", "--wait", "20"]
    }
    #expect(try Program.run(take("first.csv"), in: scratch).status == 0)
    // How long it takes undisturbed, so that the ends fall before, within and after it.
    try FileManager.default.copyItem(at: scratch.file("world"), to: scratch.file("other"))
    let start = Date()
    #expect(
      try Program.run(
        ["import", "worldbank-gdp", "large.csv", "--record", "other"], in: scratch
      ).status == 0)
    let whole = Date().timeIntervalSince(start)
    var (without, with) = (0, 0)
    for part in [0.05, 0.3, 0.5, 0.7, 0.9, 1.0] {
      let running = try Program.Running(
        executable: Program.url(), take("large.csv"), in: scratch)
      usleep(UInt32(whole * part * 1e6))
      kill(running.process.processIdentifier, SIGKILL)
      _ = try running.finish(within: 60)
      let check = try Program.run("record", "check", "world", in: scratch)
      #expect(check.status == 0, "at \(part): \(check.err)")
      let list = try Program.run("tables", "world", "--json", in: scratch).json()
      let count = try #require(list.items.first?["rows"].number)
      #expect([1, Double(Self.rows + 1)].contains(count), "at \(part): \(count) rows")
      if count == 1 { without += 1 } else { with += 1 }
    }
    #expect(without > 0)
    let last = try Program.run(take("large.csv"), in: scratch)
    #expect(last.status == 0, "\(last.err)")
    let list = try Program.run("tables", "world", "--json", in: scratch).json()
    #expect(list.items.first?["rows"].number == Double(Self.rows + 1))
  }
}
