import EntenteRecord
import EntenteSources
import Foundation
import Testing

/// Inputs made to break a reader.
struct GuardTests {
  @Test(arguments: ["../secret.csv", "/etc/passwd", "series/../../x.csv", "", "series//news.csv"])
  func `a path that leaves the case is a fault`(path: String) throws {
    let copy = try CaseCopy()
    try copy.replace("file: series/fleet.csv", by: "file: \"\(path)\"", in: "case.yaml")
    let fault = try #require(copy.check().faults.first)
    #expect(fault.expected == "a path inside the case folder")
    #expect(copy.check().faults.count == 1)
  }

  @Test func `a symbolic link out of the case is a fault`() throws {
    let copy = try CaseCopy()
    try FileManager.default.removeItem(at: copy.url("series/fleet.csv"))
    try FileManager.default.createSymbolicLink(
      at: copy.url("series/fleet.csv"), withDestinationURL: URL(filePath: "/etc/passwd"))
    #expect(
      copy.faults == [
        "case.yaml:35: file: expected a path inside the case folder, "
          + "found \"series/fleet.csv\", which links out\n    hint: copy the file into the case"
      ])
  }

  @Test func `a folder in the place of a file is a fault`() throws {
    let copy = try CaseCopy()
    try copy.replace("file: series/fleet.csv", by: "file: series", in: "case.yaml")
    #expect(
      copy.faults == ["case.yaml:35: file: expected a file, found \"series\", which is none"])
  }

  @Test func `an alias is a fault, and a bomb of them too`() throws {
    let copy = try CaseCopy()
    try copy.replace("leans-on: [gazette-2021]", by: "leans-on: *there", in: "documents.yaml")
    #expect(
      copy.faults.first
        == "documents.yaml:12: text: expected the value itself, found the alias \"*there\"\n"
        + "    hint: aliases are not read; quote a text that begins with *")
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      let items = [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(items)]\n"
    }
    try copy.write(bomb + "? *a40\n: *a40\n", to: "documents.yaml")
    #expect(!copy.check().faults.isEmpty)
  }

  @Test func `an asterisk inside a text is only an asterisk`() throws {
    let copy = try CaseCopy()
    try copy.replace(
      "title: No such thing", by: "title: \"*No* such\"", in: "documents.yaml")
    #expect(copy.check().value?.documents.last?.title == "*No* such")
    try copy.replace("title: \"*No* such\"", by: "title: No *such* thing", in: "documents.yaml")
    #expect(copy.check().value?.documents.last?.title == "No *such* thing")
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[{a: [", "a:\n "])
  func `a hundred thousand levels are a fault and no crash`(opening: String) throws {
    let copy = try CaseCopy()
    try copy.write(String(repeating: opening, count: 100_000), to: "documents.yaml")
    #expect(!copy.check().faults.isEmpty)
  }

  @Test func `more than sixty-four levels are a fault`() throws {
    let copy = try CaseCopy()
    let deep = String(repeating: "[", count: 80) + String(repeating: "]", count: 80)
    try copy.write("- \(deep)\n", to: "documents.yaml")
    #expect(
      copy.faults.contains(
        "documents.yaml:1: text: expected at most 64 levels, found a deeper nesting"))
  }

  @Test func `a line of more than a megabyte is a fault`() throws {
    let copy = try CaseCopy()
    let line = String(repeating: "x", count: 3 << 20)
    try copy.write("id,finding,source,known,note\nf-pact-text,\(line),,,\n", to: "facts.csv")
    #expect(
      copy.faults.contains("facts.csv:2: row: expected a line of at most 1 MB, found a longer one"))
  }

  @Test func `a YAML file of more than eight megabytes is a fault`() throws {
    let copy = try CaseCopy()
    try copy.write([UInt8](repeating: 35, count: 9 << 20), to: "claims.yaml")
    #expect(copy.faults.contains("claims.yaml: file: expected at most 8 MB, found 9 MB"))
  }

  @Test func `bad quotes, bytes and control characters each have a line`() throws {
    let copy = try CaseCopy()
    let header = "id,finding,source,known,note\n"
    func faults(_ rows: String) throws -> [String] {
      try copy.write(header + rows, to: "facts.csv")
      return copy.faults.filter { $0.hasPrefix("facts.csv") }
    }
    #expect(
      try faults("a,x,x,read,\nb,\"x,x,read,\nc,x,x,read,\n") == [
        "facts.csv:3: row: expected a closing quote, found the end of the file"
      ])
    #expect(
      try faults("a,\"x\"y,x,read,\nb,,x,read,\n") == [
        "facts.csv:2: row: expected a comma or the end of the line after a closing quote, "
          + "found \"y\"\n    hint: double a quote that stands inside a quoted text",
        "facts.csv:3: finding: expected some text, found nothing",
      ])
    #expect(
      try faults("a,x\"y,x,read,\n") == [
        "facts.csv:2: row: expected quotes around a whole field, found a quote inside one\n"
          + "    hint: put the field in quotes and double those inside"
      ])
    #expect(
      try faults("a,x\u{1B}[2J,x,read,\n") == [
        "facts.csv:2: row: expected text without control characters, found the byte 1b"
      ])
    try copy.write(
      Array((header + "a,x").utf8) + [0xFF] + Array(",x,read,\n".utf8), to: "facts.csv")
    #expect(
      copy.faults.contains(
        "facts.csv:2: row: expected UTF-8, found bytes that are not\n"
          + "    hint: save the file as UTF-8"))
  }
}
