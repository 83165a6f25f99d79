import EntenteRecord

/// National material capabilities of Correlates of War.
///
/// Missing values are empty, or -9 as in the published files. `cinc` can be computed again: for each
/// year, the mean over the components of a state's share in the sum of all states, a missing component
/// left out of the mean.
public enum NMCTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "cow-nmc", title: "national material capabilities", unit: .stateYear,
    source: "Correlates of War, National Material Capabilities 7.0",
    cite: "Singer, Bremer and Stuckey 1972; Singer 1987", terms: Terms.cow,
    states: [StateField("ccode", .cow)], time: .year("year"),
    values: [
      .number(
        "milex", "military expenditure, thousands: pounds sterling to 1913, then current US$",
        missing: ["-9"], in: 0...1e15),
      .number("milper", "military personnel, thousands", missing: ["-9"], in: 0...1e9),
      .number("irst", "iron and steel, thousand tons", missing: ["-9"], in: 0...1e12),
      .number(
        "pec", "primary energy, thousand coal-ton equivalents", missing: ["-9"], in: 0...1e15),
      .number("tpop", "total population, thousands", missing: ["-9"], in: 0...1e9),
      .number("upop", "urban population, thousands", missing: ["-9"], in: 0...1e9),
      .number("cinc", "composite index of national capability", missing: ["-9"], in: 0...1),
    ])
}
