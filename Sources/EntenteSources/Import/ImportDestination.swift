import EntenteRecord
import EntenteStore

/// Where the rows of an import go.
enum ImportDestination {
  case record(RecordWriter)
  /// Nowhere: they are counted only. The record, if there is one, tells which files it has.
  case nowhere(RecordStore?)

  /// What files it has already, as far as their sizes tell, and whether it keeps who a file is.
  func identification() throws(StoreError) -> Identification {
    switch self {
    case .record(let writer):
      Identification(knownSizes: try writer.sizesOfFiles(), isKept: true)
    case .nowhere(let store):
      Identification(knownSizes: try store?.sizesOfFiles() ?? [], isKept: false)
    }
  }

  /// When a file must be told from others.
  struct Identification: Sendable {
    /// A file of one of these sizes may be known, and is digested before anything else is done.
    var knownSizes: Set<Int>
    /// Whether every file is digested, at the latest while it is read.
    let isKept: Bool
  }

  enum Start {
    case session(Session)
    case known(ImportedFile)
  }

  /// Begins a file; nil stands for one whose contents are known only when it was read.
  func begin(_ file: FileIdentity?, at path: String) throws(StoreError) -> Start {
    switch self {
    case .record(let writer):
      guard let file else { return .session(.record(try writer.begin(unread: path))) }
      switch try writer.begin(file) {
      case .alreadyImported(let known): return .known(known)
      case .session(let session): return .session(.record(session))
      }
    case .nowhere(let store):
      if let file, let known = try store?.importOf(file) { return .known(known) }
      return .session(.nowhere(Survey()))
    }
  }

  /// The first rejected rows of a file that is read and not kept.
  final class Survey {
    static let limit = 10
    var rejections: [Rejection] = []
  }

  /// One file on its way.
  enum Session {
    case record(ImportSession)
    case nowhere(Survey)

    func append(_ batch: EventBatch) throws(StoreError) {
      if case .record(let session) = self { try session.append(batch) }
    }

    func reject(_ rejection: Rejection, row: UnsafeRawBufferPointer) throws(StoreError) {
      switch self {
      case .record(let session): try session.reject(rejection, row: row)
      case .nowhere(let survey):
        if survey.rejections.count < Survey.limit { survey.rejections.append(rejection) }
      }
    }

    /// - Parameter file: who the file is, if it was begun without.
    func commit(_ account: RowAccount, as file: FileIdentity?) throws(StoreError)
      -> ImportOutcome.Result
    {
      switch self {
      case .record(let session):
        guard let file else { return .imported(try session.commit(account)) }
        switch try session.commit(account, as: file) {
        case .imported(let file): return .imported(file)
        case .alreadyImported(let file): return .known(file)
        }
      case .nowhere(let survey):
        var full = account
        full.kept = full.read - full.duplicate - full.rejected - full.leftOut
        return .read(full, survey.rejections)
      }
    }

    func abandon() {
      if case .record(let session) = self { session.abandon() }
    }
  }
}
