import EntenteRecord

/// Which states Correlates of War counts, and when; 2016-12-31 is the end of the list.
public enum CowStatesTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "cow-states", title: "members of the system of states", unit: .stateSpell,
    source: "Correlates of War, State System Membership v2016",
    cite: "Correlates of War Project 2017", terms: Terms.cow,
    states: [StateField("ccode", .cow)],
    time: .parts(["styear", "stmonth", "stday"], ["endyear", "endmonth", "endday"]),
    values: [.text("stateabb", "abbreviation"), .text("statenme", "name")])
}
