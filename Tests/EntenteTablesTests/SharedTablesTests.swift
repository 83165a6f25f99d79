import EntenteRecord
import EntenteSources
import EntenteStore
import EntenteStructure
import Testing

/// The shared tables, all into one record.
@Suite(
  .enabled(if: SharedTables.folder != nil, SharedTables.missing), .serialized)
struct SharedTablesTests {
  /// Kind, file and rows; every row is kept unless it says otherwise.
  static let tables: [(kind: String, file: String, rows: Int)] = [
    ("cow-states", "cow/cow_states.csv", 243), ("gw-states", "cow/gw_states.csv", 216),
    ("state-codes", "cow/state_codes.csv", 217),
    ("cow-gw-panel", "cow/cow_gw_panel.csv.gz", 17_916),
    ("cow-majors", "cow/cow_majors.csv", 14), ("cow-nmc", "cow/cow_nmc.csv", 17_121),
    ("atop", "cow/atop_alliance.csv.gz", 273_296),
    ("cow-mid-dyads", "cow/cow_mid_dirdisps.csv", 11_390),
    ("cow-mid-disputes", "cow/cow_mid_disps.csv", 2_436),
    ("cow-wars", "cow/cow_war_inter.csv", 1_932), ("ucdp-conflicts", "cow/ucdp_acd.csv", 5_652),
    ("ucdp-onsets", "cow/ucdp_onsets.csv", 10_142),
    ("cow-contiguity", "cow/cow_contdir.csv", 1_874),
    ("cshapes-distance", "cow/cow_mindist_spans.csv.gz", 25_754),
    ("cow-capitals", "cow/cow_capitals.csv", 242), ("cow-trade", "cow/cow_trade_sy.csv", 14_410),
    ("cow-igo-states", "cow/cow_igo_sy.csv", 15_557),
    ("cow-igo-dyads", "cow/cow_igo_ndy.csv.gz", 917_695),
    ("rivalries-tss", "cow/tss_rivalries.csv", 264),
    ("rivalries-td", "cow/td_rivalries.csv", 197),
    ("gdp-population", "cow/cw_gdppop.csv.gz", 16_536),
    ("un-roll-calls", "unvotes/un_roll_calls.csv.gz", 6_203),
    ("un-votes", "unvotes/un_votes.csv.gz", 870_109),
    ("un-roll-call-issues", "unvotes/un_roll_call_issues.csv", 5_745),
    ("un-repeated-resolutions", "unvotes/repeated_resolutions.csv", 955),
    ("un-ideal-points-sessions", "unvotes/IdealpointestimatesAll_Apr2020.csv", 10_469),
    ("un-ideal-points", "un-recent/ideal_points_2025.csv.gz", 11_440),
    ("sc-vetoes", "un-recent/sc_vetoes.csv", 255),
    ("sipri-spending", "milex/sipri_milex_excerpt.csv", 600),
    ("sipri-arms", "milex/sipri_arms_imports_excerpt.csv", 467),
    ("worldbank-gdp", "milex/worldbank_gdp.csv", 13_979),
    ("worldbank-population", "milex/worldbank_population.csv", 17_195),
  ]

  @Test func `every row of every shared table is in the record`() throws {
    let shared = try #require(SharedTables.folder)
    let folder = TableFolder()
    for table in Self.tables {
      let outcome = try #require(try folder.take(table.kind, ["\(shared)/\(table.file)"]).first)
      let account = try #require(
        outcome.account, "\(table.kind): \(outcome.refusal ?? "nothing")")
      #expect(account.read == table.rows, "\(table.kind)")
      #expect(account.kept == table.rows, "\(table.kind): \(account)")
      #expect(account.lines == table.rows + 1, "\(table.kind)")
    }
    #expect(Set(Self.tables.map(\.kind)) == Set(TableImporter.kinds), "a kind without a table")
    #expect(try folder.tables().check().isEmpty)
    let choices = try folder.rows("un-votes", "vote")
    #expect(choices.count { $0 == "yes" } == 693_664)
    #expect(choices.count { $0 == "abstain" } == 110_897)
    #expect(choices.count { $0 == "no" } == 65_548)
    let korea = TableFilter(states: Set(["PRK"].compactMap(ActorCode.init)))
    #expect(try folder.rows("un-votes", "date", filter: korea).min() == "1991-10-03")
    #expect(try folder.rows("cow-mid-dyads", "dispnum", filter: korea).isEmpty)
    try expectIndex(folder)
  }

  @Test func `auto tells every shared table but the World Bank's, which are alike`() throws {
    let shared = try #require(SharedTables.folder)
    let importer = try Importer(format: "auto", threads: 2)
    let plan = try ImportPlan(Self.tables.map { "\(shared)/\($0.file)" })
    for (outcome, table) in zip(try importer.survey(plan, against: nil), Self.tables) {
      if table.kind.hasPrefix("worldbank-") {
        guard case .refused(let error) = outcome.result else {
          Issue.record("\(table.kind): \(outcome.result)")
          continue
        }
        #expect(
          error.description.contains("what could be worldbank-gdp, worldbank-population"))
      } else {
        #expect(outcome.format == table.kind, "\(table.file)")
      }
    }
  }

  /// The composite index of every row, from its components as the record gives them back.
  private func expectIndex(_ folder: TableFolder) throws {
    let schema = try #require(try folder.tables().schema("cow-nmc"))
    let components = CapabilityTable.usualComponents
    let columns = try components.map { try #require(schema.index(of: $0)) }
    let (code, year, cinc) = (
      try #require(schema.index(of: "ccode")), try #require(schema.index(of: "year")),
      try #require(schema.index(of: "cinc"))
    )
    var published: [String: Double] = [:]
    let rows = try folder.tables().rows(of: schema).map { row in
      let state = row.values[code].description
      let number = row.values[year].int ?? 0
      published["\(state) \(number)"] = row.values[cinc].double
      return CapabilityTable.Row(
        state: state, year: number, values: columns.map { row.values[$0].double })
    }
    let table = CapabilityTable(components: components, rows: rows)
    var (count, worst) = (0, 0.0)
    for year in table.years {
      let index = try table.index(in: year)
      for (state, value) in zip(index.states, index.values) {
        worst = max(worst, abs(value - (published["\(state) \(year)"] ?? .infinity)))
        count += 1
      }
    }
    #expect(count == 17_121)
    #expect(worst < 2.5e-8, "\(worst)")
  }
}
