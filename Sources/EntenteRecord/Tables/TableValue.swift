/// A cell of a table in the record.
public enum TableValue: Hashable, Sendable {
  /// What the source leaves out.
  case none
  case integer(Int)
  /// Finite, and never the negative zero.
  case number(Double)
  case text(String)
  case day(Day)

  /// A finite number; nothing for any other.
  public init(_ value: Double) { self = value.isFinite ? .number(value + 0) : .none }

  /// The value as a number, for both kinds of number.
  public var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .none, .text, .day: nil
    }
  }

  /// A whole number.
  public var int: Int? { if case .integer(let value) = self { value } else { nil } }

  public var text: String? { if case .text(let value) = self { value } else { nil } }

  public var day: Day? { if case .day(let value) = self { value } else { nil } }

  /// As it is written in a CSV, before quoting: the shortest decimal that reads back as the same.
  public var description: String {
    switch self {
    case .none: ""
    case .integer(let value): String(value)
    case .number(let value):
      value.description.hasSuffix(".0") ? String(value.description.dropLast(2)) : value.description
    case .text(let value): value
    case .day(let value): value.description
    }
  }
}
