import EntenteRecord
import Testing

/// The dated resolver of codes and names.
struct StateResolverTests {
  static let resolver = StateResolver.standard

  private func state(_ text: String, _ system: CodeSystem, _ day: String? = nil) -> String? {
    Self.resolver.state(text, system, on: day.flatMap { Day($0) }).code?.text
  }

  private func answer(_ text: String, _ system: CodeSystem, _ day: String? = nil) -> Resolution {
    Self.resolver.state(text, system, on: day.flatMap { Day($0) })
  }

  // MARK: - Codes

  @Test(
    arguments: [
      (CodeSystem.iso2, "NA", "NAM"), (.iso2, "KP", "PRK"), (.iso2, "KR", "KOR"),
      (.iso2, "UK", "GBR"),
      (.iso2, "XK", "XKX"), (.iso2, "TP", "TLS"), (.iso2, "CH", "CHE"), (.iso2, "AS", ""),
      (.iso3, "ROM", "ROU"), (.iso3, "ROU", "ROU"), (.iso3, "ZAR", "COD"), (.iso3, "KSV", "XKX"),
      (.iso3, "SUN", "RUS"), (.iso3, "YUG", "SRB"), (.iso3, "SCG", "SRB"), (.iso3, "TWN", "TWN"),
      (.iso3, "PSE", "PSE"), (.iso3, "HKG", ""), (.iso3, "MAC", ""), (.iso3, "kor", "KOR"),
      (.cow, "2", "USA"), (.cow, "002", "USA"), (.cow, "255", "DEU"), (.cow, "260", "DEU"),
      (.cow, "265", "DDR"), (.cow, "345", "SRB"), (.cow, "340", nil), (.cow, "347", "XKX"),
      (.cow, "360", "ROU"), (.cow, "365", "RUS"), (.cow, "484", "COG"), (.cow, "490", "COD"),
      (.cow, "565", "NAM"), (.cow, "678", "YEM"), (.cow, "679", "YEM"), (.cow, "680", "YMD"),
      (.cow, "713", "TWN"), (.cow, "730", "XKR"), (.cow, "731", "PRK"), (.cow, "732", "KOR"),
      (.cow, "816", "VNM"), (.cow, "817", "RVN"), (.cow, "970", "NRU"), (.cow, "946", "KIR"),
      (.gleditschWard, "970", "KIR"), (.gleditschWard, "971", "NRU"), (.gleditschWard, "946", nil),
      (.gleditschWard, "260", "DEU"), (.gleditschWard, "340", "SRB"),
      (.gleditschWard, "345", "SRB"),
      (.gleditschWard, "678", "YEM"), (.gleditschWard, "679", nil), (.gleditschWard, "731", "PRK"),
      (.cowAbbreviation, "ROK", "KOR"), (.cowAbbreviation, "PRK", "PRK"),
      (.cowAbbreviation, "KOR", "XKR"), (.cowAbbreviation, "AUS", "AUT"),
      (.cowAbbreviation, "AUL", "AUS"), (.cowAbbreviation, "MNG", "MNE"),
      (.cowAbbreviation, "MON", "MNG"), (.cowAbbreviation, "SLV", "SVN"),
      (.cowAbbreviation, "MAC", "MKD"), (.cowAbbreviation, "SWZ", "CHE"),
      (.cowAbbreviation, "NIG", "NGA"), (.cameo, "ROM", "ROU"), (.cameo, "ROU", "ROU"),
      (.cameo, "TMP", "TLS"), (.cameo, "TLS", "TLS"), (.cameo, "MTN", "MNE"),
      (.cameo, "MNE", "MNE"),
      (.cameo, "IMY", ""), (.cameo, "HKG", ""), (.cameo, "AFR", ""), (.cameo, "WSB", ""),
      (.cameo, "kor", nil), (.cameo, "GOV", nil), (.cameo, "MOD", nil), (.cameo, "KOR", "KOR"),
      (.fips, "KS", "KOR"), (.fips, "KN", "PRK"), (.fips, "CH", "CHN"), (.fips, "SZ", "CHE"),
      (.fips, "AS", "AUS"), (.fips, "AU", "AUT"), (.fips, "GM", "DEU"), (.fips, "WA", "NAM"),
      (.fips, "RI", "SRB"), (.fips, "KV", "XKX"), (.fips, "OD", "SSD"), (.fips, "CG", "COD"),
      (.fips, "CF", "COG"), (.fips, "NA", nil), (.fips, "OS", ""), (.fips, "GZ", ""),
      (.icews, "Congo", "COG"), (.icews, "Democratic Republic of Congo", "COD"),
      (.icews, "Palestinian Territory, Occupied", "PSE"), (.icews, "Hong Kong", ""),
      (.icews, "NA", nil), (.name, "NA", nil), (.icews, "Macao", ""), (.icews, "Kosovo", "XKX"),
      (.name, "Myanmar (Burma)", "MMR"), (.name, "Congo (Brazzaville)", "COG"),
      (.name, "Congo, Dem. Rep.", "COD"), (.name, "Côte d’Ivoire", "CIV"),
      (.name, "St. Kitts & Nevis", "KNA"), (.name, "Niger", "NER"), (.name, "Nigeria", "NGA"),
      (.name, "the Netherlands", "NLD"), (.name, "Türkiye", "TUR"), (.name, "American Samoa", ""),
      (.name, "Samoa", "WSM"), (.name, "Georgia", "GEO"), (.name, "U.S.A.", "USA"),
      (.name, "Atlantis", nil), (.name, "", nil),
    ] as [(CodeSystem, String, String?)])
  func `a code means its state; nothing stands for unknown and empty for no state`(
    system: CodeSystem, text: String, expected: String?
  ) {
    switch answer(text, system) {
    case .state(let code): #expect(code.text == expected, "\(system) \(text)")
    case .notAState: #expect(expected == "", "\(system) \(text)")
    case .unknown: #expect(expected == nil, "\(system) \(text)")
    case .ambiguous, .outsideSpell: Issue.record("\(system) \(text)")
    }
  }

