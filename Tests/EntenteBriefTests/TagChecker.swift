/// A small reader of our own HTML: enough to see that tags balance and where links lead.
struct TagChecker {
  var problems: [String] = []
  var ids: [String] = []
  var links: [String] = []
  /// Attributes that could load something.
  var loads: [String] = []
  var names: Set<String> = []

  private static let void: Set<String> = ["meta", "br", "col", "link", "img", "input", "hr"]

  init(_ page: String) {
    var open: [String] = []
    var rest = Substring(page)
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      if rest.hasPrefix("!") || rest.hasPrefix("?") { continue }
      guard let end = TagChecker.end(of: rest) else {
        problems.append("a tag does not end")
        return
      }
      let tag = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        let name = String(tag.dropFirst())
        if open.popLast() != name { problems.append("</\(name)> closes something else") }
        continue
      }
      let name = String(tag.prefix { !$0.isWhitespace && $0 != "/" && $0 != ">" })
      names.insert(name)
      attributes(tag.dropFirst(name.count), of: name)
      if name == "style", let close = rest.firstRange(of: "</style>") {
        if rest[..<close.lowerBound].contains("url(h") { loads.append("style") }
        rest = rest[close.upperBound...]
        continue
      }
      if !tag.hasSuffix("/"), !TagChecker.void.contains(name) { open.append(name) }
    }
    if !open.isEmpty { problems.append("left open: \(open.joined(separator: ", "))") }
  }

  private static func end(of text: Substring) -> Substring.Index? {
    var isQuoted = false
    for place in text.indices {
      if text[place] == "\"" { isQuoted.toggle() }
      if text[place] == ">", !isQuoted { return place }
    }
    return nil
  }

  private mutating func attributes(_ text: Substring, of tag: String) {
    for match in text.matches(of: /([a-zA-Z:-]+)="([^"]*)"/) {
      let (name, value) = (String(match.1), String(match.2))
      switch name {
      case "id": ids.append(value)
      case "href":
        links.append(value)
        if !value.hasPrefix("#") { loads.append(value) }
      case "src", "srcset", "data", "action", "poster": loads.append(value)
      default:
        if name.hasPrefix("on") { problems.append("\(tag) has \(name)") }
      }
    }
  }
}
