import EntenteRecord
import EntenteStore

/// Where the rows of an import go.
enum ImportDestination {
  case record(RecordWriter)
  /// Nowhere: they are counted only. The record, if there is one, tells which files it has.
  case nowhere(RecordStore?)

  /// Whether it is asked which files are there already.
  var isIdentifying: Bool {
    if case .nowhere(nil) = self { return false }
    return true
  }

  enum Start {
    case session(Session)
    case known(ImportedFile)
  }

  func begin(_ file: FileIdentity) throws(StoreError) -> Start {
    switch self {
    case .record(let writer):
      switch try writer.begin(file) {
      case .alreadyImported(let known): return .known(known)
      case .session(let session): return .session(.record(session))
      }
    case .nowhere(let store):
      if let known = try store?.importOf(file) { return .known(known) }
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

    func commit(_ account: RowAccount) throws(StoreError) -> ImportOutcome.Result {
      switch self {
      case .record(let session): return .imported(try session.commit(account))
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
