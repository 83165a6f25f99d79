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

  /// `5 days before the interval of the break begins`.
  ///
  /// Distances run to the near end of the interval: to its best day they would promise too much.
  public var text: String {
    switch place {
    case .noBreak: "no break that way"
    case .inside: "inside the break's interval"
    case .before: "\(distance) before the interval of the break begins"
    case .after: "\(distance) after the interval of the break ends"
    }
  }

  /// `18 days`, `17 months`, `3 years`.
  private var distance: String {
    let size = abs(gap ?? 0)
    let (count, unit) =
      size >= 730
      ? (Int((Double(size) / 365.25).rounded()), "year")
      : size >= 61 ? (Int((Double(size) / 30.44).rounded()), "month") : (size, "day")
    return "\(count) \(unit)\(count == 1 ? "" : "s")"
  }
}
