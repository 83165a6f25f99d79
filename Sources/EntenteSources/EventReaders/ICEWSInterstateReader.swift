public import EntenteRecord

/// Facts of ICEWS between two states, as `icews-recent` has them: CSV with a header, the states and
/// kinds told in the row.
///
/// They are the interstate rows of the facts: import the one or the other, not both.
public struct ICEWSInterstateReader: EventReader {
  private static let header =
    "date,source,target,cameo,goldstein,quad,source_kind,target_kind,source_id,target_id,n"

  public static let descriptor = EventReaderDescriptor(
    name: "icews-interstate", title: "interstate facts of ICEWS as CSV, 11 columns", format: .tkg,
    delimiter: ",", isQuoted: true, companions: ["entities.csv", "relations.csv"])

  private let entities: EntityTable?
  private let types: TypeLookup

  public static func fit(_ sample: FileSample) -> String? {
    sample.hasHeader(header, delimiter: ",")
      ? "a header that begins with date,source,target,cameo and ends with n" : nil
  }

  /// Without `entities.csv` beside the file the actors have no names and a body is no government.
  public init(_ context: ReadingContext) throws(RecordError) {
    if let path = context.companion("entities.csv") {
      entities = try EntityTable(knownAt: path)
    } else {
      entities = nil
    }
    types = context.types
  }

  public mutating func read(_ row: DelimitedRow, into rows: RowCollector) {
    if row.reads(0, "date") { return rows.header() }
    guard row.fields == 11 else {
      return rows.reject(row, "row", .columns, text: "\(row.fields) columns")
    }
    guard let day = FieldNumber.day(row[0]) else {
      return rows.reject(row, "date", .date, found: row[0])
    }
    guard let source = PackedState(bytes: row[1]) else {
      return rows.reject(row, "source", .actor, found: row[1])
    }
    guard let target = PackedState(bytes: row[2]) else {
      return rows.reject(row, "target", .actor, found: row[2])
    }
    guard let code = PackedCode(bytes: row[3]), code.digits > 2, types.isWithinCAMEO(code) else {
      return rows.reject(row, "cameo", .code, found: row[3])
    }
    guard let score = FieldNumber.decimal(row[4]), abs(score) <= 10 else {
      return rows.reject(row, "goldstein", .number, found: row[4])
    }
    guard let n = FieldNumber.count(row[10]), n > 0 else {
      return rows.reject(row, "n", .number, found: row[10])
    }
    var event = EventBatch.Row(day: day)
    event.source = source.rawValue
    event.target = target.rawValue
    guard let sourceKind = actor(row, 6, 8, &event.sourceActor, rows) else {
      return rows.reject(row, "source_kind", .actor, found: row[6])
    }
    guard let targetKind = actor(row, 7, 9, &event.targetActor, rows) else {
      return rows.reject(row, "target_kind", .actor, found: row[7])
    }
    (event.sourceKind, event.targetKind) = (sourceKind.rawValue, targetKind.rawValue)
    event.code = code.rawValue
    event.goldstein = Float(score)
    event.mentions = n
    event.line = UInt32(truncatingIfNeeded: row.line)
    let type = types[code]
    (event.plover, event.mode) = (type.plover, type.mode)
    event.id = FactNumber.of(event, rows)
    if n > 1 { rows.note(.repeated) }
    rows.append(event)
  }

  /// What the entity is; its name goes to `name`.
  private func actor(
    _ row: DelimitedRow, _ kind: Int, _ id: Int, _ name: inout UInt32, _ rows: RowCollector
  ) -> ActorKind? {
    guard ["state", "body", "person"].contains(row[kind].text) else { return nil }
    if let entities, let number = FieldNumber.unsigned(row[id]),
      let position = entities.position(of: number), Int(number) < entities.known.count
    {
      entities.withName(at: position) { name = rows.text($0) }
      return ActorKind(rawValue: entities.known[Int(number)].kind)
    }
    return row[kind].reads("state") ? .state : row[kind].reads("person") ? .government : .other
  }
}
