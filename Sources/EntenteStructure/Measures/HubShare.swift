public import EntenteRecord

/// The share of a group's dealings that the hub takes part in.
///
/// Formula: `Σ_j w_hub,j / Σ_i<j w_ij`, w = mean weekly |sum|. Equals among n states give 2/n.
public enum HubShare: Measure {
  public static let name = "hub.us-share"
  public static let title = "The hub's share of a group's dealings"
  public static let formula = "Σ_j w(hub, j) / Σ w; 2/n if all pairs deal alike"
  public static let reference = "Entente's own construction"
  public static let caveat = Hub.caveat

  public static func value(
    of subject: Subject?, in period: Span, _ context: MeasureContext
  ) throws(StructureError) -> Measurement {
    let hub = try Hub(subject, in: period, context)
    return try hub.measurement("share of \(hub.hub)", context) {
      HubStatistics.share(hub.pairs($0), hub: hub.centre)
    }
  }
}
