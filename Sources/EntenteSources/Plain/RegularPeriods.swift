import EntenteRecord

/// Places dates or whole numbers on a regular grid of periods.
struct RegularPeriods {
  /// Where each distinct time stands.
  let index: [Int: Int]
  let count: Int

  /// A time as a number: a day, or a whole number.
  static func number(_ text: String) -> Int? {
    if let day = Day(text) { return Int(day.number) }
    for length in [Period.Length.month, .quarter, .half] {
      if let period = Period(text, length: length) { return Int(period.from.number) }
    }
    return Int(text)
  }

  /// Nil if more than half of the periods between the first and the last would be empty.
  ///
  /// Days that all fall on one day of the month are months, so that quarters and years are regular;
  /// others count in days. The period is the greatest common divisor of the distances.
  init?(_ times: Set<Int>, areDates: Bool) {
    let sorted = times.sorted()
    guard let first = sorted.first else { return nil }
    var units = sorted
    if areDates {
      let civil = sorted.map { Day(number: Int32(clamping: $0)).civil }
      if Set(civil.map(\.day)).count == 1, sorted.count > 2 {
        units = civil.map { $0.year * 12 + $0.month }
      }
    }
    let start = units[0]
    let step = max(1, units.reduce(0) { Self.divisor($0, $1 - start) })
    let last = (units[units.count - 1] - start) / step
    guard last + 1 <= 2 * sorted.count else { return nil }
    var index: [Int: Int] = [first: 0]
    for (time, unit) in zip(sorted, units) { index[time] = (unit - start) / step }
    self.index = index
    count = last + 1
  }

  private static func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }
}
