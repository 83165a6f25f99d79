public import EntenteRecord

/// A file whose rows are in a table of the record, and where every line of it went.
public struct TableFile: Hashable, Sendable, Codable {
  /// Its number among the files of tables, by which rows name it.
  public let number: Int
  /// Name of the table.
  public let table: String
  public let file: FileIdentity
  /// When it was imported, in UTC.
  public let imported: String
  public let account: RowAccount
  /// Digest of the values kept from it, in the order of its lines.
  public let content: String
}
