/// Which file events come from: by its contents, whatever it is called.
public struct FileIdentity: Hashable, Sendable, Codable {
  /// As the user gave it; a member of an archive is `archive.zip/member`.
  public let path: String
  /// Bytes, as the file lies on the disk.
  public let size: Int
  /// Digest of those bytes, with the name of the method: `xxh64:0123456789abcdef`.
  public let digest: String

  public init(path: String, size: Int, digest: String) {
    self.path = path
    self.size = size
    self.digest = digest
  }
}
