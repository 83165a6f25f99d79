import EntenteHistory
import EntenteNumerics
import EntenteRecord
import Testing

@Suite struct `Series history` {
  func span(_ from: String, _ to: String) throws -> Span {
    let first = try #require(Day(from))
    let last = try #require(Day(to))
    return try #require(Span(from: first, to: last))
  }

  func history(
    _ kind: SeriesDeclaration.Kind, _ length: Period.Length, from text: String,
    _ values: [Double?], n: Double? = nil, margin: Double? = nil
  ) throws -> SeriesHistory {
    var period = try #require(Period(text, length: length))
    var observations: [Series.Observation] = []
    for value in values {
      if let value {
        observations.append(
          Series.Observation(period: period, value: value, n: n, margin: margin))
      }
      period = period.next
    }
    let subject = try #require(Subject("KOR"))
    return SeriesHistory(
      Series(
        declaration: Synthetic.declaration("test", .state, length, kind),
        observations: [subject: observations]))
  }

  @Test func `missing months are counted and not filled`() throws {
    let kor = try #require(Subject("KOR"))
    let history = try history(.mean, .month, from: "2020-01", [1, nil, 3, 4, nil, 2, 2, 6])
    let level = try history.level(of: kor, in: span("2020-01-01", "2020-08-31"))
    #expect(level.periods == 6)
    #expect(level.estimate.value == 3)
    #expect(abs(level.missingShare - 0.25) < 1e-12)
    let low = try #require(level.estimate.low)
    let high = try #require(level.estimate.high)
    #expect(low < 3 && 3 < high)
    // The month whose middle lies outside the span is left out.
    let cut = try history.level(of: kor, in: span("2020-01-20", "2020-04-10"))
    #expect(cut.periods == 1 && cut.estimate.value == 3)
  }

  @Test func `few periods get no bootstrap`() throws {
    let kor = try #require(Subject("KOR"))
    let history = try history(.level, .year, from: "2010", [1, 2, 3, 4, 5, 6, 7, 9])
    let early = try span("2010-01-01", "2013-12-31")
    let late = try span("2014-01-01", "2017-12-31")
    let change = try history.change(of: kor, before: early, after: late)
    #expect(change.difference.value == 4.25)
    #expect(change.difference.low == nil && change.difference.n == 8)
    #expect(change.difference.method.contains("too few"))
    #expect(change.ratio == nil)
    #expect(try history.level(of: kor, in: early).estimate.low == nil)
    #expect(try history.trend(of: kor, in: early).low == nil)
  }

  @Test func `few counts are compared exactly`() throws {
    let kor = try #require(Subject("KOR"))
    let history = try history(.count, .year, from: "2018", [4, 6, 11, 9])
    let change = try history.change(
      of: kor, before: span("2018-01-01", "2019-12-31"), after: span("2020-01-01", "2021-12-31"))
    let ratio = try #require(change.ratio)
    #expect(ratio.ratio == 2)
    #expect(abs(ratio.low - 1.00224773) < 1e-7)
    #expect(change.difference.value == 5)
    #expect(change.difference.low == ratio.differenceLow)
    let before = change.before.estimate
    #expect(abs(try #require(before.low) - 5.425405697 / 2) < 1e-7)
  }

  @Test func `two polls differ within their margins`() throws {
    let kor = try #require(Subject("KOR"))
    let first = try span("2018-01-01", "2018-12-31")
    let second = try span("2019-01-01", "2019-12-31")
    let margins = try history(.percent, .year, from: "2018", [50, 60], margin: 3)
    let change = try margins.change(of: kor, before: first, after: second).difference
    // 1.645 · √2 · 3/1.96.
    #expect(abs(try #require(change.high) - 10 - 3.5605) < 0.001)
    let samples = try history(.percent, .year, from: "2018", [50, 60], n: 1000)
    let other = try samples.change(of: kor, before: first, after: second).difference
    let error = 100 * (0.25 / 1000 + 0.24 / 1000).squareRoot()
    #expect(abs(try #require(other.high) - 10 - 1.644854 * error) < 0.001)
  }

  @Test(arguments: UInt64(1)...20) func `planted changes and trends are seen`(seed: UInt64) throws {
    let kor = try #require(Subject("KOR"))
    var stream = RandomStream(seed: seed, name: "noise")
    let values = (0..<48).map { month in
      0.25 * Double(month) / 12 + (month >= 24 ? 2 : 0) + 0.3 * stream.normal()
    }
    let history = try history(.mean, .month, from: "2018-01", values)
    let change = try history.change(
      of: kor, before: span("2018-01-01", "2019-12-31"), after: span("2020-01-01", "2021-12-31"))
    #expect(try #require(change.difference.low) > 1, "seed \(seed)")
    #expect(try #require(change.difference.probabilityPositive) == 1)
    let trend = try history.trend(of: kor, in: span("2018-01-01", "2019-12-31"))
    #expect(abs(trend.value - 0.25) < 0.6)
    let low = try #require(trend.low)
    let high = try #require(trend.high)
    #expect(low < trend.value && trend.value < high)
  }

  @Test func `adding a constant moves the level and neither change nor trend`() throws {
    let kor = try #require(Subject("KOR"))
    var stream = RandomStream(seed: 4, name: "noise")
    let values = (0..<24).map { _ in stream.normal() }
    let plain = try history(.mean, .month, from: "2018-01", values)
    let shifted = try history(.mean, .month, from: "2018-01", values.map { $0 + 100 })
    let first = try span("2018-01-01", "2018-12-31")
    let second = try span("2019-01-01", "2019-12-31")
    let a = try plain.change(of: kor, before: first, after: second).difference
    let b = try shifted.change(of: kor, before: first, after: second).difference
    #expect(abs(a.value - b.value) < 1e-9)
    let (low, moved) = (try #require(a.low), try #require(b.low))
    #expect(abs(low - moved) < 1e-9)
    let level = try shifted.level(of: kor, in: first).estimate
    #expect(abs(level.value - 100 - (try plain.level(of: kor, in: first).estimate.value)) < 1e-9)
    #expect(
      abs(try plain.trend(of: kor, in: first).value - shifted.trend(of: kor, in: first).value)
        < 1e-9)
  }

  @Test func `errors name what is there`() throws {
    let kor = try #require(Subject("KOR"))
    let prk = try #require(Subject("PRK"))
    let history = try history(.mean, .month, from: "2020-01", [1, 2])
    let other = #expect(throws: HistoryError.self) {
      try history.level(of: prk, in: span("2020-01-01", "2020-12-31"))
    }
    #expect(other?.code == .unknownSubject)
    let late = #expect(throws: HistoryError.self) {
      try history.level(of: kor, in: span("2021-01-01", "2021-12-31"))
    }
    #expect(late?.code == .noData)
    #expect(late?.message.contains("ends on 29 Feb 2020") == true)
    let short = #expect(throws: HistoryError.self) {
      try history.trend(of: kor, in: span("2020-01-01", "2020-12-31"))
    }
    #expect(short?.code == .tooFew)
  }
}
