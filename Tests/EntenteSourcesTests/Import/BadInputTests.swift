import EntenteNumerics
import EntenteRecord
import EntenteSources
import EntenteStore
import Foundation
import Testing

/// Whatever is wrong with a file: each row is told with its place, or the file as a whole is refused.
struct BadInputTests {
  private static func reading(_ text: String, _ format: String = "gdelt2") throws -> MemoryReading {
    let reading = try MemoryReading(Array(text.utf8), format: format)
    #expect(reading.account.isBalanced)
    return reading
  }

  // MARK: - Rows

  @Test func `rows of 57, 58 and 61 columns in one file`() throws {
    var made = MadeRows(seed: 1)
    let widths = [61, 58, 61, 57, 61, 61, 58]
    let text = widths.map { made.gdelt($0) + "\n" }.joined()
    let two = try Self.reading(text)
    #expect(two.account.kept == 4)
    #expect(two.rejections.map(\.line) == [2, 4, 7])
    #expect(two.rejections.allSatisfy { $0.field == "row" && $0.reason == .columns })
    #expect(two.rejections.map(\.found) == ["\"58 columns\"", "\"57 columns\"", "\"58 columns\""])
    let one = try Self.reading(text, "gdelt1")
    #expect(one.account.kept == 3 && one.rejections.map(\.line) == [1, 3, 5, 6])
  }

  @Test func `quotes are data, and stray tabs spoil one row alone`() throws {
    var made = MadeRows(seed: 2)
    let text =
      made.gdelt { $0[52] = "\"open" } + "\n" + made.gdelt { $0[6] = "a\tb" } + "\n"
      + made.gdelt { $0[60] = "\"" } + "\n" + made.gdelt() + "\t\n" + made.gdelt() + "\n"
    let reading = try Self.reading(text)
    #expect(reading.account.kept == 3 && reading.rejections.map(\.line) == [2, 4])
    let places = reading.events.place.map { reading.events.texts[Int($0)] }
    #expect(places.first == "\"open")
  }

  @Test func `headers may come again anywhere`() throws {
    var made = MadeRows(seed: 3)
    let header = (["GlobalEventID"] + (1..<61).map { "c\($0)" }).joined(separator: "\t") + "\n"
    let text = header + made.gdelt() + "\n" + header + header + made.gdelt() + "\n"
    let reading = try Self.reading(text)
    #expect(reading.account.header == 3 && reading.account.kept == 2)
    #expect(reading.events.line == [2, 5])
  }

  @Test(arguments: [
    (1, "SQLDATE", Rejection.Reason.date), (26, "EventCode", .code), (31, "NumMentions", .number),
    (30, "GoldsteinScale", .number), (34, "AvgTone", .number), (59, "DATEADDED", .date),
    (0, "GLOBALEVENTID", .number),
  ])
  func `NA where a value must be is a fault of that field`(
    column: Int, field: String, reason: Rejection.Reason
  ) throws {
    var made = MadeRows(seed: 4)
    let reading = try Self.reading(
      made.gdelt() + "\n" + made.gdelt { $0[column] = "NA" } + "\n" + made.gdelt() + "\n")
    let rejection = try #require(reading.rejections.first)
    #expect(reading.account.kept == 2 && reading.rejections.count == 1)
    #expect(rejection.line == 2 && rejection.field == field && rejection.reason == reason)
    #expect(rejection.found == "\"NA\"")
  }

  @Test(arguments: ["20230230", "20231301", "20230001", "20230100", "2023-1-1", "0", "20210229"])
  func `days that the calendar does not have`(day: String) throws {
    var made = MadeRows(seed: 5)
    let reading = try Self.reading(made.gdelt { $0[1] = day } + "\n" + made.gdelt() + "\n")
    #expect(reading.rejections.map(\.reason) == [.date] && reading.account.kept == 1)
  }

  @Test func `empty actors are kept, ten years are noted`() throws {
    var made = MadeRows(seed: 6)
    let text =
      made.gdelt { cells in
        for column in [5, 7, 12, 15, 17, 22] { cells[column] = "" }
      } + "\n" + made.gdelt { $0[1] = "20130819" } + "\n" + made.gdelt { $0[1] = "20130820" } + "\n"
    let reading = try Self.reading(text)
    #expect(reading.account.kept == 3)
    #expect(reading.events.source[0] == 0 && reading.events.sourceActor[0] == 0)
    #expect(reading.account.notes["dated ten years or more before it was recorded"] == 1)
  }

