import ArgumentParser
import EntenteBrief
import EntenteRecord
import EntenteStore

struct TablesCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "tables", abstract: "Lists the tables of a record, or the rows of one.",
    discussion: """
      Example:
        entente tables world
        entente tables world cow-nmc --from 2010 --actors CHN,JPN,USA --csv

      Tables come from entente import KIND FILE; docs/tables.md lists the kinds and their columns.
      """)

  @Argument(help: "The record's folder.", completion: .directory) var record: String
  @Argument(help: "A table of it; all are listed without it.") var name: String?
  @Option(help: "First year or day, as 1950 or 1950-06-25.") var from: String?
  @Option(help: "Last year or day.") var to: String?
  @Option(help: "States, as CHN,PRK: rows all of whose states are among them.") var actors: String?
  @Option(help: "At most so many rows; 0 for all. Without it 50 lines of text, or all.")
  var limit: Int?
  @Flag(help: "Say what the columns mean, and print no rows.") var columns = false
  @Flag(help: "Print CSV.") var csv = false
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard !(csv && json) else { throw ValidationError("expected --csv or --json, found both") }
    guard limit ?? 0 >= 0 else { throw ValidationError("--limit: expected 0 or more") }
    let asksForRows = from ?? to ?? actors ?? (limit.map { "\($0)" }) != nil || csv || columns
    guard name != nil || !asksForRows else {
      throw ValidationError("expected the name of a table before options about its rows")
    }
    _ = try filter()
  }

  func run() throws {
    let store = try RecordLocation.open(record)
    guard let tables = try store.tables() else {
      throw BadInput(
        "\(record): expected a record with tables, found none in it\n"
          + "    hint: entente import KIND FILE --record \(record); docs/tables.md lists kinds")
    }
    guard let name else { return try list(tables) }
    guard let schema = try tables.schema(name) else {
      let names = try tables.schemas().map(\.name)
      let near = NearSpelling.of(name, among: names)
      throw BadInput(
        "\(record): expected a table of the record, found \(Fault.quoted(name))\n    hint: "
          + (near.map { "did you mean \($0)?" } ?? "known: " + names.joined(separator: ", ")))
    }
    if columns { return try describe(schema) }
    try print(schema, tables)
  }

  private func filter() throws -> TableFilter {
    var filter = TableFilter()
    filter.from = try day(from, "from", month: 1, day: 1)
    filter.to = try day(to, "to", month: 12, day: 31)
    if let from = filter.from, let to = filter.to, from > to {
      throw ValidationError("--to: expected a day not before --from, found \(to)")
    }
    if let actors {
      filter.states = try StateChoice.codes(actors, option: "actors")
    }
    return filter
  }

  private func day(_ text: String?, _ option: String, month: Int, day: Int) throws -> Day? {
    guard let text else { return nil }
    if let day = Day(text) { return day }
    if text.utf8.count == 4, let year = Int(text), let day = Day(year: year, month: month, day: day)
    {
      return day
    }
    throw ValidationError(
      "--\(option): expected a year or a date like 2023-08-18, found \(Fault.quoted(text))")
  }

  // MARK: Lists

  private func list(_ tables: TableStore) throws {
    let summaries = try TableSummary.all(of: tables)
    if json { return try printJSON(summaries) }
    let rows = summaries.map { table in
      [
        table.name, table.unit, "\(table.rows)", "\(table.states)", table.from ?? "",
        table.to ?? "", "\(table.account.rejected)",
      ]
    }
    Streams.print(
      Columns.text(["table", "unit", "rows", "states", "from", "to", "rejected"], rows, left: 2))
    for table in summaries {
      Streams.print("")
      Streams.print("\(table.name): \(table.title). \(table.source)")
      Streams.print("  cite: \(table.cite)")
      Streams.print("  terms: \(table.terms)")
      for file in table.files { Streams.print("  file: \(file.path), \(file.digest)") }
    }
  }

  private func describe(_ schema: TableSchema) throws {
    if json { return try printJSON(schema) }
    Streams.print("\(schema.name): \(schema.title), by \(schema.unit.rawValue)")
    Streams.print("key: \(schema.key.joined(separator: ", "))")
    Streams.print(
      Columns.text(
        ["column", "kind", "meaning"],
        schema.columns.map { [$0.name, $0.kind.rawValue, $0.meaning] }, left: 3))
  }

  // MARK: Rows

  private func print(_ schema: TableSchema, _ tables: TableStore) throws {
    let files = Dictionary(
      uniqueKeysWithValues: try tables.files().map { ($0.number, $0.file.path) })
    let most = limit ?? (csv || json ? 0 : 50)
    let out = try OutputFile(nil)
    if csv { _ = try out.write(TableText.header(schema)) }
    if json { _ = try out.write("{\"rows\":[\n") }
    var (shown, total) = (0, 0)
    var plain: [[String]] = []
    try tables.forEachRow(of: schema, matching: filter()) { row in
      total += 1
      guard most == 0 || shown < most else { return true }
      shown += 1
      if csv { return try out.write(TableText.csv(row)) }
      if json {
        let text = TableText.json(row, schema, file: files[row.file] ?? "")
        return try out.write((shown > 1 ? "," : "") + text + "\n")
      }
      // A text from a file must not steer the terminal.
      plain.append(
        row.values.map { value in
          let text = String(value.description.prefix(40))
          return text.unicodeScalars.contains { $0.value < 32 || 127...159 ~= $0.value }
            ? Fault.quoted(text) : text
        })
      return true
    }
    if json { _ = try out.write("],\"count\":\(shown)}\n") }
    if !csv, !json {
      _ = try out.write(
        Columns.text(schema.columns.map(\.name), plain, left: schema.columns.count) + "\n")
    }
    try out.finish()
    Streams.log(
      shown < total ? "\(shown) of \(total) rows; --limit 0 shows all" : "\(total) rows")
  }
}
