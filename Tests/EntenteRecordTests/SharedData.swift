import Foundation

/// The shared data sets that the compiled-in tables were made from; nil where they are not at hand.
enum SharedData {
  /// Beside the checkout or where `ENTENTE_SHARED_DATA` says.
  static let folder: String? = {
    let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "shared/data").path
    let candidates: [String?] = [
      ProcessInfo.processInfo.environment["ENTENTE_SHARED_DATA"], beside,
    ]
    return candidates.compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0) }
  }()

  static var isThere: Bool { folder != nil }

  /// Rows of a small CSV file by column name; quoted fields may hold commas, but no line ends.
  static func rows(_ path: String) throws -> [[String: String]] {
    guard let folder else { return [] }
    let text = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
    let lines = text.split(separator: "\n").map(cells)
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map {
      Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first })
    }
  }

  private static func cells(_ line: Substring) -> [String] {
    var (out, cell, quoted): ([String], String, Bool) = ([], "", false)
    var previous: Character?
    for character in line {
      switch character {
      case "\"":
        if !quoted, previous == "\"" { cell.append("\"") }
        quoted.toggle()
      case "," where !quoted:
        out.append(cell)
        cell = ""
      default: cell.append(character)
      }
      previous = character
    }
    return out + [cell]
  }
}
