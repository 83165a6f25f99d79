import EntenteRecord

/// How directly two states touch, both directions; not an ordered scale.
///
/// Dates are right to the month, and their day means nothing.
public enum ContiguityTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "cow-contiguity", title: "direct contiguity", unit: .directedDyadSpell,
    source: "Correlates of War, Direct Contiguity v3.2", cite: "Stinnett et al. 2002",
    terms: Terms.cow,
    states: [
      StateField("ccode1", .cow, as: "state1"), StateField("ccode2", .cow, as: "state2"),
    ], time: .days("stdate", "enddate"),
    values: [
      .integer(
        "conttype", "1 land, 2 up to 12 miles of water, 3 to 24, 4 to 150, 5 to 400, 0 none",
        in: 0...5)
    ])
}
