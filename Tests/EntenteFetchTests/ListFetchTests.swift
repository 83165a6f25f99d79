import EntenteFetch
import EntenteRecord
import Foundation
import Testing

/// What can go wrong with the list itself.
@Suite struct ListFetchTests {
  private static func isList(_ request: LoopbackServer.Request) -> Bool {
    request.target.hasSuffix(".txt")
  }

  @Test func `a list cut off on the way is gone on with`() throws {
    let site = MadeUpSite(files: 50)
    let server = try site.served { request, good in
      guard Self.isList(request), request.earlier == 0 else { return nil }
      var cut = good
      cut.sent = 1000
      return cut
    }
    let report = try Workplace().fetch(from: server.url).run()
    #expect(report.isComplete && report.listed == 50)
    let requests = server.requests.filter(Self.isList)
    #expect(requests.map { $0.headers["range"] } == [nil, "bytes=1000-"])
    #expect(requests.last?.headers["if-range"] != nil)
  }

  @Test func `a list that changed meanwhile is begun again`() throws {
    let site = MadeUpSite(files: 50)
    let server = try site.served { request, good in
      guard Self.isList(request), request.earlier == 0 else { return nil }
      return .init(headers: [("ETag", "\"old\"")], body: good.body.reversed(), sent: 1000)
    }
    let report = try Workplace().fetch(from: server.url).run()
    #expect(report.isComplete && report.listed == 50 && report.list.account.malformed == 0)
  }

  @Test func `half a list of a server that names no state is thrown away`() throws {
    let site = MadeUpSite(files: 50)
    let server = try site.served { request, good in
      guard Self.isList(request) else { return nil }
      return .init(
        headers: [("ETag", "W/\"weak\"")], body: good.body,
        sent: request.earlier == 0 ? 1000 : nil)
    }
    let report = try Workplace().fetch(from: server.url).run()
    #expect(report.listed == 50)
    #expect(server.requests.filter(Self.isList).map { $0.headers["range"] } == [nil, nil])
  }

  @Test func `half a list that an earlier run left is gone on with`() throws {
    let site = MadeUpSite(files: 50)
    let place = Workplace()
    let broken = try site.served { request, good in
      guard Self.isList(request) else { return nil }
      var cut = good
      cut.sent = request.earlier == 0 ? 1000 : 0
      return cut
    }
    let error = #expect(throws: FetchError.self) {
      _ = try place.fetch(from: broken.url) { $0.retry.limit = 1 }.run()
    }
    #expect(error?.code == .noList)
    let server = try site.served()
    let report = try place.fetch(from: server.url).run()
    #expect(report.listed == 50)
    #expect(server.requests.filter(Self.isList).map { $0.headers["range"] } == ["bytes=1000-"])
  }

  @Test func `a list that ends within a line is used and called cut, and not used again`() throws {
    var site = MadeUpSite(files: 96)
    site.list = String(site.list.dropLast(60))
    let server = try site.served()
    let place = Workplace()
    let report = try place.fetch(from: server.url).run()
    #expect(report.list.isCut && report.list.account.malformed == 1)
    #expect(report.listed == 95 && report.gaps.map(\.reason) == [.afterList])
    server.forget()
    _ = try place.fetch(from: server.url).run()
    #expect(server.requests.map(\.target) == ["/masterfilelist.txt"])
  }

  @Test func `a page in place of the list is refused, with its first line`() throws {
    let server = try LoopbackServer { _ in
      .init(body: Array("<html>\nPlease log in to this network.\n</html>\n".utf8))
    }
    let error = #expect(throws: FetchError.self) {
      _ = try Workplace().fetch(from: server.url).run()
    }
    #expect(error?.code == .notAList)
    #expect(error?.description.contains("found 3 lines") == true)
  }

  @Test(arguments: [404, 403, 500])
  func `no list is an error that names the address`(status: Int) throws {
    let server = try LoopbackServer { _ in .init(status: status) }
    let error = #expect(throws: FetchError.self) {
      _ = try Workplace().fetch(from: server.url) { $0.retry.limit = 1 }.run()
    }
    #expect(error?.code == .noList)
    #expect(error?.description.contains("\(server.url)/masterfilelist.txt") == true)
    #expect(error?.description.contains("\(status)") == true)
  }

  @Test func `no server at all is an error`() throws {
    let server = try LoopbackServer { _ in .init() }
    let url = server.url
    server.stop()
    let error = #expect(throws: FetchError.self) {
      _ = try Workplace().fetch(from: url) { $0.retry.limit = 1 }.run()
    }
    #expect(error?.code == .noList)
  }

  @Test func `an empty list is refused`() throws {
    let server = try LoopbackServer { _ in .init() }
    let error = #expect(throws: FetchError.self) {
      _ = try Workplace().fetch(from: server.url).run()
    }
    #expect(error?.code == .noList)
  }
}
