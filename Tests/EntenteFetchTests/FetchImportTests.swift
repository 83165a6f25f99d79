import Foundation
import Testing

/// `entente fetch --record`: files go into the record as they come.
@Suite(
  .enabled(
    if: Program.isBuilt, "no program: run `swift build -c release --product entente` first"))
struct FetchImportTests {
  private static let rows = 40

  /// A quarter of an hour as GDELT ships it; the first event of each stands in the next one too.
  private static func quarter(_ index: Int) -> [UInt8] {
    func row(_ id: Int) -> String {
      var cells = [String](repeating: "", count: 61)
      (cells[0], cells[1], cells[26], cells[30]) = ("\(id)", "20230818", "040", "1.0")
      (cells[5], cells[7], cells[15], cells[17]) = ("CHN", "CHN", "PRK", "PRK")
      for column in 31...33 { cells[column] = "1" }
      (cells[59], cells[60]) = ("20230818000000", "http://example.org/\(id)")
      return cells.joined(separator: "\t") + "\n"
    }
    let numbers =
      (1...rows).map { 1_000 * index + $0 } + (index > 0 ? [1_000 * (index - 1) + 1] : [])
    return zip(name: "\(index).CSV", Array(numbers.map(row).joined().utf8))
  }

  /// An archive of one member, stored as it is.
  private static func zip(name: String, _ bytes: [UInt8]) -> [UInt8] {
    func short(_ n: Int) -> [UInt8] { [UInt8(n & 255), UInt8(n >> 8 & 255)] }
    func long(_ n: Int) -> [UInt8] { short(n & 0xFFFF) + short(n >> 16) }
    var checksum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      checksum ^= UInt32(byte)
      for _ in 0..<8 { checksum = checksum >> 1 ^ (checksum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    let fields =
      short(20) + short(0) + short(0) + long(0) + long(Int(~checksum)) + long(bytes.count)
      + long(bytes.count) + short(name.utf8.count) + short(0)
    let member = long(0x0403_4B50) + fields + Array(name.utf8) + bytes
    let entry =
      long(0x0201_4B50) + short(20) + fields + short(0) + short(0) + short(0) + long(0) + long(0)
      + Array(name.utf8)
    return member + entry + long(0x0605_4B50) + short(0) + short(0) + short(1) + short(1)
      + long(entry.count) + long(member.count) + short(0)
  }

  private static func fetch(_ base: String, _ place: Workplace, _ more: [String] = []) throws
    -> Program
  {
    try Program(
      [
        "fetch", "gdelt", "--base", base, "--mirror", place.path, "--record",
        "\(place.path)/record", "--from", "2023-08-18", "--to", "2023-08-18", "--pause", "0.01",
      ] + more)
  }

  private static func check(_ place: Workplace) throws -> [String: Any] {
    let output = try Program.run("record", "check", "\(place.path)/record", "--json")
    #expect(output.status == 0, "\(output.err)")
    return try json(output.out)
  }

  private static func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `what is fetched is imported, once`() throws {
    let site = MadeUpSite(contents: (0..<12).map(Self.quarter))
    let server = try site.served()
    let place = Workplace()
    let output = try Self.fetch(server.url, place, ["--json"]).finish()
    #expect(output.status == 0, "\(output.err)")
    let report = try Self.json(output.out)
    #expect(report["fetched"] as? Int == 12)
    let imported = try #require(report["import"] as? [String: Any])
    let total = try #require(imported["total"] as? [String: Any])
    #expect(total["kept"] as? Int == 12 * Self.rows && total["duplicate"] as? Int == 11)
    // In order of time.
    let names = (imported["files"] as? [[String: Any]])?.compactMap { $0["file"] as? String }
    #expect(names == names?.sorted() && names?.count == 12)
    #expect(try Self.check(place)["events"] as? Int == 12 * Self.rows)
    let asked = server.requests.count
    let again = try Self.fetch(server.url, place).finish()
    #expect(again.status == 0 && again.out.contains("12 there already"))
    #expect(again.out.contains("12 files in the record already"))
    #expect(server.requests.count { $0.target.hasSuffix(".zip") } == 12, "\(asked)")
    #expect(try Self.check(place)["events"] as? Int == 12 * Self.rows)
  }

  @Test func `a file that is no archive is told, and the others go in`() throws {
    var contents = (0..<6).map(Self.quarter)
    contents[3] = Array("<html>".utf8) + [0, 1, 2]
    let server = try MadeUpSite(contents: contents).served()
    let place = Workplace()
    let output = try Self.fetch(server.url, place).finish()
    #expect(output.status == 1)
    #expect(output.err.contains("\(MadeUpSite.name(3)): file: expected"), "\(output.err)")
    #expect(output.out.contains("5 files imported, 1 file refused"))
    #expect(try Self.check(place)["files"] as? Int == 5)
  }

  @Test func `a run that is killed is gone on with, and nothing comes twice`() throws {
    let site = MadeUpSite(contents: (0..<40).map(Self.quarter))
    let server = try site.served { _, good in
      var slow = good
      slow.pause = 0.002
      return slow
    }
    let whole = Workplace()
    #expect(try Self.fetch(server.url, whole).finish().status == 0)
    let place = Workplace()
    for moment in 0..<5 {
      let running = try Self.fetch(server.url, place)
      Thread.sleep(forTimeInterval: 0.08 + 0.06 * Double(moment))
      running.kill()
      _ = try running.finish()
    }
    #expect(try Self.fetch(server.url, place).finish().status == 0)
    let (one, other) = (try Self.check(whole), try Self.check(place))
    #expect(one["digest"] as? String == other["digest"] as? String)
    #expect(other["events"] as? Int == 40 * Self.rows && other["files"] as? Int == 40)
  }
}
