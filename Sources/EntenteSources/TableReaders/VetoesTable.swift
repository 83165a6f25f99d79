import EntenteRecord

/// Vetoes in the Security Council: one row for each draft and vetoing member.
///
/// Drafts that were voted in parts come again, and are numbered.
public enum VetoesTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "sc-vetoes", title: "vetoes in the UN Security Council", unit: .event,
    source: "Yordan, from the Dag Hammarskjold Library's list, to July 2022; then a public list",
    cite: "Yordan 2022; Dag Hammarskjold Library",
    terms: "MIT to July 2022; later rows (origin B) were not checked against the Library's",
    states: [StateField("vetoing", .iso3, code: "vetoing_code")], time: .day("date"),
    values: [
      .text("draft", "UN symbol of the draft"), .text("topic", "topic as published"),
      .text("origin", "A or B"),
    ], key: ["date", "draft", "vetoing_code", "topic"], part: "part")
}
