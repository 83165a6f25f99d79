import EntenteRecord

/// When a state was a major power; 2016-12-31 is the end of the list.
public enum CowMajorsTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "cow-majors", title: "major powers", unit: .stateSpell,
    source: "Correlates of War, Major Powers v2016", cite: "Correlates of War Project 2017",
    terms: Terms.cow, states: [StateField("ccode", .cow)],
    time: .parts(["styear", "stmonth", "stday"], ["endyear", "endmonth", "endday"]), values: [])
}
