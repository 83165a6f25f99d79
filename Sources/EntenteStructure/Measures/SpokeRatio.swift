public import EntenteRecord

/// How much the spokes deal with each other, compared with the hub.
///
/// Formula: mean w over pairs of spokes / mean w over pairs of hub and spoke, w = mean weekly |sum|.
public enum SpokeRatio: Measure {
  public static let name = "hub.spoke-ratio"
  public static let title = "Dealings among spokes over dealings with the hub"
  public static let formula = "mean w(spoke, spoke) / mean w(hub, spoke)"
  public static let reference = "after Cha 2010; Entente's own construction"
  public static let caveat = Hub.caveat

  public static func value(
    of subject: Subject?, in period: Span, _ context: MeasureContext
  ) throws(StructureError) -> Measurement {
    let hub = try Hub(subject, in: period, context)
    return try hub.measurement("spoke ratio", context) {
      HubStatistics.spokeRatio(hub.pairs($0), hub: hub.centre)
    }
  }
}
