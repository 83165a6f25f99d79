/// Why a series cannot be dated.
public struct DatingError: Error, Sendable, Hashable, Codable, CustomStringConvertible {
  public enum Code: String, Sendable, Hashable, Codable {
    /// Fewer weeks than two segments and the noise estimate need.
    case tooShort
    /// More values than the search asked for can take in reasonable time.
    case tooLong
    /// The same value every week, or so few others that the noise cannot be estimated.
    case constant
    /// A value that is not a finite number.
    case notFinite
    /// A value that the cost has no meaning for, as a count of −1.
    case badValue
    /// An option outside its range.
    case badOption
  }

  public let code: Code
  /// What was found, and what is needed.
  public let detail: String

  public init(_ code: Code, _ detail: String) {
    self.code = code
    self.detail = detail
  }

  public var description: String { "cannot date this series: \(detail)" }
}
