public import EntenteRecord
public import EntenteStore

/// What became of one file that was to go into a table.
public struct TableOutcome: Sendable {
  public enum Result: Sendable {
    case imported(TableFile)
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

  /// Names of all kinds, sorted.
  public static let kinds = TableReaderCatalog.all.map { $0.descriptor.schema.name }.sorted()

  /// What is known of a kind; nil if there is none of the name.
  public static func descriptor(of kind: String) -> TableDescriptor? {
    TableReaderCatalog.all.map { $0.descriptor }.first { $0.schema.name == kind }
  }

  /// - Parameter replacing: the first file takes the place of all that the table holds.
  public init(_ descriptor: TableDescriptor, replacing: Bool = false) {
    self.descriptor = descriptor
    self.replacing = replacing
  }

  /// Imports the inputs of a plan in their order.
  ///
  /// - Returns: what became of each input. Files that were refused stand among them and stop nothing.
  /// - Throws: `RecordError` where a table is missing that the rows speak of; `StoreError` where the
  ///   record cannot be written.
  public func run(_ plan: ImportPlan, into writer: TableWriter) throws -> [TableOutcome] {
    let inputs = plan.tasks.map(\.input)
    let days = try days(from: writer.tables)
    var isFirst = true
    return try inputs.map { input in
      var ignored: [String] = []
      let result: TableOutcome.Result
      do {
        let file = try RawFile(input.path)
        let open = try input.open()
        let identity = try FileIdentity(of: input.name, file, range: open.range)
        let parser = TableParser(input: input, descriptor: descriptor, days: days)
        let taken = try writer.take(
          identity, as: descriptor.schema, replacing: replacing && isFirst
        ) { session in
          let finding = try parser.parse(
            open, keep: { try session.append($0, line: $1) },
            reject: { try session.reject($0, row: $1) })
          ignored = finding.ignored
          return finding.account
        }
        switch taken {
        case .imported(let file):
          isFirst = false
          result = .imported(file)
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
