import EntenteRecord

/// Which code of Gleditsch and Ward goes with which of Correlates of War in a year.
///
/// An empty code: no member of that system in that year.
public enum CowGWPanelTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "cow-gw-panel", title: "codes of two systems by year", unit: .stateYear,
    source: "Miller, isard: Correlates of War to Gleditsch-Ward", cite: "Miller 2022",
    terms: Terms.cow,
    states: [
      StateField("ccode", .cow, isOptional: true),
      StateField("gwcode", .gleditschWard, as: "gw_state", isOptional: true),
    ], time: .year("year"),
    values: [
      .text("stateabb", "abbreviation", isOptional: true),
      .text("cw_name", "name of Correlates of War"), .text("gw_name", "name of Gleditsch and Ward"),
    ])
}
