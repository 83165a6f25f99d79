import Foundation
import Testing

/// What each command prints, and where.
struct CommandTests {
  static let commands = [
    [], ["brief"], ["case"], ["case", "list"], ["case", "check"], ["case", "new"],
    ["case", "events"], ["case", "claims"], ["show"], ["diff"], ["cite"],
  ]

  @Test(arguments: commands)
  func `help of every command shows an example`(command: [String]) throws {
    let output = try Program.run(command + ["--help"], in: Scratch())
    #expect(output.status == 0)
    #expect(output.out.contains("Example:\n  entente "))
    #expect(output.err.isEmpty)
  }

  @Test func `the version is one line`() throws {
    let output = try Program.run("--version", in: Scratch())
    #expect(output.out.wholeMatch(of: #/entente \d+\.\d+\.\d+\n/#) != nil)
  }

  @Test(
    arguments: [
      ["case", "list"], ["case", "check", "case"], ["case", "events", "case"],
      ["case", "events", "case", "--contested"],
      ["case", "events", "case", "--actor", "DDD", "--from", "2020-09-01", "--to", "2021-12-31"],
      ["case", "claims", "case"], ["case", "claims", "case", "--document", "herald-2021"],
      ["cite", "case"],
    ])
  func `lists come as text and as JSON, and JSON alone`(command: [String]) throws {
    let scratch = try Scratch.withCase()
    let text = try Program.run(command, in: scratch)
    let json = try Program.run(command + ["--json"], in: scratch)
    #expect(text.status == 0 && json.status == 0)
    guard case .list(let rows) = try json.json() else {
      Issue.record("expected a list, found \(json.out)")
      return
    }
    if command[1] != "check" {
      #expect(rows.count == text.out.split(separator: "\n").count)
    }
  }

  @Test func `events are chosen by state, day and contest`() throws {
    let scratch = try Scratch.withCase()
    let all = try Program.run("case", "events", "case", "--json", in: scratch).json().items
    let some = try Program.run(
      "case", "events", "case", "--json", "--actor", "DDD", "--from", "2020-10-01", in: scratch
    ).json().items
    let expected = all.filter { event in
      (event["sources"].texts + event["targets"].texts).contains("DDD")
        && (event["day"].text ?? "") >= "2020-10-01"
    }
    #expect(!some.isEmpty && some.count < all.count)
    #expect(some == expected)
  }

  @Test func `a new case is whole, checks and briefs without a fault`() throws {
    let scratch = Scratch()
    let made = try Program.run("case", "new", "mine", in: scratch)
    #expect(made.status == 0 && made.out.isEmpty)
    #expect(made.err.contains("entente case check mine"))
    #expect(try Program.run("case", "check", "mine", in: scratch).out.contains("no faults"))
    #expect(try Program.run("brief", "mine", in: scratch).status == 0)
    #expect(scratch.has("entente-brief/brief.html") && scratch.has("entente-brief/brief.json"))
    #expect(try Program.run("case", "new", "mine", in: scratch).status == 2)
  }

  @Test func `results go to standard output and notes to standard error`() throws {
    let scratch = try Scratch.withCase()
    for (format, files) in [
      ("terminal", []), ("html", ["brief.html"]), ("json", ["brief.json"]),
      ("all", ["brief.html", "brief.json"]),
    ] {
      let output = try Program.run(
        "brief", "case", "--format", format, "--out", "out-\(format)", in: scratch)
      #expect(output.status == 0)
      #expect(output.out.isEmpty == (format == "html" || format == "json"), "\(format)")
      #expect(!output.out.contains("brief.html") && !output.out.contains("brief.json"))
      let found = scratch.contents.filter { $0.hasPrefix("out-\(format)/") }
      #expect(found == files.map { "out-\(format)/\($0)" })
    }
    let json = try Program.run("brief", "case", "--json", "--out", "none", in: scratch)
    #expect(try json.json()["schema"] == .text("entente-brief/1"))
    #expect(json.err.isEmpty)
    #expect(!scratch.has("none"))
  }

  @Test(arguments: [60, 80, 100])
  func `the summary keeps to the columns it is given and has no colour codes`(columns: Int) throws {
    let scratch = try Scratch.withCase()
    let output = try Program.run(
      "brief", "case", "--format", "terminal", in: scratch,
      environment: ["COLUMNS": "\(columns)", "TERM": "xterm-256color"])
    let lines = output.out.split(separator: "\n")
    #expect((lines.map(\.count).max() ?? 0) <= columns)
    #expect((lines.map(\.count).max() ?? 0) > columns - 20)
    #expect(!output.out.contains("\u{1B}"))
  }

  @Test func `figures come as pairs of a well-formed drawing and its table`() throws {
    let figures = try SharedBrief.get().figures
    let drawings = figures.keys.filter { $0.hasSuffix(".svg") }
    #expect(drawings.count > 5)
    #expect(figures.count == 2 * drawings.count)
    for (name, text) in figures {
      if name.hasSuffix(".svg") {
        #expect(WellFormed.isXML(text), "\(name)")
        #expect(!text.contains("NaN") && !text.contains("inf\""), "\(name)")
        #expect(figures[name.dropLast(4) + ".csv"] != nil, "\(name)")
      } else {
        let widths = WellFormed.csvWidths(text)
        #expect(widths.count > 1 && Set(widths).count == 1, "\(name): \(Set(widths))")
      }
    }
  }

  @Test(
    arguments: [
      [], ["brief"], ["bogus"], ["brief", "case", "--draws", "5"],
      ["brief", "case", "--seed", "x"],
      ["brief", "case", "--threads", "0"], ["brief", "case", "--format", "pdf"],
      ["case", "events", "case", "--from", "2020"], ["show", "case"], ["diff", "one"],
    ])
  func `wrong usage is told with the way out, and ends with 64`(command: [String]) throws {
    let output = try Program.run(command, in: try Scratch.withCase())
    guard !command.isEmpty else {
      #expect(output.out.contains("USAGE:"))
      return
    }
    #expect(output.status == 64)
    #expect(output.err.hasPrefix("Error: ") && output.err.contains("Usage: entente"))
    #expect(output.out.isEmpty)
  }
}
