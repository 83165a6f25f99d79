import EntenteRecord

/// The rejected rows of some imports: file, line, field, reason, what was found, and the row whole.
///
/// Six columns with tabs between; the last is the row as it stood in its file, tabs and all.
final class RejectsFile {
  /// Under the record's folder.
  let name: String
  private let file: FileWriter
  private var buffer: [UInt8] = []
  static let header = "file\tline\tfield\treason\tfound\trow\n"

  init(_ name: String, in folder: String, budget: WriteBudget?) throws(StoreError) {
    self.name = name
    file = try FileWriter(folder + "/" + name, budget: budget)
    buffer += RejectsFile.header.utf8
  }

  static func name(_ number: UInt32) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits + ".tsv"
  }

  func append(_ rejection: Rejection, of path: String, row: UnsafeRawBufferPointer)
    throws(StoreError)
  {
    buffer += RejectsFile.cell(path).utf8
    buffer += "\t\(rejection.line)\t".utf8
    buffer += RejectsFile.cell(rejection.field).utf8
    buffer += "\t\(rejection.reason.rawValue)\t".utf8
    buffer += RejectsFile.cell(rejection.found).utf8
    buffer.append(9)
    buffer.append(contentsOf: row)
    buffer.append(10)
    if buffer.count >= 1 << 16 { try drain() }
  }

  func finish() throws(StoreError) {
    try drain()
    try file.finish()
  }

  private func drain() throws(StoreError) {
    let bytes = buffer
    buffer.removeAll(keepingCapacity: true)
    let result: Result<Void, StoreError> = bytes.withUnsafeBytes { bytes in
      do throws(StoreError) {
        try file.append(bytes)
        return .success(())
      } catch { return .failure(error) }
    }
    try result.get()
  }

  /// Keeps a cell from breaking its line.
  private static func cell(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 32 }) else { return text }
    return Fault.quoted(text)
  }
}
