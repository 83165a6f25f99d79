import EntenteFetch
import EntenteNumerics
import EntenteRecord
import Testing

@Suite struct ListTests {
  static let md5 = "297a16b493de7cf6ca809a7cc31d0b93"
  static let host = "http://data.gdeltproject.org/gdeltv2"

  static func read(
    _ texts: [String], _ source: FetchSource = .gdelt2(), from: String = "2015-02-18",
    to: String = "2015-02-19"
  ) throws -> FileList {
    let first = try #require(Day(from))
    let last = try #require(Day(to))
    let window = QuarterHour(startOf: first)..<QuarterHour(startOf: last.adding(days: 1))
    let lists = texts.enumerated().map { (name: "list\($0)", bytes: Array($1.utf8)) }
    if lists.count == 2 {
      return lists[0].bytes.withUnsafeBytes { first in
        lists[1].bytes.withUnsafeBytes { second in
          FileListReader.read(
            [(lists[0].name, first), (lists[1].name, second)], of: source, window: window)
        }
      }
    }
    return lists[0].bytes.withUnsafeBytes {
      FileListReader.read([(lists[0].name, $0)], of: source, window: window)
    }
  }

  /// The first six lines of the published list.
  static let published = """
    150383 297a16b493de7cf6ca809a7cc31d0b93 \(host)/20150218230000.export.CSV.zip
    318084 bb27f78ba45f69a17ea6ed7755e9f8ff \(host)/20150218230000.mentions.CSV.zip
    10768507 ea8dde0beb0ba98810a92db068c0ce99 \(host)/20150218230000.gkg.csv.zip
    149211 2a91041d7e72b0fc6a629e2ff867b240 \(host)/20150218231500.export.CSV.zip
    339037 dec3f427076b716a8112b9086c342523 \(host)/20150218231500.mentions.CSV.zip
    10269336 2f1a504a3c4558694ade0442e9a5ae6f \(host)/20150218231500.gkg.csv.zip

    """

  @Test func `the published lines`() throws {
    let list = try Self.read([Self.published])
    #expect(
      list.files.map(\.name) == ["20150218230000.export.CSV.zip", "20150218231500.export.CSV.zip"])
    #expect(list.files.map(\.size) == [150_383, 149_211])
    #expect(list.files.first?.digest.description == Self.md5)
    #expect(list.files.first?.span.lowerBound == FetchSource.gdelt2().begin)
    #expect(list.files.first?.span.lowerBound.description == "2015-02-18 23:00")
    #expect(list.reach?.upperBound.description == "2015-02-18 23:30")
    #expect(list.account.wanted == 2 && list.account.other == 4 && list.account.lines == 6)
    #expect(!list.isCut && list.faults.isEmpty)
    #expect(
      try Self.read([Self.published], .gdelt2(.mentions)).files.map(\.size) == [318_084, 339_037])
    #expect(try Self.read([Self.published], .gdelt2(translated: true)).files.isEmpty)
  }

  @Test func `the translated feed is apart`() throws {
    let line = "9 \(Self.md5) \(Self.host)/20150218230000.translation.export.CSV.zip\n"
    #expect(try Self.read([line], .gdelt2(translated: true)).files.count == 1)
    let plain = try Self.read([line])
    #expect(plain.files.isEmpty && plain.account.other == 1)
  }

  /// The formats of `md5sums` and `filesizes`, with a yearly, a monthly and a daily file.
  @Test func `GDELT 1.0 keeps sizes and checksums apart`() throws {
    let digests = ["1979.zip", "200601.zip", "20130401.export.CSV.zip", "20130402.export.CSV.zip"]
      .map { "\(Self.md5)  \($0)\n" }.joined()
    let sizes = "1 20130401.export.CSV.zip\n2 200601.zip\n3 1979.zip\n"
    let list = try Self.read([digests, sizes], .gdelt1, from: "1979-06-01", to: "2013-04-01")
    #expect(list.files.map(\.name) == ["1979.zip", "200601.zip", "20130401.export.CSV.zip"])
    #expect(list.files.map(\.size) == [3, 2, 1])
    #expect(list.files[0].span.lowerBound.day == Day("1979-01-01"))
    #expect(list.files[0].span.upperBound.day == Day("1980-01-01"))
    #expect(list.files[1].span.upperBound.day == Day("2006-02-01"))
    // The fourth has no size.
    #expect(list.account.malformed == 1)
    #expect(list.faults.map(\.description).joined().contains("list0:4: name"))
    #expect(
      try Self.read([digests, sizes], .gdelt1, from: "1980-01-01", to: "2005-12-31").files.isEmpty)
  }

  static let malformed = [
    "150383 \(md5)", "\(md5) \(host)/20150218230000.export.CSV.zip",
    "x \(md5) \(host)/20150218230000.export.CSV.zip",
    "1 \(md5.dropLast()) \(host)/20150218230000.export.CSV.zip",
    "1 \(md5) \(host)/20150218230100.export.CSV.zip",
    "1 \(md5) \(host)/20150231230000.export.CSV.zip",
    "1 \(md5) \(host)/../../../etc/passwd", "1 \(md5) ../20150218230000.export.CSV.zip/..",
    "1 \(md5) 20150218230000.export.CSV.zip.exe", "1 \(md5) \(host)/20150218230000.export..zip",
    "-1 \(md5) \(host)/20150218230000.export.CSV.zip",
    "9999999999999999 \(md5) \(host)/20150218230000.export.CSV.zip",
    "<html><body>Please log in</body></html>",
    "1 \(md5) \(host)/20150218230000.export.CSV.zip extra",
  ]

  @Test(arguments: malformed) func `a malformed line is counted and told`(line: String) throws {
    let list = try Self.read(["\(line)\n\(Self.published)"])
    #expect(list.account.malformed == 1)
    #expect(list.faults.first?.place == Place(file: "list0", line: 1))
    #expect(list.files.count == 2)
  }

  @Test func `a repeated name is one file and the later line holds`() throws {
    let list = try Self.read([
      Self.published + "7 \(Self.md5) \(Self.host)/20150218231500.export.CSV.zip\r\n\n"
    ])
    #expect(list.files.map(\.size) == [150_383, 7])
    #expect(list.account.repeated == 1 && list.account.blank == 1)
  }

  @Test func `a list without a last line end is called cut`() throws {
    #expect(try Self.read([String(Self.published.dropLast(1))]).isCut)
    let torn = try Self.read([String(Self.published.dropLast(9))])
    #expect(torn.isCut && torn.account.malformed == 1)
  }

  /// Random damage: every line is in exactly one account, and no name leaves its folder.
  @Test(arguments: UInt64(0)..<60)
  func `every line is accounted for`(seed: UInt64) throws {
    var stream = RandomStream(seed: seed, name: "damage")
    var bytes = Array((Self.published + Self.published).utf8)
    for _ in 0..<(1 + stream.integer(below: 30)) {
      bytes[stream.integer(below: bytes.count)] =
        Array(" \n\r\t/.0a~".utf8)[stream.integer(below: 9)]
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let list = try Self.read([text])
    let account = list.account
    let parts =
      account.wanted + account.other + account.repeated + account.malformed + account.blank
    #expect(account.lines == parts)
    #expect(
      account.lines == text.split(separator: "\n", omittingEmptySubsequences: false).count
        - (bytes.last == 10 ? 1 : 0) || text.contains("\r\n"))
    for file in list.files {
      #expect(!file.name.contains("/") && file.name.hasSuffix(".export.CSV.zip"))
    }
  }
}
