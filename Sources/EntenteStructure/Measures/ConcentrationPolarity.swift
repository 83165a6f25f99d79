public import EntenteRecord

/// Ray and Singer's concentration of capabilities.
///
/// Formula: `√[(Σ s² − 1/N)/(1 − 1/N)]`, s = CINC share among the states.
/// Missing data: the last year of the period in which every state has a value.
public enum ConcentrationPolarity: Measure {
  public static let name = "polarity.con"
  public static let title = "Concentration of capabilities (CON)"
  public static let formula =
    "√[(Σ s² − 1/N)/(1 − 1/N)], s = CINC divided by its sum over the states"
  public static let reference = "Ray & Singer 1973"
  public static let caveat =
    Capabilities.caveat + " CON falls with N by construction: read HHI beside it."

  public static func value(
    of subject: Subject?, in period: Span, _ context: MeasureContext
  ) throws(StructureError) -> Measurement {
    try Capabilities.measurement(
      "CON", of: subject, in: period, context, measure: name,
      Concentration.rayAndSinger)
  }
}
