public import EntenteRecord

/// Concentration of capabilities among the states, as a Herfindahl index.
///
/// Formula: `Σ s²`, s = CINC share among the states.
/// Missing data: the last year of the period in which every state has a value.
public enum HerfindahlPolarity: Measure {
  public static let name = "polarity.hhi"
  public static let title = "Concentration of capabilities (HHI)"
  public static let formula = "Σ s², s = CINC divided by its sum over the states"
  public static let reference = "Hirschman 1945; Mansfield 1993"
  public static let caveat = Capabilities.caveat

  public static func value(
    of subject: Subject?, in period: Span, _ context: MeasureContext
  ) throws(StructureError) -> Measurement {
    try Capabilities.measurement(
      "HHI", of: subject, in: period, context, measure: name,
      Concentration.herfindahl)
  }
}
