/// A row that an import could not use, and why.
public struct Rejection: Hashable, Sendable {
  /// Why, in a word.
  public enum Reason: String, CaseIterable, Sendable, Codable, CodingKeyRepresentable {
    /// Wrong number of columns.
    case columns
    /// No date, or a day that the calendar does not have.
    case date
    /// No CAMEO code, or text that is none.
    case code
    /// Not a PLOVER type or mode.
    case type
    /// Text where a number was expected, or a number out of range.
    case number
    /// Bytes that are no text.
    case encoding
    /// A line longer than any row can be.
    case length
    /// An actor or place that cannot be told from another.
    case actor
    /// An entity or relation that the files beside it do not list.
    case reference
    /// A row that says something else than another with the same key.
    case conflict
  }

  /// Line of the file, from 1.
  public let line: Int
  /// Name of the column; `row` where it is the row as a whole.
  public let field: String
  public let reason: Reason
  /// What stood there, quoted and cut at 60 characters.
  public let found: String

  /// Quotes and cuts `found`.
  public init(line: Int, field: String, reason: Reason, found: some StringProtocol) {
    self.line = line
    self.field = field
    self.reason = reason
    self.found = Fault.quoted(found)
  }
}
