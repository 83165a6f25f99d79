import EntenteRecord
import Testing

/// The two Koreas in every code system and in at least sixty spellings.
struct KoreaResolutionTests {
  static let resolver = StateResolver.standard
  static let systems: [CodeSystem] = [.name, .icews]

  static let codes: [(CodeSystem, String, String)] = [
    (.iso2, "KR", "KOR"), (.iso2, "KP", "PRK"), (.iso3, "KOR", "KOR"), (.iso3, "PRK", "PRK"),
    (.cow, "732", "KOR"), (.cow, "731", "PRK"), (.cowAbbreviation, "ROK", "KOR"),
    (.cowAbbreviation, "PRK", "PRK"), (.gleditschWard, "732", "KOR"),
    (.gleditschWard, "731", "PRK"), (.cameo, "KOR", "KOR"), (.cameo, "PRK", "PRK"),
    (.fips, "KS", "KOR"), (.fips, "KN", "PRK"),
  ]
  static let south =
    ActorTests.south + [
      "Republic Of Korea", "KOREA, REPUBLIC OF", "Korea, Republic of (South)", " South Korea ",
      "The Republic of Korea", "S. KOREA", "South korean",
    ]
  static let north =
    ActorTests.north + [
      "KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF", "Korea, People's Republic of", " North Korea",
      "Democratic People's Rep. of Korea", "N. KOREA",
    ]

  @Test func `codes of the two Koreas map right in every system`() throws {
    let day = try #require(Day("2023-08-18"))
    for (system, text, expected) in Self.codes {
      #expect(
        Self.resolver.state(text, system, on: day).code?.text == expected, "\(system) \(text)")
      #expect(StateLookup(system).state(text, on: day.number).description == expected)
    }
  }

  @Test func `at least sixty spellings map right, with and without a date`() throws {
    let day = try #require(Day("2023-08-18"))
    let fixture = Self.south.map { ($0, "KOR") } + Self.north.map { ($0, "PRK") }
    #expect(Set(fixture.map(\.0)).count >= 60)
    for (text, expected) in fixture {
      for system in Self.systems {
        #expect(Self.resolver.state(text, system).code?.text == expected, "\(text)")
        #expect(Self.resolver.state(text, system, on: day).code?.text == expected, "\(text)")
      }
    }
  }

  @Test func `no text that leaves it open is given to either`() throws {
    let day = try #require(Day("1995-05-05"))
    for text in ActorTests.neither {
      for system in Self.systems {
        for when in [nil, day] {
          guard case .ambiguous(let codes) = Self.resolver.state(text, system, on: when) else {
            Issue.record("\(text)")
            continue
          }
          #expect(codes.map(\.text) == ["KOR", "PRK"], "\(text)")
        }
      }
    }
  }

  @Test func `neither exists before it is founded`() throws {
    for (text, first) in [("South Korea", "1948-08-15"), ("DPRK", "1948-09-09")] {
      let day = try #require(Day(first))
      #expect(Self.resolver.state(text, .name, on: day).code != nil)
      #expect(Self.resolver.state(text, .name, on: day.adding(days: -1)).code == nil)
    }
  }

  @Test(arguments: [
    ("North Korea", "PRK", ActorKind.state), ("South Korea", "KOR", .state),
    ("Foreign Affairs (North Korea)", "PRK", .government),
    ("Foreign Affairs (South Korea)", "KOR", .government), ("Citizen (South Korea)", "KOR", .other),
    ("Citizen (North Korea)", "PRK", .other), ("Military (North Korea)", "PRK", .government),
    ("Korea (South)", "KOR", .state), ("Korea (Democratic People's Republic of)", "PRK", .state),
    ("Korea (the Republic of)", "KOR", .state),
    ("Unification Ministry (South Korea)", "KOR", .government),
    ("Citizen (Korea)", "", .other), ("Bank of Korea", "", .other),
    ("Korea Electric Power (South Korea)", "KOR", .other), ("Workers' Party of Korea", "", .other),
    ("Foreign Affairs (Russia)", "RUS", .government),
    ("Citizen (Holy See (Vatican City State))", "VAT", .other),
    ("Holy See (Vatican City State)", "VAT", .state), ("Citizen (International)", "", .other),
    ("Pakistan Muslim League (Q)", "", .other), ("Militant (Taliban)", "", .other),
    ("Congo", "COG", .state), ("Police (Democratic Republic of Congo)", "COD", .government),
    ("Citizen (Hong Kong)", "", .other), ("Vladimir Putin", "", .other),
    ("African National Congress", "", .other), ("", "", .unknown), ("(South Korea)", "KOR", .state),
    ("Business (Macao)", "", .other),
    ("Police (Occupied Palestinian Territory)", "PSE", .government),
    ("Falkland Islands (Malvinas)", "", .other), ("Unbalanced (South Korea))", "", .other),
  ])
  func `an entity is a state, its body, or neither`(text: String, code: String, kind: ActorKind) {
    let found = Self.resolver.entity(text, on: Day("2021-03-03"))
    #expect(found.resolution.packed.description == code, "\(found)")
    #expect(found.kind == kind, "\(found)")
  }
}
