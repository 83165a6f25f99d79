import EntenteRecord

/// Strategic rivalries, older list; an end in 2010 means that the rivalry goes on.
public enum ThompsonDreyerTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "rivalries-td", title: "strategic rivalries, list of 2012", unit: .dyadSpell,
    source: "Thompson and Dreyer, Handbook of International Rivalries",
    cite: "Thompson and Dreyer 2012", terms: Terms.rivalry,
    states: [
      StateField("ccode1", .cow, as: "state1", keepsUnknown: true),
      StateField("ccode2", .cow, as: "state2", keepsUnknown: true),
    ], time: .years("styear", "endyear"),
    values: [
      .integer("rivalryno", "number of the rivalry"), .text("rivalryname", "name"),
      .text("region", "region"), .text("type1", "what it is about"),
      .text("type2", "what else"), .text("type3", "what else"),
    ], key: ["rivalryno"])
}
