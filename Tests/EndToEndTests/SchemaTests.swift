import Foundation
import Testing

/// `brief.json` keeps to its published schema.
struct SchemaTests {
  func faults(in value: JSON) throws -> [String] {
    let text = try String(
      contentsOf: Program.root.appending(path: "docs/brief.schema.json"), encoding: .utf8)
    return JSONSchema(root: try JSON.parse(text)).faults(in: value)
  }

  @Test func `the brief of Northeast Asia keeps to the schema`() throws {
    #expect(try faults(in: SharedBrief.get().json) == [])
  }

  @Test func `briefs of the made-up case and of a new case keep to the schema`() throws {
    let scratch = try Scratch.withCase()
    #expect(try Program.run("case", "new", "mine", in: scratch).status == 0)
    for folder in ["case", "mine"] {
      let output = try Program.run("brief", folder, "--json", in: scratch)
      #expect(try faults(in: output.json()) == [])
    }
  }

  @Test func `a case without any measured affinity still gives a brief that keeps to the schema`()
    throws
  {
    let scratch = try Scratch.withCase()
    let lines = try scratch.read("case/case.yaml").components(separatedBy: "\n")
    let start = try #require(lines.firstIndex(of: "affinity:"))
    let rest = lines[(start + 1)...].drop { $0.hasPrefix(" ") }
    try scratch.write(
      (lines[..<start] + rest).joined(separator: "\n"), to: "case/case.yaml")
    let json = try Program.run("brief", "case", "--json", in: scratch).json()
    #expect(json["asOf"] == .null && json["blocs"] == .null && json["legs"] == .list([]))
    #expect(json["headline"]["reading"] == .text("not-measured"))
    #expect(try faults(in: json) == [])
  }

  @Test func `a brief with a key too many, one too few or a wrong word breaks the schema`() throws {
    let brief = try SharedBrief.get().json
    for (key, value) in [
      ("surplus", JSON.null), ("title", .number(1)), ("asOf", .text("23 Feb 2024")),
      ("schema", .text("entente-brief/2")),
    ] {
      var members = brief.members
      members[key] = value
      #expect(try !faults(in: .object(members)).isEmpty, "\(key)")
    }
    for key in ["claims", "evidence", "headline"] {
      var members = brief.members
      members[key] = nil
      #expect(try !faults(in: .object(members)).isEmpty, "without \(key)")
    }
  }
}
