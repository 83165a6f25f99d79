import EntenteRecord

/// Imports and exports of a state in a year.
public enum CowTradeTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "cow-trade", title: "national trade", unit: .stateYear,
    source: "Correlates of War, National Trade v4.0", cite: "Barbieri, Keshk and Pollins 2009",
    terms: Terms.cow, states: [StateField("ccode", .cow)], time: .year("year"),
    values: [
      .number("imports", "million current US$", missing: ["-9"], in: 0...1e9),
      .number("exports", "million current US$", missing: ["-9"], in: 0...1e9),
    ])
}
