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
  public static let caveat =
    "CINC counts population and steel as much as spending: name the top pole and its component "
    + "shares before speaking of polarity."

  public static func value(
    of subject: Subject?, in period: Span, _ context: MeasureContext
  ) throws(StructureError) -> Measurement {
    guard subject == nil else {
      throw StructureError(
        .wrongSubject, "\(name) is of a group of states, not of \(subject?.description ?? "one")")
    }
    let states = try context.members()
    return try Capabilities(states, in: period, of: context.record)
      .measurement("HHI", Concentration.herfindahl)
  }
}
