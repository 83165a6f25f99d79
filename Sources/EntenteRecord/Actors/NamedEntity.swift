/// Who an entity of ICEWS is: a state, a body or person of one, or nobody's.
///
/// ICEWS writes a part of a country as `Sector (Country)`: `Foreign Affairs (Russia)`,
/// `Citizen (South Korea)`.
public struct NamedEntity: Hashable, Sendable {
  public let resolution: Resolution
  /// `state` if the whole name is a country's, else by the sector.
  public let kind: ActorKind
  /// What stands before the brackets; empty if the name is not of that form.
  public let sector: String
}

extension StateResolver {
  /// Whom an entity's name means on a day.
  ///
  /// Missing data: names of persons, parties and organisations without a country in brackets are
  /// unknown, also those that hold a country's name (`African National Congress`).
  public func entity(
    _ text: some StringProtocol, on day: Day? = nil, system: CodeSystem = .icews
  ) -> NamedEntity {
    let name = StateNames.trimmed(String(text))
    if let (sector, country) = NamedEntity.parts(of: name) {
      let whole = wholeName(name, on: day, system)
      if whole != .unknown { return NamedEntity(country: whole) }
      let inner = entity(country, on: day, system: system)
      guard inner.resolution != .unknown else {
        return NamedEntity(resolution: .unknown, kind: .other, sector: String(sector))
      }
      return NamedEntity(
        resolution: inner.resolution,
        kind: ActorKind(isGovernment: NamedEntity.isGovernment(sector)), sector: String(sector))
    }
    if name.isEmpty { return NamedEntity(resolution: .unknown, kind: .unknown, sector: "") }
    return NamedEntity(country: wholeName(name, on: day, system))
  }

  /// The answer if the whole text is a country's name.
  ///
  /// `Korea` within a longer name does not count: `Bank of Korea` is a bank.
  private func wholeName(_ name: String, on day: Day?, _ system: CodeSystem) -> Resolution {
    let words = NameWords.of(name)
    let isKorean = KoreanNames.isAmbiguous(name) || KoreanNames.code(for: name) != nil
    if isKorean, !words.allSatisfy(NamedEntity.koreanWords.contains) { return .unknown }
    return state(name, system, on: day)
  }
}

extension NamedEntity {
  /// Territories and states before their time are actors, but no states.
  fileprivate init(country: Resolution) {
    self.init(resolution: country, kind: country.code == nil ? .other : .state, sector: "")
  }

  /// Words of which a name of either Korea may consist.
  static let koreanWords: Set<String> = [
    "korea", "north", "south", "n", "s", "republic", "rep", "of", "the", "democratic", "dem",
    "people's", "people’s", "peoples", "peoples'", "dpr", "dprk", "rok", "prk", "kor", "northern",
    "southern",
  ]

  /// Splits `Foreign Affairs (Russia)` at its last outermost bracket.
  static func parts(of name: String) -> (sector: Substring, country: Substring)? {
    guard name.last == ")" else { return nil }
    var depth = 0
    for i in name.indices.reversed() {
      if name[i] == ")" { depth += 1 }
      if name[i] == "(" {
        depth -= 1
        if depth == 0 {
          let sector = name[..<i]
          guard sector.last == " " else { return nil }
          let inner = name[name.index(after: i)..<name.index(before: name.endIndex)]
          return (sector.dropLast(), inner)
        }
      }
    }
    return nil
  }

  private static let government = Set(
    SectorData.government.split(whereSeparator: { $0 == ";" || $0 == "\n" }).map(String.init))

  /// Whether ICEWS counts the bearers of a sector to the government.
  public static func isGovernment(_ sector: some StringProtocol) -> Bool {
    government.contains(String(sector)) || sector.contains("Ministry")
  }
}

extension ActorKind {
  /// `government` or `other`.
  public init(isGovernment: Bool) { self = isGovernment ? .government : .other }
}
