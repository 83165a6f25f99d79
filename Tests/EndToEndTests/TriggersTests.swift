import Foundation
import Testing

/// `entente triggers` on the built-in case and on a user's own tables.
struct TriggersTests {
  private static func faults(in value: JSON) throws -> [String] {
    let text = try String(
      contentsOf: Program.root.appending(path: "docs/triggers.schema.json"), encoding: .utf8)
    return JSONSchema(root: try JSON.parse(text)).faults(in: value)
  }

  @Test func `the ledger of Northeast Asia keeps to its schema and to the brief`() throws {
    let scratch = Scratch()
    let output = try Program.run("triggers", "northeast-asia", "--json", in: scratch)
    #expect(output.status == 0, "\(output.err)")
    let json = try output.json()
    #expect(try Self.faults(in: json) == [])
    // The brief's rivals are these, to the last digit.
    let brief = try SharedBrief.get().json
    let shared = try #require(brief["attribution"].items.first)
    let own = json["joint"]["rivals"].items
    #expect(own.count == shared["weights"].items.count)
    for (one, other) in zip(own, shared["weights"].items) {
      #expect(one["weight"]["value"].number == other["weight"].number)
    }
    #expect(!json["cascade"]["events"].items.isEmpty)
  }

  @Test(arguments: [60, 80, 120]) func `the text holds every number at any width`(width: Int) throws
  {
    let scratch = Scratch()
    let text = try Program.run(
      "triggers", "northeast-asia", "--draws", "199", in: scratch,
      environment: ["COLUMNS": "\(width)"]
    ).out
    for line in text.split(separator: "\n") {
      #expect(line.count <= width, "\(line)")
      // Titles end in an ellipsis at times, but no line is cut at the margin.
      #expect(!line.hasSuffix("…") || line.count < width, "\(line)")
    }
    let flat = Reading.flat(text)
    let json = try JSON.parse(scratch.read("entente-triggers/triggers.json"))
    let entries = json["entries"].items
    #expect(entries.count > 10)
    for mark in ["; rank ", "; seen from ", "; power at 1 SD ", "; path ", " SD; "] {
      #expect(flat.components(separatedBy: mark).count > entries.count, "\(mark)")
    }
    let orders = flat.matches(
      of: #/the interval of the break (begins|ends)|inside the break's interval|no break that way/#)
    #expect(orders.count == entries.count)
    #expect(flat.matches(of: #/; path [+−]?[\d.]+ \(/#).count == entries.count)
    let groups = json["cascade"]["groups"].items.count
    #expect(flat.matches(of: #/triggers: (0, at the bound|[\d.]+ \()/#).count == groups * groups)
    #expect(
      flat.matches(of: #/cannot be told/#.ignoresCase()).count <= 1 + json["alone"].items.count)
  }

  @Test func `page and JSON are written for a table of one's own`() throws {
    let scratch = Scratch()
    try Program.run("case", "new", "mine", in: scratch)
    let command = [
      "triggers", "mine/series/news-weekly.csv", "--column", "AAA-BBB", "--events",
      "mine/chronology.csv", "--draws", "199",
    ]
    let output = try Program.run(command, in: scratch)
    #expect(output.status == 0, "\(output.err)")
    #expect(output.out.contains("outside the fitted range"))
    let page = try scratch.read("entente-triggers/triggers.html")
    #expect(page.contains("What moved after each date?"))
    #expect(page.hasSuffix("</html>\n") && !page.contains("<script"))
    let json = try JSON.parse(scratch.read("entente-triggers/triggers.json"))
    #expect(try Self.faults(in: json) == [])
    #expect(!json["entries"].items.isEmpty)
  }

  @Test func `a panel is asked by pair`() throws {
    let scratch = Scratch()
    var state: UInt64 = 9
    func draw() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % 41 - 20
    }
    var text = "date,actor,actor,value\n"
    for week in 0..<260 {
      let day = Date(timeIntervalSince1970: 1_514_764_800 + Double(week) * 604_800)
      let date = day.formatted(.iso8601.year().month().day())
      for (a, b) in [
        ("A", "B"), ("C", "D"), ("C", "E"), ("D", "E"), ("E", "F"), ("C", "F"), ("D", "F"),
      ] {
        text += "\(date),\(a),\(b),\(draw() + (a == "A" && week >= 130 ? 25 : 0))\n"
      }
    }
    try scratch.write(text, to: "panel.csv")
    try scratch.write(
      "date,id,title\n2020-06-30,true,The step\n2018-09-03,early,Another\n", to: "events.csv")
    let json = try Program.run(
      "triggers", "panel.csv", "--events", "events.csv", "--pair", "B-A", "--direction", "up",
      "--draws", "199", "--json", in: scratch
    ).json()
    let rivals = json["alone"].items.first?["rivals"].items ?? []
    let best = rivals.max {
      ($0["weight"]["value"].number ?? 0) < ($1["weight"]["value"].number ?? 0)
    }
    #expect(best?["id"].text == "true", "\(rivals)")
    let step = json["entries"].items.first { $0["candidates"].items.first?["id"].text == "true" }
    #expect((step?["path"]["meanGap"]["low"].number ?? 0) > 0)
    #expect((step?["synthetic"]["meanGap"]["low"].number ?? 0) > 0)
    #expect(step?["order"]["place"].text == "inside")
  }

  @Test func `faults say what is wrong and what would be right`() throws {
    let scratch = Scratch()
    try scratch.write("date,value\n2020-01-06,1\n", to: "series.csv")
    try scratch.write("date,id,kind\n2020-13-06,a,\n2020-01-06,b,candidat\n", to: "bad.csv")
    try scratch.write("date,id\n2020-01-06,a\n", to: "good.csv")
    for (arguments, words) in [
      (["northeast-asia", "--pair", "CHN-PRX"], ["did you mean CHN-PRK"]),
      (["northeast-asi"], ["did you mean northeast-asia"]),
      (["series.csv"], ["--events"]),
      (
        ["series.csv", "--events", "bad.csv"], ["bad.csv:2: date", "bad.csv:3: kind", "candidate"]
      ),
      (["series.csv", "--events", "good.csv"], ["at least 60 weeks", "found 1"]),
      (["series.csv", "--events", "none.csv"], ["none.csv"]),
      (["northeast-asia", "--column", "x"], ["table of one's own"]),
    ] {
      let output = try Program.run(["triggers"] + arguments, in: scratch)
      #expect(output.status == 2, "\(arguments): \(output.err)")
      for word in words { #expect(output.err.contains(word), "\(arguments): \(output.err)") }
      #expect(!scratch.has("entente-triggers/triggers.html"))
    }
    #expect(try Program.run("triggers", "northeast-asia", "--from", "x", in: scratch).status == 64)
  }
}
