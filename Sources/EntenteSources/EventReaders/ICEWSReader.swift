public import EntenteRecord

/// ICEWS coded event data: 20 columns with tabs, and a header that may come again.
///
/// Dates are `2018-06-01`, in some years `6/1/2018`. What is missing is empty or, where R rewrote
/// the file, `NA`. An event's number is unique within its day only.
///
/// - SeeAlso: Boschee et al. (2015), "ICEWS Coded Event Data", doi:10.7910/DVN/28075.
public struct ICEWSReader: EventReader {
  public static let descriptor = EventReaderDescriptor(
    name: "icews", title: "ICEWS coded event data, 20 columns", format: .icews)

  private static let columns = 20
  private var names: NameCache
  private let types: TypeLookup

  public static func fit(_ sample: FileSample) -> String? {
    if sample.hasHeader("Event ID,Event Date,Source Name") {
      return "a header that begins with Event ID, Event Date, Source Name"
    }
    guard sample.share(width: 20...20) >= 0.5,
      sample.rows().contains(where: { row in
        row.count == columns && isDate(row[1]) && (3...4).contains(row[6].utf8.count)
          && row[6].utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
      })
    else { return nil }
    return "20 columns with tabs, a date in the second and a CAMEO code in the seventh"
  }

  public init(_ context: ReadingContext) throws(RecordError) {
    names = NameCache()
    types = context.types
  }

  public mutating func read(_ row: DelimitedRow, into rows: RowCollector) {
    if row.reads(0, "Event ID") { return rows.header() }
    guard row.fields == ICEWSReader.columns else {
      return rows.reject(row, "row", .columns, text: "\(row.fields) columns")
    }
    guard let id = FieldNumber.unsigned(row[0]) else {
      return rows.reject(row, "Event ID", .number, found: row[0])
    }
    guard let day = FieldNumber.day(row[1]) else {
      return rows.reject(row, "Event Date", .date, found: row[1])
    }
    // Codes of two digits do not occur, so one here has lost its zero on the way.
    guard let code = PackedCode(bytes: row[6]), code.digits > 2, types.isWithinCAMEO(code) else {
      return rows.reject(row, "CAMEO Code", .code, found: row[6])
    }
    var event = EventBatch.Row(day: day)
    if !ICEWSReader.isMissing(row[7]) {
      guard let score = FieldNumber.decimal(row[7]), abs(score) <= 10 else {
        return rows.reject(row, "Intensity", .number, found: row[7])
      }
      event.goldstein = Float(score)
    }
    event.id = id
    event.code = code.rawValue
    event.line = UInt32(truncatingIfNeeded: row.line)
    let type = types[code]
    (event.plover, event.mode) = (type.plover, type.mode)
    if !type.isListed { rows.note(.unknownCode) }
    (event.source, event.sourceKind) = actor(row, 2, 3, 4, day, rows)
    (event.target, event.targetKind) = actor(row, 8, 9, 10, day, rows)
    event.sourceActor = text(row[2], rows)
    event.targetActor = text(row[8], rows)
    event.sourceSector = text(row[3], rows)
    event.targetSector = text(row[9], rows)
    event.place = place(row, rows)
    event.placeState = ICEWSReader.isMissing(row[17]) ? 0 : names.entity(row[17], on: day).state
    readCoordinates(row, &event, rows)
    rows.append(event)
  }

  /// The state of the actor's country, and what the actor is to it.
  private mutating func actor(
    _ row: DelimitedRow, _ name: Int, _ sectors: Int, _ country: Int, _ day: Int32,
    _ rows: RowCollector
  ) -> (UInt16, UInt8) {
    if ICEWSReader.isMissing(row[name]) { return (0, ActorKind.unknown.rawValue) }
    if ICEWSReader.isMissing(row[country]) { return (0, ActorKind.other.rawValue) }
    let state = names.entity(row[country], on: day)
    if !state.isKnown { rows.note(.unknownActor) }
    let whole = names.entity(row[name], on: day)
    if state.state != 0, whole.state == state.state, whole.kind == ActorKind.state.rawValue {
      return (state.state, whole.kind)
    }
    let isGovernment = row[sectors].split(separator: 44).contains {
      UnsafeBufferPointer(rebasing: $0).reads("Government")
    }
    return (
      state.state, isGovernment ? ActorKind.government.rawValue : ActorKind.other.rawValue
    )
  }

  /// City, province and country, as far as they are told.
  private func place(_ row: DelimitedRow, _ rows: RowCollector) -> UInt32 {
    let parts = [row[14], row[16], row[17]].filter { !ICEWSReader.isMissing($0) }
    return Array(parts.joined(separator: [44, 32])).withUnsafeBufferPointer { rows.text($0) }
  }

  private func readCoordinates(
    _ row: DelimitedRow, _ event: inout EventBatch.Row, _ rows: RowCollector
  ) {
    if ICEWSReader.isMissing(row[18]), ICEWSReader.isMissing(row[19]) { return }
    guard let latitude = FieldNumber.decimal(row[18]), let longitude = FieldNumber.decimal(row[19]),
      abs(latitude) <= 90, abs(longitude) <= 180
    else { return rows.note(.coordinates) }
    event.latitude = Float(latitude)
    event.longitude = Float(longitude)
  }

  private func text(_ field: UnsafeBufferPointer<UInt8>, _ rows: RowCollector) -> UInt32 {
    ICEWSReader.isMissing(field) ? 0 : rows.text(field)
  }

  private static func isMissing(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    field.isEmpty || field.reads("NA")
  }

  private static func isDate(_ text: Substring) -> Bool {
    var text = String(text)
    return text.withUTF8 { FieldNumber.day($0) != nil }
  }
}
