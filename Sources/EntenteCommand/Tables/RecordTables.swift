import ArgumentParser
import EntenteRecord
import EntenteSources
import EntenteStore

/// Brings files into the tables of a record, for `entente import`.
struct RecordTables {
  let descriptor: TableDescriptor
  let replacing: Bool
  let record: String
  let wait: Double

  /// The kind of a name; nil where `name` is no kind of table.
  static func descriptor(_ name: String, mapping: String?) throws -> TableDescriptor? {
    guard name == "csv" else {
      guard mapping == nil else { throw ValidationError("--mapping: expected the format csv") }
      return TableImporter.descriptor(of: name)
    }
    guard let mapping else {
      throw ValidationError(
        "csv: expected --mapping FILE, which says what the columns mean; see docs/tables.md")
    }
    return try TableMapping.descriptor(at: mapping)
  }

  func run(_ files: [String], json: Bool) throws {
    // Before the record is made: a mistyped path leaves none behind.
    let plan = try ImportPlan(files)
    let outcomes = try RecordLocation.writing {
      let store = try RecordStore.openOrCreate(at: record)
      return try TableImporter(descriptor, replacing: replacing)
        .run(plan, into: TableWriter(store, wait: wait))
    }
    for outcome in outcomes where !outcome.ignored.isEmpty {
      Streams.log(
        "\(outcome.input.name): columns left out: \(outcome.ignored.joined(separator: ", "))")
    }
    let report = ImportReport(outcomes, of: descriptor.schema.name, record: record)
    if json {
      try printJSON(report)
    } else {
      Streams.print(report.text)
    }
    guard report.refusals.isEmpty else {
      if json { throw ExitCode(2) }
      throw RecordError(.invalid, report.refusals)
    }
  }
}

extension ImportReport {
  /// What an import of tables did.
  init(_ outcomes: [TableOutcome], of table: String, record: String) {
    self.record = record
    var total = RowAccount()
    var refusals: [Fault] = []
    files = outcomes.map { outcome in
      func file(_ status: String, _ taken: TableFile? = nil, note: String? = nil) -> File {
        File(
          file: outcome.input.name, format: table, why: nil, status: status,
          account: taken?.account,
          rejects: taken.flatMap { $0.account.rejected > 0 ? "\(record)/tables.sqlite" : nil },
          note: note)
      }
      switch outcome.result {
      case .imported(let taken):
        total = total + taken.account
        return file("imported", taken)
      case .known(let taken):
        return file("known", taken, note: "imported \(taken.imported) as \(taken.file.path)")
      case .refused(let error):
        refusals += error.faults
        return file("refused", note: error.description)
      }
    }
    self.total = total
    self.refusals = refusals
    rejections = []
  }
}
