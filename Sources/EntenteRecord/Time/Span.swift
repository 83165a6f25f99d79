/// A span of days, both ends included.
public struct Span: Hashable, Codable, Sendable {
  public let from: Day
  public let to: Day

  /// Nil if `to` lies before `from`.
  public init?(from: Day, to: Day) {
    guard from <= to else { return nil }
    self.from = from
    self.to = to
  }

  /// The span of one day.
  public static func only(_ day: Day) -> Span { Span(ordered: day, day) }

  /// The span with its end moved to `day`, if that is later.
  public func extended(to day: Day) -> Span { Span(ordered: from, max(to, day)) }

  private init(ordered from: Day, _ to: Day) {
    self.from = from
    self.to = to
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
