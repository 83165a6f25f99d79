import EntenteRecord

/// Alliances of states, both directions, in years with one.
///
/// Some rows have all five flags 0.
public enum ATOPTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "atop", title: "alliances", unit: .directedDyadYear,
    source: "ATOP v5.1", cite: "Leeds, Ritter, Mitchell and Long 2002", terms: Terms.cow,
    states: [
      StateField("ccode1", .cow, as: "state1"), StateField("ccode2", .cow, as: "state2"),
    ], time: .year("year"),
    values: [
      .flag("atop_defense", "1 if the first promises the second to defend it", as: "defense"),
      .flag("atop_offense", "1 if it promises to attack with it", as: "offense"),
      .flag("atop_neutral", "1 if it promises to stay neutral", as: "neutrality"),
      .flag("atop_nonagg", "1 if it promises not to attack", as: "nonaggression"),
      .flag("atop_consul", "1 if it promises to consult", as: "consultation"),
    ])
}
