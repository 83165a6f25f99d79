/// How far an import is.
public struct ImportProgress: Sendable {
  public var filesDone = 0
  public var files = 0
  /// Bytes as the files lie on the disk.
  public var bytesDone = 0
  public var bytes = 0
  /// Rows that were read so far.
  public var rows = 0
}
