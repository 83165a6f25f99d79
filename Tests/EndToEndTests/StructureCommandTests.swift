import Foundation
import Testing

/// The structure commands on plain files: small ones of the fixtures, and the shared ones where they
/// are at hand.
struct StructureCommandTests {
  static let shared = Program.root.deletingLastPathComponent().appending(path: "shared/data").path
  static let hasShared = FileManager.default.fileExists(atPath: shared + "/unvotes")

  /// The small files, copied.
  static func scratch() throws -> Scratch {
    let scratch = Scratch()
    let fixtures = Program.root.appending(path: "Tests/Fixtures/structure")
    for name in try FileManager.default.contentsOfDirectory(atPath: fixtures.path) {
      try FileManager.default.copyItem(
        at: fixtures.appending(path: name), to: scratch.file(name))
    }
    return scratch
  }

  static let commands = [
    "ideal-points votes.csv", "ideal-points votes.csv --polish --sweeps 60 --coverage 2",
    "polarity capabilities.csv --from 2020", "portfolio ties.csv",
    "portfolio --votes votes.csv --session 2", "region volumes.csv --members AAA,BBB,CCC --by year",
    "hub volumes.csv --members AAA,BBB,CCC --hub AAA --by half --institution evidence.csv",
    "dependence trade.csv", "alliances alliances.csv",
  ].map { $0.split(separator: " ").map(String.init) }

  @Test(arguments: commands)
  func `a command gives text and JSON, the same on any number of threads`(
    command: [String]
  ) throws {
    let scratch = try Self.scratch()
    let text = try Program.run(command, in: scratch)
    #expect(text.status == 0 && text.err.isEmpty, "\(text.err)")
    #expect(!text.out.isEmpty && text.out.firstMatch(of: #/(?i)\b(nan|inf)\b/#) == nil)
    let json = try Program.run(command + ["--json"], in: scratch)
    #expect(json.status == 0)
    #expect(try json.json()["schema"].text?.hasPrefix("entente-\(command[0])/") == true)
    guard !["polarity", "dependence", "alliances"].contains(command[0]) else { return }
    let one = try Program.run(command + ["--json", "--threads", "1"], in: scratch)
    let three = try Program.run(command + ["--json", "--threads", "3"], in: scratch)
    #expect(one.out == json.out && three.out == json.out)
  }

