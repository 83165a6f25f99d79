import EntenteRecord

/// Ideal points of states by calendar year, on three sets of votes.
public enum IdealPointsTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "un-ideal-points", title: "UN ideal points by year", unit: .stateYear,
    source: "Voeten, ideal points, 28 July 2025",
    cite: "Bailey, Strezhnev and Voeten 2017; Fjelstul, Hug and Kilby 2025",
    terms: "cite the authors", states: [StateField("ccode", .cow)], time: .year("year"),
    values: [
      .text("iso3c", "ISO code as published", as: "iso3"),
      .text("countryname", "name as published", as: "name"),
      .number("idealpointfp", "posterior mean, votes on final passage", as: "final_passage"),
      .number("idealpointall", "posterior mean, all votes", as: "all_votes"),
      .number("idealpointlegacy", "posterior mean by session", as: "legacy"),
      .integer("nvotesfp", "votes used, final passage"), .integer("nvotesall", "votes used, all"),
      .integer("nvoteslegacy", "votes used, by session"),
      .number("q5fp", "5% quantile of that of final passage"),
      .number("q10fp", "10% quantile of that of final passage"),
      .number("q50fp", "50% quantile of that of final passage"),
      .number("q90fp", "90% quantile of that of final passage"),
      .number("q95fp", "95% quantile of that of final passage"),
      .number("q100fp", "100% quantile of that of final passage"),
      .number("q5all", "5% quantile of that of all votes"),
      .number("q10all", "10% quantile of that of all votes"),
      .number("q50all", "50% quantile of that of all votes"),
      .number("q90all", "90% quantile of that of all votes"),
      .number("q95all", "95% quantile of that of all votes"),
      .number("q100all", "100% quantile of that of all votes"),
    ])
}
