import EntenteRecord
import Foundation

/// The shared data sets that reference values were computed from; nil where they are not at hand.
enum ReferenceData {
  /// Rows of a CSV file, or of a gzipped one, by column name; only lines that are wanted.
  static func rows(
    _ path: String, where isWanted: (Substring) -> Bool = { _ in true }
  ) throws -> [[String: String]]? {
    guard let folder, FileManager.default.fileExists(atPath: folder + path) else { return nil }
    let data: Data
    if path.hasSuffix(".gz") {
      let process = Process()
      let pipe = Pipe()
      process.executableURL = URL(fileURLWithPath: "/bin/zcat")
      process.arguments = [folder + path]
      process.standardOutput = pipe
      try process.run()
      data = try pipe.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
    } else {
      data = try Data(contentsOf: URL(fileURLWithPath: folder + path))
    }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    guard let header = lines.first?.split(separator: ",", omittingEmptySubsequences: false) else {
      return []
    }
    return lines.dropFirst().filter(isWanted).map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return Dictionary(
        zip(header, cells).map { (String($0), String($1)) }, uniquingKeysWith: { first, _ in first }
      )
    }
  }

  /// Beside the checkout or where `ENTENTE_SHARED_DATA` says.
  private static var folder: String? {
    let source = URL(fileURLWithPath: #filePath)
    let beside = source.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data")
    let candidates: [String?] = [
      ProcessInfo.processInfo.environment["ENTENTE_SHARED_DATA"], beside.path,
    ]
    return candidates.compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0) }
      .map { $0 + "/" }
  }
}
