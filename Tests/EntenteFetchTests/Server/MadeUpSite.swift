import EntenteFetch
import EntenteNumerics
import EntenteRecord
import Foundation

/// A publisher with files of random bytes, its list, and a server that serves both well unless told
/// otherwise.
struct MadeUpSite: Sendable {
  /// Name and contents, in order of time.
  let files: [(name: String, bytes: [UInt8])]
  var list: String

  /// Every quarter of an hour from 2023-08-18 00:00 on.
  static let day = Day(year: 2023, month: 8, day: 18) ?? Day(number: 0)

  init(files count: Int, seed: UInt64 = 1, sizes: Range<Int> = 2_000..<20_000) {
    var files: [(name: String, bytes: [UInt8])] = []
    for index in 0..<count {
      var stream = RandomStream(seed: seed, name: "site", index: index)
      let size = sizes.lowerBound + stream.integer(below: sizes.count)
      files.append((Self.name(index), (0..<size).map { _ in UInt8(stream.integer(below: 256)) }))
    }
    self.files = files
    list = Self.list(of: files)
  }

  /// One file for each quarter of an hour, with these contents.
  init(contents: [[UInt8]]) {
    files = contents.enumerated().map { (Self.name($0), $1) }
    list = Self.list(of: files)
  }

  static func name(_ quarter: Int) -> String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return "20230818\(two(quarter / 4))\(two(quarter % 4 * 15))00.export.CSV.zip"
  }

  static func list(of files: [(name: String, bytes: [UInt8])]) -> String {
    files.map { name, bytes in
      var md5 = MD5()
      md5.update(bytes)
      return "\(bytes.count) \(md5.digest) http://data.gdeltproject.org/gdeltv2/\(name)\n"
    }.joined()
  }

  func bytes(of target: String) -> [UInt8]? {
    if target.hasSuffix("/masterfilelist.txt") { return Array(list.utf8) }
    let name = target.split(separator: "/").last.map(String.init)
    return files.first { $0.name == name }?.bytes
  }

  /// As a careful server answers: the whole, or the rest that was asked for.
  func reply(to request: LoopbackServer.Request) -> LoopbackServer.Reply {
    guard let bytes = bytes(of: request.target) else { return .init(status: 404) }
    let tag = "\"\(bytes.count)-\(bytes.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xffff_ffff })\""
    if let range = request.headers["range"], let start = Self.start(of: range),
      request.headers["if-range"].map({ $0 == tag }) ?? true
    {
      guard start < bytes.count else { return .init(status: 416) }
      return .init(
        status: 206,
        headers: [
          ("ETag", tag), ("Content-Range", "bytes \(start)-\(bytes.count - 1)/\(bytes.count)"),
        ], body: Array(bytes[start...]))
    }
    return .init(headers: [("ETag", tag)], body: bytes)
  }

  static func start(of range: String) -> Int? {
    range.hasPrefix("bytes=") ? Int(range.dropFirst(6).prefix { $0 != "-" }) : nil
  }

  /// A server of the site; `fault` may answer in its place.
  func served(
    _ fault:
      @escaping @Sendable (LoopbackServer.Request, LoopbackServer.Reply)
      -> LoopbackServer.Reply? = { _, _ in nil }
  ) throws -> LoopbackServer {
    try LoopbackServer { request in
      let good = reply(to: request)
      return fault(request, good) ?? good
    }
  }
}
