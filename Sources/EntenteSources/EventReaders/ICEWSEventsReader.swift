public import EntenteRecord

/// Interstate events of ICEWS with their states told, as `icews-recent` has them for 2018-10 to
/// 2019-03: CSV with a header, one row an event.
///
/// A name that is a country's is the state itself; `gov` is its government, whatever else is `other`.
public struct ICEWSEventsReader: EventReader {
  private static let header =
    "event_id,date,source,target,cameo,goldstein,quad,source_kind,target_kind,source_name,target_name"

  public static let descriptor = EventReaderDescriptor(
    name: "icews-events", title: "interstate events of ICEWS as CSV, 11 columns", format: .icews,
    delimiter: ",", isQuoted: true)

  private let types: TypeLookup

  public static func fit(_ sample: FileSample) -> String? {
    sample.hasHeader(header, delimiter: ",")
      ? "a header that begins with event_id,date,source,target" : nil
  }

  public init(_ context: ReadingContext) throws(RecordError) { types = context.types }

  public mutating func read(_ row: DelimitedRow, into rows: RowCollector) {
    if row.reads(0, "event_id") { return rows.header() }
    guard row.fields == 11 else {
      return rows.reject(row, "row", .columns, text: "\(row.fields) columns")
    }
    guard let id = FieldNumber.unsigned(row[0]) else {
      return rows.reject(row, "event_id", .number, found: row[0])
    }
    guard let day = FieldNumber.day(row[1]) else {
      return rows.reject(row, "date", .date, found: row[1])
    }
    guard let source = PackedState(bytes: row[2]) else {
      return rows.reject(row, "source", .actor, found: row[2])
    }
    guard let target = PackedState(bytes: row[3]) else {
      return rows.reject(row, "target", .actor, found: row[3])
    }
    guard let code = PackedCode(bytes: row[4]), code.digits > 2, types.isWithinCAMEO(code) else {
      return rows.reject(row, "cameo", .code, found: row[4])
    }
    guard let score = FieldNumber.decimal(row[5]), abs(score) <= 10 else {
      return rows.reject(row, "goldstein", .number, found: row[5])
    }
    guard let sourceKind = ActorKind(icews: row[7]) else {
      return rows.reject(row, "source_kind", .actor, found: row[7])
    }
    guard let targetKind = ActorKind(icews: row[8]) else {
      return rows.reject(row, "target_kind", .actor, found: row[8])
    }
    var event = EventBatch.Row(day: day)
    event.id = id
    (event.source, event.sourceKind) = (source.rawValue, sourceKind.rawValue)
    (event.target, event.targetKind) = (target.rawValue, targetKind.rawValue)
    event.code = code.rawValue
    event.goldstein = Float(score)
    event.line = UInt32(truncatingIfNeeded: row.line)
    let type = types[code]
    (event.plover, event.mode) = (type.plover, type.mode)
    if !type.isListed { rows.note(.unknownCode) }
    event.sourceActor = rows.text(row[9])
    event.targetActor = rows.text(row[10])
    rows.append(event)
  }
}

extension PackedState {
  /// Three upper-case letters; nil for anything else.
  init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 3 else { return nil }
    self.init(letters: bytes[0], bytes[1], bytes[2])
  }
}

extension ActorKind {
  /// A word of the recent windows of ICEWS.
  init?(icews word: UnsafeBufferPointer<UInt8>) {
    if word.reads("state") {
      self = .state
    } else if word.reads("gov") {
      self = .government
    } else if word.reads("other") {
      self = .other
    } else {
      return nil
    }
  }
}
