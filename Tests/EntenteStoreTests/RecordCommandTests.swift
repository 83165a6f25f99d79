import EntenteNumerics
import EntenteRecord
import EntenteStore
import Foundation
import Testing

/// The commands on a record, as a user runs them.
@Suite(.enabled(if: Program.path != nil, Program.missing))
struct RecordCommandTests {
  private static func record(_ folder: Folder, seed: UInt64 = 1) throws -> RecordStore {
    var made = MadeEvents(seed: seed)
    let store = try RecordStore.create(at: folder.record)
    let writer = try store.writer()
    try writer.take("first", [made.batch(400)])
    guard case .session(let session) = try writer.begin(MadeEvents.file("second")) else {
      Issue.record("not begun")
      return store
    }
    try session.append(made.batch(300, format: .icews))
    let row = Array("bad\trow".utf8)
    try row.withUnsafeBytes {
      try session.reject(
        Rejection(line: 9, field: "SQLDATE", reason: .date, found: "2018-02-30"), row: $0)
    }
    var account = RowAccount()
    (account.lines, account.read) = (301, 301)
    try session.commit(account)
    try writer.flush()
    return try store.reopened()
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `info, check and rejects tell what is there`() throws {
    let folder = Folder()
    let store = try Self.record(folder)
    let info = try json(Program.run("record", "info", "record", "--json", in: folder).out)
    #expect(info["events"] as? Int == store.count && info["fileCount"] as? Int == 2)
    let text = try Program.run("record", "info", "record", "--files", in: folder)
    #expect(text.status == 0 && text.out.contains("1 rejected (date 1)"))
    let check = try json(Program.run("record", "check", "record", "--json", in: folder).out)
    #expect(check["isSound"] as? Bool == true)
    let digits = String(store.contentDigest(), radix: 16)
    #expect((check["digest"] as? String)?.hasSuffix(digits) == true)
    let rejects = try Program.run("record", "rejects", "record", in: folder)
    #expect(rejects.out == "second\t9\tSQLDATE\tdate\t\"2018-02-30\"\tbad\trow\n")
    #expect(
      try Program.run("record", "rejects", "record", "--reason", "code", in: folder).out == "")
    let row = try json(Program.run("record", "rejects", "record", "--json", in: folder).out)
    #expect(row["row"] as? String == "bad\trow" && row["line"] as? Int == 9)
  }

