import EntenteNumerics
import EntenteRecord
import EntenteStore
import Foundation
import Testing

struct SeriesTests {
  /// Three days of news, a gap, a day of news without events of the pair, and a thin day.
  private static func store(in folder: Folder) throws -> RecordStore {
    let store = try RecordStore.create(at: folder.record)
    let writer = try store.writer()
    var batch = EventBatch(format: .icews)
    func add(_ day: Int32, _ source: String, _ target: String, _ score: Float, times: Int = 1) {
      for _ in 0..<times {
        var row = EventBatch.Row(day: day)
        row.source = ActorCode(source).map { PackedState($0).rawValue } ?? 0
        row.target = ActorCode(target).map { PackedState($0).rawValue } ?? 0
        row.goldstein = score
        batch.append(row)
      }
    }
    // 2018-01-01 is day 17532, a Monday.
    for day: Int32 in [17_532, 17_533, 17_534, 17_540, 17_541] {
      add(day, "USA", "GBR", 1, times: 50)
    }
    add(17_532, "CHN", "PRK", 3)
    add(17_532, "PRK", "CHN", -2)
    add(17_534, "CHN", "PRK", 1.5)
    add(17_542, "CHN", "PRK", 8)
    try writer.take("f", [batch])
    try writer.flush()
    return try store.reopened()
  }

  private static func states(_ codes: String...) -> Set<ActorCode> {
    Set(codes.compactMap { ActorCode($0) })
  }

  @Test func `days without news are missing, not zero`() throws {
    let folder = Folder()
    let store = try Self.store(in: folder)
    var filter = EventFilter.among(Self.states("CHN", "PRK"))
    filter.span = Span(from: Day(number: 17_532), to: Day(number: 17_542))
    let table = store.series(SeriesQuery(filter, by: .day, isDirected: true))
    #expect(table.rows.count == 22)
    func row(_ day: Int32, _ source: String) -> SeriesTable.Row? {
      table.rows.first { $0.period.from.number == day && $0.source.text == source }
    }
    #expect(row(17_532, "CHN")?.tally?.sum == 3 && row(17_532, "PRK")?.tally?.sum == -2)
    #expect(row(17_533, "CHN")?.tally?.count == 0, "news, and nothing of this pair: a true zero")
    #expect(row(17_535, "CHN")?.tally == nil, "no news at all")
    #expect(row(17_540, "CHN")?.tally?.count == 0)
    // One event where fifty are usual.
    #expect(row(17_542, "CHN")?.tally == nil && row(17_542, "CHN")?.thin == 1)
    let all = store.series(SeriesQuery(filter, by: .day, isDirected: true, thinShare: 0))
    #expect(all.rows.last { $0.source.text == "CHN" }?.tally?.sum == 8)
  }

  @Test func `longer periods say how many of their days have news`() throws {
    let folder = Folder()
    let store = try Self.store(in: folder)
    var filter = EventFilter.among(Self.states("CHN", "PRK"))
    filter.span = Span(from: Day(number: 17_532), to: Day(number: 17_552))
    let table = store.series(SeriesQuery(filter, by: .week, isDirected: false))
    #expect(table.rows.map(\.covered) == [3, 2, 0])
    #expect(table.rows.map(\.thin) == [0, 1, 0])
    #expect(table.rows.map(\.days) == [7, 7, 7])
    #expect(table.rows.map { $0.tally?.count } == [3, 0, nil])
    #expect(table.rows[0].source.text == "CHN" && table.rows[0].target.text == "PRK")
    #expect(table.rows[0].tally?.positive == 4_500 && table.rows[0].tally?.negative == -2_000)
  }

  @Test func `where no pair is named, pairs without events have no row`() throws {
    let folder = Folder()
    let store = try Self.store(in: folder)
    var filter = EventFilter()
    filter.isInterstate = true
    let table = store.series(SeriesQuery(filter, by: .month, isDirected: true))
    #expect(table.rows.map { "\($0.source)-\($0.target)" } == ["CHN-PRK", "PRK-CHN", "USA-GBR"])
    #expect(table.span == Span(from: Day(number: 17_532), to: Day(number: 17_541)))
  }

  @Test(arguments: 0..<4)
  func `parts of series add up to the series of the whole, digit for digit`(seed: Int) throws {
    var made = MadeEvents(seed: UInt64(seed))
    let batches = (0..<6).map { _ in made.batch(300) }
    func store(_ folder: Folder, _ range: Range<Int>) throws -> RecordStore {
      let store = try RecordStore.create(at: folder.record)
      let writer = try store.writer()
      for i in range { try writer.take("f\(i)", [batches[i]]) }
      try writer.flush()
      return try store.reopened()
    }
    let folders = (0..<4).map { _ in Folder() }
    let whole = try store(folders[0], 0..<6)
    var filter = EventFilter()
    filter.codes = ["01", "14", "1411", "19"]
    filter.types = Set(EventType.allCases.dropLast())
    let query = SeriesQuery(filter, by: .week, isDirected: false, thinShare: 0.5)
    let parts = try zip(folders[1...], [0..<2, 2..<5, 5..<6]).map { folder, range in
      // Through text, as between machines.
      let text = try store(folder, range).seriesParts(query).text()
      return try SeriesParts(text, file: "part")
    }
    let merged = try #require(SeriesParts.merged(parts.shuffled()))
    let expected = whole.seriesParts(query)
    #expect(try merged.text() == expected.text())
    #expect(merged == expected)
    #expect(SeriesTable(merged).rows == whole.series(query, threads: 2).rows)
    let other = SeriesParts(
      query: SeriesQuery(EventFilter(), by: .day, isDirected: true), tallies: PairTallies(),
      volume: [:])
    #expect(SeriesParts.merged(parts + [other]) == nil && SeriesParts.merged([]) == nil)
  }

  @Test func `parts that were cut off or changed are refused with their place`() throws {
    let folder = Folder()
    let text = try Self.store(in: folder).seriesParts(
      SeriesQuery(EventFilter(), by: .day, isDirected: true)
    ).text()
    let lines = text.split(separator: "\n")
    func fault(_ text: some StringProtocol) -> String? {
      do {
        _ = try SeriesParts(String(text), file: "p")
        return nil
      } catch { return error.faults.first?.description }
    }
    #expect(fault(text) == nil)
    #expect(fault("")?.hasPrefix("p:1: file: expected parts of series") == true)
    #expect(fault(lines.dropLast().joined(separator: "\n"))?.contains("the whole file") == true)
    #expect(fault(lines.dropFirst(4).joined(separator: "\n")) != nil)
    let changed = text.replacingOccurrences(
      of: "tally,2018-01-01,CHN", with: "tally,2018-01-99,CHN")
    #expect(fault(changed)?.contains("expected a volume or a tally") == true)
  }
}
