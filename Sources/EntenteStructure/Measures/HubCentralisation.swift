public import EntenteRecord

/// How far a group's dealings run through its busiest member.
///
/// Formula: `Σ_i (max d − d_i) / ((n−1)(n−2))`, `d_i = Σ_j w_ij / max w`, w = mean weekly |sum|.
/// Edge cases: one busy pair moves it, because every weight is divided by the largest; the interval
/// may then lie off the estimate.
public enum HubCentralisation: Measure {
  public static let name = "hub.centralisation"
  public static let title = "Centralisation of a group's dealings"
  public static let formula = "Σ (max d − d_i)/((n−1)(n−2)), d_i = Σ_j w_ij / max w"
  public static let reference = "Freeman 1978; weighted as in docs/measuring.md"
  public static let caveat = Hub.caveat

  public static func value(
    of subject: Subject?, in period: Span, _ context: MeasureContext
  ) throws(StructureError) -> Measurement {
    let hub = try Hub(subject, in: period, context)
    return try hub.measurement("centralisation", context) {
      HubStatistics.centralisation(hub.pairs($0), count: hub.members.count)
    }
  }
}
