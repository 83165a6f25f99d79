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
    /// imported, read (without being kept), known, refused or passed-over.
    let status: String
    let account: RowAccount?
    /// File of the rejected rows, in the record.
    let rejects: String?
    let note: String?
  }

  let record: String?
  let files: [File]
  /// Of the files imported or read by this run.
  let total: RowAccount
  let refusals: [Fault]
  /// The first rejected rows of a dry run, one a line.
  let rejections: [String]
  /// Whether events were read that other files may have too, without looking for them.
  private let leavesRepeats: Bool

  private enum CodingKeys: String, CodingKey { case record, files, total }

  /// - Parameter tables: what came of the tables among the inputs, by their places.
  init(_ outcomes: [ImportOutcome], tables: [Int: TableOutcome] = [:], record: String?) {
    self.record = record
    var total = RowAccount()
    var refusals: [Fault] = []
    var rejections: [String] = []
    files = outcomes.enumerated().map { place, outcome in
      func file(
        _ status: String, _ account: RowAccount? = nil, rejects: String? = nil,
        note: String? = nil
      ) -> File {
        File(
          file: outcome.input.name, format: outcome.format, why: outcome.reason, status: status,
          account: account, rejects: rejects.map { "\(record ?? "")/\($0)" }, note: note)
      }
      switch outcome.result {
      case .imported(let imported):
        total = total + imported.account
        return file("imported", imported.account, rejects: imported.rejects)
      case .read(let account, let rejected):
        total = total + account
        rejections += rejected.map {
          ImportReport.line(of: $0, in: outcome.input)
        }
        return file("read", account)
      case .known(let imported):
        return file(
          "known", imported.account, rejects: imported.rejects,
          note: "imported \(imported.imported) as \(imported.file.path)")
      case .refused(let error):
        refusals += error.faults
        return file("refused", note: error.description)
      case .passedOver(let why): return file("passed-over", note: why)
      case .table:
        guard let found = tables[place] else {
          return file("passed-over", note: "a table, which is no file of events")
        }
        return ImportReport.file(
          found, of: outcome.format ?? "", why: outcome.reason, record: record, &total, &refusals,
          &rejections)
      }
    }
    self.total = total
    self.refusals = refusals
    self.rejections = rejections
    leavesRepeats = outcomes.contains { if case .read = $0.result { true } else { false } }
  }

  /// What an import of tables of one kind did.
  init(_ outcomes: [TableOutcome], of table: String, record: String?) {
    self.record = record
    var total = RowAccount()
    var refusals: [Fault] = []
    var rejections: [String] = []
    files = outcomes.map {
      ImportReport.file(
        $0, of: table, why: nil, record: record, &total, &refusals, &rejections)
    }
    self.total = total
    self.refusals = refusals
    self.rejections = rejections
    leavesRepeats = false
  }

  private static func file(
    _ outcome: TableOutcome, of table: String, why: String?, record: String?,
    _ total: inout RowAccount, _ refusals: inout [Fault], _ rejections: inout [String]
  ) -> File {
    func file(_ status: String, _ taken: TableFile? = nil, note: String? = nil) -> File {
      let isKept = status != "read" && taken?.account.rejected ?? 0 > 0
      return File(
        file: outcome.input.name, format: table, why: why, status: status,
        account: taken?.account,
        rejects: isKept ? record.map { "\($0)/tables.sqlite" } : nil, note: note)
    }
    switch outcome.result {
    case .imported(let taken):
      total = total + taken.account
      return file("imported", taken)
    case .read(let taken, let rejected):
      total = total + taken.account
      rejections += rejected.map { line(of: $0, in: outcome.input) }
      return file("read", taken)
    case .known(let taken):
      return file("known", taken, note: "imported \(taken.imported) as \(taken.file.path)")
    case .refused(let error):
      refusals += error.faults
      return file("refused", note: error.description)
    }
  }

  private static func line(of rejection: Rejection, in input: InputFile) -> String {
    "\(input.name):\(rejection.line): \(rejection.field): "
      + "rejected for \(rejection.reason.rawValue), found \(rejection.found)"
  }

  /// The account of the run, and of each file where there are few.
  var text: String {
    var lines: [String] = []
    for file in files where files.count <= 20 || file.status == "imported" && file.rejects != nil {
      if let why = file.why { lines.append("\(file.file): \(file.format ?? ""), told by \(why)") }
      if files.count > 1 || !["imported", "read"].contains(file.status) {
        lines.append(line(of: file))
      }
    }
    if lines.count > 40 {
      lines = lines.prefix(40) + ["... and \(lines.count - 40) more lines; --json tells all"]
    }
    let counts = ["imported", "read", "known", "refused", "passed-over"].compactMap {
      status -> String? in
      let count = files.count { $0.status == status }
      guard count > 0 else { return nil }
      let word =
        status == "known"
        ? "in the record already" : status == "read" ? "read and not imported" : status
      return "\(Wording.count(count, "file")) \(word)"
    }
    lines.append(counts.joined(separator: ", "))
    lines.append(
      "\(Wording.count(total.lines, "line")): \(Wording.count(total.read, "row")), "
        + "\(Wording.count(total.header, "header")), \(total.blank) blank")
    lines.append(
      "\(Wording.count(total.read, "row")): \(total.kept) kept, \(total.duplicate) duplicate, "
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
    lines += rejections.prefix(20).map { "  \($0)" }
    if rejections.count > 20 { lines.append("  and more; the import keeps all rejected rows") }
    lines.append(
      files.contains { $0.status == "read" }
        ? "nothing was written"
          + (leavesRepeats ? "; events that two files have were not sought" : "")
        : "record: \(record ?? "")")
    return lines.joined(separator: "\n")
  }

  private func line(of file: File) -> String {
    guard ["imported", "read"].contains(file.status), let account = file.account else {
      return "\(file.file): \(file.status)" + (file.note.map { ", \($0)" } ?? "")
    }
    return "\(file.file): \(Wording.count(account.read, "row")), \(account.kept) kept, "
      + "\(account.duplicate) duplicate, \(account.rejected) rejected"
      + (file.rejects.map { ", see \($0)" } ?? "")
  }
}
