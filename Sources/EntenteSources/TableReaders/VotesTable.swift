import EntenteRecord

/// Votes of states in roll calls of the General Assembly; absences are not listed.
///
/// `NA` is Namibia. Where there is no code the name counts: the Federal Republic of Germany, the Yemen
/// Arab Republic. `TW` holds China's seat to 1971-10-25: before 1949-12-08 that is China.
public enum VotesTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "un-votes", title: "votes in the UN General Assembly", unit: .event,
    source: "Voeten, Data and Analyses of Voting in the UN General Assembly",
    cite: "Voeten 2013, hdl:1902.1/12379", terms: Terms.votes,
    states: [
      StateField(
        "country_code", .iso2, name: "country",
        exceptions: [StateField.Exception("TW", to: (1949, 12, 7), "CHN")])
    ], time: .dated(by: "rcid", in: "un-roll-calls"),
    values: [
      .integer("rcid", "number of the roll call"), .text("country", "name as published"),
      .text("vote", "yes, abstain or no"),
    ], key: ["rcid", "country"])
}
