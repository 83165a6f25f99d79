import Testing

/// `entente show`: from any id that is printed to what stands behind it.
struct ShowTests {
  /// The made-up case and its brief.
  static func briefed() throws -> Scratch {
    let scratch = try Scratch.withCase()
    try Program.run("brief", "case", "--out", "brief", "--format", "json", in: scratch)
    return scratch
  }

  @Test(
    arguments: [
      ("1.1a", "The harbour pact brought Arden and Borea together."),
      ("1.1a/1.2", "break: "), ("harbour-pact", "joint: "), ("q-1", "horizon 31 Dec 2021"),
      ("f-pact-text", "The pact names no third state."), ("leg.AAA-BBB", "method: "),
      ("e1", "method: "),
    ])
  func `a claim, a test, an event, a question, a fact and a number are shown`(
    id: String, text: String
  ) throws {
    let scratch = try Self.briefed()
    let command = ["show", "case", id, "--from", "brief/brief.json"]
    let output = try Program.run(command, in: scratch)
    #expect(output.status == 0)
    #expect(output.out.contains(text))
    #expect(output.err.isEmpty)
    let json = try Program.run(command + ["--json"], in: scratch).json()
    #expect(id == "e1" ? json["id"] != .null : json["id"] == .text(id))
  }

  @Test func `a brief that is read and one that is made anew show the same`() throws {
    let scratch = try Self.briefed()
    let read = try Program.run("show", "case", "1.2", "--from", "brief/brief.json", in: scratch)
    #expect(try Program.run("show", "case", "1.2", in: scratch).out == read.out)
  }

  @Test func `the numbers in square brackets of the summary lead to their evidence`() throws {
    let scratch = try Scratch.withCase()
    let summary = try Program.run("brief", "case", "--out", "brief", in: scratch).out
    let mark = try #require(summary.firstMatch(of: #/\[(e\d+)\]/#)).1
    let output = try Program.run(
      "show", "case", String(mark), "--from", "brief/brief.json", "--json", in: scratch)
    let id = try output.json()["id"]
    let first = try JSON.parse(try scratch.read("brief/brief.json"))["keyNumbers"].items.first
    #expect(id == first?["evidence"])
  }

  @Test func `an unknown id is refused with a near spelling or the way to a list`() throws {
    let scratch = try Self.briefed()
    for (id, hint) in [
      ("harbour-pakt", "did you mean harbour-pact?"), ("e99999", "entente case claims"),
      ("nothing-like-it", "entente case events"),
    ] {
      let output = try Program.run(
        "show", "case", id, "--from", "brief/brief.json", in: scratch)
      #expect(output.status == 2)
      #expect(output.out.isEmpty)
      #expect(output.err.contains("found none") && output.err.contains(hint), "\(output.err)")
    }
    let output = try Program.run("brief", "norteast-asia", in: scratch)
    #expect(output.status == 2)
    #expect(output.err.contains("did you mean northeast-asia?"))
  }
}

/// `entente diff`: what changed, and why.
struct DiffTests {
  @Test func `a brief does not differ from itself`() throws {
    let scratch = try ShowTests.briefed()
    let command = ["diff", "brief/brief.json", "brief/brief.json"]
    let output = try Program.run(command, in: scratch)
    #expect(output.status == 0)
    #expect(output.out.contains("No verdict changed."))
    #expect(try Program.run(command + ["--json"], in: scratch).json() == .list([]))
  }

  @Test func `an edited test turns its claim, and the file that turned it is named`() throws {
    let scratch = try ShowTests.briefed()
    try scratch.replace(
      "expect: at-least, value: 3", by: "expect: at-least, value: 300", in: "case/claims.yaml")
    try Program.run("brief", "case", "--out", "later", "--format", "json", in: scratch)
    let command = ["diff", "brief/brief.json", "later/brief.json"]
    let output = try Program.run(command, in: scratch)
    #expect(output.out.contains("claims.yaml changed"))
    let changes = try Program.run(command + ["--json"], in: scratch).json().items
    #expect(changes.map { $0["claim"].text } == ["1.2"])
    #expect(changes.first?["reasons"].texts.contains { $0.contains("test 1.2/1.5 was") } == true)
    #expect(output.out.contains("1.2: supported -> "))
  }

  @Test func `what is no brief is refused by name`() throws {
    let scratch = try ShowTests.briefed()
    try scratch.write("{}", to: "empty.json")
    for file in ["nowhere.json", "case", "case/case.yaml", "empty.json"] {
      let output = try Program.run("diff", "brief/brief.json", file, in: scratch)
      #expect(output.status == 2)
      #expect(output.err.hasPrefix("\(file): expected a brief.json"))
    }
  }
}
