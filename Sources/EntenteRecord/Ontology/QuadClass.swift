/// The four classes into which event data sets put what happens.
public enum QuadClass: UInt8, CaseIterable, Sendable, Codable, Comparable {
  case verbalCooperation = 1
  case materialCooperation = 2
  case verbalConflict = 3
  case materialConflict = 4

  /// `verbal cooperation`.
  public var name: String {
    switch self {
    case .verbalCooperation: "verbal cooperation"
    case .materialCooperation: "material cooperation"
    case .verbalConflict: "verbal conflict"
    case .materialConflict: "material conflict"
    }
  }

  /// Reads the words that POLECAT writes, in any case; nil for anything else.
  public init?(name: some StringProtocol) {
    let name = name.lowercased()
    guard let found = QuadClass.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// Deeds, not words.
  public var isMaterial: Bool { self == .materialCooperation || self == .materialConflict }

  public static func < (left: QuadClass, right: QuadClass) -> Bool {
    left.rawValue < right.rawValue
  }
}
