import EntenteRecord
import GRDB

extension RowAccount {
  /// An account as the databases of a record keep it: counts in a row, what was rejected and noted beside.
  ///
  /// - Parameters:
  ///   - rejections: rows by reason; a word that this version does not know is passed over.
  ///   - notes: rows by note.
  init(_ row: Row, rejections: [String: Int]?, notes: [String: Int]?) {
    self.init()
    lines = row["lines"]
    header = row["header"]
    blank = row["blank"]
    read = row["read"]
    kept = row["kept"]
    duplicate = row["duplicate"]
    for (word, rows) in rejections ?? [:] {
      if let reason = Rejection.Reason(rawValue: word) { rejectedBy[reason] = rows }
    }
    self.notes = notes ?? [:]
  }
}
