import Foundation
import Testing

/// `entente hawkes` and `entente granger` on files of a user's own.
struct HawkesTests {
  /// Events of a written process, as the help shows them.
  private static func events(_ scratch: Scratch) throws {
    let drawn = try Program.run(
      "hawkes", "simulate", "--baseline", "0.1,0.05", "--branching", "0.3,0.2;0.4,0.1", "--decay",
      "1", "--end", "2000", in: scratch)
    #expect(drawn.status == 0 && drawn.err.isEmpty)
    try scratch.write(drawn.out, to: "events.csv")
  }

  @Test(
    arguments: [
      ["hawkes"], ["hawkes", "fit"], ["hawkes", "attribute"], ["hawkes", "simulate"], ["granger"],
    ])
  func `help of every command shows an example`(command: [String]) throws {
    let output = try Program.run(command + ["--help"], in: Scratch())
    #expect(output.status == 0)
    #expect(output.out.contains("Example:\n  entente "))
  }

  @Test func `what is simulated can be fitted, attributed and simulated again`() throws {
    let scratch = Scratch()
    try Self.events(scratch)
    let json = try Program.run(
      "hawkes", "fit", "events.csv", "--end", "2000", "--json", in: scratch)
    #expect(json.status == 0)
    let fit = try json.json()
    #expect(fit["schema"] == .text("entente-hawkes-fit/1"))
    #expect(fit["isStationary"].isTrue)
    let radius = try #require(fit["spectralRadius"]["value"].number)
    #expect((0.3...0.7).contains(radius))
    let text = try Program.run("hawkes", "fit", "events.csv", "--end", "2000", in: scratch)
    #expect(text.out.contains("spectral radius") && text.out.contains("one standard error"))
    let shared = try Program.run(
      "hawkes", "attribute", "events.csv", "--end", "2000", "--json", in: scratch
    ).json()
    for event in shared["events"].items.prefix(50) {
      let parts =
        event["parents"].items.compactMap { $0["probability"].number }
        + [event["background"].number ?? 0, event["others"].number ?? 0]
      #expect(abs(parts.reduce(0, +) - 1) < 1e-9)
    }
    try scratch.write(json.out, to: "model.json")
    let again = try Program.run(
      "hawkes", "simulate", "--model", "model.json", "--seed", "3", "--parents", in: scratch)
    #expect(again.status == 0 && again.out.hasPrefix("time,dimension,parent\n"))
    let direct = try Program.run(
      "hawkes", "simulate", "events.csv", "--end", "2000", "--seed", "3", "--parents", in: scratch)
    #expect(direct.out == again.out)
  }

  @Test func `the same bytes for any number of threads`() throws {
    let scratch = Scratch()
    try Self.events(scratch)
    let outputs = try ["1", "3"].map { threads in
      try Program.run(
        "hawkes", "fit", "events.csv", "--json", "--draws", "19", "--threads", threads, in: scratch
      ).out
    }
    #expect(outputs[0] == outputs[1] && !outputs[0].isEmpty)
  }

