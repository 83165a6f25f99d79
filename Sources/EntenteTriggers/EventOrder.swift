public import EntenteRecord

/// Where a day stands against the intervals of a series' breaks.
public struct EventOrder: Sendable, Codable, Hashable {
  public enum Place: String, Sendable, Codable, Hashable {
    /// The day came before the break's interval began: the response could follow it.
    case before
    /// Inside the interval: the order cannot be told.
    case inside
    /// The interval ended before the day: the response came first.
    case after
    /// There is no break in the claimed direction.
    case noBreak
  }

  public let place: Place
  /// Days from the event to the near end of the interval; positive where the break is later.
  public let gap: Int?

  /// The order of a day and the nearest of some intervals.
  public init(of day: Day, against spans: [Span]) {
    func distance(_ span: Span) -> Int {
      span.contains(day)
        ? 0 : day < span.from ? span.from.days(since: day) : span.to.days(since: day)
    }
    // A break inside or later saves the order: an earlier one may have been another movement.
    let open = spans.filter { $0.to >= day }
    guard
      let told = (open.isEmpty ? spans : open).min(by: { abs(distance($0)) < abs(distance($1)) })
    else {
      place = .noBreak
      gap = nil
      return
    }
    let days = distance(told)
    gap = days
    place = days == 0 ? .inside : days > 0 ? .before : .after
  }
}
