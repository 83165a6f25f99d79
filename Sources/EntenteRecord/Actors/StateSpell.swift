/// Days between which something holds, both included; an end that is nil is open.
public struct StateSpell: Hashable, Sendable, CustomStringConvertible {
  public let from: Day?
  public let to: Day?

  public init(from: Day?, to: Day?) {
    self.from = from
    self.to = to
  }

  /// All days.
  public static let always = StateSpell(from: nil, to: nil)

  /// Reads `1948-08-15/`, `/1990-10-02`, `1991-09-06/2006-06-04` or `/`; nil for anything else.
  init?(_ text: some StringProtocol) {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return nil }
    let days = ends.map { Day($0) }
    guard zip(ends, days).allSatisfy({ $0.isEmpty == ($1 == nil) }) else { return nil }
    self.init(from: days[0], to: days[1])
  }

  public func contains(_ day: Day) -> Bool { (from ?? day) <= day && day <= (to ?? day) }

  /// Whether some day of the span lies in the spell.
  public func overlaps(_ span: Span) -> Bool {
    (from ?? span.from) <= span.to && span.from <= (to ?? span.to)
  }

  /// `from 1948-08-15`, `1949-10-05 to 1990-10-02`.
  public var description: String {
    switch (from, to) {
    case (nil, nil): "always"
    case (let from?, nil): "from \(from)"
    case (nil, let to?): "to \(to)"
    case (let from?, let to?): "\(from) to \(to)"
    }
  }
}
