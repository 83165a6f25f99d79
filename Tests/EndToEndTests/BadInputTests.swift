import Foundation
import Testing

/// Whatever is wrong with a case is told in a line each, and nothing is left behind.
struct BadInputTests {
  /// Runs `brief`, and holds what it says to the form that faults have.
  func faults(of scratch: Scratch) throws -> [String] {
    let output = try Program.run("brief", "case", "--out", "brief", in: scratch)
    #expect(
      !output.wasSignalled && output.status == 2, "\(output.status): \(output.err.prefix(400))")
    #expect(output.out.isEmpty)
    #expect(!scratch.has("brief"))
    let lines = output.err.split(separator: "\n").map(String.init)
    let last = try #require(lines.last)
    let faults = lines.dropLast().filter { !$0.hasPrefix("    hint: ") && !$0.hasPrefix("and ") }
    for line in faults {
      #expect(
        line.wholeMatch(of: #/[\w.\/-]+(:\d+)?: [^:]+: expected .+, found .+/#) != nil,
        "\(line.prefix(200))")
      #expect(line.count < 2_000)
    }
    #expect(last.wholeMatch(of: #/\d+ faults?.*/#) != nil, "\(last)")
    return faults
  }

  @Test(arguments: Damage.all)
  func `a damaged case is refused by file, line and field`(damage: Damage) throws {
    let scratch = try Scratch.withCase()
    try damage.spoil(scratch)
    let faults = try faults(of: scratch)
    #expect(faults.contains { $0.hasPrefix(damage.fault) }, "\(faults.prefix(5))")
  }

  @Test(arguments: Damage.files)
  func `binary junk in any file is a fault of that file`(file: String) throws {
    let scratch = try Scratch.withCase()
    var state: UInt64 = 2_862_933_555_777_941_757
    let junk = (0..<5_000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    try Data(junk).write(to: scratch.file("case/\(file)"))
    #expect(try faults(of: scratch).contains { $0.hasPrefix("\(file):1: ") })
  }

  @Test func `faults of many files come in one run`() throws {
    let scratch = try Scratch.withCase()
    let chosen = Damage.all.filter {
      ["an unknown actor", "an event out of the window", "a fact id twice", "a path upwards"]
        .contains($0.testDescription)
    }
    for damage in chosen { try damage.spoil(scratch) }
    let faults = try faults(of: scratch)
    #expect(chosen.count == 4)
    for damage in chosen {
      #expect(faults.contains { $0.hasPrefix(damage.fault) }, "\(damage.fault)")
    }
    let checked = try Program.run("case", "check", "case", "--json", in: scratch)
    #expect(checked.status == 2)
    #expect(try checked.json().items.count == faults.count)
  }

  @Test func `faults of the tests of claims come with the others`() throws {
    let scratch = try Scratch.withCase()
    let chosen = Damage.all.filter {
      ["an unknown actor", "a test of an event that is not there"].contains($0.testDescription)
    }
    for damage in chosen { try damage.spoil(scratch) }
    let faults = try faults(of: scratch)
    for damage in chosen {
      #expect(faults.contains { $0.hasPrefix(damage.fault) }, "\(damage.fault)")
    }
    #expect(faults.count == chosen.count, "\(faults)")
  }

  @Test(arguments: Damage.all)
  func `a fault of one file is not told again as a fault of the claims' tests`(
    _ damage: Damage
  ) throws {
    // Where states are gone altogether, the tests that name them are faults of their own.
    guard !damage.fault.hasPrefix("claims.yaml"), damage.testDescription != "one actor" else {
      return
    }
    let scratch = try Scratch.withCase()
    try damage.spoil(scratch)
    let echoes = try faults(of: scratch).filter { $0.hasPrefix("claims.yaml") }
    #expect(echoes.isEmpty)
  }

  @Test func `a claim that carries markup reaches the page as text`() throws {
    let scratch = try Scratch.withCase()
    let attack = #"<script>alert(1)</script> & "two" camps"#
    try scratch.replace(
      "paraphrase: The islands fall into two camps.", by: "paraphrase: '\(attack)'",
      in: "case/claims.yaml")
    let output = try Program.run("brief", "case", "--figures", "figures", in: scratch)
    #expect(output.status == 0)
    let page = try scratch.read("entente-brief/brief.html")
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    let json = try JSON.parse(try scratch.read("entente-brief/brief.json"))
    #expect(json["claims"].items.contains { $0["paraphrase"].text == attack })
    for name in scratch.contents where name.hasSuffix(".svg") {
      #expect(WellFormed.isXML(try scratch.read(name)), "\(name)")
    }
  }

  @Test func `control characters of a case do not reach the terminal`() throws {
    let scratch = try Scratch.withCase()
    try scratch.replace(
      "title: Island league", by: "title: \"Island \\e[31mleague\"", in: "case/case.yaml")
    let output = try Program.run("brief", "case", in: scratch)
    #expect(!output.out.contains("\u{1B}") && !output.err.contains("\u{1B}"))
  }

  @Test func `what is no folder, not there or not writable is told before any work`() throws {
    let scratch = try Scratch.withCase()
    try scratch.write("", to: "file")
    for command in [
      ["brief", "file"], ["brief", "nowhere"], ["case", "check", "file"],
      ["case", "new", "file/below"], ["brief", "case", "--out", "file/below"],
      ["brief", "case", "--out", "file"], ["brief", "case", "--figures", "file/below"],
      ["case", "events", "case", "--actor", "ZZZ"], ["case", "claims", "case", "--document", "x"],
    ] {
      let output = try Program.run(command, in: scratch)
      #expect(output.status == 2, "\(command)")
      #expect(output.out.isEmpty, "\(command)")
      #expect(output.err.contains("expected") && output.err.contains("found"), "\(output.err)")
    }
    #expect(!scratch.has("entente-brief"))
  }
}
