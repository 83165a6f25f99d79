import EntenteNumerics

/// Scores of many pairs by period, as shares of what the world had in the same period.
///
/// Periods are ISO weeks where rows are dated, and the numbers given otherwise.
public struct PairPanel: Sendable {
  /// Two actors in alphabetical order.
  public struct Pair: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    public let first: String
    public let second: String

    public init(_ one: String, _ other: String) {
      first = min(one, other)
      second = max(one, other)
    }

    public var description: String { "\(first)-\(second)" }

    public static func < (left: Pair, right: Pair) -> Bool {
      (left.first, left.second) < (right.first, right.second)
    }
  }

  /// One line of a table of pairs.
  public struct Row: Sendable {
    /// Days since 1970-01-01, or the number of a period.
    public let position: Int
    /// Places in the list of actors, different from each other.
    public let first: Int
    public let second: Int
    public let value: Double
    /// Days of the period with data; nil if not known.
    public let days: Double?

    public init(position: Int, first: Int, second: Int, value: Double, days: Double? = nil) {
      self.position = position
      self.first = first
      self.second = second
      self.value = value
      self.days = days
    }
  }

  /// Position of each period: of a week its Monday.
  public let periods: [Int]
  /// Periods between the first and the last that no data cover; they are left out.
  public let missing: Int
  /// Periods with scores and no volume, left out as well.
  public let withoutVolume: Int
  public let isWeekly: Bool
  public let pairs: [Pair]
  /// Values of each pair by period.
  ///
  /// `10⁴ x / V` where a volume is given, else `7 x / days` where days are, else x; 0 in a period that
  /// does not list the pair.
  public let shares: [[Double]]

  /// Sums rows by pair and period; both orders of a pair are one pair.
  ///
  /// - Parameter volume: of the world by position, summed by period like the scores.
  public init(actors: [String], rows: [Row], volume: [Int: Double]?, isDated: Bool) {
    let period = { (position: Int) in isDated ? Self.monday(position) : position }
    let step = isDated ? 7 : 1
    var sums: [Pair: [Int: Double]] = [:]
    var days: [Int: Double] = [:]
    // Names are compared once a pair of places, not once a row.
    var known: [Int: Pair] = [:]
    for row in rows {
      let key = row.first * actors.count + row.second
      let pair = known[key] ?? Pair(actors[row.first], actors[row.second])
      known[key] = pair
      let at = period(row.position)
      sums[pair, default: [:]][at, default: 0] += row.value
      days[at] = max(days[at] ?? 0, row.days ?? 0)
    }
    var volumes: [Int: Double] = [:]
    for (position, value) in (volume ?? [:]).sorted(by: { $0.key < $1.key }) {
      volumes[period(position), default: 0] += value
    }
    let positions = rows.lazy.map { period($0.position) }
    let (first, last) = (positions.min() ?? 0, positions.max() ?? -1)
    let all = Array(stride(from: first, through: last, by: step))
    let listed = Set(positions)
    let isPresent = { (at: Int) in
      volume == nil ? listed.contains(at) : (volumes[at] ?? 0) > 0
    }
    let kept = all.filter(isPresent)
    periods = kept
    missing = all.count - kept.count
    withoutVolume = all.count { listed.contains($0) && !isPresent($0) }
    isWeekly = isDated
    pairs = sums.keys.sorted()
    shares = pairs.map { pair in
      let own = sums[pair] ?? [:]
      return kept.map { at in
        guard let value = own[at] else { return 0 }
        if volume != nil { return 1e4 * value / (volumes[at] ?? 1) }
        if let present = days[at], present > 0 { return 7 * value / present }
        return value
      }
    }
  }

  /// A panel of series that are shares already.
  package init(periods: [Int], shares: [Pair: [Double]]) {
    self.periods = periods
    missing = 0
    withoutVolume = 0
    isWeekly = true
    pairs = shares.keys.sorted()
    self.shares = pairs.map { shares[$0] ?? [] }
  }

  /// The Monday of a day's ISO week; 1970-01-01 was a Thursday.
  private static func monday(_ day: Int) -> Int {
    let shifted = (day + 3) % 7
    return day - (shifted < 0 ? shifted + 7 : shifted)
  }
}
