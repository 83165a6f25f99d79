import EntenteRecord

/// A column of times, all of them numbers or all of them dates.
struct PlainTimes {
  private(set) var values: [Double] = []
  private(set) var isDated = false
  private var last: Double?
  private let order: Order

  enum Order {
    /// Each time at or after the one before.
    case ascending
    /// Each time after the one before.
    case rising
  }

  init(_ order: Order) { self.order = order }

  /// Reads a time, dates as days since 1970-01-01; faults stand at the cell.
  mutating func read(_ table: CSVTable, _ row: Int, _ column: Int) -> Double? {
    let cell = table.cell(row, column)
    if last == nil, values.isEmpty { isDated = Day(cell.text) != nil }
    let value: Double
    if isDated {
      guard let day = Day(cell.text) else {
        cell.fault(expected: "a date like 2023-08-18, as in the first row")
        return nil
      }
      value = Double(day.number)
    } else {
      guard !cell.text.isEmpty, let number = table.number(row, column) else {
        if cell.text.isEmpty { cell.fault(expected: "a time") }
        return nil
      }
      value = number
    }
    if let last, value < last || order == .rising && value == last {
      cell.fault(
        expected: order == .rising
          ? "a time after the row before" : "a time not before the row before",
        hint: value == last ? "each may stand once" : "sort the rows by time")
      return nil
    }
    last = value
    values.append(value)
    return value
  }
}
