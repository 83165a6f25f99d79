public import EntenteRecord

/// POLECAT: 40 columns with tabs, in the terms of PLOVER.
///
/// **Unverified**: no real file could be had. The columns are those that two public programs name;
/// what is reported about damaged files is provided for: the header is passed over whatever it
/// says, and empty columns too many at the end of a row are let pass and counted. `None` is missing.
///
/// An event's number is text there, so it is hashed to 64 bits.
///
/// - SeeAlso: POLECAT Weekly Data, doi:10.7910/DVN/AJGVIT.
public struct POLECATReader: EventReader {
  public static let descriptor = EventReaderDescriptor(
    name: "polecat", title: "POLECAT, 40 columns (unverified: no real sample)", format: .polecat)

  private static let columns = 40
  private let iso3 = StateLookup.iso3
  private var names: NameCache

  public static func fit(_ sample: FileSample) -> String? {
    if sample.hasHeader("Event ID,Event Date,Event Type,Event Mode") {
      return "a header that begins with Event ID, Event Date, Event Type, Event Mode"
    }
    guard sample.share(width: 40...44) >= 0.5,
      sample.rows().contains(where: { row in
        row.count >= columns && Day(row[1]) != nil && EventType(rawValue: String(row[2])) != nil
      })
    else { return nil }
    return "40 columns with tabs, a date in the second and a PLOVER type in the third"
  }

  public init(_ context: ReadingContext) throws(RecordError) { names = NameCache() }

  public mutating func read(_ row: DelimitedRow, into rows: RowCollector) {
    if row.reads(0, "Event ID") { return rows.header() }
    let extra = max(0, row.fields - POLECATReader.columns)
    guard row.fields >= POLECATReader.columns, row.fields <= RowScanner.fieldLimit,
      (0..<extra).allSatisfy({ row[POLECATReader.columns + $0].isEmpty })
    else { return rows.reject(row, "row", .columns, text: "\(row.fields) columns") }
    guard !isMissing(row[0]) else { return rows.reject(row, "Event ID", .number, found: row[0]) }
    guard let day = FieldNumber.day(row[1]) else {
      return rows.reject(row, "Event Date", .date, found: row[1])
    }
    guard let type = EventType(rawValue: row[2].text.uppercased()), type != .statement else {
      return rows.reject(row, "Event Type", .type, found: row[2])
    }
    var event = EventBatch.Row(day: day)
    if !isMissing(row[3]) {
      if let mode = PLOVER.mode(row[3].text.lowercased(), of: type) {
        event.mode = mode.index
      } else {
        rows.note(.unknownMode)
      }
    }
    if !isMissing(row[4]) {
      guard let score = FieldNumber.decimal(row[4]), abs(score) <= 10 else {
        return rows.reject(row, "Intensity", .number, found: row[4])
      }
      event.goldstein = Float(score)
    }
    event.id = max(1, StableHash.of(row[0]))
    event.plover = type.index
    event.line = UInt32(truncatingIfNeeded: row.line)
    if let published = FieldNumber.day(row[34]) {
      event.added = published
      if published - day >= 3652 { rows.note(.tenYears) }
      if day > published { rows.note(.ahead) }
    }
    (event.source, event.sourceKind) = actor(row, 7, day, rows)
    (event.target, event.targetKind) = actor(row, 15, day, rows)
    event.sourceActor = text(row[7], rows)
    event.targetActor = text(row[15], rows)
    event.sourceSector = text(row[10], rows)
    event.targetSector = text(row[18], rows)
    event.place = text(row[23], rows)
    event.placeState = isMissing(row[27]) ? 0 : iso3.state(row[27], on: day).rawValue
    if !isMissing(row[28]) || !isMissing(row[29]) {
      if let latitude = FieldNumber.decimal(row[28]), let longitude = FieldNumber.decimal(row[29]),
        abs(latitude) <= 90, abs(longitude) <= 180
      {
        (event.latitude, event.longitude) = (Float(latitude), Float(longitude))
      } else {
        rows.note(.coordinates)
      }
    }
    if extra > 0 { rows.note(.extraColumns) }
    rows.append(event)
  }

  /// Name, country, its number, and sector stand behind one another from `first`.
  private mutating func actor(
    _ row: DelimitedRow, _ first: Int, _ day: Int32, _ rows: RowCollector
  ) -> (UInt16, UInt8) {
    let (name, country, sector) = (row[first], row[first + 1], row[first + 3])
    if isMissing(name), isMissing(country) { return (0, ActorKind.unknown.rawValue) }
    let state = isMissing(country) ? 0 : iso3.state(country, on: day).rawValue
    if state == 0, !isMissing(country) { rows.note(.unknownActor) }
    let whole = names.entity(name, on: day)
    if state != 0, whole.state == state, whole.kind == ActorKind.state.rawValue {
      return (state, whole.kind)
    }
    let isGovernment = ["GOV", "MIL", "COP", "JUD", "LEG", "SPY"].contains(sector.text)
    return (state, ActorKind(isGovernment: isGovernment).rawValue)
  }

  private func text(_ field: UnsafeBufferPointer<UInt8>, _ rows: RowCollector) -> UInt32 {
    isMissing(field) ? 0 : rows.text(field)
  }

  private func isMissing(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    field.isEmpty || field.reads("None")
  }
}
