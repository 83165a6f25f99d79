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
    let found: String
    do {
      return try FileBytes.read(path, limit: Self.limit)
    } catch .missing {
      found = "no such file"
    } catch .denied {
      found = "a file that may not be read"
    } catch .notAFile {
      found = "a folder or a device"
    } catch .tooLarge(let size) {
      found = "\(size) bytes, more than \(Self.limit)"
    } catch {
      found = "a file that cannot be read"
    }
    throw RecordError(
      .unreadable,
      [Fault(Place(file: path, line: 0), "file", expected: "a CSV file", found: found)])
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
