import EntenteFetch
import EntenteRecord
import Foundation
import Testing

/// Servers with certificates made on the spot by the openssl program, on loopback.
@Suite(.enabled(if: SecureServer.isAvailable, "the openssl program is not installed"))
struct CertificateTests {
  private static func fetch(
    _ server: SecureServer, _ place: Workplace, host: String = "localhost", trusted: Bool
  ) throws -> FetchReport {
    try place.fetch(from: "https://\(host):\(server.port)") {
      $0.transport.authorities = trusted ? server.certificate : nil
      $0.retry.limit = 0
    }.run()
  }

  @Test func `a certificate that nobody vouches for is refused, one that is trusted is not`() throws
  {
    let site = MadeUpSite(files: 2)
    let server = try SecureServer(site, for: "localhost")
    let place = Workplace()
    let refused = #expect(throws: FetchError.self) {
      _ = try Self.fetch(server, place, trusted: false)
    }
    #expect(refused?.code == .untrusted)
    #expect(place.names.isEmpty || place.names.allSatisfy { $0.hasSuffix(".part") })
    let report = try Self.fetch(server, place, trusted: true)
    #expect(report.isComplete)
    place.expect(site)
  }

  @Test func `a certificate of another host is refused`() throws {
    let server = try SecureServer(MadeUpSite(files: 1), for: "another.example")
    let place = Workplace()
    let refused = #expect(throws: FetchError.self) {
      _ = try Self.fetch(server, place, trusted: true)
    }
    #expect(refused?.code == .untrusted)
  }

  @Test func `a certificate that has run out is refused`() throws {
    let server = try SecureServer(MadeUpSite(files: 1), for: "localhost", days: -1)
    let place = Workplace()
    let refused = #expect(throws: FetchError.self) {
      _ = try Self.fetch(server, place, trusted: true)
    }
    #expect(refused?.code == .untrusted)
  }

  @Test func `https never leads to http`() throws {
    let site = MadeUpSite(files: 1)
    let plain = try site.served()
    let server = try SecureServer(
      site, for: "localhost", redirect: "\(plain.url)/masterfilelist.txt")
    let error = #expect(throws: FetchError.self) {
      _ = try Self.fetch(server, Workplace(), trusted: true)
    }
    #expect(error?.code == .noList)
    #expect(error?.description.contains("http") == true)
    #expect(plain.requests.isEmpty)
  }

  @Test func `http may lead to https`() throws {
    let site = MadeUpSite(files: 1)
    let server = try SecureServer(site, for: "localhost")
    let port = server.port
    let plain = try LoopbackServer { request in
      .init(
        status: 301, headers: [("Location", "https://localhost:\(port)\(request.target)")])
    }
    let place = Workplace()
    let report = try place.fetch(from: plain.url) {
      $0.transport.authorities = server.certificate
    }.run()
    #expect(report.isComplete)
    place.expect(site)
    // And with the certificate unknown the redirect is refused too.
    let refused = #expect(throws: FetchError.self) {
      _ = try Workplace().fetch(from: plain.url) { $0.retry.limit = 0 }.run()
    }
    #expect(refused?.code == .untrusted)
  }
}
