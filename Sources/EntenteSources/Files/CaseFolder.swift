import EntenteRecord
import EntenteStore

/// The folder of a case: hands out the bytes of its files and remembers their digests.
final class CaseFolder {
  static let yamlLimit = 8 << 20
  static let tableLimit = 512 << 20
  static let files = [
    "case.yaml", "chronology.csv", "categories.csv", "facts.csv", "ties.csv", "attributes.csv",
    "documents.yaml", "claims.yaml", "questions.yaml",
  ]

  let faults: FaultList
  private let path: String
  /// With symbolic links followed.
  private let root: String
  private var read: [String: CaseFile] = [:]

  /// Nil, with a fault, if there is no such folder.
  init?(_ path: String, faults: FaultList) {
    guard !path.utf8.contains(0), SystemCalls.isFolder(path), let root = FileBytes.resolved(path)
    else {
      faults.add(
        Place(file: path, line: 0), "case", expected: "a folder with a case.yaml",
        found: FileBytes.resolved(path) == nil ? "nothing there" : "a file",
        hint: "entente case new DIR makes one")
      return nil
    }
    self.path = path
    self.root = root
    self.faults = faults
  }

  /// Digests of all files read, in order of path.
  var digests: [CaseFile] { read.values.sorted { $0.path < $1.path } }

  func setRows(_ rows: Int, of file: String) {
    guard let known = read[file] else { return }
    read[file] = CaseFile(path: file, sha256: known.sha256, rows: rows)
  }

  /// A file in the case folder is there and named almost like one of the case's files.
  func reportMisspelledFiles() {
    let names = SystemCalls.names(in: path) ?? []
    for name in names where !CaseFolder.files.contains(name) {
      guard name.hasSuffix(".csv") || name.hasSuffix(".yaml") || name.hasSuffix(".yml"),
        let near = NearSpelling.of(name, among: CaseFolder.files), !names.contains(near)
      else { continue }
      faults.add(
        Place(file: name, line: 0), "file", expected: "a name of a case's file",
        found: Fault.quoted(name), hint: "did you mean \(near)?")
    }
  }

  /// The bytes of a file that a case may do without: nil without a fault if it is not there.
  func optional(_ file: String, limit: Int) -> [UInt8]? {
    guard FileBytes.resolved(path + "/" + file) != nil else { return nil }
    return bytes(of: file, limit: limit, from: fileCell(file))
  }

  func required(_ file: String, limit: Int) -> [UInt8]? {
    bytes(of: file, limit: limit, from: fileCell(file))
  }

  /// The bytes of the file that a cell names.
  func named(by cell: Cell, limit: Int) -> [UInt8]? {
    guard isPlain(cell, hint: "write it like series/name.csv") else { return nil }
    return bytes(of: cell.text, limit: limit, from: cell)
  }

  /// Whether a cell's path cannot leave the folder by how it is written.
  private func isPlain(_ cell: Cell, hint: String) -> Bool {
    let parts = cell.text.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain =
      !cell.text.isEmpty && !cell.text.utf8.contains(0) && !cell.text.hasPrefix("/")
      && !parts.contains("..") && !parts.contains("")
    if !isPlain { cell.fault(expected: "a path inside the case folder", hint: hint) }
    return isPlain
  }

  /// Whether a path of the folder does not lead out of it by a link; the folder itself is inside only
  /// where that is said.
  private func staysInside(
    _ file: String, _ cell: Cell, orIsRoot: Bool = false, hint: String? = nil
  ) -> Bool {
    guard let resolved = FileBytes.resolved(path + "/" + file),
      !(orIsRoot && resolved == root), !resolved.hasPrefix(root + "/")
    else { return true }
    cell.fault(
      expected: "a path inside the case folder", found: "\(Fault.quoted(file)), which links out",
      hint: hint)
    return false
  }

  /// Where the folder that a cell names stands on the disk.
  func path(named cell: Cell) -> String? {
    guard isPlain(cell, hint: "write it like record"), staysInside(cell.text, cell) else {
      return nil
    }
    return path + "/" + cell.text
  }

  /// Remembers a folder that was read, by a digest of what it holds.
  func note(_ file: String, digest: String, rows: Int) {
    read[file] = CaseFile(path: file, sha256: digest, rows: rows)
  }

  private func fileCell(_ file: String) -> Cell {
    Cell(text: file, place: Place(file: file, line: 0), field: "file", faults: faults)
  }

  private func bytes(of file: String, limit: Int, from cell: Cell) -> [UInt8]? {
    let full = path + "/" + file
    guard staysInside(file, cell, orIsRoot: true, hint: "copy the file into the case") else {
      return nil
    }
    do {
      let bytes = try FileBytes.read(full, limit: limit)
      read[file] = CaseFile(path: file, sha256: SHA256.hex(of: bytes), rows: 0)
      return bytes
    } catch {
      report(error, file, limit, cell)
      return nil
    }
  }

  private func report(_ failure: FileBytes.Failure, _ file: String, _ limit: Int, _ cell: Cell) {
    switch failure {
    case .missing:
      let folder = file.split(separator: "/").dropLast().joined(separator: "/")
      let siblings = (SystemCalls.names(in: path + "/" + folder) ?? [])
        .map { folder.isEmpty ? $0 : folder + "/" + $0 }
      let near = NearSpelling.of(file, among: siblings)
      cell.fault(
        expected: "a file of the case", found: "no file \(Fault.quoted(file))",
        hint: near.map { "did you mean \($0)?" })
    case .denied:
      cell.fault(expected: "a file that may be read", found: "\(Fault.quoted(file)), which may not")
    case .notAFile:
      cell.fault(expected: "a file", found: "\(Fault.quoted(file)), which is none")
    case .tooLarge(let size):
      cell.fault(
        expected: "at most \(limit >> 20) MB", found: "\((size + (1 << 20) - 1) >> 20) MB")
    case .unreadable:
      cell.fault(expected: "a file that can be read", found: "an error of the disk")
    }
  }
}
