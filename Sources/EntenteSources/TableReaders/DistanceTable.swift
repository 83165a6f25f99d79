import EntenteRecord

/// Least distance between two states' territories, once for a pair.
///
/// Spells of equal distance on the first of January.
public enum DistanceTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "cshapes-distance", title: "least distance", unit: .dyadSpell,
    source: "CShapes 2.0, least distances", cite: "Schvitz et al. 2022", terms: Terms.cshapes,
    states: [
      StateField("ccode1", .cow, as: "state1"), StateField("ccode2", .cow, as: "state2"),
    ], time: .years("styear", "endyear"),
    values: [.number("mindist_km", "kilometres", in: 0...20100)])
}
