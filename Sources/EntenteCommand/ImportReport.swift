import EntenteBrief
import EntenteRecord
import EntenteSources
import EntenteStore

/// What an import did, for people and as JSON.
struct ImportReport: Encodable {
  struct File: Encodable {
    let file: String
    let format: String?
    /// How the format was told, where it was not given.
    let why: String?
    /// imported, known, refused or passed-over.
    let status: String
    let account: RowAccount?
    /// File of the rejected rows, in the record.
    let rejects: String?
    let note: String?
  }

  let record: String
  let files: [File]
  /// Of the files imported by this run.
  let total: RowAccount
  let refusals: [Fault]

  private enum CodingKeys: String, CodingKey { case record, files, total }

  init(_ outcomes: [ImportOutcome], record: String) {
    self.record = record
    var total = RowAccount()
    var refusals: [Fault] = []
    files = outcomes.map { outcome in
      func file(
        _ status: String, _ imported: ImportedFile? = nil, note: String? = nil
      ) -> File {
        File(
          file: outcome.input.name, format: outcome.format, why: outcome.reason, status: status,
          account: imported?.account, rejects: imported?.rejects.map { "\(record)/\($0)" },
          note: note)
      }
      switch outcome.result {
      case .imported(let imported):
        total = total + imported.account
        return file("imported", imported)
      case .known(let imported):
        return file(
          "known", imported, note: "imported \(imported.imported) as \(imported.file.path)")
      case .refused(let error):
        refusals += error.faults
        return file("refused", note: error.description)
      case .passedOver(let why): return file("passed-over", note: why)
      }
    }
    self.total = total
    self.refusals = refusals
  }

  /// The account of the run, and of each file where there are few.
  var text: String {
    var lines: [String] = []
    for file in files where files.count <= 20 || file.status == "imported" && file.rejects != nil {
      if let why = file.why { lines.append("\(file.file): \(file.format ?? ""), told by \(why)") }
      if files.count > 1 || file.status != "imported" { lines.append(line(of: file)) }
    }
    if lines.count > 40 {
      lines = lines.prefix(40) + ["... and \(lines.count - 40) more lines; --json tells all"]
    }
    let counts = ["imported", "known", "refused", "passed-over"].compactMap { status -> String? in
      let count = files.count { $0.status == status }
      guard count > 0 else { return nil }
      let word = status == "known" ? "in the record already" : status
      return "\(Wording.count(count, "file")) \(word)"
    }
    lines.append(counts.joined(separator: ", "))
    lines.append(
      "\(total.lines) lines: \(total.read) rows, \(total.header) headers, \(total.blank) blank")
    lines.append(
      "\(total.read) rows: \(total.kept) kept, \(total.duplicate) duplicate, "
        + "\(total.rejected) rejected"
        + (total.leftOut > 0 ? ", \(total.leftOut) left out by choice" : ""))
    for (reason, count) in total.rejectedBy.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      lines.append("  rejected for \(reason.rawValue): \(count)")
    }
    for (note, count) in total.notes.sorted(by: { $0.key < $1.key })
    where note != RowAccount.leftOutNote {
      lines.append("  note: \(count) \(note)")
    }
    let rejects = files.compactMap { $0.status == "imported" ? $0.rejects : nil }
    if let first = rejects.first {
      lines.append(
        "rejected rows: \(first)" + (rejects.count > 1 ? " and \(rejects.count - 1) more" : ""))
    }
    lines.append("record: \(record)")
    return lines.joined(separator: "\n")
  }

  private func line(of file: File) -> String {
    guard file.status == "imported", let account = file.account else {
      return "\(file.file): \(file.status)" + (file.note.map { ", \($0)" } ?? "")
    }
    return "\(file.file): \(account.read) rows, \(account.kept) kept, "
      + "\(account.duplicate) duplicate, \(account.rejected) rejected"
      + (file.rejects.map { ", see \($0)" } ?? "")
  }
}
