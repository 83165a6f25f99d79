import EntenteRecord

/// A row that an import could not use, as the record keeps it.
public struct RejectedRow: Hashable, Sendable {
  public let file: String
  public let line: Int
  public let field: String
  public let reason: String
  /// Quoted, and cut at 60 characters.
  public let found: String
  /// The bytes of the row as it stood.
  public let row: [UInt8]
}

extension RecordStore {
  /// Calls `body` with every rejected row, file by file, until it returns false; those of tables come
  /// last.
  ///
  /// - Throws: `.damaged` where a file of rejects is missing or is none.
  public func forEachReject(_ body: (RejectedRow) -> Bool) throws(StoreError) {
    for name in try files().compactMap(\.rejects) {
      guard let file = MappedFile(path + "/" + name) else {
        throw StoreError(
          .damaged, path + "/" + name, expected: "a file of rejects", found: SystemCalls.reason)
      }
      let header = Array(RejectsFile.header.utf8)
      guard file.bytes.prefix(header.count).elementsEqual(header) else {
        throw StoreError(
          .damaged, path + "/" + name, expected: "a file of rejects with its header",
          found: "another file")
      }
      var rest = file.bytes.dropFirst(header.count)
      while let end = rest.firstIndex(of: 10) {
        let cells = rest[rest.startIndex..<end].split(
          separator: 9, maxSplits: 5, omittingEmptySubsequences: false)
        rest = rest[(end + 1)...]
        guard cells.count == 6 else {
          throw StoreError(
            .damaged, path + "/" + name, expected: "rows of six cells", found: "\(cells.count)")
        }
        func text(_ i: Int) -> String { String(decoding: cells[i], as: UTF8.self) }
        let row = RejectedRow(
          file: text(0), line: Int(text(1)) ?? 0, field: text(2), reason: text(3), found: text(4),
          row: Array(cells[5]))
        guard body(row) else { return }
      }
    }
    try tables()?.forEachReject(body)
  }
}
