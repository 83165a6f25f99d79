public import EntenteRecord

/// How many equal powers would be as concentrated.
///
/// Formula: `1 / Σ s²`, s = CINC share among the states.
/// Missing data: the last year of the period in which every state has a value.
public enum EffectivePoles: Measure {
  public static let name = "polarity.effective-poles"
  public static let title = "Effective number of poles"
  public static let formula = "1 / Σ s², s = CINC divided by its sum over the states"
  public static let reference = "Laakso & Taagepera 1979"
  public static let caveat = Capabilities.caveat

  public static func value(
    of subject: Subject?, in period: Span, _ context: MeasureContext
  ) throws(StructureError) -> Measurement {
    try Capabilities.measurement(
      "effective poles", of: subject, in: period, context, measure: name,
      Concentration.effectivePoles)
  }
}
