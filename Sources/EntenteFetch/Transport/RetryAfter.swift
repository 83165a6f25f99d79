import EntenteRecord

/// The header that says when to come again: seconds, or a date.
package enum RetryAfter {
  /// Seconds to wait from `now` (seconds since 1970), nil if the text says neither.
  ///
  /// - SeeAlso: RFC 9110, section 10.2.3. Of the three forms of a date only the first is read; the
  ///   others have been obsolete since 1999.
  package static func seconds(_ text: String, now: Double) -> Double? {
    if let seconds = Int(text), seconds >= 0 { return min(Double(seconds), longest) }
    guard let moment = moment(text) else { return nil }
    return min(max(0, moment - now), longest)
  }

  /// Some thirty years: nobody waits longer, and no sum with it overflows.
  private static let longest = 1e9

  /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`; nil for anything else.
  private static func moment(_ text: String) -> Double? {
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT", parts[0].hasSuffix(","),
      let dayOfMonth = Int(parts[1]), let month = months.firstIndex(of: String(parts[2])),
      let year = Int(parts[3]), let day = Day(year: year, month: month + 1, day: dayOfMonth)
    else { return nil }
    let clock = parts[4].split(separator: ":").map { Int($0) ?? -1 }
    guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
      (0...60).contains(clock[2])
    else { return nil }
    return Double(day.number) * 86_400 + Double(clock[0] * 3600 + clock[1] * 60 + clock[2])
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
