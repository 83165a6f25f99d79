/// Why a history cannot be read off a case, worded for the person who asked for it.
public struct HistoryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of trouble, to switch on.
  public enum Code: String, Codable, Sendable {
    /// The case names no affinity series, or one that is not of pairs by day or week.
    case noAffinity
    /// No day or week of the affinity series has a known world volume.
    case noCoverage
    /// The state or pair is not in the series.
    case unknownSubject
    /// Actor effects cannot be removed for this pair.
    case noActorEffects
    /// Nothing was observed in the span.
    case noData
    /// Too few periods for what was asked.
    case tooFew
  }

  public let code: Code
  public let message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { message }
}
