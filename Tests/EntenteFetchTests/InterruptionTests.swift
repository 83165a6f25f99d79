import EntenteFetch
import EntenteNumerics
import Foundation
import Testing

/// What runs that ended at any moment leave behind.
@Suite struct InterruptionTests {
  /// Half a file, a whole one that was not renamed, one too long, another's bytes, nothing.
  @Test(arguments: UInt64(0)..<12)
  func `leftovers never reach a file's place`(seed: UInt64) throws {
    let site = MadeUpSite(files: 8, seed: seed)
    let server = try site.served()
    let place = Workplace()
    var stream = RandomStream(seed: seed, name: "leftovers")
    for (name, bytes) in site.files {
      var left = bytes
      switch stream.integer(below: 5) {
      case 0: left = Array(bytes.prefix(stream.integer(below: bytes.count)))
      case 1: break
      case 2: left += [1, 2, 3]
      case 3: left[stream.integer(below: left.count)] ^= 0x55
      default: left = []
      }
      try place.put(left, at: place.place(of: name) + ".part")
    }
    let report = try place.fetch(from: server.url).run()
    #expect(report.isComplete)
    place.expect(site)
  }

  @Test func `a whole file that was not renamed is not asked for`() throws {
    let site = MadeUpSite(files: 1)
    let server = try site.served()
    let place = Workplace()
    try place.put(site.files[0].bytes, at: place.place(of: site.files[0].name) + ".part")
    let report = try place.fetch(from: server.url).run()
    #expect(report.receivedBytes == 0 && report.resumed == 1 && server.requests.count == 1)
    place.expect(site)
  }

  @Test(arguments: ["{\"file\":\"2023", "\n\n{}\n[1]\nnull\n\u{0}\u{ff}", "{\"file\":7}\n"])
  func `a damaged journal costs reading and nothing else`(damage: String) throws {
    let site = MadeUpSite(files: 3)
    let server = try site.served()
    let place = Workplace()
    _ = try place.fetch(from: server.url).run()
    let journal = place.path + "/gdelt2/journal.jsonl"
    for text in [
      damage,
      String(decoding: FileManager.default.contents(atPath: journal) ?? Data(), as: UTF8.self)
        + damage,
    ] {
      try place.put(Array(text.utf8), at: journal)
      let report = try place.fetch(from: server.url).run()
      #expect(report.present == 3 && report.fetched == 0)
    }
    // What was appended after the damage can be read.
    let lines = try String(contentsOfFile: journal, encoding: .utf8).split(separator: "\n")
    #expect(lines.last?.hasPrefix("{") == true || damage.hasPrefix("\n"))
  }
}
