public import EntenteRecord
import Foundation

/// The one who writes to a record, as long as it lives: nobody else does.
///
/// Files go in one after another. Rows of many small files share a segment, so a finished file is on
/// the disk only after `flush()`, or when enough rows have come together; `onDurable` tells which.
/// Until then an end of the process, however rude, leaves the record as if the file had never been
/// begun. The same files in the same order make the same segments, byte for byte, however their
/// rows are cut into batches.
public final class RecordWriter {
  /// Rows that make a segment full.
  public static let rowsPerSegment = 1 << 20

  let path: String
  let ledger: Ledger
  let budget: WriteBudget?
  private let lock: WriterLock
  let limit: Int

  /// Segments of the record.
  private(set) var segments: [Segment]
  /// Rows of finished files that are in no segment yet, and those files.
  private var staged: [EventFormat: StagedRows] = [:]
  private var waiting: [ImportedFile] = []
  /// The file that is being imported, and its rows.
  private var current: OpenFile?
  private var open: [EventFormat: StagedRows] = [:]
  /// Segments that its first rows fill; the ledger does not name them yet.
  private var spilled: [Segment] = []

  private var finders: [EventFormat.Family: DuplicateFinder] = [:]
  private var nextFile: UInt32
  private var nextSegment: Int

  /// Called with files that are on the disk for good.
  public var onDurable: (([ImportedFile]) -> Void)?

  package init(
    _ store: RecordStore, wait: Double, rowsPerSegment: Int = RecordWriter.rowsPerSegment,
    budget: WriteBudget? = nil
  ) throws(StoreError) {
    path = store.path
    limit = rowsPerSegment
    self.budget = budget
    lock = try WriterLock(store.path + "/" + RecordStore.lockName, wait: wait)
    ledger = try Ledger.open(in: store.path, readonly: false)
    // Whoever held the lock before may have changed the record.
    segments = try store.reopened().segments
    nextFile = try ledger.nextFile()
    nextSegment = try ledger.nextSegment()
    try sweep()
  }

  /// Begins a file, unless its contents are in the record already.
  ///
  /// - Throws: `.unbalanced` if the file before is neither committed nor abandoned.
  public func begin(_ file: FileIdentity) throws(StoreError) -> ImportStart {
    try expectNoOpenFile("\(file.path) within another")
    if let known = try importOf(file) { return .alreadyImported(known) }
    current = OpenFile(path: file.path, identity: file, number: nextFile)
    return .session(ImportSession(self))
  }

  /// Begins a file whose contents are known only when it was read: the session is committed with
  /// its identity.
  ///
  /// - Throws: `.unbalanced` if the file before is neither committed nor abandoned.
  public func begin(unread path: String) throws(StoreError) -> ImportSession {
    try expectNoOpenFile("\(path) within another")
    current = OpenFile(path: path, identity: nil, number: nextFile)
    return ImportSession(self)
  }

  /// Sizes of all files that are imported: one of another size has other contents.
  public func sizesOfFiles() throws(StoreError) -> Set<Int> {
    try ledger.sizes().union(waiting.map(\.file.size))
  }

  private func importOf(_ file: FileIdentity) throws(StoreError) -> ImportedFile? {
    if let known = waiting.first(where: { $0.file.digest == file.digest }) { return known }
    return try ledger.file(digest: file.digest, size: file.size)
  }

  /// Brings everything that is finished onto the disk and into the record.
  ///
  /// - Returns: the files that this made durable.
  @discardableResult
  public func flush() throws(StoreError) -> [ImportedFile] {
    try expectNoOpenFile("a flush within a file")
    return try makeDurable()
  }

  private func expectNoOpenFile(_ found: String) throws(StoreError) {
    guard current == nil else {
      throw StoreError(.unbalanced, path, expected: "one file at a time", found: found)
    }
  }

  // MARK: - What a session does

  private struct OpenFile {
    let path: String
    let identity: FileIdentity?
    let number: UInt32
    var kept = 0
    var duplicate = 0
    var rejectedBy: [Rejection.Reason: Int] = [:]
    var rejects: RejectsFile?
  }

  func append(_ batch: EventBatch) throws(StoreError) {
    guard let number = current?.number, batch.isEven else {
      throw StoreError(
        .unbalanced, path, expected: "columns of equal length, in a file that is open",
        found: "others")
    }
    let family = batch.format.family
    // In place: a finder that stood in two places would copy its keys with every batch.
    let isNew = finders[
      family, default: DuplicateFinder(family: family, segments: segments + spilled)
    ].newRows(of: batch, segments: segments + spilled)
    let kept = isNew?.count(where: { $0 }) ?? batch.count
    current?.kept += kept
    current?.duplicate += batch.count - kept
    var rows = open.removeValue(forKey: batch.format) ?? StagedRows(format: batch.format)
    rows.reserve(for: batch.count, upTo: limit)
    rows.append(batch, files: [UInt32](repeating: number, count: batch.count), keeping: isNew)
    // The first rows of a large file leave memory before it is finished.
    while rows.count >= limit {
      let rest = rows.cut(at: limit)
      spilled.append(try write(rows))
      // What follows takes their place: fresh memory costs as much as what is put there.
      rows.removeAll()
      rows.append(rest)
      rememberStaged(and: rows)
    }
    open[batch.format] = rows
  }

