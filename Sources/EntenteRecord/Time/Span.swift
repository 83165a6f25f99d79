/// A span of days, both ends included.
public struct Span: Hashable, Codable, Sendable {
  public let from: Day
  public private(set) var to: Day

  /// Nil if `to` lies before `from`.
  public init?(from: Day, to: Day) {
    guard from <= to else { return nil }
    self.from = from
    self.to = to
  }

  /// The span of one day.
  public static func only(_ day: Day) -> Span { Span(day) }

  /// The span with its end moved to `day`, if that is later.
  public func extended(to day: Day) -> Span {
    var span = self
    span.to = max(to, day)
    return span
  }

  private init(_ day: Day) {
    from = day
    to = day
  }

  public func contains(_ day: Day) -> Bool { from <= day && day <= to }

  /// The days that both spans share.
  public func intersection(_ other: Span) -> Span? {
    Span(from: max(from, other.from), to: min(to, other.to))
  }

  /// Number of days.
  public var days: Int { to.days(since: from) + 1 }
}

extension Span: CustomStringConvertible {
  public var description: String { "\(from)..\(to)" }
}
