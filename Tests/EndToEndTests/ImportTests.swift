import Foundation
import Testing

/// `entente import` as a user runs it.
struct ImportTests {
  /// A row of GDELT 2.0: China towards Russia, on a day and with a number.
  static func row(_ id: Int, day: String = "20180101", added: String = "20180101001500") -> String {
    var cells = [String](repeating: "", count: 61)
    cells[0] = "\(id)"
    cells[1] = day
    (cells[5], cells[7], cells[15], cells[17]) = ("CHN", "CHN", "RUS", "RUS")
    (cells[26], cells[30], cells[31], cells[32], cells[33]) = ("040", "1.0", "3", "1", "3")
    (cells[59], cells[60]) = (added, "http://example.org/\(id)")
    return cells.joined(separator: "\t") + "\n"
  }

  @Test(arguments: ["mistyped.csv", "mis*.csv", "empty"])
  func `a path that means nothing leaves no record behind`(path: String) throws {
    let scratch = Scratch()
    try FileManager.default.createDirectory(
      at: scratch.file("empty"), withIntermediateDirectories: true)
    try scratch.write(Self.row(1), to: "good.csv")
    for more in [[], ["--dry-run"]] {
      let output = try Program.run(
        ["import", "gdelt2", "good.csv", path, "other.csv", "--record", "new"] + more, in: scratch)
      #expect(output.status == 2 && output.out.isEmpty)
      #expect(output.err.contains("\(path): file: expected a file, a folder"), "\(output.err)")
      // All faults in one run.
      #expect(output.err.contains("other.csv: file: expected"))
      #expect(!scratch.has("new"))
    }
  }

  @Test func `a dry run accounts for every row and writes nothing`() throws {
    let scratch = Scratch()
    let text = Self.row(1) + "\n" + Self.row(2, day: "20180230") + "short\trow\n" + Self.row(3)
    try scratch.write(text, to: "a.csv")
    let before = scratch.contents
    let dry = try Program.run(
      "import", "gdelt2", "a.csv", "--dry-run", "--json", in: scratch
    ).json()
    #expect(scratch.contents == before)
    let file = try #require(dry["files"].items.first)
    #expect(file["status"].text == "read")
    let told = try Program.run("import", "gdelt2", "a.csv", "--dry-run", in: scratch)
    #expect(told.status == 0, "\(told.err)")
    #expect(told.out.contains("a.csv:3: SQLDATE: rejected for date, found \"20180230\""))
    #expect(told.out.contains("a.csv:4: row: rejected for columns, found \"2 columns\""))
    #expect(told.out.contains("nothing was written"))
    let real = try Program.run(
      "import", "gdelt2", "a.csv", "--record", "r", "--json", in: scratch
    ).json()
    for key in ["lines", "blank", "header", "read", "kept", "duplicate"] {
      #expect(dry["total"][key] == real["total"][key], "\(key)")
    }
    #expect(dry["total"]["kept"].number == 2 && dry["total"]["lines"].number == 5)
    // Where the record is given, what it has is told, and it stays as it is.
    let digest = try Program.run("record", "check", "r", in: scratch).out
    let again = try Program.run(
      "import", "gdelt2", "a.csv", "--record", "r", "--dry-run", "--json", in: scratch
    ).json()
    #expect(again["files"].items.first?["status"].text == "known")
    #expect(try Program.run("record", "check", "r", in: scratch).out == digest)
  }

  @Test func `a record must be named unless nothing is to be written`() throws {
    let scratch = Scratch()
    try scratch.write(Self.row(1), to: "a.csv")
    let output = try Program.run("import", "gdelt2", "a.csv", in: scratch)
    #expect(output.status == 64 && output.err.contains("expected --record DIR"))
  }
}
