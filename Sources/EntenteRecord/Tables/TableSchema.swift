/// What a table of the record holds: what its rows are about, its columns, and whose data it is.
public struct TableSchema: Hashable, Sendable, Codable {
  /// What one row is about.
  public enum Unit: String, CaseIterable, Sendable, Codable {
    case stateYear = "state-year"
    case stateSpell = "state spell"
    case dyadYear = "dyad-year"
    case dyadSpell = "dyad spell"
    case directedDyadYear = "directed dyad-year"
    case directedDyadSpell = "directed dyad spell"
    case event
    case reference
  }

  /// Which columns say when a row holds.
  public enum Time: Hashable, Sendable, Codable {
    case year(String)
    case day(String)
    /// First and last day; the last is empty where the spell goes on.
    case spell(from: String, to: String)
    case none
  }

  /// As a user writes it: small letters, digits and hyphens.
  public let name: String
  public let title: String
  public let unit: Unit
  public let time: Time
  /// In the order of the table.
  public let columns: [TableColumn]
  /// Columns that no two rows have alike.
  public let key: [String]
  /// Publisher and version.
  public let source: String
  /// What to cite.
  public let citation: String
  public let terms: String

  public init(
    name: String, title: String, unit: Unit, time: Time, columns: [TableColumn], key: [String],
    source: String, citation: String, terms: String
  ) {
    self.name = name
    self.title = title
    self.unit = unit
    self.time = time
    self.columns = columns
    self.key = key
    self.source = source
    self.citation = citation
    self.terms = terms
  }

  public func index(of column: String) -> Int? { columns.firstIndex { $0.name == column } }

  /// Columns that hold states.
  public var states: [String] { columns.filter { $0.kind == .state }.map(\.name) }

  /// Whether a text may be the name of a table.
  public static func isName(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, (97...122).contains(first) else { return false }
    return text.utf8.count <= 60
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
      && !text.hasPrefix("entente") && !text.hasPrefix("sqlite")
  }
}
