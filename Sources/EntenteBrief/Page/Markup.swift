/// HTML and SVG as values.
///
/// Text is escaped when it is written out and there is no way to pass text through unescaped:
/// names of elements and attributes are fixed in the program, and only a style sheet that is a
/// literal of the program is written as it stands. A claim that contains `<script>` stays a
/// sentence.
indirect enum Markup: Sendable {
  case element(Tag, [Attribute], [Markup])
  case text(String)
  case group([Markup])
  case style(StaticString)

  static var empty: Markup { .group([]) }
}

/// The elements that pages and figures are made of.
enum Tag: String, Sendable {
  // Page
  case html, head, body, meta, title, main, header, footer, nav, section, article, div, p, span
  case a, b, i, sup, code, br, h1, h2, h3, h4, ul, ol, li, dl, dt, dd, details, summary, figure
  case figcaption, table, caption, colgroup, col, thead, tbody, tr, th, td
  // Drawing
  case svg, desc, defs, symbol, pattern, path, rect, circle, line, g, use, svgText = "text", tspan
  case polygon

  fileprivate var isVoid: Bool {
    switch self {
    case .meta, .br, .col: true
    default: false
    }
  }

  fileprivate var isShape: Bool {
    switch self {
    case .path, .rect, .circle, .line, .use, .polygon: true
    default: false
    }
  }
}

/// An attribute whose name is fixed in the program; links lead only inside the page.
struct Attribute: Sendable {
  let name: StaticString
  let value: String

  static func set(_ name: StaticString, _ value: String) -> Attribute {
    Attribute(name: name, value: value)
  }

  /// For drawings: at most two decimals.
  static func set(_ name: StaticString, _ value: Double) -> Attribute {
    Attribute(name: name, value: Drawing.number(value))
  }

  static func `class`(_ value: StaticString) -> Attribute { .set("class", "\(value)") }
  static func id(_ raw: String) -> Attribute { .set("id", Anchor.id(raw)) }
  static func link(to raw: String) -> Attribute { .set("href", Anchor.reference(raw)) }
  static func label(_ value: String) -> Attribute { .set("aria-label", value) }
  static func style(_ value: StaticString) -> Attribute { .set("style", "\(value)") }
  static var hidden: Attribute { .set("aria-hidden", "true") }
}

/// Ids of places in the page.
enum Anchor {
  /// An id may hold anything but white space.
  static func id(_ raw: String) -> String {
    String(raw.map { $0.isWhitespace ? "_" : $0 })
  }

  /// `#` and the id, with what may not stand in an address escaped.
  static func reference(_ raw: String) -> String {
    var out = "#"
    for byte in id(raw).utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F, 0x3A, 0x2B:
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        out += "%" + (hex.count == 1 ? "0" : "") + hex
      }
    }
    return out
  }
}

@resultBuilder
enum MarkupBuilder {
  static func buildExpression(_ markup: Markup) -> Markup { markup }
  static func buildExpression(_ text: String) -> Markup { .text(text) }
  static func buildExpression(_ parts: [Markup]) -> Markup { .group(parts) }
  static func buildBlock(_ parts: Markup...) -> Markup { .group(parts) }
  static func buildOptional(_ part: Markup?) -> Markup { part ?? .empty }
  static func buildEither(first: Markup) -> Markup { first }
  static func buildEither(second: Markup) -> Markup { second }
  static func buildArray(_ parts: [Markup]) -> Markup { .group(parts) }
}

/// An element with its attributes and what it holds.
func el(
  _ tag: Tag, _ attributes: Attribute..., @MarkupBuilder content: () -> Markup = { .empty }
) -> Markup {
  .element(tag, attributes, [content()])
}

/// The same with attributes that are put together first.
func el(
  _ tag: Tag, attributes: [Attribute], @MarkupBuilder content: () -> Markup = { .empty }
) -> Markup {
  .element(tag, attributes, [content()])
}

extension Markup {
  /// Whether it writes nothing.
  var isEmpty: Bool {
    switch self {
    case .element, .style: false
    case .text(let text): text.isEmpty
    case .group(let parts): parts.allSatisfy(\.isEmpty)
    }
  }

  func rendered() -> String {
    var out = ""
    write(to: &out)
    return out
  }

  private func write(to out: inout String) {
    switch self {
    case .text(let text): Markup.escape(text, into: &out)
    case .group(let parts): for part in parts { part.write(to: &out) }
    case .style(let sheet): out += "<style>\(sheet)</style>"
    case .element(let tag, let attributes, let content):
      out += "<\(tag.rawValue)"
      for attribute in attributes {
        out += " \(attribute.name)=\""
        Markup.escape(attribute.value, into: &out)
        out += "\""
      }
      if tag.isVoid {
        out += ">"
      } else if tag.isShape && content.allSatisfy(\.isEmpty) {
        out += "/>"
      } else {
        out += ">"
        for part in content { part.write(to: &out) }
        out += "</\(tag.rawValue)>"
        if tag.breaksLine { out += "\n" }
      }
    }
  }

  private static func escape(_ text: String, into out: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      case "\n", "\t": out.unicodeScalars.append(" ")
      default:
        // Control characters are not allowed in XML even as references.
        if scalar.value >= 0x20 && scalar.value != 0x7F { out.unicodeScalars.append(scalar) }
      }
    }
  }
}

extension Tag {
  /// Lines keep the page readable in a diff.
  fileprivate var breaksLine: Bool {
    switch self {
    case .p, .li, .tr, .article, .section, .figure, .table, .details, .header, .footer: true
    default: false
    }
  }
}

extension Markup: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .text(value) }
}