  @Test func `CRLF, blank lines, a byte order mark and no newline at the end`() throws {
    var made = MadeRows(seed: 7)
    let (one, two) = (made.gdelt(), made.gdelt())
    let plain = try Self.reading("\(one)\n\(two)\n")
    let other = try Self.reading("\u{FEFF}\(one)\r\n\r\n\n\(two)")
    #expect(other.account.lines == 4 && other.account.blank == 2 && other.account.kept == 2)
    #expect(other.account.notes["byte order mark"] == 1)
    #expect(other.events.line == [1, 4])
    #expect(other.events.id == plain.events.id && other.events.tone == plain.events.tone)
    // The address, which is last, has no carriage return in it, nor has what is kept.
    #expect(other.events.texts.bytes == plain.events.texts.bytes)
  }

  @Test func `bytes that are no UTF-8 are read as Latin-1 and noted`() throws {
    var made = MadeRows(seed: 8)
    var bytes = Array((made.gdelt { $0[52] = "S@o Paulo" } + "\n" + made.gdelt() + "\n").utf8)
    let at = try #require(bytes.firstIndex(of: UInt8(ascii: "@")))
    bytes[at] = 0xE3
    let reading = try MemoryReading(bytes, format: "gdelt2")
    #expect(reading.account.kept == 2 && reading.account.notes["read as Latin-1"] == 1)
    #expect(reading.events.texts[Int(reading.events.place[0])] == "São Paulo")
  }

  @Test func `a zero byte behind the beginning spoils its row alone`() throws {
    var made = MadeRows(seed: 14)
    // The first block ends with the last whole line, so a row without an end comes in the second.
    let text = made.gdelt() + "\n" + made.gdelt { $0[6] = "a\u{0}b" }
    let reading = try Self.reading(text)
    #expect(reading.account.kept == 1)
    #expect(reading.rejections.map(\.reason) == [.encoding])
    #expect(reading.rejections.map(\.line) == [2])
  }

  @Test(arguments: [1 << 20, (1 << 20) + 1, 1 << 21, (1 << 21) + 1, 5 << 20])
  func `a very long line is rejected by its length, and the next is read`(length: Int) throws {
    var made = MadeRows(seed: 9)
    let long = String(repeating: "x", count: length)
    for end in ["\n" + made.gdelt() + "\n", ""] {
      let reading = try Self.reading(made.gdelt() + "\n" + long + end)
      #expect(reading.account.kept == (end.isEmpty ? 1 : 2))
      #expect(reading.account.lines == (end.isEmpty ? 2 : 3))
      let rejection = try #require(reading.rejections.first)
      #expect(rejection.line == 2)
      if length > 1 << 20 {
        #expect(rejection.reason == .length)
        #expect(rejection.found.contains("\(length) bytes"), "\(rejection.found)")
        // A piece of it is kept, not all.
        #expect(reading.rejectedRows[0].count == 4096)
      } else {
        #expect(rejection.reason == .columns)
      }
    }
  }

  // MARK: - Files

  /// Imports a good file and a bad one: the good goes in, the bad leaves nothing.
  private func refusal(
    of bytes: [UInt8], _ format: String = "gdelt2", limits: InflationLimits? = nil
  ) throws -> String {
    let shop = Workshop()
    var made = MadeRows(seed: 10)
    let good = try shop.write(made.gdelt(rows: 30), to: "good.csv")
    let bad = try shop.write(bytes, to: "bad")
    let outcomes = try shop.run(format, [bad, good], limits: limits)
    #expect(outcomes.count == 2 && outcomes[1].account?.kept == 30)
    #expect(try shop.store().count == 30 && shop.store().files().count == 1)
    #expect(try shop.rejects().isEmpty)
    let text = try #require(outcomes[0].refusal)
    #expect(text.contains(": file: expected ") && text.contains(", found "), "\(text)")
    return text
  }

