/// An input that cannot be used, with every fault that was found in it.
public struct RecordError: Error, Sendable, CustomStringConvertible {
  /// What kind of trouble, to switch on.
  public enum Code: Sendable {
    /// A file or folder is missing or cannot be read.
    case unreadable
    /// The input was read, and some of it is wrong.
    case invalid
  }

  public let code: Code
  public let faults: [Fault]

  public init(_ code: Code, _ faults: [Fault]) {
    self.code = code
    self.faults = faults
  }

  public var description: String {
    faults.map(\.description).joined(separator: "\n")
  }
}