  @Test func `every fault of a file of events in one run`() throws {
    let scratch = Scratch()
    try scratch.write("time,dimension\n1,a\n3,a\n2,b\nx,a\n4,\n", to: "events.csv")
    let output = try Program.run("hawkes", "fit", "events.csv", in: scratch)
    #expect(output.status == 2 && output.out.isEmpty)
    #expect(
      output.err.contains(
        "events.csv:4: time: expected a time not before the row before, found \"2\""))
    #expect(output.err.contains("hint: sort the rows by time"))
    #expect(output.err.contains("events.csv:5: time: expected a finite number, found \"x\""))
    #expect(output.err.contains("events.csv:6: dimension: expected"))
    #expect(output.err.contains("3 faults"))
  }

  @Test(
    arguments: [
      ("time,dimension\n", [], "at least one row"),
      ("time,dim\n1,a\n", [], "a column dimension"),
      ("time,dimension\n0,a\n", [], "--end"),
      ("time,dimension\n1,a\n5,a\n", ["--end", "4"], "widen the window"),
      ("time,dimension\n1,a\n5,a\n", ["--end", "soon"], "expected a number"),
      ("time,dimension\n2020-01-01,a\n", ["--end", "7"], "expected a date"),
      ("time,dimension\n1,a\n5,a\n", ["--covariates", "none.csv"], "no such file"),
    ])
  func `what cannot be fitted is bad input with advice`(
    text: String, options: [String], wanted: String
  ) throws {
    let scratch = Scratch()
    try scratch.write(text, to: "events.csv")
    let output = try Program.run(["hawkes", "fit", "events.csv"] + options, in: scratch)
    #expect(output.status == 2 && output.out.isEmpty)
    #expect(output.err.contains(wanted), "\(output.err)")
  }

  @Test(
    arguments: [
      "time,dimension\n5,a\n", "time,dimension\n0,a\n0,b\n0,a\n9,b\n",
      "time,dimension\n2020-01-01,a\n2020-01-01,b\n2020-02-01,a\n2020-03-05,b\n",
    ])
  func `few, tied and dated events have defined results`(text: String) throws {
    let scratch = Scratch()
    try scratch.write(text, to: "events.csv")
    for command in ["fit", "attribute"] {
      let output = try Program.run("hawkes", command, "events.csv", "--json", in: scratch)
      #expect(output.status == 0, "\(output.err)")
      #expect(!output.out.contains("nan") && !output.out.contains("inf"))
      _ = try output.json()
    }
  }

  @Test(
    arguments: [
      ["--kernel", "cubic"], ["--decay", "fast"], ["--decay", "-1"],
      ["--kernel", "sum", "--decay", "1"], ["--draws", "3"],
    ])
  func `options outside their range are wrong usage`(options: [String]) throws {
    let scratch = Scratch()
    try scratch.write("time,dimension\n1,a\n5,a\n", to: "events.csv")
    let output = try Program.run(["hawkes", "fit", "events.csv"] + options, in: scratch)
    #expect(output.status == 64 && output.out.isEmpty)
  }

  // MARK: - Granger

  /// Two series; the second follows the first after one period.
  private static func rows(_ count: Int) -> [(Double, Double)] {
    var state: UInt64 = 11
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53 - 0.5
    }
    var rows = [(0.0, 0.0)]
    for _ in 1..<count {
      let (x, y) = rows[rows.count - 1]
      rows.append((0.4 * x + next(), 0.3 * y + 0.6 * x + next()))
    }
    return rows
  }

  @Test func `two columns and a panel give one answer`() throws {
    let scratch = Scratch()
    let rows = Self.rows(150)
    try scratch.write(
      "a,b\n" + rows.map { "\($0.0),\($0.1)\n" }.joined(), to: "series.csv")
    var panel = "date,actor,actor,value\n"
    for (t, row) in rows.enumerated() {
      let date = "\(1990 + t / 12)-\(t % 12 < 9 ? "0" : "")\(t % 12 + 1)"
      panel += "\(date),AAA,BBB,\(row.0)\n\(date),BBB,AAA,\(row.1)\n"
    }
    try scratch.write(panel, to: "panel.csv")
    let plain = try Program.run("granger", "series.csv", "--json", in: scratch)
    let whole = try Program.run("granger", "panel.csv", "--json", "--threads", "3", in: scratch)
    #expect(plain.status == 0 && whole.status == 0, "\(plain.err)\(whole.err)")
    let (one, other) = (
      try plain.json()["pairs"].items[0], try whole.json()["pairs"].items[0]
    )
    #expect(one["verdict"] == .text("firstLeads"))
    #expect(other["verdict"] == .text("firstLeads"))
    #expect(other["first"] == .text("AAA>BBB") && other["periods"].number == 150)
    #expect(
      one["directions"].items[0]["statistic"] == other["directions"].items[0]["statistic"])
    let text = try Program.run("granger", "series.csv", in: scratch)
    #expect(text.out.hasPrefix("a and b: a moves first\n"))
  }

  @Test(
    arguments: [
      ("a\n1\n", "two series"), ("a,b\n1,x\n", "a finite number"),
      ("date,a,b\n2020-01-01,1,2\n2020-01-01,1,2\n", "each date once"),
      ("date,from,to,value\n2020-01-01,A,B,2\n", "both directions"),
      ("a,b\n" + String(repeating: "1,2\n", count: 40), "constant"),
      ("a,b\n1,2\n3,4\n", "at least 20"),
    ])
  func `series that cannot be tested are bad input`(text: String, wanted: String) throws {
    let scratch = Scratch()
    try scratch.write(text, to: "series.csv")
    let output = try Program.run("granger", "series.csv", in: scratch)
    #expect(output.status == 2 && output.out.isEmpty)
    #expect(output.err.contains(wanted), "\(output.err)")
  }

  @Test func `granger of a case says what its brief says`() throws {
    let scratch = Scratch()
    let found = try Program.run("granger", "northeast-asia", "--json", in: scratch)
    #expect(found.status == 0, "\(found.err)")
    let pairs = try found.json()["pairs"].items
    let told = try SharedBrief.get().json["moves"]["pairs"].items
    #expect(pairs.count == 15 && told.count == 15)
    for (mine, theirs) in zip(pairs, told) {
      #expect(mine["directions"].items.first?["adjustedP"].number == theirs["firstLeads"].number)
      #expect(
        mine["richardson"]["sides"].items.last?["reaction"]["value"].number
          == theirs["secondReacts"]["value"].number)
    }
    let one = try Program.run("granger", "northeast-asia", "--pair", "USA,CHN", in: scratch)
    #expect(one.status == 0 && one.out.contains("CHN>USA and USA>CHN"), "\(one.err)")
    let wrong = try Program.run("granger", "northeast-asia", "--pair", "USA,AUS", in: scratch)
    #expect(wrong.status == 2 && wrong.err.contains("two core states"), "\(wrong.err)")
    let typo = try Program.run("granger", "northeast-asai", in: scratch)
    #expect(typo.status == 2 && typo.err.contains("did you mean northeast-asia?"), "\(typo.err)")
  }
}
