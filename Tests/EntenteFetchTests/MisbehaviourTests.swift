import EntenteFetch
import EntenteRecord
import Foundation
import Testing

/// Servers that are slow, cut off, lie or fail.
@Suite struct MisbehaviourTests {
  private static func isFile(_ request: LoopbackServer.Request) -> Bool {
    request.target.hasSuffix(".zip")
  }

  @Test func `a file cut off is gone on with where it ended`() throws {
    let site = MadeUpSite(files: 12)
    let server = try site.served { request, good in
      guard Self.isFile(request), request.earlier == 0 else { return nil }
      var cut = good
      cut.sent = good.body.count / 2
      return cut
    }
    let place = Workplace()
    let report = try place.fetch(from: server.url).run()
    place.expect(site)
    #expect(report.isComplete && report.resumed == 12 && report.repeats == 12)
    // No byte twice.
    #expect(report.receivedBytes == site.files.reduce(0) { $0 + $1.bytes.count })
    for (name, bytes) in site.files {
      let requests = server.requests.filter { $0.target.hasSuffix(name) }
      #expect(requests.map { $0.headers["range"] } == [nil, "bytes=\(bytes.count / 2)-"])
    }
  }

  @Test func `a file cut off again and again still ends, if each try brings something`() throws {
    let site = MadeUpSite(files: 2, sizes: 20_000..<20_001)
    let server = try site.served { request, good in
      guard Self.isFile(request) else { return nil }
      var cut = good
      cut.sent = min(good.body.count, 1500)
      return cut
    }
    let place = Workplace()
    let report = try place.fetch(from: server.url) { $0.retry.limit = 2 }.run()
    place.expect(site)
    #expect(report.repeats == 2 * 13)
  }

  @Test func `a server without ranges sends the whole again`() throws {
    let site = MadeUpSite(files: 6)
    let server = try site.served { request, _ in
      guard let bytes = site.bytes(of: request.target), Self.isFile(request) else { return nil }
      return .init(body: bytes, sent: request.earlier == 0 ? 700 : nil)
    }
    let place = Workplace()
    let report = try place.fetch(from: server.url).run()
    place.expect(site)
    #expect(report.resumed == 0 && report.repeats == 6)
  }

  @Test func `another part than the one asked for is thrown away`() throws {
    let site = MadeUpSite(files: 4)
    let server = try site.served { request, good in
      guard Self.isFile(request) else { return nil }
      var reply = good
      if request.earlier == 0 { reply.sent = 700 }
      if good.status == 206 {
        reply.headers = [("Content-Range", "bytes 0-9/\(good.body.count)")]
      }
      return reply
    }
    let place = Workplace()
    let report = try place.fetch(from: server.url).run()
    place.expect(site)
    #expect(report.isComplete && report.repeats == 8)
  }

  /// The Content-Length is wrong, or missing and the body too short or too long.
  @Test(arguments: [
    (-1, 300, 0), (400, nil, 0), (50_000, nil, 0), (-1, nil, 40_000), (nil, nil, 7),
  ])
  func `a server that lies about sizes once is asked again`(
    claimed: Int?, sent: Int?, added: Int
  ) throws {
    let site = MadeUpSite(files: 3)
    let server = try site.served { request, good in
      guard Self.isFile(request), request.earlier == 0 else { return nil }
      var reply = good
      reply.claimed = claimed
      reply.sent = sent
      reply.body += [UInt8](repeating: 0, count: added)
      return reply
    }
    let place = Workplace()
    let report = try place.fetch(from: server.url).run()
    place.expect(site)
    #expect(report.isComplete)
    // All bytes came before the connection broke off: nothing is left to ask for.
    #expect(claimed == 50_000 ? report.repeats == 0 : report.repeats == 3)
  }

  @Test func `a wrong file is asked for three times, told and never put in place`() throws {
    let site = MadeUpSite(files: 4)
    let bad = MadeUpSite.name(1)
    let server = try site.served { request, good in
      guard request.target.hasSuffix(bad) else { return nil }
      var reply = good
      reply.body[0] ^= 1
      return reply
    }
    let place = Workplace()
    let report = try place.fetch(from: server.url).run()
    #expect(!report.isComplete && report.fetched == 3)
    #expect(report.failures.map(\.file) == [bad])
    #expect(report.failures.first?.reason.contains("expected MD5") == true)
    #expect(server.requests.count { $0.target.hasSuffix(bad) } == 3)
    place.expect(site, but: [bad])
  }

  @Test func `a good file outlives a list and a server that have turned bad`() throws {
    let site = MadeUpSite(files: 2)
    let place = Workplace()
    let good = try site.served()
    _ = try place.fetch(from: good.url).run()
    var turned = site
    turned.list = site.list.replacingOccurrences(
      of: site.list.split(separator: " ")[1], with: ListTests.md5)
    let bad = try turned.served()
    let report = try place.fetch(from: bad.url) { $0.refreshesList = true }.run()
    #expect(report.failures.map(\.file) == [site.files[0].name])
    place.expect(site)
  }

