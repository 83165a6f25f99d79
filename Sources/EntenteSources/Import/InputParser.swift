import EntenteRecord

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads one input from front to back with one reader.
struct InputParser {
  let input: InputFile
  let reader: any EventReader.Type
  let options: ReadingOptions
  var limits = InflationLimits()
  /// Bytes that are looked at at once; small ones are for tests.
  var blockSize = 1 << 21

  enum Output: Sendable {
    case batch(EventBatch)
    case rejects([RowCollector.Reject])
  }

  /// A longer line is rejected.
  static let lineLimit = 1 << 20
  /// Rows that are gathered before they are given out.
  private static let batchRows = 1 << 15

  /// Gives out events and rejected rows in the order of the file, until `emit` says no.
  ///
  /// - Returns: the account of what was read, before the store adds what it did.
  /// - Throws: where the file cannot be read to its end, changed meanwhile, is binary, or holds
  ///   nothing of the format. What was given out then is to be thrown away.
  func parse(
    _ open: OpenInput, emit: (Output, _ consumed: Int) -> Bool
  ) throws(RecordError) -> RowAccount {
    try run(reader, open, emit)
  }

  private func run<R: EventReader>(
    _ type: R.Type, _ open: OpenInput, _ emit: (Output, Int) -> Bool
  ) throws(RecordError) -> RowAccount {
    var reader = try R(ReadingContext(file: input, options: options))
    let rows = RowCollector(format: R.descriptor.format, options: options)
    let blocks = BlockReader(open.stream, size: blockSize)
    let scanner = RowScanner(delimiter: R.descriptor.delimiter)
    let quotes = R.descriptor.isQuoted ? QuotedRow() : nil
    var line = 1
    var isFirst = true
    while let piece = try blocks.next() {
      switch piece {
      case .overlong(let head, let length):
        rows.overlong(line: line, head: head, length: length)
        rows.count(lines: 1)
        line += 1
      case .lines(var block):
        if isFirst { block = try begin(block, rows) }
        let hasZeros = block.hasZero
        let lines = scanner.scan(block, firstLine: line) { row in
          if hasZeros, row.bytes.hasZero {
            rows.reject(row, "row", .encoding)
          } else {
            InputParser.read(row, &reader, rows, quotes)
          }
        }
        rows.count(lines: lines)
        line += lines
      }
      if isFirst { try expectSomeRows(rows) }
      isFirst = false
      guard give(rows, atLeast: InputParser.batchRows, open, emit) else { break }
    }
    guard give(rows, atLeast: 1, open, emit) else { return rows.finishedAccount() }
    try open.file?.expectUnchanged()
    return rows.finishedAccount()
  }

  @inline(__always)
  private static func read<R: EventReader>(
    _ row: DelimitedRow, _ reader: inout R, _ rows: RowCollector, _ quotes: QuotedRow?
  ) {
    if row.bytes.isEmpty { return rows.blank() }
    if row.bytes.count > lineLimit {
      return rows.overlong(line: row.line, head: row.bytes, length: row.bytes.count)
    }
    guard let quotes else { return reader.read(row, into: rows) }
    if !quotes.unwrap(row, { reader.read($0, into: rows) }) {
      rows.reject(row, "row", .columns)
    }
  }

  private func give(
    _ rows: RowCollector, atLeast count: Int, _ open: OpenInput, _ emit: (Output, Int) -> Bool
  ) -> Bool {
    let consumed = open.consumed
    if !rows.rejects.isEmpty, !emit(.rejects(rows.takeRejects()), consumed) { return false }
    guard rows.eventCount >= count else { return true }
    for batch in rows.takeBatches() where !emit(.batch(batch), consumed) { return false }
    return true
  }

  /// Takes off a byte order mark, and refuses what is no text.
  private func begin(
    _ block: UnsafeBufferPointer<UInt8>, _ rows: RowCollector
  ) throws(RecordError) -> UnsafeBufferPointer<UInt8> {
    if UnsafeBufferPointer(rebasing: block.prefix(1 << 16)).hasZero {
      throw InputError.refused(
        input.name, expected: "text in lines", found: "a binary file",
        hint: "packed files may be plain, gzip or zip")
    }
    guard block.starts(with: [0xEF, 0xBB, 0xBF]) else { return block }
    rows.note(.bom)
    return UnsafeBufferPointer(rebasing: block.dropFirst(3))
  }

  /// A file of another format is better refused than rejected row by row.
  private func expectSomeRows(_ rows: RowCollector) throws(RecordError) {
    let account = rows.account
    guard account.read >= 20, account.rejectedBy[.columns] == account.read else { return }
    let descriptor = reader.descriptor
    throw InputError.refused(
      input.name, expected: "rows of \(descriptor.title)",
      found: "none among the first \(account.read)",
      hint: "entente import auto tells formats apart")
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a byte is 0, which no text holds.
  var hasZero: Bool { baseAddress.map { memchr($0, 0, count) != nil } ?? false }
}
