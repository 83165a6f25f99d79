import Foundation
import Testing

/// `entente breaks` on a user's own tables.
struct BreaksTests {
  /// A step of 4 at 60 of 120, in whole-number noise that is the same everywhere.
  private static func series(_ label: (Int) -> String, header: String = "date,value") -> String {
    var state: UInt64 = 7
    let lines = (0..<120).map { t -> String in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return "\(label(t)),\(Int(state >> 33) % 5 + (t < 60 ? 0 : 4))"
    }
    return header + "\n" + lines.joined(separator: "\n") + "\n"
  }

  private static func indexed(_ scratch: Scratch) throws {
    try scratch.write(series({ "\($0)" }, header: "index,value"), to: "series.csv")
  }

  @Test func `a packed table gives what the plain one gives`() throws {
    let scratch = Scratch()
    try Self.indexed(scratch)
    let plain = try Program.run(
      "breaks", "series.csv", "--breaks", "1", "--draws", "199", "--json", in: scratch)
    try Program.shell("gzip -k series.csv", in: scratch)
    let packed = try Program.run(
      "breaks", "series.csv.gz", "--breaks", "1", "--draws", "199", "--json", in: scratch)
    #expect(packed.status == 0, "\(packed.err)")
    #expect(packed.out == plain.out)
    try Program.shell("head -c 60 series.csv.gz > cut.csv.gz", in: scratch)
    let cut = try Program.run("breaks", "cut.csv.gz", in: scratch)
    #expect(cut.status == 2 && cut.err.contains("cut.csv.gz"), "\(cut.err)")
  }

