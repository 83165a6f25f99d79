import EntenteRecord

/// Military spending; the shared file is an excerpt that must not grow.
public enum SIPRISpendingTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "sipri-spending", title: "military spending", unit: .stateYear,
    source: "SIPRI Military Expenditure Database, (c) SIPRI", cite: "SIPRI, https://www.sipri.org",
    terms: Terms.sipri, states: [StateField("iso3", .iso3, code: "code")], time: .year("year"),
    values: [
      .number("const2023_usd_m", "million US$ at prices of 2023", as: "constant", in: 0...1e9),
      .number("current_usd_m", "million current US$", as: "current", in: 0...1e9),
      .number("share_gdp", "share of GDP, as a fraction", in: 0...10),
    ])
}
