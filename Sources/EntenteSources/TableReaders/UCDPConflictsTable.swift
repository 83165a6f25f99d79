import EntenteRecord

/// Armed conflicts by year and parties, with Gleditsch-Ward numbers.
///
/// A conflict and year comes once for each supporting state; count different pairs of them. Empty:
/// side B is a rebel group.
public enum UCDPConflictsTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "ucdp-conflicts", title: "armed conflicts", unit: .event,
    source: "UCDP/PRIO Armed Conflict v25.1",
    cite: "Gleditsch et al. 2002; Davies et al. 2025", terms: Terms.ucdp,
    states: [
      StateField("gwno_a", .gleditschWard, as: "side_a", keepsUnknown: true),
      StateField(
        "gwno_a_2nd", .gleditschWard, as: "side_a_support", isOptional: true, keepsUnknown: true),
      StateField("gwno_b", .gleditschWard, as: "side_b", isOptional: true, keepsUnknown: true),
      StateField(
        "gwno_b_2nd", .gleditschWard, as: "side_b_support", isOptional: true, keepsUnknown: true),
    ], time: .year("year"),
    values: [
      .integer("conflict_id", "number of the conflict"),
      .text("incompatibility", "territory, government or both"),
      .integer("intensity_level", "1: 25 to 999 deaths in the year, 2: 1000 or more", in: 1...2),
      .text("type_of_conflict", "interstate, intrastate, II (internationalised) or extrasystemic"),
      .day("start_date", "first day of the conflict"),
      .integer("start_prec", "how well that day is known, 1 best"),
      .day("start_date2", "first day of the episode"),
      .integer("start_prec2", "how well that day is known, 1 best"),
      .integer("ep_end", "1 if the episode ends in the year", in: 0...1),
      .day("ep_end_date", "last day of the episode"),
    ], key: ["conflict_id", "year", "gwno_a", "gwno_a_2nd", "gwno_b", "gwno_b_2nd"])
}
