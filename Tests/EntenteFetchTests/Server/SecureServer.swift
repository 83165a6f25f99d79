import EntenteNumerics
import Foundation

/// `openssl s_server` over the files of a made-up site, with a certificate that vouches for itself.
final class SecureServer {
  static let program = "/usr/bin/openssl"
  static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: program) }

  struct NotStarted: Error {}

  let port: Int
  let certificate: String
  private let process = Process()
  private let place = Workplace()

  /// - Parameter redirect: Where every request for the list is sent instead.
  init(
    _ site: MadeUpSite, for host: String, days: Int = 2, redirect: String? = nil
  ) throws {
    let folder = place.path + "/www"
    try place.put(Array(site.list.utf8), at: folder + "/masterfilelist.txt")
    for (name, bytes) in site.files { try place.put(bytes, at: "\(folder)/\(name)") }
    if let redirect {
      let answer = "HTTP/1.0 302 Found\r\nLocation: \(redirect)\r\nContent-Length: 0\r\n\r\n"
      try place.put(Array(answer.utf8), at: folder + "/masterfilelist.txt")
    }
    certificate = place.path + "/certificate.pem"
    let key = place.path + "/key.pem"
    // Signed for itself; `-not_after` is missing from older versions, so an expired one is made by
    // `x509 -days` with a negative count.
    try Self.run([
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=\(host)", "-addext",
      "subjectAltName=DNS:\(host)",
    ])
    if days < 0 {
      try Self.run([
        "x509", "-in", certificate, "-signkey", key, "-days", "\(days)", "-out", certificate + "2",
      ])
      try FileManager.default.removeItem(atPath: certificate)
      try FileManager.default.moveItem(atPath: certificate + "2", toPath: certificate)
    }
    let output = Pipe()
    process.executableURL = URL(filePath: Self.program)
    process.arguments = [
      "s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key,
      redirect == nil ? "-WWW" : "-HTTP",
    ]
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // `ACCEPT 127.0.0.1:41234`
    var text = ""
    while !text.contains("ACCEPT") || !text.hasSuffix("\n") {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { throw NotStarted() }
      text += String(decoding: data, as: UTF8.self)
    }
    guard
      let port = text.split(whereSeparator: \.isNewline).first(where: { $0.hasPrefix("ACCEPT") })?
        .split(separator: ":").last.flatMap({ Int($0) })
    else { throw NotStarted() }
    self.port = port
  }

  deinit { process.terminate() }

  private static func run(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let deadline = Date().addingTimeInterval(20)
    while process.isRunning, Date() < deadline { usleep(2_000) }
    guard !process.isRunning, process.terminationStatus == 0 else {
      process.terminate()
      throw NotStarted()
    }
  }
}
