import EntenteRecord

/// How many intergovernmental organisations two states are full members of, once for a pair.
public enum IGODyadsTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "cow-igo-dyads", title: "shared memberships of organisations", unit: .dyadYear,
    source: "Correlates of War, Intergovernmental Organizations v3", cite: "Pevehouse et al. 2020",
    terms: Terms.cow,
    states: [
      StateField("ccode1", .cow, as: "state1"), StateField("ccode2", .cow, as: "state2"),
    ], time: .year("year"),
    values: [.integer("dyadigos", "organisations in which both are full members", as: "shared")])
}
