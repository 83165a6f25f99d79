import EntenteRecord

/// Strategic rivalries; an end in 2020 means that the rivalry goes on.
public enum ThompsonSakuwaSuhasTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "rivalries-tss", title: "strategic rivalries", unit: .dyadSpell,
    source: "Thompson, Sakuwa and Suhas, strategic rivalries",
    cite: "Thompson, Sakuwa and Suhas 2021", terms: Terms.rivalry,
    states: [
      StateField("ccode1", .cow, as: "state1", keepsUnknown: true),
      StateField("ccode2", .cow, as: "state2", keepsUnknown: true),
    ], time: .years("start", "end"),
    values: [
      .integer("tssr_id", "number of the rivalry"), .text("rivalry", "name"),
      .flag("positional", "1 if about position"),
      .flag("spatial", "1 if about territory"),
      .flag("ideological", "1 if about ideology"),
      .flag("interventionary", "1 if about intervention"),
      .flag("principal", "1 if a principal rivalry"),
      .flag("aprin", "1 if a principal rivalry of Asia, as published"),
    ], key: ["tssr_id"])
}
