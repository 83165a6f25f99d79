/// Why a structure cannot be measured, worded for the person who asked for it.
public struct StructureError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of trouble, to switch on.
  public enum Code: String, Codable, Sendable {
    /// The case holds nothing to measure it on.
    case notAvailable
    /// Too few weeks or states.
    case tooFew
    /// More states than can be enumerated: the answer would not be exact.
    case tooLarge
    /// The subject or group is not one that the measure has.
    case wrongSubject
  }

  public let code: Code
  public let message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { message }
}
