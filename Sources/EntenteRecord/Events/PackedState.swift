/// A state's code in two bytes, as the columns of a record hold it.
///
/// Zero says that there is no state: no actor, or one that is no state. Otherwise the value is
/// `1 + (26 a + b) 26 + c` of the three letters, A = 0. So it needs no table to be read, means the
/// same in every record, and sorts as the letters do.
public struct PackedState: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible
{
  public let rawValue: UInt16

  @inlinable
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// No state.
  public static let none = PackedState(rawValue: 0)
  /// How many values there are: every three letters, and none.
  public static let count = 26 * 26 * 26 + 1

  public init(_ code: ActorCode) {
    rawValue = 1 + code.text.utf8.reduce(0) { $0 * 26 + UInt16($1 - 65) }
  }

  /// Reads three upper-case letters; nil for anything else.
  @inlinable
  public init?(letters a: UInt8, _ b: UInt8, _ c: UInt8) {
    let (a, b, c) = (a &- 65, b &- 65, c &- 65)
    guard a < 26, b < 26, c < 26 else { return nil }
    rawValue = 1 + (UInt16(a) * 26 + UInt16(b)) * 26 + UInt16(c)
  }

  /// Nil where there is no state, or where the value is none that a state has.
  public var code: ActorCode? {
    guard rawValue > 0, Int(rawValue) < PackedState.count else { return nil }
    let value = rawValue - 1
    let letters = [value / 676, value / 26 % 26, value % 26].map { UInt8($0) + 65 }
    return ActorCode(String(decoding: letters, as: UTF8.self))
  }

  /// The three letters, or nothing.
  public var description: String { code?.text ?? "" }

  @inlinable
  public static func < (left: PackedState, right: PackedState) -> Bool {
    left.rawValue < right.rawValue
  }
}
