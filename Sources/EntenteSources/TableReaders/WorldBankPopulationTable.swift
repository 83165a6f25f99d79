import EntenteRecord

/// World Bank: population; aggregates such as the world are kept without a state.
public enum WorldBankPopulationTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "worldbank-population", title: "population", unit: .stateYear,
    source: "World Bank, World Development Indicators, SP.POP.TOTL",
    cite: "World Bank, World Development Indicators", terms: Terms.worldBank,
    states: [StateField("Country Code", .iso3, code: "code", keepsUnknown: true)],
    time: .year("Year"),
    values: [
      .text("Country Name", "name as published", as: "name"),
      .number("Value", "persons", as: "value", in: 0...1e18),
    ])
}
