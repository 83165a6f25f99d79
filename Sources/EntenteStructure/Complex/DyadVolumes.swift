public import EntenteRecord

/// Weekly volume of dealings between all states, undirected: |score| of every pair.
public struct DyadVolumes: Sendable {
  /// One pair in one week.
  public struct Row: Hashable, Sendable {
    public let week: Day
    public let first: Int32
    public let second: Int32
    public let score: Double

    /// - Parameters:
    ///   - first: index of a state, as is `second`.
    public init(week: Day, first: Int32, second: Int32, score: Double) {
      self.week = week
      self.first = first
      self.second = second
      self.score = score
    }
  }

  public let states: [String]
  public let weeks: [Day]
  /// In order of week.
  private let rows: [Row]
  /// The rows of week w are `bounds[w]..<bounds[w + 1]`.
  private let bounds: [Int]

  /// Rows of a state with itself are left out; several of a pair in a week are added.
  ///
  /// - Complexity: O(n).
  public init(states: [String], rows: [Row]) {
    self.states = states
    let kept = rows.filter { $0.first != $0.second }
    let weeks = Set(kept.map(\.week)).sorted()
    let rank = Dictionary(uniqueKeysWithValues: weeks.enumerated().map { ($1, $0) })
    let ranks = kept.map { rank[$0.week] ?? 0 }
    var bounds = [Int](repeating: 0, count: weeks.count + 1)
    for week in ranks { bounds[week + 1] += 1 }
    for week in weeks.indices { bounds[week + 1] += bounds[week] }
    var place = bounds
    var order = [Int](repeating: 0, count: kept.count)
    for (i, week) in ranks.enumerated() {
      order[place[week]] = i
      place[week] += 1
    }
    self.rows = order.map { kept[$0] }
    self.weeks = weeks
    self.bounds = bounds
  }

  /// The weeks whose middle day lies in a span.
  ///
  /// - Throws: `StructureError` with `.tooFew` for fewer than 6 weeks.
  public func window(_ span: Span) throws(StructureError) -> VolumeWindow {
    let chosen = weeks.indices.filter { span.contains(weeks[$0].adding(days: 3)) }
    guard chosen.count >= 6 else {
      throw StructureError(
        .tooFew,
        "a reading of volumes needs 6 weeks, \(span) has \(chosen.count)"
          + (weeks.first.flatMap { first in
            weeks.last.map { "; the table runs from \(first) to \($0)" }
          } ?? ""))
    }
    return VolumeWindow(
      states: states, weeks: chosen.map { rows[bounds[$0]..<bounds[$0 + 1]] })
  }
}
