import EntenteRecord

/// Codes of states in several systems; several Gleditsch-Ward numbers are joined by `|`.
public enum StateCodesTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "state-codes", title: "codes of states", unit: .reference,
    source: "crosswalk of Correlates of War, Gleditsch-Ward and ISO codes",
    cite: "Correlates of War Project 2017; Gleditsch and Ward 1999", terms: Terms.cow,
    states: [StateField("ccode", .cow)],
    values: [
      .text("stateabb", "abbreviation"), .text("statenme", "name"),
      .integer("first_year", "first year in the list"),
      .integer("last_year", "last year in the list"), .text("gwcode", "Gleditsch-Ward numbers"),
      .text("iso3", "ISO 3166 alpha-3"), .text("iso2", "ISO 3166 alpha-2"),
    ])
}
