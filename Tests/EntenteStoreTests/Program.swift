import Foundation
import Testing

/// The built program, as far as these tests need it.
enum Program {
  /// Nil where it is not built.
  static let path: String? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path =
      ProcessInfo.processInfo.environment["ENTENTE_PROGRAM"]
      ?? root.appending(path: ".build/release/entente").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  static let missing: Comment =
    "no program: run `swift build -c release --product entente` first, or set ENTENTE_PROGRAM"

  struct Output {
    let status: Int32
    let out: String
    let err: String
  }

  /// A program that has been started; its output goes to files.
  final class Running {
    let process = Process()
    private let folder = Folder()

    init(_ arguments: [String], executable: String? = nil, in directory: URL) throws {
      process.executableURL = URL(filePath: try #require(executable ?? path))
      process.arguments = arguments
      process.currentDirectoryURL = directory
      process.standardInput = FileHandle.nullDevice
      for name in ["out", "err"] {
        _ = FileManager.default.createFile(atPath: folder.path(name), contents: nil)
      }
      process.standardOutput = FileHandle(forWritingAtPath: folder.path("out"))
      process.standardError = FileHandle(forWritingAtPath: folder.path("err"))
      try process.run()
    }

    func finish() throws -> Output {
      process.waitUntilExit()
      func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: folder.path(name))), as: UTF8.self)
      }
      return Output(status: process.terminationStatus, out: try text("out"), err: try text("err"))
    }
  }

  @discardableResult
  static func run(_ arguments: String..., in folder: Folder) throws -> Output {
    try Running(arguments, in: folder.url).finish()
  }
}
