import EntenteNumerics
import EntenteRecord
import EntenteSources
import EntenteStore
import Foundation
import Testing

/// Laws of an import as a whole.
struct ImporterTests {
  /// Files of made-up rows, some of which stand in two of them.
  private static func files(_ shop: Workshop, count: Int, rows: Int) throws -> [String] {
    var made = MadeRows(seed: 20)
    var before = ""
    return try (0..<count).map { i in
      let text = made.gdelt(rows: rows)
      let shared = before.split(separator: "\n").prefix(rows / 10).map { $0 + "\n" }.joined()
      before = text
      return try shop.write(text + shared + "bad row \(i)\n", to: "f\(i).csv")
    }
  }

  @Test func `a file is imported once, whatever it is called and however it is packed`() throws {
    let shop = Workshop()
    var made = MadeRows(seed: 21)
    let bytes = Array(made.gdelt(rows: 50).utf8)
    let file = try shop.write(bytes, to: "a.csv")
    let copy = try shop.write(bytes, to: "b.csv")
    let packed = try shop.write(Packed.gzip(bytes), to: "a.csv.gz")
    let first = try shop.run("gdelt2", [file, copy, packed])
    #expect(first[0].account?.kept == 50 && first[1].isKnown)
    // Packed it is another file with the same events.
    #expect(first[2].account?.duplicate == 50 && first[2].account?.kept == 0)
    let digest = try shop.store().contentDigest()
    #expect(try shop.run("gdelt2", [packed, copy, file]).allSatisfy(\.isKnown))
    #expect(try shop.store().contentDigest() == digest && shop.store().count == 50)
  }

