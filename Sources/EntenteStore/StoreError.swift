/// A record that cannot be used or changed, for a reason that lies in the record or the machine.
///
/// What lies in an input is a `RecordError`.
public struct StoreError: Error, Sendable, CustomStringConvertible {
  /// What kind of trouble, to switch on.
  public enum Code: Sendable {
    /// There is no record, or a folder that is none.
    case notARecord
    /// A record of another version of the format.
    case version
    /// Somebody else writes to the record.
    case locked
    /// The disk is full, or may not be written to.
    case unwritable
    /// Files are missing or not what they were.
    case damaged
    /// Two records that are to be joined contradict each other.
    case conflict
    /// Rows and their account do not agree: a mistake of the program, and nothing was kept.
    case unbalanced
  }

  public let code: Code
  /// The folder or file.
  public let path: String
  public let expected: String
  public let found: String
  public let hint: String?

  public init(_ code: Code, _ path: String, expected: String, found: String, hint: String? = nil) {
    self.code = code
    self.path = path
    self.expected = expected
    self.found = found
    self.hint = hint
  }

  public var description: String {
    "\(path): expected \(expected), found \(found)" + (hint.map { "\n    hint: \($0)" } ?? "")
  }
}
