public import EntenteRecord
public import EntenteStore

/// What became of one file that was to go into a table.
public struct TableOutcome: Sendable {
  public enum Result: Sendable {
    case imported(TableFile)
    /// Read and not kept, as a rehearsal does; with the first rejected rows.
    case read(TableFile, [Rejection])
    /// The table has the contents of the file already.
    case known(TableFile)
    case refused(RecordError)
  }

  public let input: InputFile
  public let result: Result
  /// Columns of the file that nothing is known about; they were left out.
  public let ignored: [String]
}

/// Brings tables of states and years into a record: each file whole or not at all.
public struct TableImporter: Sendable {
  public let descriptor: TableDescriptor
  private let replacing: Bool
  private let wanted: TableDays?

  /// Rejected rows that a rehearsal tells of each file.
  private static let told = 10

  /// Names of all kinds, sorted.
  public static let kinds = TableReaderCatalog.all.map { $0.descriptor.schema.name }.sorted()

  /// What is known of a kind; nil if there is none of the name.
  public static func descriptor(of kind: String) -> TableDescriptor? {
    TableReaderCatalog.all.map { $0.descriptor }.first { $0.schema.name == kind }
  }

  /// - Parameters:
  ///   - replacing: the first file takes the place of all that the table holds.
  ///   - from: the first day of which rows are kept; others are counted as left out by choice.
  ///   - to: the last day.
  public init(
    _ descriptor: TableDescriptor, replacing: Bool = false, from: Day? = nil, to: Day? = nil
  ) {
    self.descriptor = descriptor
    self.replacing = replacing
    wanted = from == nil && to == nil ? nil : TableDays(from: from, to: to)
  }

  /// Imports the inputs of a plan in their order.
  ///
  /// - Returns: what became of each input. Files that were refused stand among them and stop nothing.
  /// - Throws: `RecordError` where a table is missing that the rows speak of; `StoreError` where the
  ///   record cannot be written.
  public func run(_ plan: ImportPlan, into writer: TableWriter) throws -> [TableOutcome] {
    try run(plan, writer, isKept: true)
  }

  /// Tells what an import would do, duplicates and contradictions included, and writes nothing to the
  /// record; nil stands for a record that is not there yet.
  public func survey(_ plan: ImportPlan, against store: RecordStore?) throws -> [TableOutcome] {
    try run(plan, TableWriter(rehearsing: store), isKept: false)
  }

  func run(_ plan: ImportPlan, _ writer: TableWriter, isKept: Bool) throws
    -> [TableOutcome]
  {
    let inputs = plan.tasks.map(\.input)
    let days = try days(from: writer.tables)
    var isFirst = true
    return try inputs.map { input in
      var (ignored, rejections): ([String], [Rejection]) = ([], [])
      let result: TableOutcome.Result
      do {
        let file = try RawFile(input.path)
        let open = try input.open()
        let identity = try FileIdentity(of: input.name, file, range: open.range)
        let parser = TableParser(input: input, descriptor: descriptor, days: days, wanted: wanted)
        let taken = try writer.take(
          identity, as: descriptor.schema, replacing: replacing && isFirst
        ) { session in
          let finding = try parser.parse(
            open, keep: { try session.append($0, line: $1) },
            reject: { rejection, row in
              if rejections.count < TableImporter.told { rejections.append(rejection) }
              try session.reject(rejection, row: row)
            })
          ignored = finding.ignored
          return finding.account
        }
        switch taken {
        case .imported(let file):
          isFirst = false
          result = isKept ? .imported(file) : .read(file, rejections)
        case .known(let file): result = .known(file)
        }
      } catch let error as RecordError {
        result = .refused(error)
      }
      return TableOutcome(input: input, result: result, ignored: ignored)
    }
  }

  /// Days by number, from the table that the rows speak of.
  private func days(from tables: TableStore) throws -> [TableValue: TableValue] {
    guard case .dated(let key, let table) = descriptor.time else { return [:] }
    let days = try tables.values(of: "date", by: key, in: table)
    guard days.isEmpty else { return days }
    throw RecordError(
      .invalid,
      [
        Fault(
          Place(file: descriptor.schema.name, line: 0), key,
          expected: "the table \(table) in the record, which dates the rows", found: "none",
          hint: "entente import \(table) FILE --record DIR comes first")
      ])
  }
}
