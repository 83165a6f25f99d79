import EntenteRecord

/// A column that holds the code of a state: kept as it stands, and beside it the state that it means.
struct StateField: Sendable {
  /// A code that means another state than the tables say, to some day.
  struct Exception: Sendable {
    let code: String
    let to: Day
    let state: String

    init(_ code: String, to: (Int, Int, Int), _ state: String) {
      self.code = code
      self.to = Day(year: to.0, month: to.1, day: to.2) ?? Day(number: 0)
      self.state = state
    }
  }

  /// Name in the file.
  let published: String
  let system: CodeSystem
  /// Column of the record with the code as it stands.
  let code: String
  /// Column of the record with the state.
  let state: String
  /// Column of the file with a name that counts where there is no code.
  let name: String?
  /// Whether a row may be without the code.
  let isOptional: Bool
  /// Whether a code that the tables do not know is kept, because the table is wider than they are.
  let keepsUnknown: Bool
  let exceptions: [Exception]

  init(
    _ published: String, _ system: CodeSystem, as state: String = "state", code: String? = nil,
    name: String? = nil, isOptional: Bool = false, keepsUnknown: Bool = false,
    exceptions: [Exception] = []
  ) {
    self.published = published
    self.system = system
    self.code = code ?? published
    self.state = state
    self.name = name
    self.isOptional = isOptional
    self.keepsUnknown = keepsUnknown
    self.exceptions = exceptions
  }

  var columns: [TableColumn] {
    [
      TableColumn(state, .state, "the state that \(code) means at that time; empty if none"),
      TableColumn(code, .text, "\(StateField.words(system)) as published"),
    ]
  }

  private static func words(_ system: CodeSystem) -> String {
    switch system {
    case .iso2: "ISO 3166 alpha-2 code"
    case .iso3: "ISO 3166 alpha-3 code"
    case .cow: "Correlates of War number"
    case .cowAbbreviation: "Correlates of War abbreviation"
    case .gleditschWard: "Gleditsch-Ward number"
    case .cameo: "CAMEO code"
    case .fips: "FIPS 10-4 code"
    case .icews, .name: "name"
    }
  }
}
