/// Where something stands in a file.
public struct Place: Hashable, Codable, Sendable, CustomStringConvertible {
  /// As the user wrote it, or relative to the case.
  public let file: String
  /// From 1; 0 means the file as a whole.
  public let line: Int

  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  public var description: String { line > 0 ? "\(file):\(line)" : file }
}
