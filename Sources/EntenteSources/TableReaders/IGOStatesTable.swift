import EntenteRecord

/// How many intergovernmental organisations a state belongs to.
public enum IGOStatesTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "cow-igo-states", title: "memberships of organisations", unit: .stateYear,
    source: "Correlates of War, Intergovernmental Organizations v3", cite: "Pevehouse et al. 2020",
    terms: Terms.cow, states: [StateField("ccode", .cow)], time: .year("year"),
    values: [
      .integer("sum_igo_full", "as a full member", as: "full"),
      .integer("sum_igo_associate", "as an associate", as: "associate"),
      .integer("sum_igo_observer", "as an observer", as: "observer"),
      .integer("sum_igo_anytype", "of any kind", as: "any"),
    ])
}
