/// One thing that is wrong with an input, worded for the person who must mend it.
///
/// Printed as `file:line: field: expected ..., found ...`, with a hint on the next line.
public struct Fault: Hashable, Sendable, CustomStringConvertible {
  public let place: Place
  public let field: String
  public let expected: String
  public let found: String
  public let hint: String?

  public init(
    _ place: Place, _ field: String, expected: String, found: String, hint: String? = nil
  ) {
    self.place = place
    self.field = field
    self.expected = expected
    self.found = found
    self.hint = hint
  }

  public var description: String {
    let line = "\(place): \(field): expected \(expected), found \(found)"
    guard let hint else { return line }
    return line + "\n    hint: \(hint)"
  }
}

extension Fault {
  /// Quotes a piece of input for an error message: cut at 60 characters, control characters escaped.
  public static func quoted(_ text: some StringProtocol) -> String {
    var out = "\""
    for scalar in text.unicodeScalars.prefix(60) {
      switch scalar.value {
      case 0..<32, 127...159, 0x202A...0x202E, 0x2066...0x2069:
        out += "\\u{\(String(scalar.value, radix: 16))}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + (text.unicodeScalars.dropFirst(60).isEmpty ? "\"" : "...\"")
  }
}
