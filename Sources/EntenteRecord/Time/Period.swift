/// A named stretch of the calendar: a day, week, month, quarter, half-year or year.
public struct Period: Hashable, Sendable {
  /// How long a period is.
  public enum Length: String, Codable, CaseIterable, Sendable {
    case day, week, month, quarter, half, year
  }

  public let length: Length
  public let from: Day
  public let to: Day

  public var span: Span? { Span(from: from, to: to) }

  /// Reads `2023-08-18` (a day, or the Monday of a week), `2023-08`, `2023Q3`, `2023H2` or `2023`.
  public init?(_ text: some StringProtocol, length: Length) {
    switch length {
    case .day, .week:
      guard let day = Day(text), length == .day || day.monday == day else { return nil }
      self.init(containing: day, length: length)
    case .month:
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0].count == 4, parts[1].count == 2,
        let year = Period.digits(parts[0]), let month = Period.digits(parts[1]),
        let day = Day(year: year, month: month, day: 1)
      else { return nil }
      self.init(containing: day, length: length)
    case .quarter, .half:
      let mark: Character = length == .quarter ? "Q" : "H"
      let parts = text.split(separator: mark, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0].count == 4, parts[1].count == 1,
        let year = Period.digits(parts[0]), let number = Period.digits(parts[1]), number >= 1,
        number <= (length == .quarter ? 4 : 2),
        let day = Day(
          year: year, month: (number - 1) * (length == .quarter ? 3 : 6) + 1, day: 1)
      else { return nil }
      self.init(containing: day, length: length)
    case .year:
      guard text.count == 4, let year = Period.digits(text),
        let day = Day(year: year, month: 1, day: 1)
      else { return nil }
      self.init(containing: day, length: length)
    }
  }

  /// A number written in ASCII digits alone; `Int` would take a sign as well.
  private static func digits(_ text: some StringProtocol) -> Int? {
    text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } ? Int(text) : nil
  }

  /// The period of this length that holds `day`.
  public init(containing day: Day, length: Length) {
    self.length = length
    let (year, month, _) = day.civil
    func first(_ month: Int) -> Day {
      // Months past December roll into the next year.
      Day.civil(
        year: month > 12 ? year + 1 : year, month: month > 12 ? month - 12 : month, day: 1)
    }
    switch length {
    case .day:
      from = day
      to = day
    case .week:
      from = day.monday
      to = day.monday.adding(days: 6)
    case .month:
      from = first(month)
      to = first(month + 1).adding(days: -1)
    case .quarter:
      let start = (month - 1) / 3 * 3 + 1
      from = first(start)
      to = first(start + 3).adding(days: -1)
    case .half:
      let start = month <= 6 ? 1 : 7
      from = first(start)
      to = first(start + 6).adding(days: -1)
    case .year:
      from = first(1)
      to = first(13).adding(days: -1)
    }
  }

  /// The period that follows.
  public var next: Period { Period(containing: to.adding(days: 1), length: length) }

  /// All periods of a length that overlap a span, in order.
  public static func covering(_ span: Span, by length: Length) -> [Period] {
    var periods = [Period(containing: span.from, length: length)]
    while let last = periods.last, last.to < span.to { periods.append(last.next) }
    return periods
  }
}

extension Period: Comparable, CustomStringConvertible {
  public static func < (left: Period, right: Period) -> Bool { left.from < right.from }

  /// As it is written in a case: `2023-08-18`, `2023-08`, `2023Q3`, `2023H2`, `2023`.
  public var description: String {
    let (_, month, _) = from.civil
    switch length {
    case .day, .week: return from.description
    case .month: return String(from.description.prefix(7))
    case .quarter: return "\(from.description.prefix(4))Q\((month - 1) / 3 + 1)"
    case .half: return "\(from.description.prefix(4))H\(month <= 6 ? 1 : 2)"
    case .year: return String(from.description.prefix(4))
    }
  }
}
