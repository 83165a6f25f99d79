public import EntenteRecord

/// What a record holds, in a few lines.
public struct RecordSummary: Sendable, Codable {
  public struct FormatRow: Sendable, Codable {
    public let format: EventFormat
    public let events: Int
    public let segments: Int
    public let from: Day?
    public let to: Day?
    /// Days of the span between the first and the last day with news: how many are what.
    public let covered: Int
    public let thin: Int
    public let missing: Int
  }

  public let path: String
  public let version: Int
  public let events: Int
  public let segments: Int
  public let bytes: Int
  public let from: Day?
  public let to: Day?
  public let formats: [FormatRow]
  /// Of all files together.
  public let account: RowAccount
  public let fileCount: Int
  /// Tables of states and years, by name.
  public let tables: [String]
  public private(set) var files: [ImportedFile]?

  public init(of store: RecordStore) throws(StoreError) {
    path = store.path
    version = Ledger.version
    events = store.count
    segments = store.segments.count
    bytes = store.segments.reduce(0) { $0 + $1.size }
    from = store.span?.from
    to = store.span?.to
    let imported = try store.files()
    files = imported
    fileCount = imported.count
    tables = try store.tables()?.schemas().map(\.name) ?? []
    account = imported.reduce(RowAccount()) { $0 + $1.account }
    formats = EventFormat.allCases.compactMap { format in
      let segments = store.segments.filter { $0.format == format }
      let spans = segments.compactMap(\.span)
      guard !segments.isEmpty else { return nil }
      let coverage = store.coverage(of: [format])
      let days = coverage.span.map { coverage.days(of: $0) }
      return FormatRow(
        format: format, events: segments.reduce(0) { $0 + $1.count }, segments: segments.count,
        from: spans.map(\.from).min(), to: spans.map(\.to).max(), covered: days?.covered ?? 0,
        thin: days?.thin ?? 0, missing: days?.missing ?? 0)
    }
  }

  /// The same without the list of files.
  public var withoutFiles: RecordSummary {
    var summary = self
    summary.files = nil
    return summary
  }

  /// For people.
  public func text(listingFiles: Bool) -> String {
    var lines = ["\(path): \(events) events in \(segments) segments, \(bytes >> 20) MB"]
    if let from, let to { lines.append("  from \(from) to \(to)") }
    for row in formats {
      let span = row.from.flatMap { from in row.to.map { "\(from) to \($0)" } } ?? "no days"
      lines.append(
        "  \(row.format): \(row.events) events, \(span); days with news: \(row.covered) covered, "
          + "\(row.thin) thin, \(row.missing) missing between the first and the last")
    }
    lines.append("  \(fileCount) files: \(Self.words(account))")
    if !tables.isEmpty { lines.append("  tables: \(tables.joined(separator: ", "))") }
    if listingFiles {
      for file in files ?? [] {
        lines.append("  \(file.number)  \(file.file.path)  \(Self.words(file.account))")
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func words(_ account: RowAccount) -> String {
    var words =
      "\(account.lines) lines, \(account.read) rows: \(account.kept) kept, "
      + "\(account.duplicate) duplicate, \(account.rejected) rejected"
    let reasons = account.rejectedBy.sorted { $0.key.rawValue < $1.key.rawValue }
    if !reasons.isEmpty {
      words += " (" + reasons.map { "\($0.key.rawValue) \($0.value)" }.joined(separator: ", ") + ")"
    }
    if account.leftOut > 0 { words += ", \(account.leftOut) left out by choice" }
    return words
  }
}
