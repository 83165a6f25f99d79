public import EntenteRecord

/// What to count: which events, over how long a period, and whether A to B is another pair than B to A.
public struct AggregateQuery: Hashable, Sendable {
  public var filter: EventFilter
  public var length: Period.Length
  public var isDirected: Bool

  public init(_ filter: EventFilter, by length: Period.Length = .day, isDirected: Bool = true) {
    self.filter = filter
    self.length = length
    self.isDirected = isDirected
  }
}

/// Tallies by period and pair, in that order; only those that have events.
public struct PairTallies: Hashable, Sendable {
  /// First day of each row's period, as days since 1970-01-01.
  public internal(set) var start: [Int32] = []
  /// `PackedState` of who acts, or of the pair's first member where direction does not count.
  public internal(set) var source: [UInt16] = []
  public internal(set) var target: [UInt16] = []
  public internal(set) var tally: [Tally] = []

  public init() {}

  public var count: Int { start.count }

  /// Sum of all rows.
  public var total: Tally { tally.reduce(into: Tally()) { $0 += $1 } }

  /// Rows that follow those that are here.
  mutating func append(_ start: Int32, _ source: UInt16, _ target: UInt16, _ tally: Tally) {
    self.start.append(start)
    self.source.append(source)
    self.target.append(target)
    self.tally.append(tally)
  }

  mutating func append(contentsOf other: PairTallies) {
    start += other.start
    source += other.source
    target += other.target
    tally += other.tally
  }

  /// Tallies of separate events added up: what one aggregate over all of them gives.
  public static func merged(_ parts: [PairTallies]) -> PairTallies {
    var rows: [(key: UInt64, tally: Tally)] = []
    for part in parts {
      for i in 0..<part.count {
        rows.append((key(part.start[i], part.source[i], part.target[i]), part.tally[i]))
      }
    }
    var merged = PairTallies()
    merged.appendSummed(&rows)
    return merged
  }

  /// The same over longer periods.
  public func regrouped(by length: Period.Length) -> PairTallies {
    var starts: [Int32: Int32] = [:]
    var rows: [(key: UInt64, tally: Tally)] = []
    for i in 0..<count {
      let first =
        starts[start[i]] ?? Period(containing: Day(number: start[i]), length: length).from.number
      starts[start[i]] = first
      rows.append((PairTallies.key(first, source[i], target[i]), tally[i]))
    }
    var regrouped = PairTallies()
    regrouped.appendSummed(&rows)
    return regrouped
  }

  /// Sorts as period, source, target do; days before 1970 first.
  static func key(_ start: Int32, _ source: UInt16, _ target: UInt16) -> UInt64 {
    UInt64(UInt32(bitPattern: start) ^ 0x8000_0000) << 32 | UInt64(source) << 16 | UInt64(target)
  }

  /// Sorts rows and adds up those of one period and pair.
  mutating func appendSummed(_ rows: inout [(key: UInt64, tally: Tally)]) {
    rows.sort { $0.key < $1.key }
    var i = 0
    while i < rows.count {
      let key = rows[i].key
      var sum = rows[i].tally
      i += 1
      while i < rows.count, rows[i].key == key {
        sum += rows[i].tally
        i += 1
      }
      append(
        Int32(bitPattern: UInt32(key >> 32) ^ 0x8000_0000), UInt16(truncatingIfNeeded: key >> 16),
        UInt16(truncatingIfNeeded: key), sum)
    }
  }

  /// The same for a few parts that are in order each, and begin at `parts`: they are merged, which is
  /// faster than to sort.
  mutating func appendMerged(_ rows: [(key: UInt64, tally: Tally)], _ parts: [Int]) {
    var heads = parts
    let ends = Array(parts.dropFirst()) + [rows.count]
    rows.withUnsafeBufferPointer { rows in
      while true {
        var least = UInt64.max
        for (head, end) in zip(heads, ends) where head < end { least = min(least, rows[head].key) }
        guard least != .max else { return }
        var sum = Tally()
        for i in heads.indices where heads[i] < ends[i] && rows[heads[i]].key == least {
          sum += rows[heads[i]].tally
          heads[i] += 1
        }
        append(
          Int32(bitPattern: UInt32(least >> 32) ^ 0x8000_0000),
          UInt16(truncatingIfNeeded: least >> 16), UInt16(truncatingIfNeeded: least), sum)
      }
    }
  }
}
