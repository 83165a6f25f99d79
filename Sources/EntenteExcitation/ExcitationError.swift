/// Why event times or series cannot be analysed.
public struct ExcitationError: Error, Sendable, Hashable, Codable, CustomStringConvertible {
  public enum Code: String, Sendable, Hashable, Codable {
    /// No events, or too few periods for the lags asked for.
    case tooFew
    /// The window of observation is empty, or an event lies outside it.
    case badWindow
    /// An option outside its range, or two that exclude each other.
    case badOption
    /// Each event raises one further event or more on average: the process has no end.
    case explosive
    /// A covariate or a series that does not vary, or values that are not finite.
    case degenerate
  }

  public let code: Code
  /// What was found, and what to do about it.
  public let detail: String

  public init(_ code: Code, _ detail: String) {
    self.code = code
    self.detail = detail
  }

  public var description: String { detail }
}
