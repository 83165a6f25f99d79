import EntenteRecord
import Testing

struct TimeTests {
  /// Every day from 1583 to 2400.
  static let days = (-141_428...157_053).map { Day(number: Int32($0)) }

  @Test func `a day is what its text says, and the next day follows`() {
    var before: (year: Int, month: Int, day: Int)?
    for day in TimeTests.days {
      let (year, month, date) = day.civil
      if Day(year: year, month: month, day: date) != day { Issue.record("\(day)") }
      if Day(day.description) != day { Issue.record("\(day)") }
      if let before, !(date == before.day + 1 || date == 1 && (month != before.month)) {
        Issue.record("\(day) follows \(before)")
      }
      before = (year, month, date)
    }
  }

  @Test func `mondays are seven days apart and never later`() {
    for day in TimeTests.days {
      let monday = day.monday
      let back = day.days(since: monday)
      if !(0...6).contains(back) || monday.monday != monday { Issue.record("\(day)") }
    }
    #expect(Day("2023-08-18")?.monday == Day("2023-08-14"))
    #expect(Day("1969-12-31")?.monday == Day("1969-12-29"))
  }

  @Test(arguments: [(1900, false), (2000, true), (2023, false), (2024, true), (2100, false)])
  func `February has 29 days in leap years alone`(year: Int, isLeap: Bool) {
    #expect((Day(year: year, month: 2, day: 29) != nil) == isLeap)
  }

  @Test(arguments: [
    "", "2023-8-18", "2023-08-32", "2023-13-01", "0000-01-01", "+023-08-18", "2023/08/18",
    "2023-08-18 ", "２０２３-08-18", "20230818",
  ])
  func `other texts are no day`(text: String) { #expect(Day(text) == nil) }

  @Test(arguments: Period.Length.allCases)
  func `periods tile the calendar and read back`(length: Period.Length) {
    for day in TimeTests.days where day.number % 13 == 0 {
      let period = Period(containing: day, length: length)
      if !(period.from <= day && day <= period.to) { Issue.record("\(day)") }
      if period.next.from != period.to.adding(days: 1) { Issue.record("\(period) next") }
      if Period(period.description, length: length) != period { Issue.record("\(period) text") }
    }
  }

  @Test(arguments: Period.Length.allCases)
  func `periods that cover a span leave no gap`(length: Period.Length) throws {
    for offset in 0..<40 {
      let from = try #require(Day("2019-12-20")).adding(days: offset)
      let span = try #require(Span(from: from, to: from.adding(days: offset * 17)))
      let periods = Period.covering(span, by: length)
      #expect(periods.first.map { $0.from <= span.from && span.from <= $0.to } == true)
      #expect(periods.last.map { $0.from <= span.to && span.to <= $0.to } == true)
      #expect(zip(periods, periods.dropFirst()).allSatisfy { $0.next == $1 })
    }
  }

  @Test func `the last year that can be written ends`() throws {
    let last = try #require(Day("9999-12-31"))
    for length in Period.Length.allCases where length != .week {
      let span = try #require(Span(from: last, to: last))
      #expect(Period.covering(span, by: length).count == 1)
    }
  }

  @Test(arguments: [
    ("2023-+1", Period.Length.month), ("2023-1", .month), ("2023Q5", .quarter),
    ("2023Q0", .quarter),
    ("2023Q+1", .quarter), ("2023H3", .half), ("+202", .year), ("23", .year), ("2023-08-18", .week),
  ])
  func `other texts are no period`(text: String, length: Period.Length) {
    #expect(Period(text, length: length) == nil)
  }

  @Test func `spans share days only where both hold`() throws {
    let start = try #require(Day("2020-01-01"))
    for a in 0..<12 {
      for b in 0..<12 {
        let left = try #require(Span(from: start, to: start.adding(days: a)))
        let right = try #require(Span(from: start.adding(days: b), to: start.adding(days: b + 4)))
        let shared = (0..<30).filter {
          left.contains(start.adding(days: $0)) && right.contains(start.adding(days: $0))
        }
        #expect((left.intersection(right)?.days ?? 0) == shared.count)
      }
    }
    #expect(Span(from: start.adding(days: 1), to: start) == nil)
  }
}