  @Test(
    arguments: [
      (CodeSystem.iso2, "CS", "1980-01-01", "CSK"), (.iso2, "CS", "2005-01-01", "SRB"),
      (.iso2, "CS", "1999-01-01", nil), (.iso2, "YU", "2019-01-01", "SRB"),
      (.cow, "255", "1914-08-01", "DEU"), (.cow, "255", "1970-01-01", nil),
      (.cow, "260", "1970-01-01", "DEU"), (.cow, "260", "1990-10-03", nil),
      (.cow, "255", "1990-10-03", "DEU"), (.cow, "265", "1990-10-02", "DDR"),
      (.cow, "265", "1990-10-03", nil), (.cow, "678", "1990-05-21", "YEM"),
      (.cow, "679", "1990-05-21", nil), (.cow, "679", "1990-05-22", "YEM"),
      (.cow, "732", "1948-12-01", nil), (.gleditschWard, "732", "1948-12-01", "KOR"),
      (.cow, "730", "1905-11-17", "XKR"), (.cow, "730", "1950-01-01", nil),
      (.cowAbbreviation, "KOR", "2000-01-01", nil), (.gleditschWard, "345", "2006-06-05", nil),
      (.gleditschWard, "340", "2006-06-05", "SRB"), (.cow, "345", "2010-01-01", "SRB"),
      (.iso3, "XKX", "2008-02-16", nil), (.iso3, "XKX", "2008-02-17", "XKX"),
      (.cow, "347", "2008-02-17", nil), (.cow, "731", "2026-01-01", "PRK"),
      (.iso3, "UKR", "1985-01-01", nil), (.iso3, "UKR", "1992-01-01", "UKR"),
      (.iso3, "SSD", "2011-07-08", nil), (.cameo, "SSD", "2012-01-01", "SSD"),
      (.name, "Republic of China", "1945-01-01", "CHN"),
      (.name, "Republic of China", "1960-01-01", "TWN"),
      (.name, "Soviet Union", "1985-01-01", "RUS"),
      (.name, "Soviet Union", "1995-01-01", nil), (.name, "Yugoslavia", "1985-01-01", "SRB"),
      (.name, "Yugoslavia", "2010-01-01", nil), (.name, "West Germany", "1970-01-01", "DEU"),
      (.name, "East Germany", "1970-01-01", "DDR"), (.name, "Zanzibar", "1964-01-01", "ZAN"),
      (.name, "Kiribati", "1985-01-01", "KIR"), (.cow, "946", "1985-01-01", nil),
      (.name, "Palestine", "2012-01-01", "PSE"), (.name, "Palestine", "1950-01-01", nil),
    ] as [(CodeSystem, String, String, String?)])
  func `a code means a state only while it may`(
    system: CodeSystem, text: String, day: String, expected: String?
  ) {
    let found = answer(text, system, day)
    #expect(found.code?.text == expected, "\(system) \(text) \(day)")
    if expected == nil {
      guard case .outsideSpell(_, let spells) = found else {
        Issue.record("\(system) \(text) \(day): \(found)")
        return
      }
      #expect(Day(day).map { day in !spells.contains { $0.contains(day) } } == true)
      #expect(found.reason.contains("only"))
    }
  }

