import EntenteRecord
import Testing

/// The resolver against the codes that the shared data sets give beside their names.
@Suite(.enabled(if: SharedData.isThere, "needs shared/data: set ENTENTE_SHARED_DATA"))
struct StateSharedDataTests {
  private let resolver = StateResolver.standard

  /// Whether the answer agrees with a code of the data; territories keep theirs in the answer.
  private func agrees(_ found: Resolution, _ code: String) -> Bool {
    switch found {
    case .state(let state): state.text == code
    case .notAState(let thing): thing.code?.text == code
    default: false
    }
  }

  @Test func `every state of the crosswalk has one code in both number systems`() throws {
    let rows = try SharedData.rows("cow/state_codes.csv")
    #expect(rows.count == 217)
    for row in rows {
      let cow = resolver.state(row["ccode"] ?? "", .cow)
      if let iso3 = row["iso3"], !iso3.isEmpty {
        #expect(cow.code?.text == iso3, "\(row)")
        #expect(resolver.state(row["stateabb"] ?? "", .cowAbbreviation).code?.text == iso3)
      }
      if let iso2 = row["iso2"], !iso2.isEmpty {
        #expect(resolver.state(iso2, .iso2).code?.text == row["iso3"], "\(row)")
      }
      #expect(cow.code != nil)
      for number in (row["gwcode"] ?? "").split(separator: "|") {
        #expect(resolver.state(number, .gleditschWard).code == cow.code, "\(row)")
      }
    }
  }

  @Test func `every spell of both lists is found on its first and last day`() throws {
    for row in try SharedData.rows("cow/gw_states.csv") {
      for key in ["startdate", "enddate"] {
        let day = try #require(Day(row[key] ?? ""))
        #expect(
          resolver.state(row["gwcode"] ?? "", .gleditschWard, on: day).code != nil, "\(row)")
      }
    }
    for row in try SharedData.rows("cow/cow_states.csv") {
      for end in ["st", "end"] {
        let numbers = ["year", "month", "day"].compactMap { row[end + $0].flatMap { Int($0) } }
        let day = try #require(Day(year: numbers[0], month: numbers[1], day: numbers[2]))
        #expect(resolver.state(row["ccode"] ?? "", .cow, on: day).code != nil, "\(row)")
      }
    }
  }

  @Test func `names of ICEWS countries mean what the shared tables say`() throws {
    for year in ["14", "18"] {
      for row in try SharedData.rows("tkg/ICEWS\(year)/country-entities.csv") {
        let found = resolver.state(row["name"] ?? "", .icews, on: Day("2018-06-01"))
        #expect(agrees(found, row["iso3"] ?? ""), "\(row) \(found)")
      }
    }
  }

  @Test func `the World Bank's names are states, territories or nobody, never somebody else`()
    throws
  {
    for row in try SharedData.rows("milex/worldbank_gdp.csv") {
      let (name, code) = (row["Country Name"] ?? "", row["Country Code"] ?? "")
      let found = resolver.state(name, .name)
      #expect(found == .unknown || agrees(found, code), "\(row) \(found)")
      let byCode = resolver.state(code, .iso3)
      #expect((found == .unknown) == (byCode == .unknown), "\(row) \(byCode)")
    }
  }
}
