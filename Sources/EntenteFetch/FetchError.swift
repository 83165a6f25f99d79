/// Why a fetch ended before its end.
public struct FetchError: Error, Sendable, CustomStringConvertible {
  public enum Code: Sendable {
    /// The address to fetch from cannot be one.
    case badBase
    /// The list cannot be had.
    case noList
    /// What was had is no list.
    case notAList
    /// Another run works in the same folder.
    case locked
    /// The folder cannot be written, or the disk has no room.
    case disk
    /// The server's certificate is not accepted.
    case untrusted
    /// File after file fails.
    case unreachable
  }

  public let code: Code
  public let description: String

  init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }
}
