import EntenteNumerics
import EntenteRecord
import EntenteSources
import Testing

/// Numbers and dates out of bytes, against the slow and plain way.
struct FieldNumberTests {
  private static func with<T>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
    Array(text.utf8).withUnsafeBufferPointer(body)
  }

  @Test func `decimals are right to the last bit`() {
    var stream = RandomStream(seed: 3, name: "decimals")
    for _ in 0..<50_000 {
      var text = stream.integer(below: 2) == 0 ? "-" : ""
      for _ in 0..<stream.integer(below: 20) { text += "\(stream.integer(below: 10))" }
      if stream.integer(below: 2) == 0 { text += "." }
      for _ in 0..<stream.integer(below: 26) { text += "\(stream.integer(below: 10))" }
      if stream.integer(below: 6) == 0 { text += "e\(stream.integer(below: 80) - 40)" }
      let found = Self.with(text, FieldNumber.decimal)
      // Double reads no text that begins with a point after a sign of its own.
      let expected = text.contains(where: { $0.isNumber }) ? Double(text) : nil
      guard let expected else { continue }
      #expect(found == expected, "\(text)")
      if found != expected { return }
    }
  }

  @Test(arguments: [
    "", "-", ".", "-.", "+-1", "1.2.3", "--1", "1e", "e1", "nan", "inf", "-inf", "0x10", "1,5",
    " 1",
    "1 ", "１", "1e999", "NA", "None", "1\u{0}", String(repeating: "1", count: 65),
  ])
  func `what is no decimal is none`(text: String) {
    #expect(Self.with(text, FieldNumber.decimal) == nil)
  }

  @Test func `whole numbers end at 64 bits`() {
    #expect(Self.with("18446744073709551615", FieldNumber.unsigned) == UInt64.max)
    #expect(Self.with("00000000000000000007", FieldNumber.unsigned) == 7)
    for text in ["18446744073709551616", "99999999999999999999", "-1", "+1", "1.0", "", "1a"] {
      #expect(Self.with(text, FieldNumber.unsigned) == nil, "\(text)")
    }
    #expect(Self.with("4294967294", FieldNumber.count) == UInt32.max - 1)
    #expect(Self.with("4294967295", FieldNumber.count) == nil)
  }

  @Test func `every day of four centuries is read in each of its forms`() {
    func padded(_ n: Int, _ digits: Int) -> String {
      let text = "\(n)"
      return String(repeating: "0", count: digits - text.count) + text
    }
    var (compact, dashed, slashed) = (0, 0, 0)
    for year in 1800..<2200 {
      for month in 0...13 {
        for day in 0...32 {
          let expected = Day(year: year, month: month, day: day)?.number
          let (m, d) = (padded(month, 2), padded(day, 2))
          compact += Self.with("\(year)\(m)\(d)", FieldNumber.compactDay) == expected ? 0 : 1
          dashed += Self.with("\(year)-\(m)-\(d)", FieldNumber.day) == expected ? 0 : 1
          slashed += Self.with("\(month)/\(day)/\(year)", FieldNumber.day) == expected ? 0 : 1
        }
      }
    }
    #expect((compact, dashed, slashed) == (0, 0, 0))
    #expect(Self.with("20240229", FieldNumber.compactDay) == Day("2024-02-29")?.number)
  }

  @Test(arguments: [
    "2018-1-01", "2018/01/01", "18-01-01", "2018-01-01T00", "2018-+1-01", "1/1/18", "//2018",
    "1//2018", "NA", "",
  ])
  func `what is no date is none`(text: String) {
    #expect(Self.with(text, FieldNumber.day) == nil)
    #expect(Self.with(text, FieldNumber.compactDay) == nil)
  }
}
