import EntenteRecord

/// Roll calls of the General Assembly; they date the votes.
public enum RollCallsTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "un-roll-calls", title: "roll calls of the UN General Assembly", unit: .event,
    source: "Voeten, Data and Analyses of Voting in the UN General Assembly",
    cite: "Voeten 2013, hdl:1902.1/12379", terms: Terms.votes, time: .day("date"),
    values: [
      .integer("rcid", "number of the roll call"), .integer("session", "session"),
      .integer(
        "importantvote", "1 if the US State Department called it important, 0 if not",
        as: "important", in: 0...1),
      .text("unres", "number of the resolution", as: "resolution"),
      .integer("amend", "1 if on an amendment", in: 0...1),
      .integer("para", "1 if on a paragraph", in: 0...1),
      .text("short", "what it is about"), .text("descr", "what it says"),
    ], key: ["rcid"])
}
