public import EntenteDating
import EntenteHistory
public import EntenteRecord

extension TriggerQuestion {
  /// A question about one series of a user's own, by day or week.
  ///
  /// Weeks are ISO weeks; of several values in a week the mean counts, and their number as its days.
  /// The series is taken as it is: where its tails are heavy, tame it before.
  ///
  /// - Parameter positions: days since 1970-01-01, ascending.
  public init(
    title: String, positions: [Int], values: [Double], direction: Int,
    candidates: [DatedEvent], shock: DatedEvent?, record: [DatedEvent], within span: Span? = nil
  ) {
    var sums: [Day: (total: Double, count: Int)] = [:]
    for (position, value) in zip(positions, values) {
      let day = Day(number: Int32(clamping: position))
      guard span?.contains(day) ?? true else { continue }
      sums[day.monday, default: (0, 0)].total += value
      sums[day.monday, default: (0, 0)].count += 1
    }
    let weeks = sums.keys.sorted()
    let counts = weeks.map { sums[$0]?.count ?? 1 }
    let isDaily = counts.contains { $0 > 1 }
    self.init(
      title: title, weeks: weeks, days: counts.map { isDaily ? min(7, $0) : 7 },
      responses: [
        Response(
          id: title, title: title,
          values: weeks.map { week in sums[week].map { $0.total / Double($0.count) } ?? 0 },
          direction: direction)
      ], candidates: candidates, shock: shock, record: record)
  }

  /// Most unrelated pairs that serve as controls.
  public static let controlsPerResponse = 24
  /// Least share of weeks that are not 0, of a control.
  public static let leastActive = 0.2

  /// A question about some pairs of a panel, by week.
  ///
  /// Values are signed roots of the pair's shares of the world's volume (or of its sums, without a
  /// volume). Controls are the most active pairs that share no actor with the response; actor effects
  /// are not taken out, since a user's panel need not hold every pair.
  ///
  /// - Parameters:
  ///   - panel: dated, so that its periods are weeks.
  ///   - days: with data, by period of the panel.
  /// - Returns: nil for a pair that the panel does not hold.
  public init?(
    title: String, panel: PairPanel, days: [Int], pairs: [(pair: PairPanel.Pair, direction: Int)],
    candidates: [DatedEvent], shock: DatedEvent?, record: [DatedEvent], within span: Span? = nil
  ) {
    let weeks = panel.periods.map { Day(number: Int32(clamping: $0)) }
    let kept = weeks.indices.filter { place in
      guard let span else { return true }
      return span.holds(week: weeks[place])
    }
    func tamed(_ shares: [Double]) -> [Double] {
      kept.map { shares[$0] < 0 ? -(-shares[$0]).squareRoot() : shares[$0].squareRoot() }
    }
    let active = panel.shares.map { shares in
      Double(kept.count { shares[$0] != 0 }) / Double(max(1, kept.count))
    }
    let order = panel.pairs.indices.filter { active[$0] >= Self.leastActive }
      .sorted { (active[$1], panel.pairs[$0]) < (active[$0], panel.pairs[$1]) }
    var responses: [Response] = []
    for (pair, direction) in pairs {
      guard let place = panel.pairs.firstIndex(of: pair) else { return nil }
      let own = Set([pair.first, pair.second])
      let others = order.filter {
        own.isDisjoint(with: [panel.pairs[$0].first, panel.pairs[$0].second])
      }
      responses.append(
        Response(
          id: pair.description, title: pair.description, values: tamed(panel.shares[place]),
          raw: kept.map { panel.shares[place][$0] }, direction: direction,
          controls: others.prefix(Self.controlsPerResponse).map {
            Control(id: panel.pairs[$0].description, values: tamed(panel.shares[$0]))
          }))
    }
    self.init(
      title: title, weeks: kept.map { weeks[$0] }, days: kept.map { days[$0] },
      responses: responses, candidates: candidates, shock: shock, record: record)
  }
}
