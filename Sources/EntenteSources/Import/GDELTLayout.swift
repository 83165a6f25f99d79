import EntenteRecord

/// Where the columns of a version of GDELT stand, and how a row of either is read.
///
/// `columns.csv` of the GDELT codebooks: version 2 has three more columns of places, so that
/// everything behind them shifts.
struct GDELTLayout: Sendable {
  let format: EventFormat
  let columns: ClosedRange<Int>
  /// `ActionGeo_FullName`.
  let place: Int
  let placeState: Int
  let latitude: Int
  let added: Int
  let url: Int
  /// Digits of `DATEADDED`.
  let addedLength: Int

  static let one = GDELTLayout(
    format: .gdelt1, columns: 57...58, place: 50, placeState: 51, latitude: 53, added: 56, url: 57,
    addedLength: 8)
  static let two = GDELTLayout(
    format: .gdelt2, columns: 61...61, place: 52, placeState: 53, latitude: 56, added: 59, url: 60,
    addedLength: 14)

  /// Why a sample is of this version; a few rows may be damaged.
  func fit(_ sample: FileSample) -> String? {
    guard sample.share(width: columns) >= 0.5 else { return nil }
    let added = added
    let fitting = sample.rows().contains { row in
      columns.contains(row.count) && row[added].utf8.count == addedLength
        && row[1].utf8.count == 8 && row[1].utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
    }
    guard fitting else { return nil }
    let width =
      columns.lowerBound == columns.upperBound
      ? "\(columns.lowerBound)" : "\(columns.lowerBound) or \(columns.upperBound)"
    return "\(width) columns with tabs, a date of \(addedLength) digits in column \(added + 1)"
  }
}

/// Reads the rows of both versions.
struct GDELTRows {
  private let layout: GDELTLayout
  // Copies: a look at a global takes a lock each time.
  private let cameo = StateLookup.cameo
  private let fips = StateLookup.fips
  private let types: TypeLookup
  private var articles: ArticleRepeats?
  // Most rows are of the day of the row before.
  private var lastDay: (word: UInt64, day: Int32) = (0, 0)
  private var lastAdded: (word: UInt64, day: Int32) = (0, 0)

  init(_ layout: GDELTLayout, _ context: ReadingContext) {
    self.layout = layout
    types = context.types
    articles = context.options.dropsArticleRepeats ? ArticleRepeats() : nil
  }

  @inline(__always)
  mutating func read(_ row: DelimitedRow, into rows: RowCollector) {
    guard layout.columns.contains(row.fields) else {
      return GDELTRows.wrongWidth(row, rows)
    }
    guard let id = FieldNumber.unsigned(row[0]) else {
      return GDELTRows.noNumber(row, rows)
    }
    guard let day = GDELTRows.day(row[1], &lastDay) else {
      return rows.reject(row, "SQLDATE", .date, found: row[1])
    }
    let recorded = row[layout.added]
    guard recorded.count == layout.addedLength,
      let added = GDELTRows.day(UnsafeBufferPointer(rebasing: recorded[..<8]), &lastAdded)
    else { return rows.reject(row, "DATEADDED", .date, found: recorded) }
    guard let code = PackedCode(bytes: row[26]), types.isWithinCAMEO(code) else {
      return rows.reject(row, "EventCode", .code, found: row[26])
    }
    var event = EventBatch.Row(day: day)
    event.added = added
    event.id = id
    event.code = code.rawValue
    event.line = UInt32(truncatingIfNeeded: row.line)
    let type = types[code]
    (event.plover, event.mode) = (type.plover, type.mode)

    if !row[30].isEmpty {
      guard let score = FieldNumber.decimal(row[30]), abs(score) <= 10 else {
        return rows.reject(row, "GoldsteinScale", .number, found: row[30])
      }
      event.goldstein = Float(score)
    }
    guard let mentions = FieldNumber.count(row[31]) else {
      return rows.reject(row, "NumMentions", .number, found: row[31])
    }
    guard let sources = FieldNumber.count(row[32]) else {
      return rows.reject(row, "NumSources", .number, found: row[32])
    }
    guard let articles = FieldNumber.count(row[33]) else {
      return rows.reject(row, "NumArticles", .number, found: row[33])
    }
    (event.mentions, event.sources, event.articles) = (mentions, sources, articles)
    if !row[34].isEmpty {
      guard let tone = FieldNumber.decimal(row[34]), abs(tone) <= 1000 else {
        return rows.reject(row, "AvgTone", .number, found: row[34])
      }
      event.tone = Float(tone)
    }
    let source = cameo.actor(row[5], country: row[7], type: row[12], on: day)
    (event.source, event.sourceKind) = (source.state.rawValue, source.kind.rawValue)
    let target = cameo.actor(row[15], country: row[17], type: row[22], on: day)
    (event.target, event.targetKind) = (target.state.rawValue, target.kind.rawValue)
    // Nothing is interned before the row is sure to be kept.
    event.sourceActor = rows.text(row[5])
    event.targetActor = rows.text(row[15])
    event.sourceSector = sector(row, 12, rows)
    event.targetSector = sector(row, 22, rows)
    event.place = rows.text(row[layout.place])
    event.placeState = fips.state(row[layout.placeState], on: day).rawValue
    readCoordinates(row, &event, rows)
    if added &- day >= 3652 { rows.note(.tenYears) }
    if day > added { rows.note(.ahead) }
    if !type.isListed { rows.note(.unknownCode) }
    if self.articles?.isRepeat(event, rows, article: row[layout.url]) == true {
      return rows.duplicate(.article)
    }
    rows.append(event)
  }

