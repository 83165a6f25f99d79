public import EntenteRecord

/// For which days the record has news, as against days of which it knows nothing.
///
/// No events on a day without news are no peace: such days are missing, not zero. News of a day are
/// the events of that day which their source recorded on the day itself (all of them, where it does
/// not tell when), of whatever pair. A day is thin where it has less than a share of the median of
/// the days with news within 28 days before and after; the share is Entente's own choice [C].
public struct Coverage: Hashable, Sendable {
  public enum State: String, Sendable, Codable {
    case covered
    /// Far fewer events than the days around it: files are missing, or the source failed.
    case thin
    case missing
  }

  /// Days on either side that a day is compared with.
  public static let reach: Int32 = 28
  /// Share of the median below which a day is thin, unless something else is asked for.
  public static let usualShare = 0.25

  /// Events recorded promptly, by format and day.
  public let volume: [EventFormat: [Int32: Int]]
  public let share: Double
  private let states: [Int32: State]

  public init(volume: [EventFormat: [Int32: Int]], share: Double = Coverage.usualShare) {
    self.volume = volume
    self.share = share
    var states: [Int32: State] = [:]
    for days in volume.values {
      for (day, isThin) in Coverage.thinness(days, share: share) {
        // One format that covers a day is enough.
        if !isThin || states[day] == nil { states[day] = isThin ? .thin : .covered }
      }
    }
    self.states = states
  }

  public func state(of day: Day) -> State { states[day.number] ?? .missing }

  /// How many days of a span are in each state.
  public func days(of span: Span) -> (covered: Int, thin: Int, missing: Int) {
    var counts = (covered: 0, thin: 0, missing: 0)
    for number in span.from.number...span.to.number {
      switch states[number] {
      case .covered: counts.covered += 1
      case .thin: counts.thin += 1
      case .missing, nil: counts.missing += 1
      }
    }
    return counts
  }

  /// The first and last covered day.
  public var span: Span? {
    let days = states.filter { $0.value == .covered }.keys
    guard let from = days.min(), let to = days.max() else { return nil }
    return Span(from: Day(number: from), to: Day(number: to))
  }

  /// Volumes of separate events added up.
  public static func merged(_ parts: [Coverage]) -> [EventFormat: [Int32: Int]] {
    parts.reduce(into: [:]) { sum, part in
      for (format, days) in part.volume {
        sum[format, default: [:]].merge(days, uniquingKeysWith: +)
      }
    }
  }

  private static func thinness(_ volume: [Int32: Int], share: Double) -> [(Int32, Bool)] {
    let days = volume.filter { $0.value > 0 }.sorted { $0.key < $1.key }
    var window = SortedCounts()
    var (from, to) = (0, 0)
    return days.map { day, count in
      while to < days.count, days[to].key <= day + reach {
        window.insert(days[to].value)
        to += 1
      }
      while days[from].key < day - reach {
        window.remove(days[from].value)
        from += 1
      }
      return (day, Double(count) < share * window.median)
    }
  }

  private struct SortedCounts {
    private var values: [Int] = []

    mutating func insert(_ value: Int) { values.insert(value, at: position(value)) }
    mutating func remove(_ value: Int) { values.remove(at: position(value)) }

    /// Mean of the two middle values where their number is even.
    var median: Double {
      let n = values.count
      return n == 0 ? 0 : Double(values[(n - 1) / 2] + values[n / 2]) / 2
    }

    private func position(_ value: Int) -> Int {
      var (low, high) = (0, values.count)
      while low < high {
        let middle = (low + high) / 2
        if values[middle] < value { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }
}

extension RecordStore {
  /// Coverage by some formats, or by all.
  ///
  /// - Complexity: O(days × segments).
  public func coverage(of formats: Set<EventFormat>? = nil, share: Double = Coverage.usualShare)
    -> Coverage
  {
    var volume: [EventFormat: [Int32: Int]] = [:]
    for segment in segments where formats?.contains(segment.format) ?? true {
      for (day, prompt) in zip(segment.indexDay, segment.indexPrompt) where prompt > 0 {
        volume[segment.format, default: [:]][day, default: 0] += Int(prompt)
      }
    }
    return Coverage(volume: volume, share: share)
  }
}
