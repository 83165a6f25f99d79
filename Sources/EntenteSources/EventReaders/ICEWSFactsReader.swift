public import EntenteRecord

/// Facts of ICEWS, as `icews-recent` has them for 2021 to 2023: CSV with a header, one row for each
/// day, source, code and target, and the entities in `entities.csv` beside the file.
///
/// `n` says how often the source lists the fact; it is kept as the number of mentions. Kinds of
/// entities: `state`, `body` by its sector, `person` (leaders and ministers) as government.
public struct ICEWSFactsReader: EventReader {
  public static let descriptor = EventReaderDescriptor(
    name: "icews-facts", title: "facts of ICEWS as CSV, with entities.csv beside them",
    format: .tkg, delimiter: ",", isQuoted: true, companions: ["entities.csv", "relations.csv"])

  private let entities: EntityTable
  private let scores: [PackedCode: Float]
  private let types: TypeLookup

  public static func fit(_ sample: FileSample) -> String? {
    sample.hasHeader("date,source_id,cameo,target_id,n", delimiter: ",")
      ? "the header date,source_id,cameo,target_id,n" : nil
  }

  public init(_ context: ReadingContext) throws(RecordError) {
    guard let path = context.companion("entities.csv") else {
      throw InputError.unreadable(
        context.folder + "entities.csv", expected: "the entities, beside \(context.file.name)",
        found: "no such file")
    }
    entities = try EntityTable(knownAt: path)
    types = context.types
    var scores: [PackedCode: Float] = [:]
    if let path = context.companion("relations.csv") {
      for row in try SideTable(at: path, delimiter: ",", header: "cameo,goldstein,quad,name").rows {
        guard row.fields.count == 4, let code = PackedCode(row.fields[0]),
          let score = Float(row.fields[1])
        else { continue }
        scores[code] = score
      }
    }
    self.scores = scores
  }

  public mutating func read(_ row: DelimitedRow, into rows: RowCollector) {
    if row.reads(0, "date") { return rows.header() }
    guard row.fields == 5 else {
      return rows.reject(row, "row", .columns, text: "\(row.fields) columns")
    }
    guard let day = FieldNumber.day(row[0]) else {
      return rows.reject(row, "date", .date, found: row[0])
    }
    guard let code = PackedCode(bytes: row[2]), code.digits > 2, types.isWithinCAMEO(code) else {
      return rows.reject(row, "cameo", .code, found: row[2])
    }
    guard let n = FieldNumber.count(row[4]), n > 0 else {
      return rows.reject(row, "n", .number, found: row[4])
    }
    guard let subject = FieldNumber.unsigned(row[1]), let source = entities.position(of: subject)
    else { return rows.reject(row, "source_id", .reference, found: row[1]) }
    guard let object = FieldNumber.unsigned(row[3]), let target = entities.position(of: object)
    else { return rows.reject(row, "target_id", .reference, found: row[3]) }
    var event = EventBatch.Row(day: day)
    let (from, to) = (entities.known[Int(subject)], entities.known[Int(object)])
    (event.source, event.sourceKind) = (from.state, from.kind)
    (event.target, event.targetKind) = (to.state, to.kind)
    event.code = code.rawValue
    event.goldstein = scores[code] ?? .nan
    event.mentions = n
    event.line = UInt32(truncatingIfNeeded: row.line)
    let type = types[code]
    (event.plover, event.mode) = (type.plover, type.mode)
    entities.withName(at: source) { event.sourceActor = rows.text($0) }
    entities.withName(at: target) { event.targetActor = rows.text($0) }
    event.id = FactNumber.of(event, rows)
    if n > 1 { rows.note(.repeated) }
    rows.append(event)
  }
}
