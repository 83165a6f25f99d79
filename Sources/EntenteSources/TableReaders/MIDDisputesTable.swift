import EntenteRecord

/// Militarized disputes, one row each; the year is that in which one begins.
public enum MIDDisputesTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "cow-mid-disputes", title: "militarized interstate disputes", unit: .event,
    source: "Correlates of War, Militarized Interstate Disputes v5.0", cite: "Palmer et al. 2022",
    terms: Terms.cow, time: .year("styear"),
    values: [
      .integer("dispnum", "number of the dispute"),
      .integer("stmon", "month in which it begins", missing: ["-9"], in: 1...12),
      .integer("outcome", "outcome, 1 to 9", missing: ["-9"]),
      .integer("settle", "settlement, 1 to 4", missing: ["-9"]),
      .integer("fatality", "deaths, 0 to 6 as in cow-mid-dyads", missing: ["-9"], in: 0...6),
      .integer("mindur", "least days", missing: ["-9"]),
      .integer("maxdur", "most days", missing: ["-9"]),
      .integer("hiact", "highest action, 0 to 21", missing: ["-9"], in: 0...21),
      .integer("hostlev", "highest hostility, 1 to 5", missing: ["-9"], in: 1...5),
      .integer("recip", "1 if the other side acted too", missing: ["-9"], in: 0...1),
    ], key: ["dispnum"])
}
