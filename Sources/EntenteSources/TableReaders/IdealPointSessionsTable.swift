import EntenteRecord

/// Ideal points of states by session of the General Assembly.
public enum IdealPointSessionsTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "un-ideal-points-sessions", title: "UN ideal points by session", unit: .stateYear,
    source: "Bailey, Strezhnev and Voeten, ideal points, April 2020",
    cite: "Bailey, Strezhnev and Voeten 2017", terms: "MIT",
    states: [StateField("ccode", .cow)], time: .session("session"),
    values: [
      .integer("NVotes", "votes cast", as: "votes"),
      .number("IdealPoint", "posterior mean", as: "ideal_point"),
      .number("QO%", "quantile of the posterior, lowest", as: "q0"),
      .number("Q5%", "quantile of the posterior, 5%", as: "q5"),
      .number("Q10%", "quantile of the posterior, 10%", as: "q10"),
      .number("Q50%", "quantile of the posterior, 50%", as: "q50"),
      .number("Q90%", "quantile of the posterior, 90%", as: "q90"),
      .number("Q95%", "quantile of the posterior, 95%", as: "q95"),
      .number("Q100%", "quantile of the posterior, highest", as: "q100"),
      .text("iso3c", "ISO code as published", as: "iso3"),
      .text("Countryname", "name as published", as: "name"),
    ])
}