  @Test(arguments: [
    ("Congo", "2000-01-01"), ("Vietnam", "1965-01-01"), ("Yemen", "1975-01-01"),
    ("Korea", "1950-06-25"), ("Korea", "2023-01-01"), ("Korea", ""), ("Korean", ""),
    ("the two Koreas", "1995-01-01"), ("Congo", ""),
  ])
  func `a name that several bear is told, never guessed`(text: String, day: String) {
    guard case .ambiguous(let codes) = answer(text, .name, day.isEmpty ? nil : day) else {
      Issue.record("\(text) on \(day)")
      return
    }
    #expect(codes.count == 2 && codes == codes.sorted())
  }

  @Test func `a name that several bore means the one that is there`() {
    #expect(state("Vietnam", .name, "1980-01-01") == "VNM")
    #expect(state("Vietnam", .name, "1965-01-01") == nil)
    #expect(state("North Vietnam", .name, "1965-01-01") == "VNM")
    #expect(state("Republic of Vietnam", .name, "1965-01-01") == "RVN")
    #expect(state("Yemen", .name, "1960-01-01") == "YEM")
    #expect(state("Yemen", .name, "1995-01-01") == "YEM")
    #expect(state("Yemen People's Republic", .name, "1975-01-01") == "YMD")
    #expect(state("Korea", .name, "1900-01-01") == "XKR")
    guard case .notAState(let thing) = answer("Korea", .name, "1930-01-01") else {
      Issue.record("Korea in 1930")
      return
    }
    #expect(thing.belongsTo?.text == "JPN")
  }

  @Test func `what is no state says what it is and whose`() throws {
    for (system, text) in [
      (CodeSystem.iso3, "HKG"), (.iso2, "HK"), (.name, "Hong Kong SAR, China"),
      (.cameo, "HKG"), (.fips, "HK"), (.iso3, "MAC"), (.fips, "MC"), (.name, "Macau"),
    ] {
      guard case .notAState(let thing) = answer(text, system, "2020-01-01") else {
        Issue.record("\(system) \(text)")
        continue
      }
      #expect(thing.belongsTo?.text == "CHN" && thing.what == "territory")
    }
    guard case .notAState(let africa) = answer("AFR", .cameo) else {
      Issue.record("AFR")
      return
    }
    #expect(africa == Resolution.NonState("region: Africa"))
  }

  // MARK: - Laws

  @Test func `every state is found by its own code while it exists and not otherwise`() throws {
    for state in Self.resolver.states.values {
      let found = Self.resolver.state(state.code.text, .iso3)
      #expect((found.code == state.code) == state.isState, "\(state)")
      for spell in state.spells where state.isState {
        for (edge, step) in [(spell.from, -1), (spell.to, 1)] {
          guard let edge else { continue }
          let outside = edge.adding(days: step)
          #expect(Self.resolver.state(state.code.text, .iso3, on: edge).code == state.code)
          #expect(Self.resolver.state(state.code.text, .iso3, on: outside).code == nil, "\(state)")
          #expect(state.exists(on: edge) && !state.exists(on: outside))
        }
      }
      if state.isState { #expect(!state.spells.isEmpty, "\(state)") }
      #expect(
        Self.resolver.state(state.name, .name).code == state.code || !state.isState
          || state.code.text == "XKR" || ["VNM", "YEM"].contains(state.code.text), "\(state)")
    }
  }

