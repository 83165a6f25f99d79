/// What a fetch did, and what of its window is not covered.
public struct FetchReport: Sendable, Encodable {
  public struct List: Sendable, Encodable {
    public let names: [String]
    /// The list was there from an earlier run, and reaches past the window.
    public let wasReused: Bool
    public let account: FileList.Account
    /// Malformed lines, the first of them.
    public let faults: [String]
    /// Its last line is cut off.
    public let isCut: Bool
    public let reachesTo: QuarterHour?
  }

  public struct Failure: Sendable, Encodable {
    public let file: String
    public let reason: String
  }

  public let source: String
  public let base: String
  public let from: QuarterHour
  /// Where the window ends; the last quarter of an hour lies before it.
  public let to: QuarterHour
  /// The folder of this source in the mirror.
  public let folder: String
  /// Globs that match the files of the window there, for the importer.
  public let patterns: [String]
  public let list: List
  /// Files that the list names for the window.
  public var listed: Int
  public var present = 0
  public var fetched = 0
  /// Files that went on from what an earlier try or run had left.
  public var resumed = 0
  /// Requests beyond the first for a file.
  public var repeats = 0
  /// Bytes that came over the network for files, those thrown away included.
  public var receivedBytes = 0
  public var failures: [Failure] = []
  /// Not covered: no file listed, or none on the server.
  public var gaps: [CoverageGap]
  /// Why the run stopped before its end.
  public var stopped: String?

  /// Files that were not tried because the run stopped.
  public var untried = 0

  /// Nothing failed.
  ///
  /// What the publisher does not have is a gap and no failure, unless the server has none of the
  /// files that its list names.
  public var isComplete: Bool {
    failures.isEmpty && untried == 0 && stopped == nil && !(listed > 0 && present + fetched == 0)
  }
}

/// A file in its place, checked.
public struct FetchedFile: Hashable, Sendable {
  public let path: String
  public let name: String
  public let size: Int
}

/// How far a fetch has come.
public struct FetchProgress: Sendable {
  public let done: Int
  public let total: Int
  public let receivedBytes: Int
  /// Bytes of the files done, fetched or there before.
  public let doneBytes: Int
  public let totalBytes: Int
}
