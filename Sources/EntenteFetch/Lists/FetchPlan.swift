/// What a window needs, and what of it no list names.
package struct FetchPlan: Sendable {
  package let window: Range<QuarterHour>
  package let files: [ListedFile]
  /// Stretches of the window without a file, in order of time.
  package let gaps: [CoverageGap]

  package init(_ list: FileList, of source: FetchSource, window: Range<QuarterHour>) {
    self.window = window
    files = list.files
    var gaps: [CoverageGap] = []
    var open = window.lowerBound
    func close(until end: QuarterHour) {
      guard open < end else { return }
      // Silence before the first and after the last file has another reason than a hole between.
      let bounds = [source.begin, list.reach?.upperBound ?? source.begin]
      var start = open
      while start < end {
        let next = bounds.filter { $0 > start && $0 < end }.min() ?? end
        let reason: CoverageGap.Reason =
          if start < source.begin { .beforeFirst } else if start >= bounds[1] {
            .afterList
          } else {
            .notListed
          }
        gaps.append(CoverageGap(start..<next, reason))
        start = next
      }
    }
    for file in list.files {
      close(until: file.span.lowerBound)
      open = max(open, file.span.upperBound)
    }
    close(until: window.upperBound)
    self.gaps = gaps
  }
}

/// A stretch of time for which there is no file: not covered, which is not the same as quiet.
public struct CoverageGap: Hashable, Sendable {
  public enum Reason: String, Hashable, Sendable, Encodable {
    /// Before the publisher's first file.
    case beforeFirst
    /// The list goes on after it, and names no file for it.
    case notListed
    /// The list ends before it.
    case afterList
    /// Listed, and the server says that it has no such file (404 or 410).
    case absent

    public var text: String {
      switch self {
      case .beforeFirst: "before the first file published"
      case .notListed: "not in the list"
      case .afterList: "after the end of the list"
      case .absent: "in the list, not on the server"
      }
    }
  }

  public let span: Range<QuarterHour>
  public let reason: Reason

  package init(_ span: Range<QuarterHour>, _ reason: Reason) {
    self.span = span
    self.reason = reason
  }

  /// Quarters of an hour.
  public var quarters: Int { span.count }
}

extension CoverageGap: Encodable {
  private enum Key: String, CodingKey { case from, to, quarters, reason }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(span.lowerBound, forKey: .from)
    try container.encode(span.upperBound, forKey: .to)
    try container.encode(quarters, forKey: .quarters)
    try container.encode(reason, forKey: .reason)
  }
}
