import EntenteRecord

/// Wars between states by pair and year, both directions.
public enum CowWarsTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "cow-wars", title: "interstate wars", unit: .directedDyadYear,
    source: "Correlates of War, Inter-State War v4.0", cite: "Sarkees and Wayman 2010",
    terms: Terms.cow,
    states: [
      StateField("ccode1", .cow, as: "state1"), StateField("ccode2", .cow, as: "state2"),
    ], time: .year("year"),
    values: [
      .integer("warnum", "number of the war"),
      .flag("cowinterongoing", "1 if the war goes on in the year", as: "ongoing"),
      .flag("cowinteronset", "1 if it begins in the year", as: "onset"),
      .integer("sidea1", "side in the war: 1 or 2, side 1", missing: ["-9"]),
      .integer("sidea2", "side in the war: 1 or 2, side 2", missing: ["-9"]),
      .integer("initiator1", "1 if it began the war, side 1", missing: ["-9"]),
      .integer("initiator2", "1 if it began the war, side 2", missing: ["-9"]),
      .integer(
        "outcome1", "1 won, 2 lost, 3 compromise, 4 to 8 other ends, side 1", missing: ["-9"]),
      .integer(
        "outcome2", "1 won, 2 lost, 3 compromise, 4 to 8 other ends, side 2", missing: ["-9"]),
      .integer("batdeath1", "battle deaths, side 1", missing: ["-9"]),
      .integer("batdeath2", "battle deaths, side 2", missing: ["-9"]),
      .flag("resume", "1 if the war was taken up again"),
    ], key: ["warnum", "ccode1", "ccode2", "year", "resume"])
}