  @Test func `examples of the help run on the small files`() throws {
    let scratch = try Self.scratch()
    var count = 0
    for name in [
      "ideal-points", "polarity", "portfolio", "region", "hub", "dependence", "alliances",
    ] {
      let help = try Program.run(name, "--help", in: scratch).out
      let examples = help.split(separator: "\n").compactMap { line in
        line.wholeMatch(of: #/  (entente .*)/#).map { String($0.1) }
      }
      for example in examples {
        let files = example.split(separator: " ").filter { $0.hasSuffix(".csv") }
        guard files.allSatisfy({ scratch.has(String($0)) }) else { continue }
        let output = try Program.shell(example, in: scratch)
        #expect(output.status == 0, "\(example): \(output.err)")
        count += 1
      }
    }
    #expect(count >= 7)
  }

  @Test func `a gzipped table is read like a plain one, and a damaged one is bad input`() throws {
    let scratch = try Self.scratch()
    let plain = try Program.run("polarity", "capabilities.csv", in: scratch)
    _ = try Program.shell("gzip --keep capabilities.csv", in: scratch)
    let packed = try Program.run("polarity", "capabilities.csv.gz", in: scratch)
    #expect(packed.status == 0 && packed.out == plain.out)
    _ = try Program.shell("head -c 100 capabilities.csv.gz > cut.csv.gz", in: scratch)
    let cut = try Program.run("polarity", "cut.csv.gz", in: scratch)
    #expect(cut.status == 2 && cut.out.isEmpty)
    #expect(cut.err.hasPrefix("cut.csv.gz: file: expected"), "\(cut.err)")
  }

  @Test func `a pole is never printed without its components`() throws {
    let output = try Program.run("polarity", "capabilities.csv", in: try Self.scratch())
    let poles = output.out.split(separator: "\n").filter { $0.hasPrefix("  ") }
    #expect(poles.count == 3)
    for line in poles { #expect(line.contains("milper") && line.contains("tpop"), "\(line)") }
  }

  @Test func `constructions of our own say so`() throws {
    let scratch = try Self.scratch()
    for command in [
      ["region", "volumes.csv", "--members", "AAA,BBB,CCC"], ["alliances", "alliances.csv"],
      ["hub", "--institution", "evidence.csv", "--on", "2022-12-31"],
    ] { #expect(try Program.run(command, in: scratch).out.contains("[C]")) }
    let institution = try Program.run(
      "hub", "--institution", "evidence.csv", "--on", "2022-12-31", "--json", in: scratch
    ).json()["institutions"].items[0]
    #expect(institution["index"].number == 3)
  }

  @Test(arguments: [
    ("votes.csv", "item,session,state,vote\n1,1,AAA,maybe\n", "votes.csv:2: vote: expected yes"),
    ("votes.csv", "item,session,state,vote\n1,1,AAA,yes\n1,1,AAA,no\n", "votes.csv:3: item:"),
    ("votes.csv", "item,session,state,vote\n1,1,AAA,yes\n1,2,BBB,no\n", "votes.csv:3: session:"),
    ("votes.csv", "item,session,state,vote\n1,1,AAA,yes\n1,1,BBB,yes\n", "ideal points need"),
    ("votes.csv", "item,session,state,vote\n", "votes.csv: row: expected at least one row"),
    (
      "votes.csv", "item,session,state,votes\n1,1,AAA,yes\n",
      "votes.csv:1: header: expected a column vote"
    ),
    ("votes.csv", "", "votes.csv: header: expected a header line"),
  ])
  func `bad votes are told by file, line and field`(file: String, text: String, fault: String)
    throws
  {
    let scratch = Scratch()
    try scratch.write(text, to: file)
    let output = try Program.run("ideal-points", file, in: scratch)
    #expect(output.status == 2 && output.out.isEmpty)
    #expect(output.err.hasPrefix(fault), "\(output.err)")
  }

  @Test(arguments: [
    ["ideal-points", "nowhere.csv"], ["ideal-points", "votes.csv", "--state", "AAB"],
    ["ideal-points", "votes.csv", "--right", "ZZZ"],
    ["ideal-points", "votes.csv", "--omit", "ZZZ"],
    ["ideal-points", "votes.csv", "--un"], ["ideal-points", "ties.csv"],
    ["polarity", "ties.csv"], ["polarity", "capabilities.csv", "--from", "1900", "--to", "1901"],
    ["polarity", "capabilities.csv", "--components", "milex,guns"],
    ["portfolio", "ties.csv", "--pair", "AAA-ZZZ"], ["portfolio", "ties.csv", "--scale", "2"],
    ["portfolio", "ties.csv", "--region", "ZZZ"],
    ["portfolio", "--votes", "votes.csv", "--session", "9"],
    ["region", "volumes.csv", "--members", "AAA"],
    ["region", "volumes.csv", "--members", "AAA,ZZZ"],
    ["hub", "volumes.csv", "--members", "AAA,BBB", "--hub", "AAA"],
    ["hub", "volumes.csv", "--members", "AAA,BBB,CCC"], ["hub", "--institution", "ties.csv"],
    ["dependence", "ties.csv"], ["dependence", "trade.csv", "--pair", "AAA"],
    ["dependence", "trade.csv", "--pair", "AAA-ZZZ"],
  ])
  func `what cannot be measured is bad input, without a result`(command: [String]) throws {
    let output = try Program.run(command, in: try Self.scratch())
    #expect(output.status == 2 && !output.wasSignalled, "\(command) \(output.status)")
    #expect(output.out.isEmpty)
    #expect(!output.err.isEmpty)
  }

  @Test(
    .enabled(if: hasShared, "the shared data are not at hand: ../shared/data"))
  func `ideal points of the UN agree with the published ones`() throws {
    let scratch = Scratch()
    let folder = Self.shared
    try Program.shell(
      """
      zcat \(folder)/unvotes/un_votes.csv.gz > votes.csv
      zcat \(folder)/unvotes/un_roll_calls.csv.gz > calls.csv
      """, in: scratch)
    let output = try Program.run(
      [
        "ideal-points", "votes.csv", "--roll-calls", "calls.csv", "--un", "--repeated",
        "\(folder)/unvotes/repeated_resolutions.csv", "--compare",
        "\(folder)/unvotes/IdealpointestimatesAll_Apr2020.csv", "--codes",
        "\(folder)/cow/state_codes.csv", "--coverage", "2", "--json",
      ], in: scratch)
    #expect(output.status == 0, "\(output.err)")
    let json = try output.json()
    let agreement = json["agreement"]
    func number(_ name: String) -> Double { agreement[name].number ?? 0 }
    #expect(number("common") == 10_469 && number("equalVotes") == 10_469)
    #expect(agreement["onlyOurs"].number == 0 && agreement["onlyTheirs"].number == 0)
    #expect(number("overall") >= 0.97 && number("withinSessions") >= 0.995)
    let sessions = agreement["sessions"].items
    #expect(sessions.count == 73)
    for session in sessions { #expect((session["correlation"].number ?? 0) >= 0.98) }
    let coverage = json["coverage"]
    #expect((0.87...0.93).contains(coverage["covered"].number ?? 0), "\(coverage)")
    #expect((0.87...0.93).contains(coverage["coveredExtremes"].number ?? 0), "\(coverage)")
  }

  /// Values of the method note, from a program of its own.
  @Test(
    .enabled(if: hasShared, "the shared data are not at hand: ../shared/data"))
  func `alliances of 2016 give the likenesses of the method note`() throws {
    let scratch = Scratch()
    try Program.shell("zcat \(Self.shared)/cow/atop_alliance.csv.gz > atop.csv", in: scratch)
    let output = try Program.run(
      [
        "portfolio", "atop.csv", "--year", "2016", "--system", "\(Self.shared)/cow/cow_states.csv",
        "--pair", "731-732", "--pair", "732-740", "--json",
      ], in: scratch)
    let json = try output.json()
    // With ties to oneself, as the note recommends.
    let koreas = json["pairs"].items[0]
    #expect(abs((koreas["s"].number ?? 0) - 0.98) < 0.005)
    #expect(abs((koreas["kappa"].number ?? 0) - 0.95) < 0.005)
    #expect(abs((json["pairs"].items[1]["s"].number ?? 0) - 0.98) < 0.01)
    #expect(abs((json["medianS"].number ?? 0) - 0.45) < 0.005)
    #expect(abs((json["medianKappa"].number ?? 0) - -0.06) < 0.005)
  }

  @Test(
    .enabled(if: hasShared, "the shared data are not at hand: ../shared/data"))
  func `Northeast Asia and the Levant read as in the method note`() throws {
    let scratch = Scratch()
    try Program.shell(
      "zcat \(Self.shared)/gdelt-dyads/weekly-all-states.csv.gz > weekly.csv", in: scratch)
    // Members, outside power, lift, phi, complex or not.
    for (members, lift, phi, isComplex) in [
      ("CHN,PRK,KOR,JPN", 3.19, 0.82, true), ("ISR,PSE,LBN,SYR,JOR,EGY", 6.4, 0.54, true),
      ("CHN,PRK,RUS,KOR,JPN,USA", 1.33, 0.75, false), ("DEU,GBR,FRA,RUS,CHN", 1.27, 0.79, false),
      ("BRA,NGA,POL,THA,ZAF", 1.23, 0.97, false),
    ] {
      let reading = try Program.run(
        "region", "weekly.csv", "--members", members, "--json", in: scratch
      ).json()["readings"].items[0]
      #expect(abs((reading["lift"]["value"].number ?? 0) / lift - 1) < 0.01, "\(members)")
      #expect(abs((reading["conductance"]["value"].number ?? 0) - phi) < 0.006, "\(members)")
      #expect((reading["finding"].text == "complex") == isComplex, "\(members)")
    }
  }
}
