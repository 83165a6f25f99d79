public import EntenteRecord

/// A file whose events are in the record, and where every line of it went.
public struct ImportedFile: Hashable, Sendable, Codable {
  /// Its number in the record, by which events name it.
  public let number: UInt32
  public let file: FileIdentity
  /// When the import was finished, in UTC, as `2026-11-25T20:45:45Z`.
  public let imported: String
  public let account: RowAccount
  /// Name of the file, in the record's folder, that holds the rejected rows; nil if there are none.
  public let rejects: String?

  public init(
    number: UInt32, file: FileIdentity, imported: String, account: RowAccount, rejects: String?
  ) {
    self.number = number
    self.file = file
    self.imported = imported
    self.account = account
    self.rejects = rejects
  }
}
