import EntenteRecord

/// Deliveries of major arms.
///
/// An empty supplier is not known. The shared file is an excerpt that must not grow.
public enum SIPRIArmsTable: TableReader {
  public static let descriptor = TableDescriptor(
    name: "sipri-arms", title: "deliveries of major arms", unit: .directedDyadYear,
    source: "SIPRI Arms Transfers Database, (c) SIPRI", cite: "SIPRI, https://www.sipri.org",
    terms: Terms.sipri,
    states: [
      StateField("supplier", .iso3, as: "supplier", code: "supplier_code", isOptional: true),
      StateField("recipient", .iso3, as: "recipient", code: "recipient_code"),
    ], time: .year("year"),
    values: [
      .number("tiv", "trend-indicator value, millions", in: 0...1e6),
      .integer("records", "rows of the register that were summed"),
    ])
}
