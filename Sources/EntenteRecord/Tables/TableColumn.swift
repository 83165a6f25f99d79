/// A column of a table in the record.
public struct TableColumn: Hashable, Sendable, Codable {
  public enum Kind: String, CaseIterable, Sendable, Codable {
    case integer, number, text
    /// A day, `2023-08-18`.
    case day
    /// The state that a code of the row means on its day; empty where it means none.
    case state
  }

  /// Small letters, digits and underscores.
  public let name: String
  public let kind: Kind
  /// What it says, with its unit.
  public let meaning: String

  public init(_ name: String, _ kind: Kind, _ meaning: String) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
  }

  /// Whether a text may be the name of a column.
  public static func isName(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, (97...122).contains(first) else { return false }
    return text.utf8.count <= 60
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
  }
}
