import EntenteExcitation
import EntenteRecord
import Foundation

/// How the rate of events that nothing triggered may move: with the year, and slowly over the window.
///
/// Summits and exercises come round, and busy years follow quiet ones: neither is an answer to an
/// event, and a constant rate would make both look like one.
struct CascadeBackground: Hashable, Sendable {
  /// Harmonics of the year.
  let harmonics: Int
  /// Degree of the polynomial in time of the log rate.
  let degree: Int

  /// Years that a window must have for its calendar to be told from its events.
  private static let leastYears = 2.0

  /// Every background that a window allows, the simplest first.
  static func tried(in span: Span) -> [CascadeBackground] {
    let years = Double(span.to.days(since: span.from) + 1) / 365.25
    guard years >= leastYears else { return [CascadeBackground(harmonics: 0, degree: 0)] }
    // A degree for each year and a half at most, so that a drift cannot follow single crises.
    let degrees = [0, 1, 2, 3, 4, 5].filter { Double($0) <= years / 1.5 }
    return [0, 1, 2].flatMap { harmonics in
      degrees.map { CascadeBackground(harmonics: harmonics, degree: $0) }
    }.sorted { ($0.size, $0.degree) < ($1.size, $1.degree) }
  }

  private var size: Int { 2 * harmonics + degree }

  /// Cosine and sine of the year by week, and Legendre polynomials of time; nil for a constant rate.
  func covariates(in span: Span) throws(ExcitationError) -> Covariates? {
    guard size > 0 else { return nil }
    let weeks = 0...((span.to.days(since: span.from) + 1) / 7)
    let values = weeks.map { week -> [Double] in
      let day = span.from.adding(days: 7 * week + 3)
      let first = Day(year: day.civil.year, month: 1, day: 1) ?? day
      let phase = 2 * Double.pi * Double(day.days(since: first)) / 365.25
      let year = (0..<harmonics).flatMap {
        [cos(Double($0 + 1) * phase), sin(Double($0 + 1) * phase)]
      }
      return year + drift(2 * Double(week) / Double(max(1, weeks.upperBound)) - 1)
    }
    return try Covariates(
      names: (0..<harmonics).flatMap { ["cosine \($0 + 1) a year", "sine \($0 + 1) a year"] }
        + (0..<degree).map { "drift \($0 + 1)" },
      times: weeks.map(Double.init), values: values)
  }

  /// Legendre polynomials of degree 1 and up.
  private func drift(_ x: Double) -> [Double] {
    var terms = [1.0, x]
    for k in stride(from: 1, to: max(1, degree), by: 1) {
      let n = Double(k)
      terms.append(((2 * n + 1) * x * terms[k] - n * terms[k - 1]) / (n + 1))
    }
    return Array(terms[1...].prefix(degree))
  }
}
