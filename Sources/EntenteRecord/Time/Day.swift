/// A calendar day, as days since 1970-01-01 in the proleptic Gregorian calendar.
///
/// Kept as an integer because dates stand in every inner loop and formatting through a calendar
/// costs a hundred microseconds each.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public let number: Int32

  public init(number: Int32) { self.number = number }

  /// The day of a year, month (1...12) and day of the month, or nil if there is none.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self = Day.civil(year: year, month: month, day: day)
  }

  /// The day of a date that is known to exist, also past the years that can be written.
  static func civil(year: Int, month: Int, day: Int) -> Day {
    // Days from civil: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Day(number: Int32(era * 146_097 + dayOfEra - 719_468))
  }

  /// Reads `2023-08-18`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45 else { return nil }
    func value(_ range: Range<Int>) -> Int? {
      var total = 0
      for byte in bytes[range] {
        guard byte >= 48, byte <= 57 else { return nil }
        total = total * 10 + Int(byte - 48)
      }
      return total
    }
    guard let year = value(0..<4), let month = value(5..<7), let day = value(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Year, month and day of the month.
  public var civil: (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1)
  }

  /// The Monday of this day's ISO week.
  public var monday: Day {
    // 1970-01-01 was a Thursday.
    let shifted = (Int(number) + 3) % 7
    return Day(number: number - Int32(shifted < 0 ? shifted + 7 : shifted))
  }

  public func adding(days: Int) -> Day { Day(number: number + Int32(days)) }

  /// Whole days from `other` to this day.
  public func days(since other: Day) -> Int { Int(number) - Int(other.number) }

  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day: CustomStringConvertible {
  /// `2023-08-18`.
  public var description: String {
    let (year, month, day) = civil
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let digits = String(year)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    return zeros + digits + "-\(two(month))-\(two(day))"
  }

  /// `18 Aug 2023`.
  public var text: String {
    let (year, month, day) = civil
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return "\(day) \(names[month - 1]) \(year)"
  }
}

extension Day: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected a date like 2023-08-18, found \(text)")
    }
    self = day
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
