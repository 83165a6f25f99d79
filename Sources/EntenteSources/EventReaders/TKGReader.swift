public import EntenteRecord

/// Quadruples of the forecasting benchmarks (ICEWS14, ICEWS18): subject, relation, object, time.
///
/// Numbers with tabs between; `entity2id.txt`, `relation2id.txt` and `relation2cameo.csv` beside the
/// file say what they mean. Time counts hours since day 0 and must be whole days. Rows are facts, one
/// a day, and have no numbers: theirs is made of source, code and target (`FactNumber`). A fifth column, which some copies
/// have, is passed over and counted.
///
/// - SeeAlso: García-Durán, Dumančić and Niepert (2018), EMNLP; Jin et al. (2020), EMNLP (RE-Net).
public struct TKGReader: EventReader {
  public static let descriptor = EventReaderDescriptor(
    name: "tkg", title: "temporal knowledge graph quadruples, with their id files beside them",
    format: .tkg,
    companions: [
      "entity2id.txt", "relation2id.txt", "relation2cameo.csv", "country-entities.csv", "stat.txt",
    ])

  private let entities: EntityTable
  private let relations: RelationTable
  private let dayZero: Int32
  private let hoursPerStep: Int
  private var names = NameCache()
  private let types: TypeLookup

  public static func fit(_ sample: FileSample) -> String? {
    let fits = sample.rows().filter { row in
      (4...5).contains(row.count)
        && row.prefix(4).allSatisfy { Int($0) != nil && Int($0) ?? -1 >= 0 }
    }
    guard !sample.lines.isEmpty, fits.count * 2 >= sample.lines.count else { return nil }
    return "four whole numbers in a row, with tabs between"
  }

  public init(_ context: ReadingContext) throws(RecordError) {
    var faults: [Fault] = []
    var paths: [String] = []
    for name in ["entity2id.txt", "relation2id.txt", "relation2cameo.csv"] {
      if let path = context.companion(name) {
        paths.append(path)
      } else {
        faults.append(
          Fault(
            Place(file: context.folder + name, line: 0), "file",
            expected: "the names of the numbers, beside \(context.file.name)",
            found: "no such file"))
      }
    }
    guard faults.isEmpty else { throw RecordError(.unreadable, faults) }
    entities = try EntityTable(namesAt: paths[0])
    relations = try RelationTable(namesAt: paths[1], codesAt: paths[2])
    guard let first = context.options.dayZero ?? TKGReader.known[entities.count] else {
      throw InputError.refused(
        context.file.name, expected: "the day that its times count from",
        found: "entities of no benchmark that is known (\(entities.count))",
        hint: "--day-zero 2018-01-01 tells it")
    }
    dayZero = first.number
    hoursPerStep = context.options.hoursPerStep
    types = context.types
  }

  /// Day 0 of the published sets, by their number of entities.
  private static let known: [Int: Day] = [
    7128: Day.of(2014), 6869: Day.of(2014), 23033: Day.of(2018), 10488: Day.of(2005),
  ].compactMapValues { $0 }

  public mutating func read(_ row: DelimitedRow, into rows: RowCollector) {
    guard row.fields == 4 || row.fields == 5 else {
      return rows.reject(row, "row", .columns, text: "\(row.fields) columns")
    }
    guard let subject = FieldNumber.unsigned(row[0]) else {
      return rows.reject(row, "subject", .number, found: row[0])
    }
    guard let relation = FieldNumber.unsigned(row[1]) else {
      return rows.reject(row, "relation", .number, found: row[1])
    }
    guard let object = FieldNumber.unsigned(row[2]) else {
      return rows.reject(row, "object", .number, found: row[2])
    }
    // Ten million hours are past the year 3000.
    guard let time = FieldNumber.unsigned(row[3]), time < 10_000_000,
      Int(time) * hoursPerStep % 24 == 0
    else { return rows.reject(row, "time", .date, found: row[3]) }
    guard let source = entities.position(of: subject) else {
      return rows.reject(row, "subject", .reference, found: row[0])
    }
    guard let target = entities.position(of: object) else {
      return rows.reject(row, "object", .reference, found: row[2])
    }
    guard let act = relations[relation] else {
      return rows.reject(row, "relation", .reference, found: row[1])
    }
    var event = EventBatch.Row(day: dayZero + Int32(Int(time) * hoursPerStep / 24))
    event.code = act.code.rawValue
    event.goldstein = act.score
    event.line = UInt32(truncatingIfNeeded: row.line)
    let type = types[act.code]
    (event.plover, event.mode) = (type.plover, type.mode)
    entities.withName(at: source) { name in
      let answer = names.entity(name, on: event.day)
      (event.source, event.sourceKind) = (answer.state, answer.kind)
      event.sourceActor = rows.text(name)
    }
    entities.withName(at: target) { name in
      let answer = names.entity(name, on: event.day)
      (event.target, event.targetKind) = (answer.state, answer.kind)
      event.targetActor = rows.text(name)
    }
    event.id = FactNumber.of(event, rows)
    if row.fields == 5 { rows.note(.fifthColumn) }
    rows.append(event)
  }
}

extension Day {
  /// New Year's day.
  fileprivate static func of(_ year: Int) -> Day? { Day(year: year, month: 1, day: 1) }
}
