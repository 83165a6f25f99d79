public import EntenteRecord

/// Counts GDELT's mentions by event: they are no events, and have no place in a record.
///
/// A row says that an article was found to speak of an event, possibly long after it. Its 16 columns
/// have tabs between, without header or quotes.
///
/// - SeeAlso: `docs/importing.md`; GDELT Event Codebook 2.0, "Mentions table".
public struct MentionCount {
  /// By GLOBALEVENTID.
  public private(set) var tallies: [UInt64: MentionTally] = [:]
  /// Event and source, hashed: of ten million pairs about one in 400,000 counts loses one by chance.
  private var pairs: Set<UInt64> = []
  private var seen: Set<String> = []

  public init() {}

  /// What became of a file.
  public struct Outcome: Sendable {
    public let account: RowAccount
    public let rejections: [Rejection]
    /// The same bytes were counted before under another name; nothing was added.
    public let isRepeat: Bool
  }

  static func fits(_ sample: FileSample) -> Bool {
    sample.share(width: 16...16) >= 0.5
      && sample.rows().contains { row in
        row.count == 16 && row[1].utf8.count == 14 && row[2].utf8.count == 14
          && UInt64(row[0]) != nil
      }
  }

  /// Adds the mentions of a file; all of them or, where it is refused, none.
  ///
  /// - Throws: `RecordError` where the file cannot be read to its end, or is no text.
  public mutating func add(_ input: InputFile) throws(RecordError) -> Outcome {
    let file = try RawFile(input.path)
    let open = try input.open()
    let identity = try FileIdentity(of: input.name, file, range: open.range)
    guard !seen.contains(identity.digest) else {
      return Outcome(account: RowAccount(), rejections: [], isRepeat: true)
    }
    let blocks = BlockReader(open.stream)
    let scanner = RowScanner(delimiter: 9)
    var (rows, account, rejections) = ([Row](), RowAccount(), [Rejection]())
    while let piece = try blocks.next() {
      switch piece {
      case .overlong(_, let length):
        account.lines += 1
        rejections.append(
          Rejection(
            line: account.lines, field: "row", reason: .length, found: "\(length) bytes"))
      case .lines(let block):
        if account.lines == 0, block.prefix(1 << 16).contains(0) {
          throw InputError.refused(
            input.name, expected: "text in lines", found: "a binary file")
        }
        account.lines += scanner.scan(block, firstLine: account.lines + 1) { line in
          if line.bytes.isEmpty {
            account.blank += 1
          } else {
            do throws(Wrong) {
              rows.append(try Row(line))
            } catch {
              rejections.append(
                Rejection(
                  line: line.line, field: error.field, reason: error.reason,
                  found: error.column.map { line[$0].text } ?? "\(line.fields) columns"))
            }
          }
        }
      }
    }
    try file.expectUnchanged()
    account.read = rows.count + rejections.count
    account.kept = rows.count
    for rejection in rejections { account.rejectedBy[rejection.reason, default: 0] += 1 }
    seen.insert(identity.digest)
    for row in rows { add(row) }
    return Outcome(account: account, rejections: rejections, isRepeat: false)
  }

  private mutating func add(_ row: Row) {
    let isNew = pairs.insert(row.pair).inserted
    let add: (inout MentionTally) -> Void = { tally in
      tally.mentions += 1
      tally.sources += isNew ? 1 : 0
      tally.inText += row.isInText ? 1 : 0
      tally.first = min(tally.first, row.time)
      tally.last = max(tally.last, row.time)
      tally.confidence += row.confidence
      tally.tone += row.tone
    }
    add(&tallies[row.event, default: MentionTally()])
  }

  /// The column that is wrong, and how.
  private struct Wrong: Error {
    let field: String
    let column: Int?
    let reason: Rejection.Reason
  }

  /// What is counted of a row.
  private struct Row {
    let event: UInt64
    let pair: UInt64
    let time: UInt64
    let isInText: Bool
    let confidence: Int
    let tone: Int

    init(_ row: DelimitedRow) throws(Wrong) {
      guard row.fields == 16 else { throw Wrong(field: "row", column: nil, reason: .columns) }
      guard let event = FieldNumber.unsigned(row[0]) else {
        throw Wrong(field: "GLOBALEVENTID", column: 0, reason: .number)
      }
      guard row[2].count == 14, let time = FieldNumber.unsigned(row[2]),
        FieldNumber.compactDay(UnsafeBufferPointer(rebasing: row[2][..<8])) != nil,
        time / 10_000 % 100 < 24, time / 100 % 100 < 60, time % 100 < 60
      else { throw Wrong(field: "MentionTimeDate", column: 2, reason: .date) }
      guard let isInText = FieldNumber.unsigned(row[10]), isInText <= 1 else {
        throw Wrong(field: "InRawText", column: 10, reason: .number)
      }
      guard let confidence = FieldNumber.unsigned(row[11]), confidence <= 100 else {
        throw Wrong(field: "Confidence", column: 11, reason: .number)
      }
      guard let tone = FieldNumber.decimal(row[13]), abs(tone) <= 1000 else {
        throw Wrong(field: "MentionDocTone", column: 13, reason: .number)
      }
      var hash = StableHash()
      hash.add(event)
      hash.add(row[4])
      (self.event, pair, self.time) = (event, hash.value, time)
      self.isInText = isInText == 1
      self.confidence = Int(confidence)
      self.tone = Int((tone * 1e6).rounded())
    }
  }
}
