/// An unordered pair of different states; `CHN-PRK` and `PRK-CHN` are the same dyad.
public struct Dyad: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// The member whose code comes first in the alphabet.
  public let first: ActorCode
  public let second: ActorCode

  /// Nil if both are the same state.
  public init?(_ a: ActorCode, _ b: ActorCode) {
    guard a != b else { return nil }
    first = min(a, b)
    second = max(a, b)
  }

  /// Reads `CHN-PRK`.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let a = ActorCode(parts[0]), let b = ActorCode(parts[1]) else {
      return nil
    }
    self.init(a, b)
  }

  public func contains(_ actor: ActorCode) -> Bool { first == actor || second == actor }

  /// Whether the two dyads have a state in common.
  public func touches(_ other: Dyad) -> Bool {
    contains(other.first) || contains(other.second)
  }

  public var description: String { "\(first)-\(second)" }

  public static func < (left: Dyad, right: Dyad) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }

  /// All dyads of a set of states, in alphabetical order.
  public static func all(of actors: [ActorCode]) -> [Dyad] {
    let sorted = actors.sorted()
    return sorted.indices.flatMap { i in
      sorted[(i + 1)...].compactMap { Dyad(sorted[i], $0) }
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let dyad = Dyad(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected a pair like CHN-PRK, found \(text)")
    }
    self = dyad
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
