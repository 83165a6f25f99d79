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
  /// How many further faults were found and left out of `faults`.
  public let omitted: Int

  public init(_ code: Code, _ faults: [Fault], omitted: Int = 0) {
    self.code = code
    self.faults = faults
    self.omitted = omitted
  }

  /// All faults, found or left out.
  public var count: Int { faults.count + omitted }

  public var description: String {
    let lines = faults.map(\.description) + (omitted > 0 ? ["and \(omitted) more"] : [])
    return lines.joined(separator: "\n")
  }
}
