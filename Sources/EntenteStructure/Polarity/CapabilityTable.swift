/// Capabilities of states by year, one value per component.
public struct CapabilityTable: Sendable {
  /// The components of the composite index of national capability, in its usual order.
  public static let usualComponents = ["milex", "milper", "irst", "pec", "tpop", "upop"]

  /// One state in one year; nil where a component is not known.
  public struct Row: Hashable, Sendable {
    public let state: String
    public let year: Int
    public let values: [Double?]

    public init(state: String, year: Int, values: [Double?]) {
      self.state = state
      self.year = year
      self.values = values
    }
  }

  public let components: [String]
  private let byYear: [Int: [Row]]

  /// - Precondition: every row has a value, or nil, for each component; values are not negative.
  public init(components: [String], rows: [Row]) {
    precondition(rows.allSatisfy { $0.values.count == components.count }, "one value per component")
    self.components = components
    byYear = Dictionary(grouping: rows, by: \.year)
  }

  public var years: [Int] { byYear.keys.sorted() }

  /// Capabilities of all states of a year, or of some of them as shares among these.
  ///
  /// - Parameter members: nil for all.
  /// - Throws: `StructureError` with `.notAvailable` if the table has no such year, `.tooFew` if
  ///   fewer than 2 states have a value.
  public func index(
    in year: Int, among members: Set<String>? = nil
  ) throws(StructureError) -> CompositeIndex {
    guard let rows = byYear[year] else {
      let years = self.years
      let span = years.first.flatMap { first in years.last.map { " it runs from \(first) to \($0)" }
      }
      throw StructureError(.notAvailable, "no capabilities for \(year);" + (span ?? " none at all"))
    }
    let chosen = rows.filter { members?.contains($0.state) ?? true }.sorted { $0.state < $1.state }
    return try CompositeIndex(
      year: year, components: components, states: chosen.map(\.state), values: chosen.map(\.values))
  }
}
