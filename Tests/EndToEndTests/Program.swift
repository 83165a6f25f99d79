import Foundation

/// The built program, run as a user runs it.
enum Program {
  struct Output {
    let status: Int32
    /// A signal ended it: it crashed, or was killed.
    let wasSignalled: Bool
    let out: String
    let err: String

    func json() throws -> JSON { try JSON.parse(out) }
  }

  struct Missing: Error, CustomStringConvertible {
    let path: String
    var description: String {
      "no program at \(path): run `swift build -c release --product entente` first, "
        + "or set ENTENTE_PROGRAM"
    }
  }

  struct TooSlow: Error, CustomStringConvertible {
    let arguments: [String]
    let limit: TimeInterval
    var description: String { "entente \(arguments.joined(separator: " ")): over \(limit) s" }
  }

  /// The folder that holds Package.swift.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func url() throws -> URL {
    let path =
      ProcessInfo.processInfo.environment["ENTENTE_PROGRAM"]
      ?? root.appending(path: ".build/release/entente").path
    guard FileManager.default.isExecutableFile(atPath: path) else { throw Missing(path: path) }
    return URL(filePath: path).resolvingSymlinksInPath()
  }

  @discardableResult
  static func run(
    _ arguments: String..., in folder: Scratch, environment: [String: String] = [:],
    limit: TimeInterval = 120
  ) throws -> Output {
    try run(arguments, in: folder, environment: environment, limit: limit)
  }

  static func run(
    _ arguments: [String], in folder: Scratch, environment: [String: String] = [:],
    limit: TimeInterval = 120
  ) throws -> Output {
    let running = try Running(
      executable: url(), arguments, in: folder, environment: environment)
    return try running.finish(within: limit)
  }

  /// A line of a shell, with `entente` on its path.
  @discardableResult
  static func shell(_ line: String, in folder: Scratch, limit: TimeInterval = 120) throws -> Output
  {
    let program = try url().deletingLastPathComponent().path
    let running = try Running(
      executable: URL(filePath: "/bin/sh"), ["-c", line], in: folder,
      environment: ["PATH": "\(program):/usr/bin:/bin"])
    return try running.finish(within: limit)
  }

  /// A program that has been started.
  final class Running {
    let process = Process()
    private let arguments: [String]
    private let streams = Scratch()

    init(
      executable: URL, _ arguments: [String], in folder: Scratch,
      environment: [String: String] = [:]
    ) throws {
      self.arguments = arguments
      process.executableURL = executable
      process.arguments = arguments
      process.currentDirectoryURL = folder.url
      process.environment = [
        "PATH": "/usr/bin:/bin", "ENTENTE_CASES": Program.root.appending(path: "cases").path,
      ]
      .merging(environment) { $1 }
      process.standardInput = FileHandle.nullDevice
      // Files, not pipes: a full pipe would stop the program.
      for name in ["out", "err"] { try streams.write("", to: name) }
      process.standardOutput = try FileHandle(forWritingTo: streams.file("out"))
      process.standardError = try FileHandle(forWritingTo: streams.file("err"))
      try process.run()
    }

    func finish(within limit: TimeInterval) throws -> Output {
      let deadline = Date().addingTimeInterval(limit)
      while process.isRunning {
        if Date() > deadline {
          kill(process.processIdentifier, SIGKILL)
          process.waitUntilExit()
          throw TooSlow(arguments: arguments, limit: limit)
        }
        usleep(5_000)
      }
      process.waitUntilExit()
      return Output(
        status: process.terminationStatus,
        wasSignalled: process.terminationReason == .uncaughtSignal,
        out: try streams.read("out"), err: try streams.read("err"))
    }
  }
}
