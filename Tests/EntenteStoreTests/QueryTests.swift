import EntenteNumerics
import EntenteRecord
import EntenteStore
import Foundation
import Testing

struct QueryTests {
  /// A record of several formats and segments, and its events as plain rows.
  private static func made(_ seed: UInt64) throws -> (Folder, RecordStore, [(EventBatch, Int)]) {
    let folder = Folder()
    var made = MadeEvents(seed: seed)
    let store = try RecordStore.create(at: folder.record)
    let writer = try RecordWriter(store, wait: 0, rowsPerSegment: 300)
    for number in 0..<8 {
      try writer.take(
        "f\(number)", [made.batch(200, format: made.pick([.gdelt1, .gdelt2, .icews, .tkg]))])
    }
    try writer.flush()
    let opened = try store.reopened()
    let rows = opened.segments.flatMap { segment in
      let batch = segment.events(in: 0..<segment.count).batch
      return (0..<batch.count).map { (batch, $0) }
    }
    return (folder, opened, rows)
  }

  private static func filter(_ made: inout MadeEvents) -> EventFilter {
    var filter = EventFilter()
    func some<T: Hashable>(_ values: [T], _ made: inout MadeEvents) -> Set<T>? {
      guard made.stream.integer(below: 3) == 0 else { return nil }
      return Set((0..<1 + made.stream.integer(below: 3)).map { _ in made.pick(values) })
    }
    if made.stream.integer(below: 3) == 0 {
      let from = MadeEvents.firstDay + Int32(made.stream.integer(below: 14)) - 2
      filter.span = Span(
        from: Day(number: from), to: Day(number: from + Int32(made.stream.integer(below: 8))))
    }
    filter.sources = some(MadeEvents.states, &made)
    filter.targets = some(MadeEvents.states, &made)
    filter.involving = some(MadeEvents.states, &made)
    filter.dyads = some(Dyad.all(of: MadeEvents.states), &made)
    filter.isInterstate = made.stream.integer(below: 3) == 0
    filter.kinds = made.pick(EventFilter.Kinds.allCases)
    filter.codes = some(["01", "14", "1411", "20", "172"], &made)
    filter.types = some(EventType.allCases, &made)
    filter.formats = some(EventFormat.allCases, &made)
    return filter
  }

  /// What a filter means, said row by row.
  private static func admits(_ filter: EventFilter, _ batch: EventBatch, _ i: Int) -> Bool {
    let row = batch.row(i)
    let source = PackedState(rawValue: row.source).code
    let target = PackedState(rawValue: row.target).code
    func among(_ states: Set<ActorCode>?, _ state: ActorCode?) -> Bool {
      states.map { states in state.map(states.contains) ?? false } ?? true
    }
    let pair = source.flatMap { source in target.flatMap { Dyad(source, $0) } }
    let code = PackedCode(rawValue: row.code).description
    let kinds = [row.sourceKind, row.targetKind].compactMap { ActorKind(rawValue: $0) }
    return (filter.span?.contains(Day(number: row.day)) ?? true)
      && among(filter.sources, source) && among(filter.targets, target)
      && (filter.involving == nil || among(filter.involving, source)
        || among(filter.involving, target))
      && (filter.dyads.map { dyads in pair.map(dyads.contains) ?? false } ?? true)
      && (!filter.isInterstate || pair != nil)
      && (filter.codes.map { $0.contains { code.hasPrefix($0) } } ?? true)
      && (filter.types.map { types in EventType(index: row.plover).map(types.contains) ?? false }
        ?? true)
      && (filter.formats?.contains(batch.format) ?? true)
      && kinds.allSatisfy { kind in
        switch filter.kinds {
        case .any: true
        case .state: kind == .state
        case .government: kind == .state || kind == .government
        }
      }
  }

  @Test(arguments: 0..<8)
  func `a query counts what a look at every row counts`(seed: Int) throws {
    let (folder, store, rows) = try Self.made(UInt64(seed))
    defer { withExtendedLifetime(folder) {} }
    var made = MadeEvents(seed: UInt64(1000 + seed))
    for _ in 0..<40 {
      let filter = Self.filter(&made)
      let length = made.pick([Period.Length.day, .week, .month, .year])
      let isDirected = made.stream.integer(below: 2) == 0
      struct Key: Hashable {
        let start: Int32
        let source: UInt16
        let target: UInt16
      }
      struct Plain: Equatable {
        var count = 0
        var scored = 0
        var positive = 0.0
        var negative = 0.0
        var squares = 0.0
      }
      var expected: [Key: Plain] = [:]
      var listed = 0
      for (batch, i) in rows where Self.admits(filter, batch, i) {
        listed += 1
        let row = batch.row(i)
        let start = Period(containing: Day(number: row.day), length: length).from.number
        let isTurned = !isDirected && row.source > row.target
        let key = Key(
          start: start, source: isTurned ? row.target : row.source,
          target: isTurned ? row.source : row.target)
        var plain = expected[key] ?? Plain()
        plain.count += 1
        if !row.goldstein.isNaN {
          let tenths = Double((row.goldstein * 10).rounded())
          plain.scored += 1
          if tenths > 0 { plain.positive += tenths } else { plain.negative += tenths }
          plain.squares += tenths * tenths
        }
        expected[key] = plain
      }
      let query = AggregateQuery(filter, by: length, isDirected: isDirected)
      let found = store.aggregate(query)
      #expect(store.aggregate(query, threads: 3) == found, "\(filter)")
      #expect(found.count == expected.count, "\(filter)")
      for i in 0..<found.count {
        let tally = found.tally[i]
        let key = Key(start: found.start[i], source: found.source[i], target: found.target[i])
        let plain = Plain(
          count: tally.count, scored: tally.scored, positive: Double(tally.positive) / 100,
          negative: Double(tally.negative) / 100, squares: Double(tally.squares) / 1e4)
        #expect(expected[key] == plain, "\(filter) \(key)")
      }
      let selection = store.events(matching: filter)
      #expect(selection.count == listed, "\(filter)")
      var days: [Int32] = []
      var seen = 0
      selection.forEachDay { batch, files in
        #expect(batch.count == files.count && batch.isEven)
        for i in 0..<batch.count where !Self.admits(filter, batch, i) { Issue.record("\(filter)") }
        seen += batch.count
        days.append(contentsOf: batch.day.prefix(1))
        return true
      }
      #expect(seen == listed)
      #expect(days == days.sorted())
    }
  }

