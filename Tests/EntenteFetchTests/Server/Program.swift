import Foundation

/// The built program, run as a user runs it.
final class Program {
  struct Output {
    let status: Int32
    let out: String
    let err: String
  }

  struct TooSlow: Error {}

  static var path: String {
    ProcessInfo.processInfo.environment["ENTENTE_PROGRAM"]
      ?? URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: ".build/release/entente").path
  }

  static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: path) }

  private let process = Process()
  private let place = Workplace()

  /// The environment holds what is named and nothing else: no proxy of the machine's own.
  init(_ arguments: [String], environment: [String: String] = [:]) throws {
    process.executableURL = URL(filePath: Self.path)
    process.arguments = arguments
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    for name in ["out", "err"] { try place.put([], at: "\(place.path)/\(name)") }
    process.standardOutput = FileHandle(forWritingAtPath: "\(place.path)/out")
    process.standardError = FileHandle(forWritingAtPath: "\(place.path)/err")
    try process.run()
  }

  func kill() { _ = Foundation.kill(process.processIdentifier, SIGKILL) }

  /// Not `waitUntilExit`, which waits for ever on some threads.
  func finish(within limit: TimeInterval = 30) throws -> Output {
    let deadline = Date().addingTimeInterval(limit)
    while process.isRunning {
      guard Date() < deadline else {
        kill()
        throw TooSlow()
      }
      usleep(2_000)
    }
    func text(_ name: String) -> String {
      String(
        decoding: FileManager.default.contents(atPath: "\(place.path)/\(name)") ?? Data(),
        as: UTF8.self)
    }
    return Output(status: process.terminationStatus, out: text("out"), err: text("err"))
  }

  static func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Output {
    try Program(arguments, environment: environment).finish()
  }
}
