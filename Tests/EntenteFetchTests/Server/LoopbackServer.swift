import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// A web server on 127.0.0.1 that misbehaves as told: one request for each connection.
final class LoopbackServer: Sendable {
  struct Request: Sendable {
    /// As sent: a path, or a whole address where the client takes the server for a proxy.
    let target: String
    let headers: [String: String]
    /// How often this target was asked for before.
    let earlier: Int
  }

  struct Reply: Sendable {
    var status = 200
    var headers: [(String, String)] = []
    var body: [UInt8] = []
    /// What Content-Length says; the truth where nil, nothing where negative.
    var claimed: Int?
    /// The connection ends after so many bytes of the body.
    var sent: Int?
    /// The body goes out in pieces of 200 bytes with so many seconds between.
    var pause = 0.0
  }

  typealias Handler = @Sendable (Request) -> Reply

  private let listener: Int32
  private let handler: Handler
  private let log = Mutex<[Request]>([])
  let port: UInt16

  init(_ handler: @escaping Handler) throws {
    self.handler = handler
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 64) == 0
          && getsockname(listener, $0, &size) == 0
      }
    }
    guard bound else { throw CocoaError(.fileReadUnknown) }
    port = UInt16(bigEndian: address.sin_port)
    self.listener = listener
    Thread { [weak self] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        Thread { [weak self] in
          self?.serve(connection)
          close(connection)
        }.start()
      }
    }.start()
  }

  deinit { stop() }

  var url: String { "http://127.0.0.1:\(port)" }
  var requests: [Request] { log.withLock { $0 } }
  func forget() { log.withLock { $0 = [] } }

  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve(_ connection: Int32) {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while bytes.suffix(4) != [13, 10, 13, 10] {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0, bytes.count < 1 << 16 else { return }
      bytes += buffer[0..<count]
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    let target = lines.first?.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] =
        line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    let request = log.withLock { log in
      let request = Request(
        target: target, headers: headers, earlier: log.count { $0.target == target })
      log.append(request)
      return request
    }
    answer(handler(request), on: connection)
  }

  private func answer(_ reply: Reply, on connection: Int32) {
    var head = "HTTP/1.1 \(reply.status) X\r\nConnection: close\r\n"
    let claimed = reply.claimed ?? reply.body.count
    if claimed >= 0 { head += "Content-Length: \(claimed)\r\n" }
    for (name, value) in reply.headers { head += "\(name): \(value)\r\n" }
    guard put(Array((head + "\r\n").utf8)[...], on: connection) else { return }
    var rest = reply.body.prefix(reply.sent ?? reply.body.count)
    while !rest.isEmpty {
      let piece = reply.pause > 0 ? rest.prefix(200) : rest
      guard put(piece, on: connection) else { return }
      rest = rest.dropFirst(piece.count)
      if reply.pause > 0 { Thread.sleep(forTimeInterval: reply.pause) }
    }
  }

  private func put(_ bytes: ArraySlice<UInt8>, on connection: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
