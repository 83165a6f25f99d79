import EntenteRecord

/// Income and population back to 1816, estimates with their spread.
public enum FarissTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "gdp-population", title: "estimates of income and population", unit: .stateYear,
    source: "Fariss, Anders, Markowitz and Barnum, latent GDP and population",
    cite: "Fariss, Anders, Markowitz and Barnum 2022", terms: Terms.cow,
    states: [StateField("ccode", .cow)], time: .year("year"),
    values: [
      .number("mrgdppc", "GDP per head, 2011 international $ at PPP"),
      .number("sd_mrgdppc", "its standard deviation"),
      .number("pwtrgdp", "real GDP, million 2017 international $ at PPP"),
      .number("sd_pwtrgdp", "its standard deviation"),
      .number("pwtpop", "population, millions"), .number("sd_pwtpop", "its standard deviation"),
    ])
}
