import ArgumentParser
import EntenteRecord
import EntenteSources
import EntenteStore

/// Brings files into the tables of a record, for `entente import`.
struct RecordTables {
  let replacing: Bool
  let from: Day?
  let to: Day?
  /// Nil where nothing is written and there is no record to compare with.
  let record: String?
  let isKept: Bool
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

  /// Imports files of one kind.
  func run(_ descriptor: TableDescriptor, _ files: [String]) throws -> ImportReport {
    // Before the record is made: a mistyped path leaves none behind.
    let plan = try ImportPlan(files)
    let importer = TableImporter(descriptor, replacing: replacing, from: from, to: to)
    let outcomes = try RecordLocation.writing {
      isKept
        ? try importer.run(plan, into: try writer())
        : try importer.survey(plan, against: try RecordLocation.existing(record))
    }
    RecordTables.tellIgnored(outcomes)
    return ImportReport(outcomes, of: descriptor.schema.name, record: record)
  }

  /// Imports the tables that were found among files of all sorts.
  func run(_ plan: TablePlan) throws -> [Int: TableOutcome] {
    guard !plan.isEmpty else { return [:] }
    let outcomes = try RecordLocation.writing {
      try plan.run(
        into: try writer(), isKept: isKept, replacing: replacing, from: from, to: to)
    }
    RecordTables.tellIgnored(outcomes.sorted { $0.key < $1.key }.map(\.value))
    return outcomes
  }

  private func writer() throws -> TableWriter {
    guard isKept, let record else {
      return try TableWriter(rehearsing: try RecordLocation.existing(record))
    }
    return try TableWriter(RecordStore.openOrCreate(at: record), wait: wait)
  }

  private static func tellIgnored(_ outcomes: [TableOutcome]) {
    for outcome in outcomes where !outcome.ignored.isEmpty {
      Streams.log(
        "\(outcome.input.name): columns left out: \(outcome.ignored.joined(separator: ", "))")
    }
  }
}
