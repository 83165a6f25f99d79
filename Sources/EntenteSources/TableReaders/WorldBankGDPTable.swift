import EntenteRecord

/// World Bank: gross domestic product; aggregates such as the world are kept without a state.
public enum WorldBankGDPTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "worldbank-gdp", title: "gross domestic product", unit: .stateYear,
    source: "World Bank, World Development Indicators, NY.GDP.MKTP.CD",
    cite: "World Bank, World Development Indicators", terms: Terms.worldBank,
    states: [StateField("Country Code", .iso3, code: "code", keepsUnknown: true)],
    time: .year("Year"),
    values: [
      .text("Country Name", "name as published", as: "name"),
      .number("Value", "current US$", as: "value", in: 0...1e18),
    ])
}
