public import EntenteNumerics
public import EntenteRecord

/// The mean of a series over a span.
public struct Level: Hashable, Codable, Sendable {
  public let estimate: Estimate
  public let span: Span
  /// Periods with a value.
  public let periods: Int
  /// Share of the span's periods without a value.
  public let missingShare: Double
}
