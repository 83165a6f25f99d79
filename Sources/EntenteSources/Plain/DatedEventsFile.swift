public import EntenteRecord

/// Dated events from a CSV file with the columns `date` and `id`.
///
/// Optional: `title`; `kind`, which is `candidate` (so where it is left empty), `shock` (at most one) or
/// `record` (known to have happened, no candidate); `group`. Others are ignored.
public struct DatedEventsFile: Sendable {
  public enum Kind: String, CaseIterable, Sendable { case candidate, shock, record }

  public struct Row: Sendable {
    public let id: String
    public let title: String
    public let day: Day
    public let kind: Kind
    public let group: String?
  }

  /// In order of the file.
  public let rows: [Row]

  /// - Throws: `RecordError` with every fault found.
  /// - Complexity: O(bytes).
  public init(at path: String) throws(RecordError) {
    let source = OwnTable(path)
    let table = source.table(try source.bytes())
    try source.check()
    guard let table, table.hasColumns(["date", "id"], others: true),
      let date = table.column("date"), let id = table.column("id")
    else {
      try source.check()
      throw RecordError(.invalid, [])
    }
    if table.count == 0 { source.reportEmpty() }
    var seen: Set<String> = []
    var shocks = 0
    var rows: [Row] = []
    func text(_ row: Int, _ column: String) -> String? {
      table.column(column).map { table.cell(row, $0).text }.flatMap { $0.isEmpty ? nil : $0 }
    }
    for row in 0..<table.count {
      let cell = table.cell(row, date)
      guard let day = Day(cell.text) else {
        cell.fault(expected: "a date like 2023-08-18")
        continue
      }
      guard let name = table.cell(row, id).nonEmpty("the id of an event") else { continue }
      guard seen.insert(name).inserted else {
        table.cell(row, id).fault(expected: "each id once")
        continue
      }
      var kind = Kind.candidate
      if let word = text(row, "kind"), let column = table.column("kind") {
        guard let known = Kind(rawValue: word) else {
          let names = Kind.allCases.map(\.rawValue)
          table.cell(row, column).fault(
            expected: names.joined(separator: ", "),
            hint: NearSpelling.of(word, among: names).map { "did you mean \($0)?" })
          continue
        }
        kind = known
      }
      if kind == .shock {
        shocks += 1
        if shocks > 1, let column = table.column("kind") {
          table.cell(row, column).fault(expected: "one shock at most")
        }
      }
      rows.append(
        Row(
          id: name, title: text(row, "title") ?? name, day: day, kind: kind,
          group: text(row, "group")))
    }
    if table.count > 0, source.faults.isEmpty, !rows.contains(where: { $0.kind != .record }) {
      source.faults.add(
        Place(file: path, line: table.headerLine), "kind", expected: "at least one candidate",
        found: "none")
    }
    try source.check()
    self.rows = rows
  }
}
