import EntenteRecord

/// Militarized disputes by pair and year, both directions.
///
/// Every state of one side stands against every state of the other: also those that never met. A pair
/// can have several disputes in a year.
public enum MIDDyadsTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "cow-mid-dyads", title: "militarized interstate disputes by pair",
    unit: .directedDyadYear,
    source: "Correlates of War, Militarized Interstate Disputes v5.0", cite: "Palmer et al. 2022",
    terms: Terms.cow,
    states: [
      StateField("ccode1", .cow, as: "state1"), StateField("ccode2", .cow, as: "state2"),
    ], time: .year("year"),
    values: [
      .integer("dispnum", "number of the dispute"),
      .flag("dispongoing", "1 if the dispute goes on in the year"),
      .flag("disponset", "1 if it begins in the year"),
      .integer("sidea1", "1 if on side A, side 1", in: 0...1),
      .integer("sidea2", "1 if on side A, side 2", in: 0...1),
      .integer(
        "fatality1", "deaths in six classes, 6 a thousand or more, side 1", missing: ["-9"],
        in: 0...6),
      .integer(
        "fatality2", "deaths in six classes, 6 a thousand or more, side 2", missing: ["-9"],
        in: 0...6),
      .integer("fatalpre1", "precise deaths, side 1", missing: ["-9"]),
      .integer("fatalpre2", "precise deaths, side 2", missing: ["-9"]),
      .integer("hiact1", "highest action, 0 to 21, side 1", missing: ["-9"], in: 0...21),
      .integer("hiact2", "highest action, 0 to 21, side 2", missing: ["-9"], in: 0...21),
      .integer(
        "hostlev1", "none, threat, display, force, war: 1 to 5, side 1", missing: ["-9"], in: 1...5),
      .integer(
        "hostlev2", "none, threat, display, force, war: 1 to 5, side 2", missing: ["-9"], in: 1...5),
      .integer("orig1", "1 if in it from the first day, side 1", in: 0...1),
      .integer("orig2", "1 if in it from the first day, side 2", in: 0...1),
    ], key: ["dispnum", "ccode1", "ccode2", "year"])
}
