import EntenteDating
import EntenteSources

extension PairPanel.Row {
  /// A line of a user's own table of pairs.
  init(_ row: MeasuredTable.PairRow) {
    self.init(
      position: row.position, first: row.first, second: row.second, value: row.value,
      days: row.days)
  }
}