  @Test(arguments: 0..<4)
  func `tallies of parts add up to the tally of the whole`(seed: Int) throws {
    let (folder, store, _) = try Self.made(UInt64(seed))
    defer { withExtendedLifetime(folder) {} }
    let whole = store.aggregate(AggregateQuery(EventFilter()))
    let parts = EventFormat.allCases.map { format in
      var filter = EventFilter()
      filter.formats = [format]
      return store.aggregate(AggregateQuery(filter))
    }
    #expect(PairTallies.merged(parts) == whole)
    #expect(PairTallies.merged(parts.reversed()) == whole)
    for length in [Period.Length.week, .month, .quarter, .year] {
      #expect(
        whole.regrouped(by: length) == store.aggregate(AggregateQuery(EventFilter(), by: length)))
    }
    #expect(whole.total.count == store.count)
  }

  @Test func `mean and deviation are those of a textbook`() throws {
    let folder = Folder()
    let store = try RecordStore.create(at: folder.record)
    let writer = try store.writer()
    var batch = EventBatch(format: .icews)
    for score: Float in [2, 4, 4, 4, 5, 5, 7, 9, -10, .nan, .infinity] {
      var row = EventBatch.Row(day: 1)
      row.goldstein = score
      batch.append(row)
    }
    try writer.take("f", [batch])
    try writer.flush()
    let tally = try store.reopened().aggregate(AggregateQuery(EventFilter())).total
    #expect(tally.count == 11 && tally.scored == 9)
    #expect(tally.positive == 40_000 && tally.negative == -10_000)
    let mean = try #require(tally.mean)
    #expect(abs(mean - 30.0 / 9) < 1e-12)
    // Sum of squares 332, so the variance is (332 - 900 / 9) / 8 = 29.
    #expect(abs(try #require(tally.deviation) - 29.0.squareRoot()) < 1e-12)
  }

  @Test func `days without news are missing, and thin days are told from full ones`() {
    var volume: [Int32: Int] = [:]
    for day in Int32(0)..<100 where day != 40 { volume[day] = day % 7 >= 5 ? 500 : 1_000 }
    volume[50] = 200
    volume[60] = 260
    let coverage = Coverage(volume: [.icews: volume])
    func state(_ day: Int32) -> Coverage.State { coverage.state(of: Day(number: day)) }
    #expect(state(40) == .missing && state(-1) == .missing && state(100) == .missing)
    #expect(state(50) == .thin)
    // A quarter of the median of 1,000 is 250.
    #expect(state(60) == .covered && state(5) == .covered)
    #expect(Coverage(volume: [.icews: volume], share: 0).state(of: Day(number: 50)) == .covered)
    // Another format that covers the day is enough.
    let two = Coverage(volume: [.icews: volume, .gdelt2: [50: 3]])
    #expect(two.state(of: Day(number: 50)) == .covered)
    let span = Span(from: Day(number: 39), to: Day(number: 51))
    let days = span.map { coverage.days(of: $0) }
    #expect(days?.covered == 11 && days?.thin == 1 && days?.missing == 1)
    #expect(Coverage(volume: [:]).span == nil)
  }

  @Test func `coverage counts what a source recorded on the day itself`() throws {
    let folder = Folder()
    let store = try RecordStore.create(at: folder.record)
    let writer = try store.writer()
    var batch = EventBatch(format: .gdelt2)
    for (day, added) in [(10, 10), (10, 10), (9, 10), (-355, 10), (11, EventBatch.notTold)] {
      var row = EventBatch.Row(day: Int32(day))
      row.added = Int32(added)
      batch.append(row)
    }
    try writer.take("f", [batch])
    try writer.flush()
    let volume = try store.reopened().coverage().volume
    #expect(volume == [.gdelt2: [10: 2, 11: 1]])
  }
}