  @inline(__always)
  private static func day(
    _ field: UnsafeBufferPointer<UInt8>, _ last: inout (word: UInt64, day: Int32)
  ) -> Int32? {
    guard field.count == 8, let base = field.baseAddress else { return nil }
    let word = UnsafeRawPointer(base).loadUnaligned(as: UInt64.self)
    if word == last.word { return last.day }
    guard let day = FieldNumber.compactDay(field) else { return nil }
    last = (word, day)
    return day
  }

  /// The types of an actor, up to three, with commas between.
  @inline(__always)
  private func sector(_ row: DelimitedRow, _ first: Int, _ rows: RowCollector) -> UInt32 {
    if row[first &+ 1].isEmpty { return rows.text(row[first]) }
    let parts = [row[first], row[first + 1], row[first + 2]].filter { !$0.isEmpty }
    return Array(parts.joined(separator: [44])).withUnsafeBufferPointer { rows.text($0) }
  }

  @inline(__always)
  private func readCoordinates(
    _ row: DelimitedRow, _ event: inout EventBatch.Row, _ rows: RowCollector
  ) {
    let (north, east) = (row[layout.latitude], row[layout.latitude &+ 1])
    if north.isEmpty && east.isEmpty { return }
    guard let latitude = FieldNumber.decimal(north), let longitude = FieldNumber.decimal(east),
      abs(latitude) <= 90, abs(longitude) <= 180
    else { return rows.note(.coordinates) }
    event.latitude = Float(latitude)
    event.longitude = Float(longitude)
  }

  private static func wrongWidth(_ row: DelimitedRow, _ rows: RowCollector) {
    if isHeader(row) { return rows.header() }
    rows.reject(row, "row", .columns, text: "\(row.fields) columns")
  }

  private static func noNumber(_ row: DelimitedRow, _ rows: RowCollector) {
    if isHeader(row) { return rows.header() }
    rows.reject(row, "GLOBALEVENTID", .number, found: row[0])
  }

  private static func isHeader(_ row: DelimitedRow) -> Bool {
    row[0].text.lowercased() == "globaleventid"
  }
}

/// The events of each article, to leave out those that are told twice in one.
///
/// GDELT finds an event in each sentence that names it. The rule: same article, day, source, target,
/// code and place. Keys are hashed to 64 bits: of ten million events about one in 400,000 files
/// loses one by chance.
struct ArticleRepeats {
  private var seen: Set<UInt64> = []

  mutating func isRepeat(
    _ event: EventBatch.Row, _ rows: RowCollector, article: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if article.isEmpty { return false }
    var hash = StableHash()
    hash.add(article)
    hash.add(UInt64(UInt32(bitPattern: event.day)))
    hash.add(UInt64(event.source) << 32 | UInt64(event.target) << 16 | UInt64(event.code))
    rows.withText(event.sourceActor) { hash.add($0) }
    rows.withText(event.targetActor) { hash.add($0) }
    rows.withText(event.place) { hash.add($0) }
    return !seen.insert(hash.value).inserted
  }
}