  @Test(arguments: [500, 502, 503, 408, 429])
  func `a server in trouble is asked again`(status: Int) throws {
    let site = MadeUpSite(files: 5)
    let server = try site.served { request, _ in
      request.earlier < 3 ? .init(status: status, body: Array("trouble".utf8)) : nil
    }
    let place = Workplace()
    let report = try place.fetch(from: server.url).run()
    place.expect(site)
    #expect(report.isComplete && report.repeats == 15)
  }

  @Test func `a server that stays in trouble is left after the limit`() throws {
    let site = MadeUpSite(files: 3)
    let server = try site.served { request, _ in
      request.target.hasSuffix(MadeUpSite.name(1)) ? .init(status: 500) : nil
    }
    let report = try Workplace().fetch(from: server.url) { $0.retry.limit = 2 }.run()
    #expect(report.fetched == 2)
    #expect(
      report.failures.map(\.reason) == ["the server answers 500; gave up after 3 tries"])
  }

  @Test(arguments: [400, 401, 403, 407, 451])
  func `a refusal is not argued with`(status: Int) throws {
    let site = MadeUpSite(files: 2)
    let server = try site.served { request, _ in
      Self.isFile(request) ? .init(status: status) : nil
    }
    let report = try Workplace().fetch(from: server.url).run()
    #expect(report.failures.count == 2 && server.requests.count == 3)
  }

  @Test func `every worker waits as long as the server asks`() throws {
    let site = MadeUpSite(files: 6)
    let busy = MadeUpSite.name(0)
    let server = try site.served { request, _ in
      request.target.hasSuffix(busy) && request.earlier == 0
        ? .init(status: 429, headers: [("Retry-After", "1")]) : nil
    }
    let start = Date()
    let report = try Workplace().fetch(from: server.url).run()
    #expect(report.isComplete && report.repeats == 1)
    #expect(Date().timeIntervalSince(start) >= 1)
  }

  @Test func `a wait beyond patience is not waited for`() throws {
    let site = MadeUpSite(files: 1)
    let server = try site.served { request, _ in
      Self.isFile(request) ? .init(status: 503, headers: [("Retry-After", "86400")]) : nil
    }
    let report = try Workplace().fetch(from: server.url).run()
    #expect(report.failures.first?.reason.contains("asks to come again in 86400 s") == true)
    #expect(server.requests.count == 2)
  }

  @Test func `a stalled file is left and gone on with`() throws {
    let site = MadeUpSite(files: 2, sizes: 2_000..<2_001)
    let server = try site.served { request, good in
      guard Self.isFile(request), request.earlier == 0 else { return nil }
      var slow = good
      slow.pause = 3
      return slow
    }
    let place = Workplace()
    let report = try place.fetch(from: server.url) { $0.transport.patience = 1 }.run()
    place.expect(site)
    #expect(report.resumed == 2 && report.repeats == 2)
  }

  @Test func `a slow server that keeps up is waited for`() throws {
    let site = MadeUpSite(files: 2, sizes: 4_000..<4_001)
    let server = try site.served { request, good in
      guard Self.isFile(request) else { return nil }
      var slow = good
      slow.pause = 0.1
      return slow
    }
    let report = try Workplace().fetch(from: server.url) { $0.transport.patience = 1 }.run()
    #expect(report.isComplete && report.repeats == 0)
  }

  @Test func `redirects are followed, with the range`() throws {
    let site = MadeUpSite(files: 4)
    let server = try site.served { request, good in
      if !request.target.hasPrefix("/moved/") {
        return .init(
          status: 302, headers: [("Location", "/moved\(request.target)")],
          body: Array("moved".utf8))
      }
      guard Self.isFile(request), request.earlier == 0 else { return nil }
      var cut = good
      cut.sent = 100
      return cut
    }
    let place = Workplace()
    let report = try place.fetch(from: server.url).run()
    place.expect(site)
    #expect(report.isComplete && report.resumed == 4)
  }

  @Test(arguments: ["/loop", "file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/"])
  func `a redirect in circles or out of the web is a failure`(location: String) throws {
    let site = MadeUpSite(files: 1)
    let server = try site.served { request, _ in
      Self.isFile(request) || request.target == "/loop"
        ? .init(status: 301, headers: [("Location", location)]) : nil
    }
    let place = Workplace()
    let report = try place.fetch(from: server.url).run()
    #expect(report.failures.count == 1 && server.requests.count < 10)
    #expect(place.bytes(of: MadeUpSite.name(0)) == nil)
  }

  @Test func `a server that is not there ends the run early`() throws {
    let site = MadeUpSite(files: 96)
    let server = try site.served { request, _ in
      Self.isFile(request) ? .init(claimed: 100, sent: 0) : nil
    }
    let report = try Workplace().fetch(from: server.url) { $0.retry.limit = 1 }.run()
    #expect(report.stopped?.contains("failed one after the other") == true)
    #expect(report.failures.count + report.untried == 96 && report.failures.count < 30)
    #expect(!report.isComplete)
  }
}
