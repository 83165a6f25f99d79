import EntenteRecord

/// Resolutions that were voted again.
public enum RepeatedResolutionsTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "un-repeated-resolutions", title: "resolutions voted again", unit: .reference,
    source: "Bailey, Strezhnev and Voeten, matches of resolutions",
    cite: "Bailey, Strezhnev and Voeten 2017", terms: "MIT",
    values: [.integer("rcid1", "roll call"), .integer("rcid2", "roll call")],
    key: ["rcid1", "rcid2"])
}