  @Test func `a gzip file that is cut short anywhere is refused`() throws {
    var made = MadeRows(seed: 11)
    let packed = Packed.gzip(Array(made.gdelt(rows: 40).utf8))
    for cut in [12, 40, packed.count / 2, packed.count - 9, packed.count - 4, packed.count - 1] {
      let text = try refusal(of: Array(packed[..<cut]))
      #expect(text.contains("cut short"), "\(cut): \(text)")
    }
  }

  @Test func `a packed file with any byte changed is refused, or says the same`() throws {
    var made = MadeRows(seed: 12)
    let text = Array(made.gdelt(rows: 20).utf8)
    var stream = RandomStream(seed: 12, name: "flips")
    let whole = try MemoryReading(text, format: "gdelt2").events.id
    var refused = 0
    for packed in [Packed.gzip(text), Packed.zip([("a", text)])] {
      for round in 0..<120 {
        var bytes = packed
        let at = 4 + stream.integer(below: bytes.count - 4)
        bytes[at] ^= UInt8(1 << stream.integer(below: 8))
        let shop = Workshop()
        let outcomes = try shop.run("gdelt2", [shop.write(bytes, to: "f")])
        for outcome in outcomes {
          if outcome.refusal != nil { refused += 1 }
        }
        let events = try shop.store()
        let ids = events.segments.flatMap { $0.events(in: 0..<$0.count).batch.id }
        #expect(ids.isEmpty || Set(ids) == Set(whole), "round \(round), byte \(at)")
      }
    }
    #expect(refused > 150, "\(refused) of 240")
  }

  @Test func `a binary file, UTF-16 and another format are refused`() throws {
    let junk = (0..<4_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    #expect(try refusal(of: junk).contains("a binary file"))
    var made = MadeRows(seed: 13)
    let wide = made.gdelt(rows: 3).utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(try refusal(of: wide).contains("a binary file"))
    let other = (0..<40).map { "a,b,\($0)\n" }.joined()
    #expect(try refusal(of: Array(other.utf8)).contains("none among the first 40"))
  }

  @Test func `bombs are refused before they go off`() throws {
    var limits = InflationLimits()
    limits.grace = 1 << 16
    let zeros = [UInt8](repeating: 10, count: 4 << 20)
    #expect(try refusal(of: Packed.gzip(zeros), limits: limits).contains("grows at most 200"))
    #expect(try refusal(of: Packed.zip([("b", zeros)]), limits: limits).contains("grows at most"))
    // One that lies about its size.
    var lie = Packed.zip([("b", Array("short\n".utf8))])
    let list = try #require(lie.firstRange(of: [0x50, 0x4B, 1, 2])?.lowerBound)
    lie[list + 24] = 3
    #expect(try refusal(of: lie).contains("3 bytes, as the archive says"))
  }

  @Test func `archives that are not read are refused by kind`() throws {
    let good = Packed.zip([("a", Array("x\n".utf8)), ("b", Array("y\n".utf8))])
    let list = try #require(good.firstRange(of: [0x50, 0x4B, 1, 2])?.lowerBound)
    func changed(_ offset: Int, _ byte: UInt8) -> [UInt8] {
      var bytes = good
      bytes[list + offset] = byte
      return bytes
    }
    #expect(try refusal(of: changed(8, 1)).contains("encrypted"))
    #expect(try refusal(of: changed(10, 12)).contains("method 12"))
    #expect(try refusal(of: changed(42, 200)).contains("a member at byte"))
    #expect(try refusal(of: Array(good.dropLast(30))).contains("without the list at its end"))
    // Both entries name the first member.
    var shared = good
    let second = try #require(good[(list + 4)...].firstRange(of: [0x50, 0x4B, 1, 2])?.lowerBound)
    shared[second + 42] = 0
    #expect(try refusal(of: shared).contains("share bytes"))
  }

  @Test func `an empty file holds nothing, plain or packed`() throws {
    let shop = Workshop()
    let files = try [[], Packed.gzip([]), Packed.zip([("e", [])])].enumerated().map {
      try shop.write($1, to: "empty-\($0)")
    }
    for outcome in try shop.run("gdelt2", files) {
      let account = try #require(outcome.account, "\(outcome.refusal ?? "")")
      #expect(account.lines == 0 && account.read == 0)
    }
  }
}
