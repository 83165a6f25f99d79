import EntenteRecord
import EntenteStore

/// Reads one table from front to back: a header, and a row a line.
struct TableParser {
  let input: InputFile
  let descriptor: TableDescriptor
  /// Days by the number that stands for them, where the time is told so.
  var days: [TableValue: TableValue] = [:]
  /// The days whose rows are wanted; nil for all.
  var wanted: TableDays?
  /// Bytes that are looked at at once; small ones are for tests.
  var blockSize = 1 << 21

  /// Faults told where no row can be used.
  private static let told = 10

  struct Finding {
    let account: RowAccount
    /// Columns of the file that were left out.
    let ignored: [String]
  }

  /// Gives out rows and rejected rows in the order of the file.
  ///
  /// - Parameters:
  ///   - keep: takes a row, and says what became of it.
  ///   - reject: takes a row that cannot be used, whole.
  /// - Returns: the account of what was read, without what `keep` and `reject` did.
  /// - Throws: where the file cannot be read to its end, is binary, has no rows, lacks columns, or where
  ///   no row of it can be used; and what `keep` and `reject` throw.
  func parse(
    _ open: OpenInput, keep: ([TableValue], Int) throws -> TableSession.Fate,
    reject: (Rejection, [UInt8]) throws -> Void
  ) throws -> Finding {
    var run = Run(parser: self)
    let blocks = BlockReader(open.stream, size: blockSize)
    let scanner = RowScanner(delimiter: descriptor.delimiter)
    let quotes = descriptor.delimiter == 44 ? QuotedRow() : nil
    var line = 1
    var trouble: (any Error)?
    while let piece = try blocks.next() {
      switch piece {
      case .overlong(let head, let length):
        try run.overlong(line, head, length, reject)
        line += 1
      case .lines(var block):
        if line == 1 { block = try begin(block) }
        line += scanner.scan(block, firstLine: line) { row in
          guard trouble == nil else { return }
          do { try run.take(row, quotes, keep, reject) } catch { trouble = error }
        }
      }
      if let trouble { throw trouble }
    }
    try open.file?.expectUnchanged()
    return try run.finish(lines: line - 1)
  }

  private func begin(
    _ block: UnsafeBufferPointer<UInt8>
  ) throws(RecordError) -> UnsafeBufferPointer<UInt8> {
    if block.prefix(1 << 16).contains(0) {
      throw InputError.refused(
        input.name, expected: "text in lines", found: "a binary file",
        hint: "packed files may be plain, gzip or zip")
    }
    guard block.starts(with: [0xEF, 0xBB, 0xBF]) else { return block }
    return UnsafeBufferPointer(rebasing: block.dropFirst(3))
  }

  /// One reading.
  private struct Run {
    let parser: TableParser
    var account = RowAccount()
    var reader: TableRowReader?
    var header: [UInt8] = []
    var faults: [Fault] = []
    var isAnyGood = false
    var leftOut = 0

    mutating func take(
      _ line: DelimitedRow, _ quotes: QuotedRow?,
      _ keep: ([TableValue], Int) throws -> TableSession.Fate,
      _ reject: (Rejection, [UInt8]) throws -> Void
    ) throws {
      if line.bytes.isEmpty {
        account.blank += 1
        return
      }
      if line.bytes.count > InputParser.lineLimit {
        return try overlong(line.line, line.bytes, line.bytes.count, reject)
      }
      if reader != nil, line.bytes.elementsEqual(header) {
        account.header += 1
        return
      }
      guard let quotes else { return try read(line, line, keep, reject) }
      var trouble: (any Error)?
      // A small struct cannot be changed inside the closure that it is a part of.
      var copy = self
      let isWhole = quotes.unwrap(line) { row in
        do { try copy.read(row, line, keep, reject) } catch { trouble = error }
      }
      self = copy
      if let trouble { throw trouble }
      if !isWhole {
        guard reader != nil else {
          throw InputError.refused(
            parser.input.name, expected: "a header with quotes around whole names",
            found: Fault.quoted(line.bytes.text), line: line.line)
        }
        account.read += 1
        try refuse(
          TableRowReader.Wrong(
            field: "row", reason: .columns, expected: "quotes around whole fields",
            found: line.bytes.text), line, reject)
      }
    }

