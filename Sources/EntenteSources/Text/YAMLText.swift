import EntenteRecord
import Yams

/// Reads one YAML file into nodes that know their lines.
///
/// What YAML offers beyond maps, lists and text is refused: a file of a few hundred bytes could
/// otherwise stand for gigabytes (aliases), or nest deeper than a stack is long.
enum YAMLText {
  static let depthLimit = 64
  static let nodeLimit = 1_000_000

  /// The root of the document, or nil with faults.
  ///
  /// - Complexity: O(bytes).
  static func root(of bytes: [UInt8], file: String, faults: FaultList) -> CaseNode? {
    let start = Place(file: file, line: 0)
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      faults.add(
        Place(file: file, line: lineOfInvalid(bytes)), "text", expected: "UTF-8",
        found: "bytes that are not", hint: "save the file as UTF-8")
      return nil
    }
    guard let masked = maskingAliases(text) else {
      faults.add(start, "text", expected: "written characters", found: "private-use characters")
      return nil
    }
    do {
      // The encoding is given because the default one reads, and prints about, the environment.
      let parser = try Parser(yaml: masked, encoding: .utf8)
      guard let node = try parser.singleRoot() else {
        faults.add(start, "text", expected: "some YAML", found: "an empty file")
        return nil
      }
      var reader = NodeReader(file: file, faults: faults)
      return reader.read(node, depth: 0, line: 1)
    } catch {
      faults.add(fault(for: error, file: file, text: masked))
      return nil
    }
  }

  /// Stands for `*` while the parser runs, so that it never meets an alias.
  fileprivate static let mask: Character = "\u{F8F0}"

  /// The text with every asterisk masked.
  ///
  /// A plain value that then begins with the mask was an alias.
  private static func maskingAliases(_ text: String) -> String? {
    guard text.utf8.contains(42) else { return text }
    guard !text.unicodeScalars.contains("\u{F8F0}") else { return nil }
    var masked = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { masked.append(scalar == "*" ? "\u{F8F0}" : scalar) }
    return String(masked)
  }

  fileprivate static func unmasked(_ text: String) -> String {
    guard text.unicodeScalars.contains("\u{F8F0}") else { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { plain.append(scalar == "\u{F8F0}" ? "*" : scalar) }
    return String(plain)
  }

  private static func lineOfInvalid(_ bytes: ArraySlice<UInt8>) -> Int {
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    let index = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    return (index ?? 0) + 1
  }

  private static func fault(for error: any Error, file: String, text: String) -> Fault {
    let (line, problem) = reason(error, text: text)
    return Fault(
      Place(file: file, line: line), "text", expected: "valid YAML", found: unmasked(problem),
      hint: hint(for: problem))
  }

  private static func reason(_ error: any Error, text: String) -> (line: Int, problem: String) {
    guard let error = error as? YamlError else { return (0, "an unknown error") }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return (mark.line, problem)
    case .reader(let problem, let offset, _, _):
      let before = text.prefix(offset ?? 0)
      return (before.count(where: \.isNewline) + 1, problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.sorted().prefix(3).map { Fault.quoted(unmasked($0)) }
      return (context.mark.line, "the key \(keys.joined(separator: ", ")) twice in one map")
    default:
      return (0, "an unknown error")
    }
  }

  private static func hint(for problem: String) -> String? {
    if problem.contains("could not find expected ':'") || problem.contains("not allowed") {
      return "quote a text that holds a colon; indent with spaces"
    }
    if problem.contains("cannot start any token") { return "quote the text" }
    return nil
  }
}

/// Turns the parser's nodes into the case's, within limits.
private struct NodeReader {
  let file: String
  let faults: FaultList
  private var count = 0

  init(file: String, faults: FaultList) {
    self.file = file
    self.faults = faults
  }

  /// Nil, with a fault, if a limit is passed; the caller then gives up too.
  mutating func read(_ node: Node, depth: Int, line: Int) -> CaseNode? {
    let place = Place(file: file, line: node.mark?.line ?? line)
    count += 1
    guard depth <= YAMLText.depthLimit else {
      faults.add(
        place, "text", expected: "at most \(YAMLText.depthLimit) levels", found: "a deeper nesting")
      return nil
    }
    guard count <= YAMLText.nodeLimit else {
      faults.add(
        place, "text", expected: "at most \(YAMLText.nodeLimit) values", found: "more of them")
      return nil
    }
    switch node {
    case .scalar(let scalar):
      return CaseNode(.text(text(of: scalar, at: place)), at: place)
    case .sequence(let sequence):
      var items: [CaseNode] = []
      for item in sequence {
        guard let item = read(item, depth: depth + 1, line: place.line) else { return nil }
        items.append(item)
      }
      return CaseNode(.list(items), at: place)
    case .mapping(let mapping):
      var entries: [CaseNode.Entry] = []
      for (key, value) in mapping {
        let keyPlace = Place(file: file, line: key.mark?.line ?? place.line)
        guard case .scalar(let scalar) = key else {
          faults.add(keyPlace, "key", expected: "a word", found: "a list or map")
          continue
        }
        let name = text(of: scalar, at: keyPlace)
        guard let value = read(value, depth: depth + 1, line: keyPlace.line) else { return nil }
        entries.append(CaseNode.Entry(key: name, value: value, at: keyPlace))
      }
      return CaseNode(.map(entries), at: place)
    case .alias:
      faults.add(place, "text", expected: "the value itself", found: "an alias")
      return nil
    }
  }

  private func text(of scalar: Node.Scalar, at place: Place) -> String {
    let text = YAMLText.unmasked(scalar.string)
    if scalar.style == .plain {
      if scalar.string.first == YAMLText.mask {
        faults.add(
          place, "text", expected: "the value itself", found: "the alias \(Fault.quoted(text))",
          hint: "aliases are not read; quote a text that begins with *")
      }
      if text == "~" || text == "null" { return "" }
    }
    if let control = text.unicodeScalars.first(where: {
      $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
    }) {
      faults.add(
        place, "text", expected: "text without control characters",
        found: "the character \(String(control.value, radix: 16))")
    }
    return text
  }
}
