import EntenteFetch
import Foundation
import Testing

/// `entente fetch` as a user runs it, against loopback only.
@Suite(
  .enabled(
    if: Program.isBuilt, "no program: run `swift build -c release --product entente` first"))
struct ProgramTests {
  private static let window = ["--from", "2023-08-18", "--to", "2023-08-18", "--pause", "0.01"]

  private static func fetch(
    _ base: String, _ place: Workplace, _ more: [String] = [], environment: [String: String] = [:]
  ) throws -> Program {
    try Program(
      ["fetch", "gdelt", "--base", base, "--mirror", place.path] + window + more,
      environment: environment)
  }

  @Test func `a day is fetched, told and followed by the import`() throws {
    let site = MadeUpSite(files: 96)
    let server = try site.served()
    let place = Workplace()
    let output = try Self.fetch(server.url, place).finish()
    #expect(output.status == 0, "\(output.err)")
    place.expect(site)
    #expect(output.out.contains("96 listed: 96 fetched"))
    #expect(!output.out.contains("not covered"))
    let pattern = "\(place.path)/gdelt2/2023-08/20230818??????.export.CSV.zip"
    #expect(output.out.contains("entente import gdelt2 '\(pattern)' --record RECORD"))
    #expect(server.requests.last?.headers["user-agent"]?.hasPrefix("entente/") == true)
  }

  @Test func `the report as JSON`() throws {
    var site = MadeUpSite(files: 96)
    site.list = MadeUpSite.list(of: site.files.filter { $0.name != MadeUpSite.name(40) })
    let server = try site.served()
    let output = try Self.fetch(server.url, Workplace(), ["--json"]).finish()
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(output.out.utf8)) as? [String: Any])
    #expect(report["fetched"] as? Int == 95 && report["listed"] as? Int == 95)
    let gaps = try #require(report["gaps"] as? [[String: Any]])
    #expect(gaps.count == 1)
    #expect(gaps.first?["from"] as? String == "2023-08-18 10:00")
    #expect(gaps.first?["to"] as? String == "2023-08-18 10:15")
    #expect(gaps.first?["reason"] as? String == "notListed")
  }

  @Test func `a failure is exit code 1 and names the file`() throws {
    let site = MadeUpSite(files: 4)
    let server = try site.served { request, _ in
      request.target.hasSuffix(MadeUpSite.name(2)) ? .init(body: Array("wrong".utf8)) : nil
    }
    let output = try Self.fetch(server.url, Workplace()).finish()
    #expect(output.status == 1)
    #expect(output.out.contains("failed       \(MadeUpSite.name(2)): expected"))
  }

  @Test func `bad input is exit code 2, wrong usage 64`() throws {
    let place = Workplace()
    let cases: [([String], Int32, String)] = [
      (["--from", "2023-08-32", "--to", "2023-08-18"], 64, "--from: expected a date"),
      (["--from", "2023-08-19", "--to", "2023-08-18"], 64, "--to: expected a day from 2023-08-19"),
      (Self.window + ["--base", "ftp://x"], 2, "--base: expected an address"),
      (Self.window + ["--connections", "0"], 64, "--connections: expected 1 to 16"),
      (Self.window + ["--feed", "gkg"], 64, "feed"),
      (Self.window + ["--feed", "mentions", "--record", "r"], 64, "they are no events"),
    ]
    for (arguments, status, text) in cases {
      let output = try Program(["fetch", "gdelt", "--mirror", place.path] + arguments).finish()
      #expect(output.status == status, "\(arguments)")
      #expect(output.err.contains(text), "\(output.err)")
    }
    let translated = try Program(
      ["fetch", "gdelt1", "--mirror", place.path, "--translation"] + Self.window
    )
    .finish()
    #expect(translated.status == 64)
    #expect(try Program(["fetch", "gdelt"] + Self.window).finish().status == 64)
  }

  @Test func `a proxy is honoured, and the hosts that need none`() throws {
    let site = MadeUpSite(files: 2)
    let proxy = try site.served()
    let far = "http://made-up.invalid/gdeltv2"
    let place = Workplace()
    let through = try Self.fetch(far, place, environment: ["http_proxy": proxy.url]).finish()
    #expect(through.status == 0, "\(through.err)")
    #expect(proxy.requests.first?.target == "\(far)/masterfilelist.txt")
    place.expect(site)
    // A proxy that is not there: reached only if the host is not exempt.
    let direct = try site.served()
    let dead = ["http_proxy": "http://127.0.0.1:1"]
    let refused = try Self.fetch(direct.url, Workplace(), ["--retries", "0"], environment: dead)
      .finish()
    #expect(refused.status == 1 && direct.requests.isEmpty)
    let exempt = try Self.fetch(
      direct.url, Workplace(), environment: dead.merging(["no_proxy": "127.0.0.1"]) { $1 }
    ).finish()
    #expect(exempt.status == 0 && !direct.requests.isEmpty)
  }

  @Test func `https goes through its own proxy, as a tunnel`() throws {
    let proxy = try LoopbackServer { _ in .init(status: 403) }
    let output = try Self.fetch(
      "https://made-up.invalid/gdeltv2", Workplace(), ["--retries", "0"],
      environment: ["https_proxy": proxy.url]
    ).finish()
    #expect(output.status == 1)
    #expect(proxy.requests.map(\.target) == ["made-up.invalid:443"])
  }

  /// Killed at six moments; each next run goes on, and no whole file is asked for twice.
  @Test func `a killed run is gone on with`() throws {
    let site = MadeUpSite(files: 60)
    let server = try site.served { _, good in
      var slow = good
      slow.pause = 0.001
      return slow
    }
    let place = Workplace()
    for moment in 0..<6 {
      let running = try Self.fetch(server.url, place)
      Thread.sleep(forTimeInterval: 0.15 + 0.05 * Double(moment))
      running.kill()
      _ = try running.finish()
      // Whatever stands in a file's place is whole.
      for (name, bytes) in site.files {
        if let found = place.bytes(of: name) { #expect(found == bytes, "\(name)") }
      }
    }
    let output = try Self.fetch(server.url, place).finish()
    #expect(output.status == 0, "\(output.err)")
    place.expect(site)
    let asked = server.requests.count { $0.target.hasSuffix(".zip") }
    // At most the four files under way at each kill were asked for again.
    #expect(asked <= 60 + 6 * 4)
  }

  @Test func `the lock of a killed run does not outlive it, that of a running one holds`() throws {
    let site = MadeUpSite(files: 20)
    let server = try site.served { _, good in
      var slow = good
      slow.pause = 0.02
      return slow
    }
    let place = Workplace()
    let first = try Self.fetch(server.url, place, ["--connections", "1"])
    Thread.sleep(forTimeInterval: 0.4)
    let second = try Self.fetch(server.url, place).finish()
    #expect(second.status == 1 && second.err.contains("no other run uses, found process"))
    first.kill()
    _ = try first.finish()
    #expect(try Self.fetch(server.url, place).finish(within: 60).status == 0)
    place.expect(site)
  }
}