    private mutating func read(
      _ row: DelimitedRow, _ line: DelimitedRow,
      _ keep: ([TableValue], Int) throws -> TableSession.Fate,
      _ reject: (Rejection, [UInt8]) throws -> Void
    ) throws {
      guard let reader else { return try begin(row, line) }
      account.read += 1
      do throws(TableRowReader.Wrong) {
        let values = try reader.read(row)
        guard parser.wanted?.include(values, of: parser.descriptor.schema) ?? true else {
          leftOut += 1
          isAnyGood = true
          return
        }
        let fate = Result { try keep(values, row.line) }
        switch fate {
        case .success(.conflict):
          throw TableRowReader.Wrong(
            field: parser.descriptor.schema.key.joined(separator: ","), reason: .conflict,
            expected: "one row for each \(parser.descriptor.schema.key.joined(separator: ", "))",
            found: "another row with other values")
        case .success: isAnyGood = true
        case .failure(let error): failure = error
        }
      } catch {
        try refuse(error, line, reject)
      }
      if let failure { throw failure }
    }

    private var failure: (any Error)?

    init(parser: TableParser) { self.parser = parser }

    private mutating func begin(_ row: DelimitedRow, _ line: DelimitedRow) throws {
      let place = Place(file: parser.input.name, line: line.line)
      guard row.fields <= RowScanner.fieldLimit else {
        throw InputError.refused(
          parser.input.name, expected: "at most \(RowScanner.fieldLimit) columns",
          found: "\(row.fields)", line: line.line)
      }
      let names = (0..<row.fields).map { row[$0].text }
      reader = try TableRowReader(
        parser.descriptor, header: names, place: place, days: parser.days)
      header = Array(line.bytes)
      account.header += 1
    }

    mutating func overlong(
      _ line: Int, _ head: UnsafeBufferPointer<UInt8>, _ length: Int,
      _ reject: (Rejection, [UInt8]) throws -> Void
    ) throws {
      guard reader != nil else {
        throw InputError.refused(
          parser.input.name, expected: "a header of at most 1 MB", found: "a longer line",
          line: line)
      }
      account.read += 1
      try reject(
        Rejection(
          line: line, field: "row", reason: .length,
          found: "\(length) bytes: " + UnsafeBufferPointer(rebasing: head.prefix(60)).text),
        Array(head.prefix(4096)))
    }

    private mutating func refuse(
      _ wrong: TableRowReader.Wrong, _ line: DelimitedRow,
      _ reject: (Rejection, [UInt8]) throws -> Void
    ) throws {
      if !isAnyGood, faults.count < TableParser.told {
        faults.append(
          Fault(
            Place(file: parser.input.name, line: line.line), wrong.field,
            expected: wrong.expected,
            found: wrong.found.isEmpty ? "nothing" : Fault.quoted(wrong.found)))
      }
      try reject(
        Rejection(
          line: line.line, field: wrong.field, reason: wrong.reason, found: wrong.found),
        Array(line.bytes))
    }

    func finish(lines: Int) throws(RecordError) -> Finding {
      guard let reader else {
        throw InputError.refused(
          parser.input.name, expected: "a header line and rows", found: "an empty file")
      }
      guard account.read > 0 else {
        throw InputError.refused(
          parser.input.name, expected: "at least one row below the header", found: "none")
      }
      guard isAnyGood else {
        throw RecordError(.invalid, faults, omitted: max(0, account.read - faults.count))
      }
      var account = account
      account.lines = lines
      account.notes = reader.notes
      if leftOut > 0 { account.notes[RowAccount.leftOutNote] = leftOut }
      return Finding(account: account, ignored: reader.ignored)
    }
  }
}
