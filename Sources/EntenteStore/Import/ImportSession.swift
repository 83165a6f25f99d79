public import EntenteRecord

/// What begins when a file is offered to a record.
public enum ImportStart {
  case session(ImportSession)
  /// The record has the contents of the file; this is how it got them.
  case alreadyImported(ImportedFile)
}

/// How a file ends that was begun before its contents were known.
public enum ImportEnd {
  case imported(ImportedFile)
  /// The record has the contents of the file already; nothing was added.
  case alreadyImported(ImportedFile)
}

/// One file on its way into a record: committed whole, or not at all.
///
/// A session that is neither committed nor abandoned leaves no trace.
public final class ImportSession {
  private let writer: RecordWriter
  private var isOpen = true

  init(_ writer: RecordWriter) { self.writer = writer }

  deinit { abandon() }

  /// Adds events, in the order of the file; those that the record has are counted and left out.
  ///
  /// The batch may be of any size, and batches of one file may be of several formats.
  public func append(_ batch: EventBatch) throws(StoreError) { try writer.append(batch) }

  /// Writes a row that cannot be used to the file of rejects; `row` is its bytes, without the end of
  /// the line.
  public func reject(_ rejection: Rejection, row: UnsafeRawBufferPointer) throws(StoreError) {
    try writer.reject(rejection, row: row)
  }

  /// Finishes the file.
  ///
  /// The reader's account says what it saw: lines, header, blank, read, notes, and duplicates that it
  /// left out itself. The store adds what it did: kept, duplicate, and rejected by reason.
  ///
  /// - Returns: the file with its full account. It is on the disk after the writer's next `flush()`.
  /// - Throws: `.unbalanced` if the account does not add up, after which nothing of the file is kept;
  ///   `.unwritable`.
  @discardableResult
  public func commit(_ account: RowAccount) throws(StoreError) -> ImportedFile {
    isOpen = false
    return try writer.commit(account)
  }

  /// Finishes a file that was begun without its identity, as `commit(_:)` does.
  public func commit(_ account: RowAccount, as file: FileIdentity) throws(StoreError) -> ImportEnd {
    isOpen = false
    return try writer.commit(account, as: file)
  }

  /// Leaves the record as if the file had never been begun.
  public func abandon() {
    if isOpen { writer.abandon() }
    isOpen = false
  }
}

extension RecordStore {
  /// Takes the right to write to the record, for as long as the writer lives.
  ///
  /// - Throws: `.locked`, naming who holds it, after so many seconds; `.unwritable`.
  public func writer(wait: Double = 0) throws(StoreError) -> RecordWriter {
    try RecordWriter(self, wait: wait)
  }
}
