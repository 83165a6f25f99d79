/// The published format that an event was read from.
///
/// The raw values stand on disk and never change.
public enum EventFormat: UInt8, CaseIterable, Sendable {
  /// GDELT 1.0, 57 or 58 columns.
  case gdelt1 = 1
  /// GDELT 2.0, 61 columns.
  case gdelt2 = 2
  /// ICEWS coded event data.
  case icews = 3
  /// POLECAT.
  case polecat = 4
  /// Quadruples of the forecasting benchmarks: facts, one a day.
  case tkg = 5

  /// As a user writes it.
  public var name: String {
    switch self {
    case .gdelt1: "gdelt1"
    case .gdelt2: "gdelt2"
    case .icews: "icews"
    case .polecat: "polecat"
    case .tkg: "tkg"
    }
  }

  public init?(name: some StringProtocol) {
    guard let format = EventFormat.allCases.first(where: { $0.name == name }) else { return nil }
    self = format
  }

  /// Formats of one family number their events alike, so an event may come in either.
  public enum Family: UInt8, CaseIterable, Sendable {
    case gdelt = 1
    case icews = 2
    case polecat = 3
    case tkg = 4
  }

  public var family: Family {
    switch self {
    case .gdelt1, .gdelt2: .gdelt
    case .icews: .icews
    case .polecat: .polecat
    case .tkg: .tkg
    }
  }
}

extension EventFormat: Comparable, Codable, CustomStringConvertible {
  public static func < (left: EventFormat, right: EventFormat) -> Bool {
    left.rawValue < right.rawValue
  }

  public var description: String { name }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let format = EventFormat(name: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected a format like gdelt2, found \(text)")
    }
    self = format
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
