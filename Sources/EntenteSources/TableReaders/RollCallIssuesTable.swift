import EntenteRecord

/// What roll calls are about; one may have none or several.
public enum RollCallIssuesTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "un-roll-call-issues", title: "issues of UN roll calls", unit: .event,
    source: "Voeten, Data and Analyses of Voting in the UN General Assembly",
    cite: "Voeten 2013, hdl:1902.1/12379", terms: Terms.votes,
    time: .dated(by: "rcid", in: "un-roll-calls"),
    values: [
      .integer("rcid", "number of the roll call"),
      .text("short_name", "me, nu, di, co, hr or ec", as: "code"),
      .text("issue", "the issue in words"),
    ], key: ["rcid", "code"])
}
