import EntenteRecord

/// Capitals of states, with their place.
public enum CapitalsTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "cow-capitals", title: "capitals", unit: .stateSpell,
    source: "Miller, peacesciencer: capitals", cite: "Miller 2022", terms: Terms.cow,
    states: [StateField("ccode", .cow)], time: .days("stdate", "enddate"),
    values: [
      .text("statenme", "name of the state"), .text("capital", "name of the capital"),
      .number("lat", "latitude, degrees", in: -90...90),
      .number("lng", "longitude, degrees", in: -180...180),
    ])
}
