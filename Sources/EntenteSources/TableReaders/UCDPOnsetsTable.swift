import EntenteRecord

/// Onsets of internal conflict by state and year, with Gleditsch-Ward numbers.
public enum UCDPOnsetsTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "ucdp-onsets", title: "onsets of internal conflict", unit: .stateYear,
    source: "UCDP Onset v19.1", cite: "Pettersson, Högbladh and Öberg 2019", terms: Terms.ucdp,
    states: [StateField("gwcode", .gleditschWard)], time: .year("year"),
    values: [
      .integer("sumnewconf", "new conflicts", as: "new_conflicts"),
      .integer("sumonset1", "new episodes after 1 year of quiet", as: "onset_1"),
      .integer("sumonset2", "new episodes after 2 years of quiet", as: "onset_2"),
      .integer("sumonset3", "new episodes after 3 years of quiet", as: "onset_3"),
      .integer("sumonset5", "new episodes after 5 years of quiet", as: "onset_5"),
      .integer("sumonset10", "new episodes after 10 years of quiet", as: "onset_10"),
    ])
}
