import EntenteRecord

/// A table in a file of the user's own, outside any case.
struct OwnTable {
  static let limit = 2 << 30
  private static let faultLimit = 100

  let faults = FaultList()
  let path: String

  init(_ path: String) { self.path = path }

  /// The bytes of the file.
  ///
  /// - Throws: `RecordError` with `.unreadable`.
  func bytes() throws(RecordError) -> [UInt8] {
    let found = FaultList()
    guard let bytes = TableBytes.read(path, limit: Self.limit, faults: found) else {
      throw RecordError(.unreadable, found.listed(Self.faultLimit))
    }
    return bytes
  }

  func table(_ bytes: [UInt8]) -> CSVTable? { CSVTable(bytes, file: path, faults: faults) }

  /// Throws every fault found so far, if there is any.
  func check() throws(RecordError) {
    guard !faults.isEmpty else { return }
    throw RecordError(
      .invalid, faults.listed(Self.faultLimit), omitted: faults.omitted(Self.faultLimit))
  }

  /// Notes that the table holds no row.
  func reportEmpty() {
    faults.add(
      Place(file: path, line: 0), "rows", expected: "at least one row", found: "a header alone")
  }
}
