public import EntenteRecord

extension Span {
  /// The day in the middle; of a week, its Thursday.
  public var middle: Day { from.adding(days: (days - 1) / 2) }

  /// Whether a week belongs to the span: its Thursday lies inside (the ISO rule for years), so that
  /// of two adjoining spans exactly one holds it.
  public func holds(week monday: Day) -> Bool { contains(monday.adding(days: 3)) }

  /// Whether a period belongs to the span: its middle day lies inside.
  public func holds(_ period: Period) -> Bool {
    contains(period.span?.middle ?? period.from)
  }
}
