public import EntenteRecord

/// A quarter of an hour in UTC: the step at which GDELT 2.0 publishes.
///
/// Kept as the number of quarters since 1970-01-01 00:00, so that a window is a range of integers
/// and a hole in it a missing integer.
public struct QuarterHour: Hashable, Comparable, Sendable {
  /// Quarters of an hour since 1970-01-01 00:00 UTC.
  public let number: Int

  public static let perDay = 96

  public init(number: Int) { self.number = number }

  /// The first quarter of a day.
  public init(startOf day: Day) { self.number = Int(day.number) * Self.perDay }

  /// Reads the fourteen digits of a file's name, `20150218230000`; nil off the quarter.
  package init?(stamp: some Collection<UInt8>) {
    guard stamp.count == 14 else { return nil }
    var digits: [Int] = []
    for byte in stamp {
      guard byte >= 48, byte <= 57 else { return nil }
      digits.append(Int(byte) - 48)
    }
    func value(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    guard let day = Day(year: value(0..<4), month: value(4..<6), day: value(6..<8)) else {
      return nil
    }
    let (hour, minute, second) = (value(8..<10), value(10..<12), value(12..<14))
    guard hour < 24, minute < 60, minute % 15 == 0, second == 0 else { return nil }
    self.number = Int(day.number) * Self.perDay + hour * 4 + minute / 15
  }

  public var day: Day {
    Day(number: Int32((number >= 0 ? number : number - Self.perDay + 1) / Self.perDay))
  }

  public func advanced(by steps: Int) -> QuarterHour { QuarterHour(number: number + steps) }

  public static func < (left: QuarterHour, right: QuarterHour) -> Bool {
    left.number < right.number
  }
}

extension QuarterHour: CustomStringConvertible {
  /// `2015-02-18 23:00`, in UTC.
  public var description: String {
    let quarter = number - Int(day.number) * Self.perDay
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return "\(day) \(two(quarter / 4)):\(two(quarter % 4 * 15))"
  }
}

extension QuarterHour: Encodable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
