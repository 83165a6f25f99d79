public import EntenteRecord

/// Our own CSV, as `entente record export` writes it: events of any format, every column kept.
///
/// `docs/record.md` lists the columns. A text that begins as a formula has an apostrophe before it,
/// which is taken away again.
public struct EntenteReader: EventReader {
  static let columns = [
    "date", "added", "format", "id", "source", "target", "source_kind", "target_kind",
    "source_actor", "target_actor", "source_sector", "target_sector", "cameo", "plover", "mode",
    "goldstein", "mentions", "sources", "articles", "tone", "place", "place_state", "latitude",
    "longitude", "file", "line",
  ]

  public static let descriptor = EventReaderDescriptor(
    name: "entente", title: "our own CSV of events, 26 columns", format: .gdelt2, delimiter: ",",
    isQuoted: true)

  public static func fit(_ sample: FileSample) -> String? {
    sample.hasHeader(columns.joined(separator: ","), delimiter: ",")
      ? "the header of an export of ours" : nil
  }

  public init(_ context: ReadingContext) throws(RecordError) {}

  public mutating func read(_ row: DelimitedRow, into rows: RowCollector) {
    if row.reads(0, "date") { return rows.header() }
    guard row.fields == EntenteReader.columns.count else {
      return rows.reject(row, "row", .columns, text: "\(row.fields) columns")
    }
    do throws(Wrong) {
      let event = try event(row, rows)
      rows.append(event)
    } catch {
      rows.reject(
        row, EntenteReader.columns[error.column], error.reason, found: row[error.column])
    }
  }

  /// The column that is wrong, and how.
  private struct Wrong: Error {
    let column: Int
    let reason: Rejection.Reason
  }

  private func event(_ row: DelimitedRow, _ rows: RowCollector) throws(Wrong) -> EventBatch.Row {
    guard let day = FieldNumber.day(row[0]) else { throw Wrong(column: 0, reason: .date) }
    var event = EventBatch.Row(day: day)
    if !row[1].isEmpty {
      guard let added = FieldNumber.day(row[1]) else { throw Wrong(column: 1, reason: .date) }
      event.added = added
    }
    guard let format = EventFormat(name: row[2].text) else { throw Wrong(column: 2, reason: .type) }
    rows.format = format
    if !row[3].isEmpty {
      guard let id = FieldNumber.unsigned(row[3]) else { throw Wrong(column: 3, reason: .number) }
      event.id = id
    }
    event.source = try state(row, 4)
    event.target = try state(row, 5)
    event.sourceKind = try kind(row, 6)
    event.targetKind = try kind(row, 7)
    if !row[12].isEmpty {
      guard let code = PackedCode(bytes: row[12]) else { throw Wrong(column: 12, reason: .code) }
      event.code = code.rawValue
    }
    if !row[13].isEmpty {
      guard let type = EventType(rawValue: row[13].text) else {
        throw Wrong(column: 13, reason: .type)
      }
      event.plover = type.index
    }
    if !row[14].isEmpty {
      guard let mode = FieldNumber.count(row[14]), mode <= PLOVER.modes.count else {
        throw Wrong(column: 14, reason: .type)
      }
      event.mode = UInt8(mode)
    }
    event.goldstein = try decimal(row, 15, -10...10)
    event.mentions = try count(row, 16)
    event.sources = try count(row, 17)
    event.articles = try count(row, 18)
    event.tone = try decimal(row, 19, -1000...1000)
    event.placeState = try state(row, 21)
    event.latitude = try decimal(row, 22, -90...90)
    event.longitude = try decimal(row, 23, -180...180)
    event.sourceActor = text(row[8], rows)
    event.targetActor = text(row[9], rows)
    event.sourceSector = text(row[10], rows)
    event.targetSector = text(row[11], rows)
    event.place = text(row[20], rows)
    event.line = UInt32(truncatingIfNeeded: row.line)
    return event
  }

  private func state(_ row: DelimitedRow, _ column: Int) throws(Wrong) -> UInt16 {
    if row[column].isEmpty { return 0 }
    guard let state = PackedState(bytes: row[column]) else {
      throw Wrong(column: column, reason: .actor)
    }
    return state.rawValue
  }

  private func kind(_ row: DelimitedRow, _ column: Int) throws(Wrong) -> UInt8 {
    switch row[column].text {
    case "": ActorKind.unknown.rawValue
    case "state": ActorKind.state.rawValue
    case "government": ActorKind.government.rawValue
    case "other": ActorKind.other.rawValue
    default: throw Wrong(column: column, reason: .actor)
    }
  }

  private func count(_ row: DelimitedRow, _ column: Int) throws(Wrong) -> UInt32 {
    if row[column].isEmpty { return EventBatch.uncounted }
    guard let count = FieldNumber.count(row[column]) else {
      throw Wrong(column: column, reason: .number)
    }
    return count
  }

  private func decimal(
    _ row: DelimitedRow, _ column: Int, _ range: ClosedRange<Float>
  ) throws(Wrong) -> Float {
    if row[column].isEmpty { return .nan }
    // Through Float alone: a way round by Double would round twice.
    guard row[column].allSatisfy({ $0 >= 43 && $0 <= 57 || $0 == 101 || $0 == 69 }),
      let value = Float(row[column].text), range.contains(value)
    else { throw Wrong(column: column, reason: .number) }
    return value
  }

  /// Takes away the apostrophe that keeps a spreadsheet from reading a formula.
  private func text(_ field: UnsafeBufferPointer<UInt8>, _ rows: RowCollector) -> UInt32 {
    guard field.count > 1, field[0] == 39, "=+-@\t\r'".utf8.contains(field[1]) else {
      return rows.text(field)
    }
    return rows.text(UnsafeBufferPointer(rebasing: field.dropFirst()))
  }
}
