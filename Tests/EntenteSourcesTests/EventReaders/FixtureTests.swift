import EntenteRecord
import EntenteSources
import EntenteStore
import Foundation
import Testing

/// What every reader owes, asked of all of them on their fixtures.
struct FixtureTests {
  /// tkg tells day 0 by the number of entities, which no fixture has.
  static var options: ReadingOptions {
    var options = ReadingOptions()
    options.dayZero = Day("2018-01-01")
    return options
  }

  @Test func `every format that is read has a fixture`() throws {
    for format in EventReaderCatalog.all.map({ $0.descriptor.name }) {
      #expect(throws: Never.self, "\(format)") { _ = try ReaderFixture.of(format) }
    }
  }

  @Test(arguments: ReaderFixture.all)
  func `every line of a fixture goes where it should`(fixture: ReaderFixture) throws {
    let shop = Workshop()
    let outcome = try #require(
      try shop.run(fixture.format, [fixture.file], options: Self.options).first)
    let account = try #require(outcome.account, "\(outcome.refusal ?? "")")
    #expect(account.isBalanced)
    #expect(account.lines == fixture.lines)
    #expect(account.header == fixture.header)
    #expect(account.blank == fixture.blank)
    #expect(account.kept == fixture.kept)
    #expect(account.duplicate == fixture.duplicate)
    #expect(account.notes == fixture.notes)
    #expect(try shop.store().count == fixture.kept)
    let rejects = try shop.rejects()
    let told = rejects.compactMap { row in
      Rejection.Reason(rawValue: row.reason).map {
        ReaderFixture.Rejected(row.line, row.field, $0)
      }
    }
    #expect(told == fixture.rejected)
    // Each rejected row stands there whole, under the name of its file.
    let text = String(decoding: try fixture.bytes(), as: UTF8.self)
    let lines = text.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    for row in rejects {
      #expect(row.file == fixture.file)
      #expect(String(decoding: row.row, as: UTF8.self) == lines[row.line - 1])
    }
    #expect(try shop.store().check().isEmpty)
  }

  @Test(arguments: ReaderFixture.all)
  func `auto finds the format and says why`(fixture: ReaderFixture) throws {
    let shop = Workshop()
    let outcome = try #require(try shop.run("auto", [fixture.file], options: Self.options).first)
    #expect(outcome.format == fixture.format && outcome.reason?.isEmpty == false)
    #expect(outcome.account?.kept == fixture.kept)
  }

  @Test(arguments: ReaderFixture.all)
  func `packed or plain, the events are the same`(fixture: ReaderFixture) throws {
    let shop = Workshop()
    try shop.run(fixture.format, [fixture.file], into: "plain", options: Self.options)
    let digest = try shop.store("plain").contentDigest()
    let bytes = try fixture.bytes()
    let half = bytes.count / 2
    let folder = URL(filePath: fixture.file).deletingLastPathComponent()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where !name.hasPrefix(".") && folder.lastPathComponent != "events" {
      try FileManager.default.copyItem(
        at: folder.appending(path: name), to: shop.url.appending(path: name))
    }
    let packings: [(String, [UInt8])] = [
      ("one.gz", Packed.gzip(bytes)),
      ("two.gz", Packed.gzip(Array(bytes[..<half])) + Packed.gzip(Array(bytes[half...])) + [0, 0]),
      ("deflated.zip", Packed.zip([("inner", bytes)])),
      ("stored.zip", Packed.zip([("inner", bytes)], stored: true)),
    ]
    for (name, packed) in packings {
      let file = try shop.write(packed, to: name)
      let outcome = try #require(
        try shop.run(fixture.format, [file], into: "r-\(name)", options: Self.options).first)
      #expect(outcome.account?.kept == fixture.kept, "\(name): \(outcome.refusal ?? "")")
      #expect(try shop.store("r-\(name)").contentDigest() == digest, "\(name)")
    }
  }

  @Test(arguments: ReaderFixture.all)
  func `blocks of any size give the same reading`(fixture: ReaderFixture) throws {
    let bytes = try fixture.bytes()
    let whole = try MemoryReading(
      bytes, format: fixture.format, path: fixture.file, options: Self.options)
    #expect(whole.rejections.count == fixture.rejected.count)
    let longest = bytes.split(separator: 10).map(\.count).max() ?? 0
    for size in [longest + 2, longest + 3, longest + 17, 2 * longest + 1] {
      let cut = try MemoryReading(
        bytes, format: fixture.format, path: fixture.file, options: Self.options, blockSize: size)
      #expect(cut.account == whole.account && cut.rejections == whole.rejections, "\(size)")
      #expect(cut.events.line == whole.events.line && cut.events.id == whole.events.id, "\(size)")
    }
  }

  @Test(arguments: ReaderFixture.all)
  func `exported and imported again, the events are the same`(fixture: ReaderFixture) throws {
    let shop = Workshop()
    try shop.run(fixture.format, [fixture.file], into: "one", options: Self.options)
    let file = try shop.write(Workshop.header + shop.lines("one").joined(), to: "out.csv")
    let outcome = try #require(try shop.run("entente", [file], into: "two").first)
    #expect(outcome.account?.kept == fixture.kept, "\(outcome.refusal ?? "")")
    #expect(outcome.account?.rejected == 0)
    #expect(try shop.store("one").contentDigest() == shop.store("two").contentDigest())
  }

  @Test(arguments: ReaderFixture.all)
  func `days that the user leaves out are counted as such`(fixture: ReaderFixture) throws {
    let shop = Workshop()
    var options = Self.options
    options.from = Day("2100-01-01")
    let outcome = try #require(
      try shop.run(fixture.format, [fixture.file], options: options).first)
    let account = try #require(outcome.account)
    #expect(account.isBalanced && account.kept == 0)
    #expect(account.leftOut == fixture.kept + fixture.duplicate)
    #expect(account.rejected == fixture.rejected.count)
  }
}
