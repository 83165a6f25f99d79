public import EntenteHistory
import EntenteRecord

extension DyadVolumes {
  /// The weekly sums of a case's pairs; weeks without data are left out.
  public init(_ panel: WeeklyPanel) {
    let states = Set(panel.raw.keys.flatMap { [$0.first, $0.second] }).sorted()
    let places = Dictionary(uniqueKeysWithValues: states.enumerated().map { ($1, Int32($0)) })
    let rows = panel.raw.sorted { $0.key < $1.key }.flatMap { dyad, sums in
      zip(panel.weeks, sums).compactMap { week, sum -> Row? in
        guard sum.isFinite, let first = places[dyad.first], let second = places[dyad.second] else {
          return nil
        }
        return Row(week: week, first: first, second: second, score: sum)
      }
    }
    self.init(states: states.map(\.text), rows: rows)
  }
}
