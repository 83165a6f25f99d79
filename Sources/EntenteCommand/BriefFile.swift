import EntenteBrief
import Foundation

/// Reads a `brief.json`.
enum BriefFile {
  static func read(_ path: String) throws -> BriefReport {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw BadInput("\(path): expected a brief.json, found nothing that can be read")
    }
    do {
      return try BriefJSON.decode(data)
    } catch {
      throw BadInput(
        "\(path): expected a brief.json of this version, found \(Self.words(error))")
    }
  }

  private static func words(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "something else" }
    switch error {
    case .keyNotFound(let key, _): return "no \(key.stringValue)"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "another type at \(context.codingPath.map(\.stringValue).joined(separator: "."))"
    case .dataCorrupted(let context): return context.debugDescription
    @unknown default: return "something else"
    }
  }
}
