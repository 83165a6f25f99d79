public import EntenteRecord
public import EntenteStore

/// What became of one input.
public struct ImportOutcome: Sendable {
  public enum Result: Sendable {
    case imported(ImportedFile)
    /// Read and not kept, as a survey does; with the first rejected rows.
    case read(RowAccount, [Rejection])
    /// The record has its contents already.
    case known(ImportedFile)
    /// Nothing of it was kept.
    case refused(RecordError)
    /// Part of a folder or archive, and no file of events.
    case passedOver(String)
    /// A table of the kind that `format` names, for `TablePlan`; nothing of it was read.
    case table
  }

  public let input: InputFile
  /// Name of the format; nil where none was found.
  public let format: String?
  /// How the format was told, where it was not given.
  public let reason: String?
  public let result: Result
}
