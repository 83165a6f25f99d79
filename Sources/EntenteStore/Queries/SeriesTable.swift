public import EntenteRecord

/// What is asked of a record as series: which pairs, over which days, how they are grouped.
public struct SeriesQuery: Hashable, Sendable, Codable {
  public var filter: EventFilter
  public var length: Period.Length
  public var isDirected: Bool
  /// Days with less than this share of the usual news are left out, as missing.
  public var thinShare: Double

  public init(
    _ filter: EventFilter, by length: Period.Length, isDirected: Bool,
    thinShare: Double = Coverage.usualShare
  ) {
    self.filter = filter
    self.length = length
    self.isDirected = isDirected
    self.thinShare = thinShare
  }

  /// Pairs that are named, and so have a row in every period; nil where all pairs are asked for.
  ///
  /// Those named by both ends, or as dyads.
  var namedPairs: [(source: ActorCode, target: ActorCode)]? {
    var pairs: [(source: ActorCode, target: ActorCode)]?
    if let sources = filter.sources, let targets = filter.targets {
      pairs = sources.flatMap { source in targets.map { (source, $0) } }
    } else if let dyads = filter.dyads {
      pairs = dyads.flatMap { [($0.first, $0.second), ($0.second, $0.first)] }
    }
    guard var pairs else { return nil }
    pairs = pairs.filter { source, target in
      let dyad = Dyad(source, target)
      return (!filter.isInterstate || dyad != nil)
        && (filter.sources?.contains(source) ?? true)
        && (filter.targets?.contains(target) ?? true)
        && (filter.dyads.map { dyads in dyad.map(dyads.contains) ?? false } ?? true)
        && (filter.involving.map { $0.contains(source) || $0.contains(target) } ?? true)
    }
    if !isDirected { pairs = pairs.map { (min($0.source, $0.target), max($0.source, $0.target)) } }
    var seen = Set<[ActorCode]>()
    return pairs.filter { seen.insert([$0.source, $0.target]).inserted }
      .sorted { ($0.source, $0.target) < ($1.source, $1.target) }
  }
}

/// Day by day what a series is made from: enough to make it, and to add parts up exactly.
public struct SeriesParts: Hashable, Sendable {
  public let query: SeriesQuery
  /// By day.
  public let tallies: PairTallies
  /// Events recorded promptly, by format and day.
  public let volume: [EventFormat: [Int32: Int]]

  public init(
    query: SeriesQuery, tallies: PairTallies, volume: [EventFormat: [Int32: Int]]
  ) {
    self.query = query
    self.tallies = tallies
    self.volume = volume
  }

  /// Parts that share no event added up: what one run over all of them gives.
  ///
  /// Nil if they answer different questions, or if there are none.
  public static func merged(_ parts: [SeriesParts]) -> SeriesParts? {
    guard let first = parts.first, parts.allSatisfy({ $0.query == first.query }) else { return nil }
    return SeriesParts(
      query: first.query, tallies: PairTallies.merged(parts.map(\.tallies)),
      volume: parts.reduce(into: [:]) { sum, part in
        for (format, days) in part.volume {
          sum[format, default: [:]].merge(days, uniquingKeysWith: +)
        }
      })
  }
}

/// Series of pairs: what was counted in each period, and how many of its days have news.
public struct SeriesTable: Sendable {
  public struct Row: Hashable, Sendable {
    public let period: Period
    public let source: ActorCode
    public let target: ActorCode
    /// Events of the covered days.
    ///
    /// Nil where no day of the period is covered: then nothing is known.
    public let tally: Tally?
    /// Days of the period within the span that was asked for, and how many of them are what.
    public let days: Int
    public let covered: Int
    public let thin: Int
  }

  public let query: SeriesQuery
  public let span: Span?
  /// By period, source and target.
  ///
  /// Named pairs have a row in each period; where all pairs are asked for, only those with events.
  public let rows: [Row]
  public let coverage: Coverage

  public init(_ parts: SeriesParts) {
    query = parts.query
    let coverage = Coverage(volume: parts.volume, share: query.thinShare)
    self.coverage = coverage
    var kept = PairTallies()
    for i in 0..<parts.tallies.count
    where coverage.state(of: Day(number: parts.tallies.start[i])) == .covered {
      kept.append(
        parts.tallies.start[i], parts.tallies.source[i], parts.tallies.target[i],
        parts.tallies.tally[i])
    }
    let grouped = kept.regrouped(by: query.length)
    guard let span = query.filter.days(within: coverage.span) else {
      (span, rows) = (nil, [])
      return
    }
    self.span = span
    var found: [Int32: [Int]] = [:]
    for i in 0..<grouped.count { found[grouped.start[i], default: []].append(i) }
    let named = query.namedPairs
    var rows: [Row] = []
    for period in Period.covering(span, by: query.length) {
      guard let days = period.span?.intersection(span) else { continue }
      let counts = coverage.days(of: days)
      func add(_ source: ActorCode, _ target: ActorCode, _ tally: Tally) {
        rows.append(
          Row(
            period: period, source: source, target: target, tally: counts.covered > 0 ? tally : nil,
            days: days.days, covered: counts.covered, thin: counts.thin))
      }
      let here = found[period.from.number] ?? []
      if let named {
        let tallies = Dictionary(
          uniqueKeysWithValues: here.map {
            (FilterTables.pair(grouped.source[$0], grouped.target[$0]), grouped.tally[$0])
          })
        for (source, target) in named {
          let key = FilterTables.pair(
            PackedState(source).rawValue, PackedState(target).rawValue)
          add(source, target, tallies[key] ?? Tally())
        }
      } else {
        for i in here {
          guard let source = PackedState(rawValue: grouped.source[i]).code,
            let target = PackedState(rawValue: grouped.target[i]).code
          else { continue }
          add(source, target, grouped.tally[i])
        }
      }
    }
    self.rows = rows
  }
}

extension RecordStore {
  /// What series of this record are made from.
  public func seriesParts(_ query: SeriesQuery, threads: Int = 1) -> SeriesParts {
    SeriesParts(
      query: query,
      tallies: aggregate(
        AggregateQuery(query.filter, by: .day, isDirected: query.isDirected), threads: threads),
      volume: coverage(of: query.filter.formats).volume)
  }

  /// Series of pairs over time.
  public func series(_ query: SeriesQuery, threads: Int = 1) -> SeriesTable {
    SeriesTable(seriesParts(query, threads: threads))
  }
}