  @Test(arguments: [
    CodeSystem.iso2, .iso3, .cow, .cowAbbreviation, .gleditschWard, .cameo, .fips,
  ])
  func `the fast path answers as the resolver does`(system: CodeSystem) throws {
    let lookup = StateLookup(system)
    let days = try [
      "1816-01-01", "1900-06-15", "1948-08-20", "1975-01-01", "1990-05-22",
      "1990-10-02", "1991-12-25", "2005-06-30", "2008-02-17", "2024-01-01",
    ].map { try #require(Day($0)) }
    var texts: [String] = (0..<1000).map(String.init)
    let letters = (65..<91).map { String(UnicodeScalar(UInt8($0))) }
    for a in letters {
      for b in letters {
        texts.append(a + b)
        if a < "N" || b < "N" { texts += letters.map { a + b + $0 } }
      }
    }
    var found = 0
    for text in texts {
      for day in days {
        let slow = Self.resolver.state(text, system, on: day).packed
        if slow != .none { found += 1 }
        #expect(lookup.state(text, on: day.number) == slow, "\(system) \(text) \(day)")
      }
    }
    #expect(found > 1000)
    for odd in ["", "A", "kor", "KO R", "KORE", "1000", "9999999999", "12A", "A12", "\u{E9}\u{E9}"]
    {
      #expect(lookup.state(odd, on: days[9].number) == .none)
    }
  }

  @Test func `a year finds what exists on some day of it`() throws {
    let year = try #require(
      Day("1990-01-01").flatMap { from in
        Day("1990-12-31").flatMap { Span(from: from, to: $0) }
      })
    for (code, expected) in [
      ("255", "DEU"), ("260", "DEU"), ("265", "DDR"), ("678", "YEM"),
      ("679", "YEM"), ("680", "YMD"), ("565", "NAM"), ("369", nil),
    ] as [(String, String?)] {
      #expect(Self.resolver.state(code, .cow, during: year).code?.text == expected, "\(code)")
    }
  }

  @Test func `sectors of GDELT are no countries`() {
    let day = Day.civilForTests
    for code in [
      "GOV", "MIL", "COP", "JUD", "OPP", "REB", "SEP", "SPY", "UAF", "AGR", "BUS", "CRM",
      "CVL", "DEV", "EDU", "ELI", "ENV", "HLH", "HRI", "LAB", "LEG", "MED", "REF", "MOD", "RAD",
      "AMN", "IRC", "GRP", "UNO", "PKO", "UIS", "IGO", "IMG", "INT", "MNC", "NGM", "NGO", "SET",
      "CHR", "MOS", "JEW", "HIN", "BUD", "WST", "SAF", "EUR", "INS",
    ] {
      #expect(StateLookup.cameo.state(code, on: day) == .none, "\(code)")
    }
  }

  @Test(arguments: [
    ("CHN", "CHN", "", "CHN", ActorKind.state), ("CHNGOV", "CHN", "GOV", "CHN", .government),
    ("USAMIL", "USA", "MIL", "USA", .government), ("KORBUS", "KOR", "BUS", "KOR", .other),
    ("ROU", "", "", "ROU", .state), ("GOV", "", "GOV", "", .government),
    ("JEW", "", "", "", .other),
    ("", "", "", "", .unknown), ("ukr", "", "", "", .other), ("HKG", "HKG", "", "", .other),
    ("IGOUNO", "", "IGO", "", .other), ("PRKELI", "PRK", "ELI", "PRK", .other),
    ("CHRCTH", "", "", "", .other), ("AFR", "AFR", "", "", .other),
  ])
  func `an actor of GDELT has a state and a kind`(
    code: String, country: String, type: String, state: String, kind: ActorKind
  ) {
    var (code, country, type) = (code, country, type)
    let found = code.withUTF8 { code in
      country.withUTF8 { country in
        type.withUTF8 {
          StateLookup.cameo.actor(code, country: country, type: $0, on: Day.civilForTests)
        }
      }
    }
    #expect(found.state.description == state && found.kind == kind)
  }
}

extension Day {
  fileprivate static var civilForTests: Int32 { 17_532 }
}