  @Test(arguments: [["breaks"], ["balance"], ["granger"], ["hawkes", "fit"], ["polarity"]])
  func `a file that is not there is told in one way`(command: [String]) throws {
    let output = try Program.run(command + ["none.csv"], in: Scratch())
    #expect(output.status == 2)
    #expect(
      output.err.contains("none.csv: file: expected a CSV file of at most")
        && output.err.contains("found no such file"), "\(output.err)")
  }

  @Test(
    arguments: ["mean", "mean-variance", "robust", "count", "rank", "kernel"],
    [["--breaks", "1"], []])
  func `every cost dates a plain step`(cost: String, price: [String]) throws {
    let scratch = Scratch()
    try Self.indexed(scratch)
    let command =
      ["breaks", "series.csv", "--cost", cost, "--draws", "199", "--json"] + price
    let output = try Program.run(command, in: scratch)
    #expect(output.status == 0, "\(output.err)")
    let json = try output.json()
    let places = json["breaks"].items.compactMap { $0["index"].number }
    #expect(places.contains { abs($0 - 60) <= 2 }, "\(places)")
    #expect(json["isExact"].isTrue)
    for one in json["breaks"].items where price == ["--breaks", "1"] {
      let p = try #require(one["pValue"].number)
      #expect(p <= 0.05 && one["direction"].text == "up")
    }
    #expect(try Program.run(command + ["--threads", "1"], in: scratch).out == output.out)
  }

  @Test func `a given penalty gives the objective it stands for`() throws {
    let scratch = Scratch()
    try scratch.write("index,value\n1,0\n2,0\n3,0\n4,6\n5,6\n6,6\n", to: "step.csv")
    let json = try Program.run(
      "breaks", "step.csv", "--penalty", "2.5", "--min-length", "2", "--json", in: scratch
    ).json()
    #expect(json["objective"].number == 2.5 && json["segmentCost"].number == 0)
    #expect(json["breaks"].items.first?["at"].text == "4")
  }

  @Test func `alarms and text say what they rest on`() throws {
    let scratch = Scratch()
    try Self.indexed(scratch)
    let text = try Program.run("breaks", "series.csv", in: scratch)
    #expect(text.status == 0 && text.err.isEmpty)
    #expect(text.out.contains("(exact)") && text.out.contains("90% intervals"))
    let online = try Program.run("breaks", "series.csv", "--online", "--json", in: scratch).json()
    #expect(online["falseAlarmsPerYear"].number == 0.05)
    #expect(online["alarms"].items.contains { abs(($0["index"].number ?? 0) - 62) <= 4 })
  }

  @Test func `a panel lists every pair tested`() throws {
    let scratch = Scratch()
    var state: UInt64 = 11
    var rows = ["week,state_a,state_b,score,days"]
    var world = ["date,volume"]
    for week in 0..<80 {
      // 19,723 is Monday 2024-01-01; weeks are written by their Mondays.
      let monday = Self.date(19_723 + 7 * week)
      world.append("\(monday),\(10_000 + week)")
      for (a, b) in [("AAA", "BBB"), ("AAA", "CCC"), ("BBB", "CCC"), ("AAA", "D 4")] {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let step = a == "AAA" && b == "BBB" && week >= 40 ? 60 : 0
        rows.append("\(monday),\(a),\(b),\(Int(state >> 33) % 21 - 10 + step),7")
      }
    }
    try scratch.write(rows.joined(separator: "\n") + "\n", to: "panel.csv")
    try scratch.write(world.joined(separator: "\n") + "\n", to: "world.csv")
    let command = ["breaks", "panel.csv", "--volume", "world.csv", "--days", "days"]
    let json = try Program.run(command + ["--json"], in: scratch).json()
    #expect(
      json["pairs"].items.compactMap { $0["pair"].text }
        == ["AAA-BBB", "AAA-CCC", "AAA-D 4", "BBB-CCC"])
    let first = try #require(json["pairs"].items.first)
    #expect(first["breaks"].items.first?["at"].text == Self.date(19_723 + 280))
    #expect(first["breaks"].items.first?["direction"].text == "up")
    let text = try Program.run(command + ["--all"], in: scratch)
    #expect(text.out.contains("4 pairs tested") && text.out.contains("AAA-BBB"))
  }

  private static func date(_ day: Int) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "UTC")
    formatter.dateFormat = "yyyy-MM-dd"
    return formatter.string(from: Date(timeIntervalSince1970: Double(day) * 86_400))
  }

  @Test(
    arguments: [
      ("date,value\n2024-01-08,1\n2024-01-01,2\n", "ascending order"),
      ("date,value\n2024-01-01,1\n2024-01-01,2\n", "each date once"),
      ("date,value\n2024-01-01,\n2024-01-08,\n", "values"),
      ("index,value\n1,inf\n2,nan\n", "a finite number"),
      ("index,value\n1,2\nx,3\n", "a whole number"),
      ("1,2\n2,3\n", "names of columns"), ("index,value\n", "rows of values"),
      ("a,b,c\n1,2,3\n", "--column"), ("index,value\n1,2\n2,3\n", "32"),
      ("date,a,b,v\n2024-01-01,X,X,1\n", "another actor"),
      ("date,a,b,v\n2024-01-01,X,Y,1\n2024-01-01,X,Y,2\n", "each pair once"),
    ])
  func `bad tables end with 2 and say what is wrong`(text: String, hint: String) throws {
    let scratch = Scratch()
    try scratch.write(text, to: "bad.csv")
    let output = try Program.run("breaks", "bad.csv", in: scratch)
    #expect(output.status == 2 && output.out.isEmpty)
    #expect(output.err.contains(hint), "\(output.err)")
  }

  @Test(
    arguments: [
      ["--penalty", "-1"], ["--penalty", "cheap"], ["--breaks", "2", "--penalty", "3"],
      ["--interval", "1"], ["--cost", "kernl"], ["--gamma", "1"], ["--min-length", "0"],
    ])
  func `wrong usage ends with 64`(options: [String]) throws {
    let scratch = Scratch()
    try Self.indexed(scratch)
    let output = try Program.run(["breaks", "series.csv"] + options, in: scratch)
    #expect(output.status == 64 && output.out.isEmpty)
    if options.first == "--cost" { #expect(output.err.contains("did you mean kernel?")) }
  }
}