  func reject(_ rejection: Rejection, row: UnsafeRawBufferPointer) throws(StoreError) {
    guard let file = current else { return }
    if file.rejects == nil {
      current?.rejects = try RejectsFile(
        "\(RecordStore.rejectsFolder)/\(RejectsFile.name(file.number))", in: path, budget: budget)
    }
    try current?.rejects?.append(rejection, of: file.path, row: row)
    current?.rejectedBy[rejection.reason, default: 0] += 1
  }

  func commit(_ account: RowAccount, as file: FileIdentity) throws(StoreError) -> ImportEnd {
    if let known = try importOf(file) {
      abandon()
      return .alreadyImported(known)
    }
    return .imported(try finish(account, file))
  }

  func commit(_ account: RowAccount) throws(StoreError) -> ImportedFile {
    guard let identity = current?.identity else {
      throw StoreError(
        .unbalanced, path, expected: "an open file of known contents", found: "none")
    }
    return try finish(account, identity)
  }

  private func finish(_ account: RowAccount, _ identity: FileIdentity) throws(StoreError)
    -> ImportedFile
  {
    guard let current else {
      throw StoreError(.unbalanced, path, expected: "an open file", found: "none")
    }
    var full = account
    full.kept = current.kept
    full.duplicate += current.duplicate
    full.rejectedBy = current.rejectedBy
    guard full.isBalanced else {
      abandon()
      throw StoreError(
        .unbalanced, current.path,
        expected: "lines = header + blank + read, and read = kept + duplicate + rejected",
        found:
          "lines \(full.lines), header \(full.header), blank \(full.blank), read \(full.read), "
          + "kept \(full.kept), duplicate \(full.duplicate), rejected \(full.rejected)",
        hint: "this is a fault of the reader; nothing of the file was kept")
    }
    try current.rejects?.finish()
    let file = ImportedFile(
      number: current.number, file: identity, imported: Date().formatted(.iso8601),
      account: full, rejects: current.rejects?.name)
    waiting.append(file)
    nextFile += 1
    self.current = nil
    for (format, rows) in open {
      if staged[format] == nil {
        staged[format] = rows
      } else {
        staged[format]?.reserve(for: rows.count, upTo: limit)
        staged[format]?.append(rows)
      }
    }
    open = [:]
    if !spilled.isEmpty || staged.values.contains(where: { $0.count >= limit }) {
      try makeDurable()
    }
    return file
  }

  func abandon() {
    guard current != nil else { return }
    current = nil
    open = [:]
    for segment in spilled { SystemCalls.remove(segment.path) }
    spilled = []
    rememberStaged()
  }

  // MARK: - Segments

  /// Tells the finders anew which rows are in no segment.
  private func rememberStaged(and others: StagedRows? = nil) {
    let all = Array(staged.values) + Array(open.values) + (others.map { [$0] } ?? [])
    for family in finders.keys {
      finders[family]?.forgetStaged()
      for rows in all where rows.batch.format.family == family {
        finders[family]?.remember(rows.batch)
      }
    }
  }

  func write(_ rows: StagedRows) throws(StoreError) -> Segment {
    let number = nextSegment
    nextSegment += 1
    let path = "\(path)/\(RecordStore.eventsFolder)/\(Segment.name(number))"
    _ = try SegmentBuilder.write(rows, to: path, budget: budget)
    return try Segment(number: number, path: path)
  }

  @discardableResult
  private func makeDurable() throws(StoreError) -> [ImportedFile] {
    guard !waiting.isEmpty else { return [] }
    var added = spilled
    for format in EventFormat.allCases {
      if let rows = staged[format], rows.count > 0 { added.append(try write(rows)) }
    }
    try replace([], by: added, files: waiting)
    let files = waiting
    waiting = []
    staged = [:]
    spilled = []
    rememberStaged()
    // Looking for duplicates has filled memory with numbers.
    for segment in segments { segment.release() }
    onDurable?(files)
    return files
  }

  /// Puts segments, and the files whose rows they hold, in the place of others.
  func replace(_ removed: [Segment], by added: [Segment], files: [ImportedFile] = [])
    throws(StoreError)
  {
    for folder in [RecordStore.eventsFolder, RecordStore.rejectsFolder] {
      try SystemCalls.synchronise(folder: path + "/" + folder)
    }
    let gone = Set(removed.map(\.number))
    try ledger.commit(
      files: files,
      adding: added.map { Ledger.SegmentRow(number: $0.number, rows: $0.count, size: $0.size) },
      removing: gone.sorted())
    // Those who have them open keep them.
    for segment in removed { SystemCalls.remove(segment.path) }
    segments = (segments.filter { !gone.contains($0.number) } + added)
      .sorted { $0.number < $1.number }
  }

  /// Files have come in by another way than `begin`.
  func forgetNumbers() throws(StoreError) {
    nextFile = try ledger.nextFile()
    finders = [:]
  }

  /// Removes what an import that did not finish has left behind.
  private func sweep() throws(StoreError) {
    let named = Set(segments.map { Segment.name($0.number) })
    let events = path + "/" + RecordStore.eventsFolder
    for name in SystemCalls.names(in: events) ?? [] where !named.contains(name) {
      SystemCalls.remove(events + "/" + name)
    }
    let kept = Set(try ledger.files().compactMap(\.rejects))
    for name in SystemCalls.names(in: path + "/" + RecordStore.rejectsFolder) ?? [] {
      let name = RecordStore.rejectsFolder + "/" + name
      if !kept.contains(name) { SystemCalls.remove(path + "/" + name) }
    }
  }
}
