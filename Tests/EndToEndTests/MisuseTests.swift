import Foundation
import Testing

/// What the program says to input and options that mean nothing, or something else than was meant.
struct MisuseTests {
  private static let events = """
    date,added,format,id,source,target,source_kind,target_kind,source_actor,target_actor,\
    source_sector,target_sector,cameo,plover,mode,goldstein,mentions,sources,articles,tone,\
    place,place_state,latitude,longitude,file,line

    """
    + (0..<60).map { day in
      let date = Date(timeIntervalSince1970: Double(day) * 86_400 + 1_514_764_800)
        .formatted(.iso8601.year().month().day())
      return
        "\(date),\(date),icews,\(day + 1),CHN,PRK,state,state,,,,,040,CONSULT,,1.0,,,,,,,,,made-up,\(day + 1)\n"
    }.joined()

  private static func record() throws -> Scratch {
    let scratch = Scratch()
    try scratch.write(events, to: "events.csv")
    let output = try Program.run(
      "import", "entente", "events.csv", "--record", "world", in: scratch)
    #expect(output.status == 0, "\(output.err)")
    return scratch
  }

  @Test func `a side of the window that is left open ends with the record`() throws {
    let scratch = try Self.record()
    let base = ["series", "--record", "world", "--actors", "CHN,PRK", "--by", "day"]
    let whole = try Program.run(base, in: scratch)
    #expect(whole.out.split(separator: "\n").count == 61, "\(whole.err)")
    let late = try Program.run(base + ["--from", "2018-02-20"], in: scratch)
    #expect(late.out.split(separator: "\n").count == 1 + 10)
    let early = try Program.run(base + ["--to", "2018-01-05"], in: scratch)
    #expect(early.out.split(separator: "\n").count == 1 + 5)
  }

  @Test(
    arguments: [
      (["--actors", "CHN,PRX"], "did you mean"),
      (["--involving", "ZZZ"], "codes of three letters"),
      (["--codes", "99"], "CAMEO codes"),
    ])
  func `a state or code that nobody has is no state without events`(
    options: [String], wanted: String
  ) throws {
    let scratch = try Self.record()
    for command in [["series"], ["events"]] {
      let output = try Program.run(command + ["--record", "world"] + options, in: scratch)
      #expect(output.status == 64 && output.out.isEmpty)
      #expect(output.err.contains(wanted), "\(output.err)")
    }
  }

  @Test func `parts of records that end on different days merge, with a side left open`() throws {
    let scratch = try Self.record()
    let lines = Self.events.split(separator: "\n", omittingEmptySubsequences: false)
    try scratch.write(lines.prefix(31).joined(separator: "\n") + "\n", to: "one.csv")
    try scratch.write(([lines[0]] + lines.dropFirst(31)).joined(separator: "\n"), to: "two.csv")
    let open = ["--actors", "CHN,PRK", "--by", "day", "--from", "2018-01-11"]
    for part in ["one", "two"] {
      try Program.run("import", "entente", "\(part).csv", "--record", part, in: scratch)
      let made = try Program.run(
        ["series", "--record", part, "--partial", "\(part).parts"] + open, in: scratch)
      #expect(made.status == 0, "\(made.err)")
    }
    let merged = try Program.run("merge", "one.parts", "two.parts", in: scratch)
    let whole = try Program.run(["series", "--record", "world"] + open, in: scratch)
    #expect(merged.status == 0, "\(merged.err)")
    #expect(merged.out == whole.out)
    #expect(whole.out.split(separator: "\n").count == 1 + 50)
  }

  @Test func `a part is merged once`() throws {
    let scratch = try Self.record()
    try Program.run(
      "series", "--record", "world", "--partial", "a.parts", in: scratch)
    let output = try Program.run("merge", "a.parts", "./a.parts", in: scratch)
    #expect(output.status == 2 && output.err.contains("found it twice"), "\(output.err)")
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full"),
    arguments: [
      "entente case list", "entente balance ties.csv --json", "entente events --record world",
      "entente record export world --format csv",
    ])
  func `a full disk is told and no success`(line: String) throws {
    let scratch = try Self.record()
    try scratch.write("from,to,weight\na,b,1\nb,c,-1\n", to: "ties.csv")
    let output = try Program.shell("\(line) > /dev/full; echo $? > status", in: scratch)
    #expect(try scratch.read("status") == "1\n", "\(output.err)")
    #expect(output.err.contains("cannot be written"), "\(output.err)")
    let closed = try Program.shell("\(line) | head -c 0", in: scratch)
    #expect(!closed.err.contains("cannot be written"), "\(closed.err)")
  }

  @Test(
    arguments: [
      (["breaks", "series.csv", "--online", "--cost", "rank"], "no --cost"),
      (["breaks", "series.csv", "--online", "--breaks", "3"], "no --cost"),
      (["case", "events", "northeast-asia", "--from", "2025-01-01", "--to", "2024-01-01"], "--to"),
      (["hub", "northeast-asia", "--from", "soon"], "a date like"),
    ])
  func `options that exclude each other are wrong usage`(
    command: [String], wanted: String
  ) throws {
    let output = try Program.run(command, in: Scratch())
    #expect(output.status == 64 && output.out.isEmpty)
    #expect(output.err.contains(wanted), "\(output.err)")
  }

  @Test(
    arguments: [
      (["breaks", "t.csv", "--json"], "index,value\n1,1e155\n2,3\n", "at most 1e100"),
      (
        ["granger", "t.csv"], "a,b\n1,1e150\n" + String(repeating: "1,2\n2,1\n", count: 20),
        "at most 1e100"
      ),
      (
        ["hawkes", "fit", "t.csv", "--inhibition", "--json"],
        "time,dimension\n2020-01-01,a\n2020-01-03,b\n2020-01-09,a\n2020-01-09,b\n",
        "no maximum"
      ),
      (
        ["portfolio", "t.csv"], "from,to,value\nA,B,1\nA,B,2\nA,C,1\n", "each tie once"
      ),
      (["portfolio", "t.csv"], "from,to,value\nA,A,1\nA,C,1\n", "another state"),
      (
        ["dependence", "t.csv"], "from,to,year,value,total\nA,B,2020,5,3\nB,A,2020,1,3\n",
        "at most the total"
      ),
    ])
  func `numbers that cannot be are refused with their place`(
    command: [String], text: String, wanted: String
  ) throws {
    let scratch = Scratch()
    try scratch.write(text, to: "t.csv")
    let output = try Program.run(command, in: scratch)
    #expect(output.status == 2 && output.out.isEmpty, "\(output.status) \(output.err)")
    #expect(output.err.contains(wanted) && output.err.contains("t.csv"), "\(output.err)")
  }
}
