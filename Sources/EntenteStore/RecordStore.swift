public import EntenteRecord

/// A record on disk: events in column files, and a ledger that says which files they came from.
///
/// A value of this type is the record as it stood when it was opened; imports that finish later are
/// seen by `reopened()`. Readers need no lock and disturb nobody.
///
///     let store = try RecordStore.open(at: "events.record")
///     let writer = try store.writer()
///     if case .session(let session) = try writer.begin(file) {
///       try session.append(batch)
///       try session.commit(account)
///     }
///     try writer.flush()
public final class RecordStore: Sendable {
  /// The folder.
  public let path: String
  /// In order of number.
  public let segments: [Segment]
  let ledger: Ledger

  private init(path: String, segments: [Segment], ledger: Ledger) {
    self.path = path
    self.segments = segments
    self.ledger = ledger
  }

  static let eventsFolder = "events"
  static let rejectsFolder = "rejects"
  static let lockName = "lock"

  /// Makes an empty record; the folder may be there already if nothing of a record is in it.
  ///
  /// - Throws: `.notARecord` if other things are in the folder, `.unwritable`.
  public static func create(at path: String) throws(StoreError) -> RecordStore {
    if SystemCalls.exists(path + "/" + Ledger.fileName) {
      throw StoreError(.notARecord, path, expected: "no record yet", found: "one")
    }
    try SystemCalls.makeFolder(path)
    let lock = try WriterLock(path + "/" + lockName, wait: 10)
    defer { withExtendedLifetime(lock) {} }
    // Somebody may have made it while we waited.
    if !SystemCalls.exists(path + "/" + Ledger.fileName) {
      // What an earlier attempt may have left behind is no other thing.
      let parts = [eventsFolder, rejectsFolder, lockName]
      let unfinished = Ledger.fileName + FileWriter.suffix
      if let other = SystemCalls.names(in: path)?.first(where: {
        !parts.contains($0) && !$0.hasPrefix(unfinished)
      }) {
        throw StoreError(
          .notARecord, path, expected: "an empty folder for a new record",
          found: "one that holds \(other)")
      }
      try SystemCalls.makeFolder(path + "/" + eventsFolder)
      try SystemCalls.makeFolder(path + "/" + rejectsFolder)
      try Ledger.create(in: path)
    }
    return try open(at: path)
  }

  /// Opens a record; headers and sizes are checked, checksums are not.
  ///
  /// - Throws: `.notARecord`, `.version` (with advice) or `.damaged`.
  /// - Complexity: O(segments), a few microseconds each.
  public static func open(at path: String) throws(StoreError) -> RecordStore {
    var attempts = 0
    while true {
      let ledger = try Ledger.open(in: path, readonly: true)
      do {
        return RecordStore(path: path, segments: try segments(of: ledger, in: path), ledger: ledger)
      } catch {
        // A compaction may have replaced segments since the ledger was read.
        attempts += 1
        if attempts == 3 { throw error }
      }
    }
  }

  /// Opens the record, or makes it if there is none.
  public static func openOrCreate(at path: String) throws(StoreError) -> RecordStore {
    SystemCalls.exists(path + "/" + Ledger.fileName) ? try open(at: path) : try create(at: path)
  }

  /// The record as it stands now.
  public func reopened() throws(StoreError) -> RecordStore { try RecordStore.open(at: path) }

  /// Files that were imported, in order.
  public func files() throws(StoreError) -> [ImportedFile] { try ledger.files() }

  /// The import of a file with these contents, if there was one.
  public func importOf(_ file: FileIdentity) throws(StoreError) -> ImportedFile? {
    try ledger.file(digest: file.digest, size: file.size)
  }

  /// Sizes of all files that are imported: one of another size has other contents.
  public func sizesOfFiles() throws(StoreError) -> Set<Int> { try ledger.sizes() }

  /// Number of events.
  public var count: Int { segments.reduce(0) { $0 + $1.count } }

  /// First and last day of any event; nil if there are none.
  public var span: Span? {
    let spans = segments.compactMap(\.span)
    guard let from = spans.map(\.from).min(), let to = spans.map(\.to).max() else { return nil }
    return Span(from: from, to: to)
  }

  private static func segments(of ledger: Ledger, in path: String) throws(StoreError) -> [Segment] {
    var segments: [Segment] = []
    for row in try ledger.segments() {
      let segment = try Segment(
        number: row.number, path: "\(path)/\(eventsFolder)/\(Segment.name(row.number))")
      guard segment.count == row.rows, segment.size == row.size else {
        throw StoreError(
          .damaged, segment.path, expected: "\(row.rows) events in \(row.size) bytes",
          found: "\(segment.count) in \(segment.size)")
      }
      segments.append(segment)
    }
    return segments
  }
}
