import EntenteRecord

/// Independent states after Gleditsch and Ward; 2017-12-31 is the end of the list.
public enum GWStatesTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "gw-states", title: "independent states", unit: .stateSpell,
    source: "Gleditsch and Ward, independent states", cite: "Gleditsch and Ward 1999",
    terms: Terms.cow, states: [StateField("gwcode", .gleditschWard)],
    time: .days("startdate", "enddate"),
    values: [.text("stateabb", "abbreviation"), .text("statename", "name")])
}
