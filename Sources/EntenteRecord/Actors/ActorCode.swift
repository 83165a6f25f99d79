/// A state's ISO 3166 alpha-3 code, such as `KOR` (South) or `PRK` (North).
public struct ActorCode: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  public let text: String

  /// Nil unless the text is three upper-case ASCII letters.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 3, text.utf8.allSatisfy({ $0 >= 65 && $0 <= 90 }) else { return nil }
    self.text = String(text)
  }

  public var description: String { text }

  public static func < (left: ActorCode, right: ActorCode) -> Bool { left.text < right.text }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let code = ActorCode(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected a code like KOR, found \(text)")
    }
    self = code
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
