import EntenteRecord

/// Takes what a reader makes of each line, and keeps the account.
public final class RowCollector {
  /// A line that could not be used, with its bytes.
  struct Reject: Sendable {
    let rejection: Rejection
    let row: [UInt8]
  }

  /// Behind a pointer, as in `ColumnBuilder`, and for the same reason.
  private let hot: UnsafeMutablePointer<Hot>

  /// What is touched for each row.
  private struct Hot {
    /// Of the collector's builder.
    var rows: ColumnBuilder.Appender
    var read = 0
    var leftOut = 0
    var latin1 = 0
    var isLatin1 = false
  }

  private var builder: ColumnBuilder
  private var others: [EventFormat: ColumnBuilder] = [:]
  private let from: Int32
  private let to: Int32
  private let folds: Bool
  private var counted = RowAccount()
  private(set) var rejects: [Reject] = []
  private var notes: [StaticNote: Int] = [:]

  init(format: EventFormat, options: ReadingOptions) {
    builder = ColumnBuilder(format: format)
    hot = .allocate(capacity: 1)
    hot.initialize(to: Hot(rows: builder.appender))
    from = options.from?.number ?? Int32.min
    to = options.to?.number ?? Int32.max
    folds = options.folds
  }

  deinit {
    hot.deinitialize(count: 1)
    hot.deallocate()
  }

  /// What was counted so far.
  var account: RowAccount {
    var account = counted
    account.read += hot.pointee.read
    return account
  }

  /// The format of the rows that follow; a file of ours may hold several.
  var format: EventFormat {
    get { builder.format }
    set {
      guard newValue != format else { return }
      others[format] = builder
      builder = others.removeValue(forKey: newValue) ?? ColumnBuilder(format: newValue)
      hot.pointee.rows = builder.appender
    }
  }

  // MARK: - For readers

  /// The index of a text in the batch.
  ///
  /// Bytes that are no UTF-8 are read as Latin-1, in which every byte is a letter, and the row is
  /// counted among the notes.
  @inline(__always)
  func text(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if bytes.isEmpty { return 0 }
    guard bytes.isPlainASCII else { return unusual(bytes) }
    return hot.pointee.rows.intern(bytes)
  }

  /// The bytes of a text of this batch.
  func withText(_ index: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    builder.withText(index, body)
  }

  /// Keeps an event.
  @inline(__always)
  func append(_ row: EventBatch.Row) {
    hot.pointee.read &+= 1
    if row.day < from || row.day > to || folds && !RowCollector.isFact(row) {
      hot.pointee.leftOut &+= 1
    } else {
      hot.pointee.rows.append(row)
      if hot.pointee.isLatin1 { hot.pointee.latin1 &+= 1 }
    }
    hot.pointee.isLatin1 = false
  }

  /// Turns a line down.
  @inline(never)
  func reject(
    _ row: DelimitedRow, _ field: String, _ reason: Rejection.Reason,
    found: UnsafeBufferPointer<UInt8>? = nil
  ) {
    reject(row, field, reason, text: (found ?? row.bytes).text)
  }

  @inline(never)
  func reject(_ row: DelimitedRow, _ field: String, _ reason: Rejection.Reason, text: String) {
    counted.read += 1
    counted.rejectedBy[reason, default: 0] += 1
    rejects.append(
      Reject(
        rejection: Rejection(line: row.line, field: field, reason: reason, found: text),
        row: Array(row.bytes)))
    hot.pointee.isLatin1 = false
  }

  /// The line names the columns.
  func header() { counted.header += 1 }

  /// A row that is a second telling of one that was kept.
  func duplicate(_ note: StaticNote) {
    counted.read += 1
    counted.duplicate += 1
    self.note(note)
    hot.pointee.isLatin1 = false
  }

  /// Something about the row that is worth telling.
  func note(_ note: StaticNote) { notes[note, default: 0] += 1 }

  // MARK: - For whoever drives the reader

  func blank() { counted.blank += 1 }

  func count(lines: Int) { counted.lines += lines }

  func overlong(line: Int, head: UnsafeBufferPointer<UInt8>, length: Int) {
    let start = UnsafeBufferPointer(rebasing: head.prefix(60)).text
    counted.read += 1
    counted.rejectedBy[.length, default: 0] += 1
    rejects.append(
      Reject(
        rejection: Rejection(
          line: line, field: "row", reason: .length, found: "\(length) bytes: " + start),
        row: Array(head.prefix(4096))))
  }

  /// The events so far, by format.
  func takeBatches() -> [EventBatch] {
    let builders = [builder] + others.values.sorted { $0.format < $1.format }
    return builders.filter { $0.count > 0 }.map { $0.take() }
  }

  func takeRejects() -> [Reject] {
    defer { rejects = [] }
    return rejects
  }

  var eventCount: Int { builder.count + others.values.reduce(0) { $0 + $1.count } }

  /// The account of what was read, without what the store adds.
  func finishedAccount() -> RowAccount {
    var finished = account
    for (note, count) in notes { finished.notes[note.rawValue] = count }
    if hot.pointee.latin1 > 0 {
      finished.notes[StaticNote.latin1.rawValue] = hot.pointee.latin1
    }
    if hot.pointee.leftOut > 0 {
      finished.notes[RowAccount.leftOutNote] = hot.pointee.leftOut
    }
    return finished
  }

  private static func isFact(_ row: EventBatch.Row) -> Bool {
    row.source != 0 && row.target != 0 && row.source != row.target
      && row.sourceKind == ActorKind.state.rawValue && row.targetKind == ActorKind.state.rawValue
  }

  @inline(never)
  private func unusual(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if let text = String(validating: bytes, as: UTF8.self) {
      return builder.intern(text)
    }
    hot.pointee.isLatin1 = true
    return builder.intern(
      String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })))
  }
}

/// What a note in an account says.
enum StaticNote: String {
  case latin1 = "read as Latin-1"
  case bom = "byte order mark"
  case tenYears = "dated ten years or more before it was recorded"
  case ahead = "dated after it was recorded"
  case coordinates = "coordinates that are none"
  case unknownCode = "code that CAMEO does not list"
  case unknownMode = "mode that PLOVER does not list"
  case article = "repeated within one article"
  case fifthColumn = "fifth column"
  case unknownActor = "state that is not known"
  case extraColumns = "empty columns at the end"
  case repeated = "counted more than once by the source"
}

extension UnsafeBufferPointer<UInt8> {
  /// Printable ASCII and nothing else, eight bytes at a time.
  var isPlainASCII: Bool {
    @inline(__always) get {
      let raw = UnsafeRawPointer(baseAddress)
      guard let raw else { return true }
      let high: UInt64 = 0x8080_8080_8080_8080
      var at = 0
      if count >= 8 {
        // The last word may overlap.
        while at &+ 8 < count {
          if raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & high != 0 { return false }
          at &+= 8
        }
        return raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self) & high == 0
      }
      while at < count {
        if self[at] >= 128 { return false }
        at &+= 1
      }
      return true
    }
  }
}