  @Test func `files of one size are told apart by what is in them`() throws {
    let shop = Workshop()
    var made = MadeRows(seed: 25)
    let one = Array(made.gdelt(rows: 40).utf8)
    var other = one
    other[other.count - 2] ^= 1
    let files = try [one, other, one, other].enumerated().map {
      try shop.write($1, to: "\($0).csv")
    }
    func whole(_ outcomes: [ImportOutcome]) -> [Bool] { outcomes.map(\.isKnown) }
    #expect(whole(try shop.run("gdelt2", files)) == [false, false, true, true])
    // One after the other: what is digested while it is read is known as what was digested before.
    #expect(whole(try shop.run("gdelt2", [files[0]], into: "alone")) == [false])
    #expect(whole(try shop.run("gdelt2", [files[2]], into: "alone")) == [true])
    #expect(whole(try shop.run("gdelt2", [files[1]], into: "alone")) == [false])
    #expect(
      try shop.store().files().map(\.file.digest) == shop.store("alone").files().map(\.file.digest))
    #expect(Set(try shop.store().files().map(\.file.digest)).count == 2)
  }

  @Test func `any number of threads makes the same bytes`() throws {
    let shop = Workshop()
    let files = try Self.files(shop, count: 9, rows: 400)
    for threads in [1, 2, 5] {
      let outcomes = try shop.run("gdelt2", files, into: "r\(threads)", threads: threads)
      #expect(outcomes.map(\.input.path) == files)
      #expect(outcomes.dropFirst().allSatisfy { $0.account?.duplicate == 40 })
      #expect(outcomes.allSatisfy { $0.account?.rejected == 1 })
      for folder in ["events", "rejects"] {
        let names = try FileManager.default.contentsOfDirectory(
          atPath: shop.path("r\(threads)/\(folder)")
        ).sorted()
        #expect(!names.isEmpty)
        for name in names {
          #expect(
            FileManager.default.contentsEqual(
              atPath: shop.path("r\(threads)/\(folder)/\(name)"),
              andPath: shop.path("r1/\(folder)/\(name)")), "\(threads) threads, \(name)")
        }
      }
    }
  }

  @Test func `records of parts, merged, are the record of one run`() throws {
    let shop = Workshop()
    let files = try Self.files(shop, count: 6, rows: 120)
    try shop.run("gdelt2", files, into: "whole")
    for (name, part) in [("a", files[0..<2]), ("b", files[2..<5]), ("c", files[5...])] {
      try shop.run("gdelt2", Array(part), into: name)
    }
    let writer = try RecordStore.openOrCreate(at: shop.path("merged")).writer()
    for name in ["a", "b", "c"] { _ = try writer.absorb(try shop.store(name)) }
    try writer.flush()
    let (whole, merged) = (try shop.store("whole"), try shop.store("merged"))
    #expect(whole.contentDigest() == merged.contentDigest())
    #expect(try whole.files().map(\.account) == merged.files().map(\.account))
    #expect(try shop.rejects("whole") == shop.rejects("merged"))
    #expect(try shop.lines("whole").sorted() == shop.lines("merged").sorted())
  }

  @Test func `a survey counts what an import counts and writes nothing`() throws {
    let shop = Workshop()
    let files = try Self.files(shop, count: 2, rows: 60)
    let importer = try Importer(format: "gdelt2", threads: 2)
    let before = try FileManager.default.subpathsOfDirectory(atPath: shop.url.path).sorted()
    let survey = try importer.survey(ImportPlan(files), against: nil)
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: shop.url.path).sorted() == before)
    let real = try shop.run("gdelt2", files)
    for (dry, wet) in zip(survey, real) {
      let (dry, wet) = (try #require(dry.account), try #require(wet.account))
      #expect(dry.isBalanced && dry.lines == wet.lines && dry.rejectedBy == wet.rejectedBy)
      // Repeats in another file are found by the store alone.
      #expect(dry.kept == wet.kept + wet.duplicate)
    }
    for case .known in try importer.survey(ImportPlan(files), against: shop.store()).map(\.result) {
      continue
    }
    #expect(try importer.survey(ImportPlan(files), against: shop.store()).allSatisfy(\.isKnown))
  }

  @Test func `members of an archive go in one by one, and what is none is passed over`() throws {
    let shop = Workshop()
    var made = MadeRows(seed: 23)
    let text = (made.gdelt(rows: 30), made.gdelt(rows: 40))
    let archive = try shop.write(
      Packed.zip([
        ("a.csv", Array(text.0.utf8)), ("readme", Array("Hello.\n".utf8)),
        ("b.csv", Array(text.1.utf8)),
      ]), to: "all.zip")
    let outcomes = try shop.run("auto", [archive])
    #expect(outcomes.map { $0.account?.kept } == [30, nil, 40])
    #expect(outcomes.map(\.input.name) == ["a.csv", "readme", "b.csv"].map { "\(archive)/\($0)" })
    if case .passedOver = outcomes[1].result {} else { Issue.record("not passed over") }
    #expect(try shop.store().count == 70)
    #expect(try shop.run("auto", [archive]).count(where: \.isKnown) == 2)
  }

  @Test func `what no format fits, or two could, is refused with the reason`() throws {
    let shop = Workshop()
    let file = try shop.write("what,is,this\n1,2,3\n", to: "odd")
    let text = try #require(try shop.run("auto", [file]).first?.refusal)
    #expect(text.contains("name the format in place of auto"), "\(text)")
    #expect(throws: RecordError.self) { _ = try Importer(format: "gdlet2", threads: 1) }
    do {
      _ = try Importer(format: "gdlet2", threads: 1)
    } catch { #expect(error.description.contains("did you mean gdelt2?")) }
  }

  @Test func `folding keeps one fact for a day, source, target and code`() throws {
    let shop = Workshop()
    let file = try shop.write(MadeRows.facts(repeats: 3), to: "f.csv")
    var options = ReadingOptions()
    options.folds = true
    let account = try #require(try shop.run("gdelt2", [file], options: options).first?.account)
    // Two facts thrice each; one row is of a government, one is about the state itself.
    #expect(account.isBalanced && account.read == 8)
    #expect(account.kept == 2 && account.duplicate == 4 && account.leftOut == 2)
  }

  @Test func `events told twice in an article are kept once where that is wished`() throws {
    let shop = Workshop()
    let file = try shop.write(MadeRows.facts(repeats: 3), to: "f.csv")
    var options = ReadingOptions()
    options.dropsArticleRepeats = true
    let account = try #require(try shop.run("gdelt2", [file], options: options).first?.account)
    #expect(account.isBalanced && account.kept == 4 && account.duplicate == 4)
    #expect(account.notes["repeated within one article"] == 4)
  }

  @Test(arguments: 0..<6)
  func `rows in, rows out: export and import again change nothing`(seed: Int) throws {
    let shop = Workshop()
    var made = MadeRows(seed: UInt64(seed) + 100)
    let rows = 1 + made.stream.integer(below: 400)
    let columns = made.stream.integer(below: 2) == 0 ? 61 : 58
    let format = columns == 61 ? "gdelt2" : "gdelt1"
    let file = try shop.write(made.gdelt(rows: rows, columns: columns), to: "in.csv")
    let first = try #require(try shop.run(format, [file], into: "one").first?.account)
    #expect(first.kept == rows && first.lines == rows && first.rejected == 0)
    let lines = try shop.lines("one")
    let out = try shop.write(Workshop.header + lines.joined(), to: "out.csv")
    let second = try #require(try shop.run("entente", [out], into: "two").first?.account)
    #expect(second.kept == rows && second.rejected == 0)
    #expect(try shop.store("one").contentDigest() == shop.store("two").contentDigest())
    // No text cell of the export begins as a formula does.
    for line in lines {
      for cell in line.split(separator: ",") where cell.contains("1+1") {
        #expect(cell.hasPrefix("'="), "\(line)")
      }
    }
  }
}

extension MadeRows {
  /// Eight rows of one article: two facts so many times, and two rows that are no facts.
  fileprivate static func facts(repeats: Int) -> String {
    var made = MadeRows(seed: 24)
    func row(_ code: String, _ change: @escaping (inout [String]) -> Void = { _ in }) -> String {
      made.gdelt { cells in
        for column in 5..<25 { cells[column] = "" }
        (cells[5], cells[7], cells[15], cells[17]) = ("CHN", "CHN", "PRK", "PRK")
        (cells[1], cells[26], cells[52], cells[60]) = ("20230818", code, "", "http://example.org")
        change(&cells)
      } + "\n"
    }
    let facts = (0..<repeats).map { _ in row("040") + row("190") }.joined()
    return facts + row("040") { ($0[5], $0[12]) = ("CHNGOV", "GOV") }
      + row("040") { ($0[15], $0[17]) = ("CHN", "CHN") }
  }
}