  @Test func `bad input ends with 2, wrong usage with 64, damage with 1`() throws {
    let folder = Folder()
    let store = try Self.record(folder)
    #expect(try Program.run("record", "info", "nowhere", in: folder).status == 2)
    for words in [
      ["events", "--record", "record", "--actors", "CHINA"],
      ["events", "--record", "record", "--types", "SHOUT"],
      ["series", "--record", "record", "--from", "2018-02-30"],
      ["series", "--record", "record", "--from", "2018-02-03", "--to", "2018-02-01"],
      ["series", "--record", "record", "--by", "fortnight"], ["merge", "record"],
      ["record", "export", "record", "--codes", "1"],
    ] {
      let output = try Program.Running(words, in: folder.url).finish()
      #expect(output.status == 64, "\(words): \(output.err)")
      #expect(output.err.contains("expected") || output.err.contains("'fortnight'"))
    }
    let path = folder.record + "/events/0000000001.events"
    var bytes = try Data(contentsOf: URL(filePath: path))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(filePath: path))
    let check = try Program.run("record", "check", "record", in: folder)
    #expect(check.status == 1 && check.err.contains("as they were written"))
    withExtendedLifetime(store) {}
  }

  @Test func `the events behind a series are those that it counts`() throws {
    let folder = Folder()
    _ = try Self.record(folder)
    let series = try json(
      Program.run(
        "series", "--record", "record", "--actors", "CHN,PRK,USA", "--by", "month", "--directed",
        "--thin", "0.3", "--json", in: folder
      ).out)
    let rows = try #require(series["rows"] as? [[String: Any]])
    #expect(rows.count % 6 == 0 && !rows.isEmpty)
    let counted = rows.compactMap { $0["count"] as? Int }.reduce(0, +)
    #expect(counted > 20)
    let behind = try #require(series["events"] as? String)
    let words = behind.split(separator: " ").dropFirst().map(String.init)
    let events = try json(Program.Running(words + ["--json"], in: folder.url).finish().out)
    #expect(events["count"] as? Int == counted)
    #expect((events["events"] as? [[String: Any]])?.count == counted)
  }

  @Test func `series are CSV with empty cells where nothing is known`() throws {
    let folder = Folder()
    _ = try Self.record(folder)
    let output = try Program.run(
      "series", "--record", "record", "--dyads", "CHN-PRK", "--from", "2019-04-13", "--to",
      "2019-04-16", "--by", "day", "--measure", "signed", in: folder)
    let lines = output.out.split(separator: "\n")
    #expect(lines.first == "period,source,target,count,positive,negative,scored,days,covered,thin")
    #expect(lines.count == 5)
    // Made events begin on 2019-04-14.
    #expect(lines[1] == "2019-04-13,CHN,PRK,,,,,1,0,0")
    #expect(lines[2].hasPrefix("2019-04-14,CHN,PRK,") && lines[2].hasSuffix(",1,1,0"))
    #expect(output.err.contains("of 4 rows are missing"))
  }

  @Test func `merged records and merged parts give what one record gives`() throws {
    let folder = Folder()
    _ = try Self.record(folder)
    let other = Folder()
    _ = try Self.record(other, seed: 2)
    let merged = try Program.run(
      "merge", "record", other.record, "--into", "both", "--json", in: folder)
    // Files are told apart by their contents, and both records name theirs alike.
    #expect(try json(merged.out)["fileCount"] as? Int == 2)
    for (name, path) in [("a", "record"), ("b", other.record)] {
      #expect(
        try Program.run(
          "series", "--record", path, "--by", "month", "--partial", name, in: folder
        ).status == 0)
    }
    let sum = try Program.run("merge", "a", "b", "--measure", "count", in: folder)
    #expect(sum.status == 0 && sum.out.hasPrefix("period,source,target,count,days"))
    let mixed = try Program.run(
      "series", "--record", "record", "--by", "day", "--partial", "c", in: folder)
    #expect(mixed.status == 0)
    #expect(try Program.run("merge", "a", "c", in: folder).status == 2)
    #expect(try Program.run("merge", "a", "none", in: folder).status == 2)
  }

  @Test(arguments: ["csv", "jsonl", "graphml", "gexf"])
  func `an export is written whole, and the same to a file as to the terminal`(format: String)
    throws
  {
    let folder = Folder()
    let store = try Self.record(folder)
    let shown = try Program.run("record", "export", "record", "--format", format, in: folder)
    #expect(shown.status == 0)
    let saved = try Program.run(
      "record", "export", "record", "--format", format, "--out", "out", in: folder)
    #expect(saved.status == 0 && saved.out.isEmpty)
    let file = try Data(contentsOf: URL(filePath: folder.path("out")))
    #expect(file == Data(shown.out.utf8))
    if format == "jsonl" {
      #expect(shown.out.split(separator: "\n").count == store.count)
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
        == ["out", "record"])
    #expect(
      try Program.run(
        "record", "export", "record", "--format", format, "--out", "no/such/place", in: folder
      ).status == 2)
  }

  static let duckDB: (executable: String, leading: [String])? = {
    func works(_ executable: String, _ arguments: [String]) -> Bool {
      let running = try? Program.Running(
        arguments, executable: executable, in: FileManager.default.temporaryDirectory)
      return (try? running?.finish().status) == 0
    }
    for path in ["/usr/bin/duckdb", "/usr/local/bin/duckdb"]
    where FileManager.default.isExecutableFile(atPath: path) {
      return (path, ["-c"])
    }
    let python = ProcessInfo.processInfo.environment["ENTENTE_PYTHON"] ?? "/usr/bin/python3"
    guard FileManager.default.isExecutableFile(atPath: python),
      works(python, ["-c", "import duckdb"])
    else { return nil }
    return (python, ["-c", "import duckdb, sys; print(duckdb.sql(sys.argv[1]) or '')"])
  }()

  @Test(.enabled(if: duckDB != nil, "neither duckdb nor Python's duckdb is there"))
  func `the documented line of DuckDB makes Parquet of the CSV`() throws {
    let document = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/record.md")
    let text = try String(contentsOf: document, encoding: .utf8)
    let line = try #require(text.split(separator: "\n").first { $0.contains("duckdb -c \"COPY") })
    let sql = String(line.split(separator: "\"")[1])
    let folder = Folder()
    let store = try Self.record(folder)
    try Program.run("record", "export", "record", "--out", "events.csv", in: folder)
    let duck = try #require(Self.duckDB)
    let made = try Program.Running(
      duck.leading + [sql], executable: duck.executable, in: folder.url
    ).finish()
    #expect(made.status == 0, "\(made.err)")
    let counted = try Program.Running(
      duck.leading + [
        "SELECT count(*) AS n, sum(goldstein) > -1e9 AS s, min(cameo) AS c FROM 'events.parquet'"
      ], executable: duck.executable, in: folder.url
    ).finish()
    #expect(counted.out.contains("\(store.count)") && counted.out.contains("010"), "\(counted.out)")
  }
}
