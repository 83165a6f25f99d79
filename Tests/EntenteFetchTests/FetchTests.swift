import EntenteFetch
import EntenteRecord
import Foundation
import Synchronization
import Testing

@Suite struct FetchTests {
  @Test(arguments: [1, 4]) func `a window comes whole, in order of time`(connections: Int) throws {
    let site = MadeUpSite(files: 40)
    let server = try site.served()
    let place = Workplace()
    var handed: [String] = []
    let report = try place.fetch(from: server.url, connections: connections)
      .run { handed += $0.map(\.name) }
    place.expect(site)
    #expect(handed == site.files.map(\.name))
    #expect(report.fetched == 40 && report.present == 0 && report.repeats == 0)
    #expect(report.isComplete)
    #expect(report.receivedBytes == site.files.reduce(0) { $0 + $1.bytes.count })
    // 40 of the day's 96: the list ends at 10:00.
    #expect(report.gaps.map(\.reason) == [.afterList])
    #expect(report.gaps.map(\.quarters) == [56])
  }

  @Test func `a second run asks for nothing that is there`() throws {
    let site = MadeUpSite(files: 96)
    let server = try site.served()
    let place = Workplace()
    _ = try place.fetch(from: server.url).run()
    server.forget()
    var handed = 0
    let again = try place.fetch(from: server.url).run { handed += $0.count }
    #expect(server.requests.isEmpty)
    #expect(again.present == 96 && again.fetched == 0 && again.list.wasReused && handed == 96)
    let refreshed = try place.fetch(from: server.url) { $0.refreshesList = true }.run()
    #expect(server.requests.map(\.target) == ["/masterfilelist.txt"])
    #expect(!refreshed.list.wasReused)
  }

  @Test func `a file damaged on the disk is fetched anew`() throws {
    let site = MadeUpSite(files: 4)
    let server = try site.served()
    let place = Workplace()
    _ = try place.fetch(from: server.url).run()
    var damaged = site.files[2].bytes
    damaged[100] ^= 1
    try place.put(damaged, at: place.place(of: site.files[2].name))
    try place.put([], at: place.place(of: site.files[3].name))
    let report = try place.fetch(from: server.url).run()
    #expect(report.fetched == 2 && report.present == 2)
    place.expect(site)
  }

  @Test func `a hole in the list is coverage and no error`() throws {
    let whole = MadeUpSite(files: 96)
    var site = whole
    let missing = Set([5, 6, 7, 50].map(MadeUpSite.name))
    site.list = MadeUpSite.list(of: whole.files.filter { !missing.contains($0.name) })
    let server = try site.served()
    let report = try Workplace().fetch(from: server.url).run()
    #expect(report.isComplete && report.fetched == 92)
    #expect(
      report.gaps.map { "\($0.span.lowerBound) \($0.quarters) \($0.reason)" } == [
        "2023-08-18 01:15 3 notListed", "2023-08-18 12:30 1 notListed",
      ])
  }

  @Test(arguments: [404, 410])
  func `a file that is listed and not on the server is coverage too`(status: Int) throws {
    let site = MadeUpSite(files: 96)
    let gone = MadeUpSite.name(8)
    let server = try site.served { request, _ in
      request.target.hasSuffix(gone) ? .init(status: status) : nil
    }
    let place = Workplace()
    let report = try place.fetch(from: server.url).run()
    #expect(report.isComplete && report.fetched == 95)
    #expect(
      report.gaps == [
        CoverageGap(
          QuarterHour(startOf: MadeUpSite.day).advanced(
            by: 8)..<QuarterHour(startOf: MadeUpSite.day).advanced(by: 9), .absent)
      ])
    place.expect(site, but: [gone])
    #expect(server.requests.count { $0.target.hasSuffix(gone) } == 1)
  }

  @Test func `files of another day than the window are left alone`() throws {
    let site = MadeUpSite(files: 3)
    let server = try site.served()
    let place = Workplace()
    let next = MadeUpSite.day.adding(days: 1)
    var options = FetchOptions()
    options.base = server.url + "/"
    options.transport.proxy = .none
    let report = try GDELTFetch(
      .gdelt2(), from: next, through: next, mirror: place.path, options: options
    ).run()
    #expect(report.listed == 0 && server.requests.count == 1)
    #expect(report.gaps.map(\.quarters) == [96])
  }

  @Test func `the mentions are a feed of their own in the same folder`() throws {
    let site = MadeUpSite(files: 2)
    let bytes = site.files[0].bytes
    var md5 = MD5()
    md5.update(bytes)
    let list = site.list + "\(bytes.count) \(md5.digest) x/20230818000000.mentions.CSV.zip\n"
    let server = try LoopbackServer { request in
      .init(body: request.target.hasSuffix("list.txt") ? Array(list.utf8) : bytes)
    }
    let place = Workplace()
    var options = FetchOptions()
    options.base = server.url
    options.transport.proxy = .none
    let report = try GDELTFetch(
      .gdelt2(.mentions), from: MadeUpSite.day, through: MadeUpSite.day, mirror: place.path,
      options: options
    ).run()
    #expect(report.fetched == 1 && report.list.account.other == 2)
    #expect(place.bytes(of: "20230818000000.mentions.CSV.zip") == bytes)
  }

  @Test(arguments: [
    "ftp://host", "host", "http://", "https://", "http://a b", "http://host/?x", "file:///etc", "",
    "http://host\n",
  ])
  func `an address that cannot be one is refused`(base: String) {
    let error = #expect(throws: FetchError.self) { _ = try Workplace().fetch(from: base) }
    #expect(error?.code == .badBase)
  }

  @Test func `two runs do not share a folder`() throws {
    let site = MadeUpSite(files: 3)
    let server = try site.served()
    let place = Workplace()
    let fetch = try place.fetch(from: server.url)
    var refused: FetchError?
    _ = try fetch.run { _ in
      do { _ = try fetch.run() } catch { refused = error as? FetchError }
    }
    #expect(refused?.code == .locked)
    #expect(
      refused?.description.contains("process \(ProcessInfo.processInfo.processIdentifier)") == true)
  }

  @Test func `a folder that cannot be made is told`() throws {
    let site = MadeUpSite(files: 1)
    let server = try site.served()
    let place = Workplace()
    try place.put([1], at: place.path + "/gdelt2")
    let error = #expect(throws: FetchError.self) { _ = try place.fetch(from: server.url).run() }
    #expect(error?.code == .disk)
  }

  @Test func `files that the disk has no room for are not begun`() throws {
    var site = MadeUpSite(files: 2)
    site.list = "99999999999999 \(ListTests.md5) x/\(MadeUpSite.name(0))\n"
    let server = try site.served()
    let error = #expect(throws: FetchError.self) {
      _ = try Workplace().fetch(from: server.url).run()
    }
    #expect(error?.code == .disk)
    #expect(server.requests.count == 1)
  }

  @Test func `what the caller throws ends the run, and the next goes on`() throws {
    struct Full: Error {}
    let site = MadeUpSite(files: 60)
    let server = try site.served { _, good in
      var slow = good
      slow.pause = 0.0005
      return slow
    }
    let place = Workplace()
    #expect(throws: Full.self) { try place.fetch(from: server.url).run { _ in throw Full() } }
    let asked = server.requests.count
    #expect(asked < 61)
    let report = try place.fetch(from: server.url).run()
    #expect(report.isComplete && report.present > 0 && report.present + report.fetched == 60)
    place.expect(site)
  }
}
