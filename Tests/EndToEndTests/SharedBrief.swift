import Foundation

/// The brief of Northeast Asia as a user gets it, made once for all tests that read it.
struct SharedBrief: Sendable {
  let terminal: String
  let progress: String
  let page: String
  let text: String
  let json: JSON
  let figures: [String: String]

  private static let made = Result { try SharedBrief() }

  static func get() throws -> SharedBrief { try made.get() }

  private struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  private init() throws {
    let scratch = Scratch()
    let output = try Program.run(
      "brief", "northeast-asia", "--out", "brief", "--figures", "figures", in: scratch, limit: 600)
    guard output.status == 0 else {
      throw Failed(description: "exit code \(output.status): \(output.err)")
    }
    terminal = output.out
    progress = output.err
    page = try scratch.read("brief/brief.html")
    text = try scratch.read("brief/brief.json")
    json = try JSON.parse(text)
    var figures: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: scratch.file("figures").path) {
      figures[name] = try scratch.read("figures/\(name)")
    }
    self.figures = figures
  }

  var claims: [JSON] { json["claims"].items }
  var outcomes: [JSON] { claims.flatMap { $0["parts"].items.flatMap { $0["tests"].items } } }
  /// The brief's own lines of evidence and those that claims carry.
  var evidence: [JSON] { json["evidence"].items + outcomes.flatMap { $0["evidence"].items } }
}

/// Text as a reader takes it in.
enum Reading {
  /// Runs of blanks and line ends as one blank.
  static func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A piece of a page without its tags.
  static func plain(_ html: some StringProtocol) -> String {
    var text = String(html).replacing(#/<[^>]*>/#, with: "")
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.replacing(entity, with: character)
    }
    return flat(text)
  }

  /// What stands between two marks, first occurrence.
  static func between(_ start: String, _ end: String, in text: String) -> Substring? {
    guard let from = text.firstRange(of: start)?.upperBound,
      let to = text[from...].firstRange(of: end)?.lowerBound
    else { return nil }
    return text[from..<to]
  }
}
