import EntenteRecord

/// The days that a user wants rows of.
struct TableDays: Sendable {
  var from: Day?
  var to: Day?

  /// Whether a row holds on one of them; one that tells no time always does.
  func include(_ values: [TableValue], of schema: TableSchema) -> Bool {
    func value(_ column: String) -> TableValue {
      schema.index(of: column).map { values[$0] } ?? .none
    }
    func day(_ column: String) -> Day? {
      if case .day(let day) = value(column) { day } else { nil }
    }
    switch schema.time {
    case .none: return true
    case .year(let column):
      guard case .integer(let year) = value(column) else { return true }
      return year >= from?.civil.year ?? Int.min && year <= to?.civil.year ?? Int.max
    case .day(let column):
      guard let day = day(column) else { return true }
      return from.map { day >= $0 } ?? true && to.map { day <= $0 } ?? true
    case .spell(let first, let last):
      // Without a last day it goes on.
      let isBefore = to.flatMap { to in day(first).map { $0 > to } } ?? false
      let isPast = from.flatMap { from in day(last).map { $0 < from } } ?? false
      return !isBefore && !isPast
    }
  }
}
