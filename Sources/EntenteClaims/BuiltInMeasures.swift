public import EntenteHistory
import EntenteNumerics
public import EntenteRecord
public import EntenteStructure

/// The measures of structure by name, as claims and briefs ask for them.
public enum BuiltInMeasures {
  public static var names: [String] { MeasureCatalog.names }

  /// Whether a measure comes from the weekly series, and so depends on how weeks are drawn.
  static func isSampled(_ name: String) -> Bool { name.hasPrefix("hub.") }

  /// A measure in a period, with what must be said beside it.
  public static func measurement(
    _ name: String, of subject: Subject?, in span: Span, under settings: Settings = Settings(),
    _ analysis: CaseAnalysis
  ) throws(HistoryError) -> Measurement {
    guard let measure = MeasureCatalog.named(name) else {
      throw HistoryError(.unknownSubject, "there is no measure \(name)")
    }
    let context = MeasureContext(
      of: analysis.subject, panel: analysis.panel,
      options: analysis.structureOptions(under: settings))
    do {
      return try measure.value(of: subject, in: span, context)
    } catch {
      throw HistoryError(.noData, error.message)
    }
  }

  static func value(
    _ name: String, of subject: Subject?, in span: Span, under settings: Settings,
    _ analysis: CaseAnalysis
  ) throws(HistoryError) -> Estimate {
    try measurement(name, of: subject, in: span, under: settings, analysis).estimate
  }
}
