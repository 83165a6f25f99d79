import EntenteRecord

/// Reads tables `date,value`, `index,value` and `date,actor,actor,value`.
///
/// The first column holds dates or whole numbers. A table of two columns is a series, one of four or
/// more a panel of pairs. All faults are reported in one run.
public enum MeasuredTableReader {
  /// Most faults that are listed; the rest are counted.
  static let listed = 20
  private static let sizeLimit = 4 << 30

  /// - Parameters:
  ///   - days: name of a column with the days that a period's value rests on.
  ///   - column: name of the column that holds the one series wanted, of a table of any width.
  /// - Throws: `RecordError` with every fault.
  public static func read(
    _ path: String, days: String? = nil, column: String? = nil
  ) throws -> MeasuredTable {
    let faults = FaultList()
    guard let table = table(path, faults) else { throw error(faults, .unreadable) }
    let draft = Draft(table: table, faults: faults)
    let result: MeasuredTable?
    switch (column, table.header.count) {
    case (let column?, _): result = draft.series(of: column)
    case (nil, 2) where days == nil: result = draft.series(at: 1)
    case (nil, 4...): result = draft.pairs(days: days)
    default:
      faults.add(
        Place(file: path, line: table.headerLine), "header",
        expected: days == nil
          ? "date,value or date,actor,actor,value" : "date,actor,actor,value and a column of days",
        found: "\(table.header.count) columns",
        hint: "choose one column of a wider table with --column")
      result = nil
    }
    guard faults.isEmpty, let result else { throw error(faults, .invalid) }
    return result
  }

  /// The world's volume by position.
  ///
  /// The first column holds dates or numbers, a column `volume`, or else the last one, the volume. Rows
  /// with `present` 0 or an empty volume are left out.
  public static func readVolume(_ path: String, isDated: Bool) throws -> [Int: Double] {
    let faults = FaultList()
    guard let table = table(path, faults) else { throw error(faults, .unreadable) }
    guard table.header.count >= 2 else {
      faults.add(
        Place(file: path, line: table.headerLine), "header", expected: "date,volume",
        found: "\(table.header.count) column")
      throw error(faults, .invalid)
    }
    let column = table.column("volume") ?? table.header.count - 1
    let present = table.column("present")
    var volume: [Int: Double] = [:]
    let draft = Draft(table: table, faults: faults)
    for row in 0..<table.count {
      if let present, table.cell(row, present).text == "0" { continue }
      guard let at = draft.position(row, isDated: isDated) else { continue }
      guard let value = table.number(row, column) else { continue }
      if value < 0 {
        table.cell(row, column).fault(expected: "a volume of 0 or more")
      } else if volume.updateValue(value, forKey: at) != nil {
        table.cell(row, 0).fault(expected: "each date once")
      }
    }
    guard faults.isEmpty else { throw error(faults, .invalid) }
    return volume
  }

  private static func error(_ faults: FaultList, _ code: RecordError.Code) -> RecordError {
    RecordError(code, faults.listed(listed), omitted: faults.omitted(listed))
  }

  private static func table(_ path: String, _ faults: FaultList) -> CSVTable? {
    TableBytes.read(path, limit: sizeLimit, faults: faults).flatMap {
      CSVTable(PanelHeader.distinguishing($0), file: path, faults: faults)
    }
  }
}

extension MeasuredTableReader {
  /// A table while its rows are read.
  struct Draft {
    let table: CSVTable
    let faults: FaultList

    /// A date or a whole number; a fault and nil for anything else.
    func position(_ row: Int, isDated: Bool) -> Int? {
      let cell = table.cell(row, 0)
      if isDated {
        if let day = Day(cell.text) { return Int(day.number) }
        cell.fault(expected: "a date like 2023-08-18")
      } else {
        if let number = Int(cell.text), abs(number) < 1 << 31 { return number }
        cell.fault(
          expected: "a whole number, as in the first row",
          hint: Day(cell.text) != nil ? "a table has dates in all rows or in none" : nil)
      }
      return nil
    }

    /// Whether the first row starts with a date; nil with a fault if there is no row.
    private var isDated: Bool? {
      guard table.count > 0 else {
        faults.add(
          Place(file: table.file, line: table.headerLine), "row", expected: "rows of values",
          found: "none")
        return nil
      }
      if Day(table.header[0]) != nil || Int(table.header[0]) != nil {
        faults.add(
          Place(file: table.file, line: table.headerLine), "header", expected: "names of columns",
          found: Fault.quoted(table.header.joined(separator: ",")),
          hint: "put a line like date,value before the first row")
        return nil
      }
      let text = table.cell(0, 0).text
      if Day(text) == nil, Int(text) == nil {
        table.cell(0, 0).fault(expected: "a date like 2023-08-18 or a whole number")
        return nil
      }
      return Day(text) != nil
    }

    func series(of name: String) -> MeasuredTable? {
      if let column = table.column(name), column > 0 { return series(at: column) }
      let known = table.header.dropFirst()
      faults.add(
        Place(file: table.file, line: table.headerLine), "header", expected: "a column \(name)",
        found: Fault.quoted(table.header.joined(separator: ",")),
        hint: NearSpelling.of(name, among: known).map { "is \($0) meant?" })
      return nil
    }

    func series(at column: Int) -> MeasuredTable? {
      guard let isDated else { return nil }
      var positions: [Int] = []
      var values: [Double] = []
      var previous: Int?
      var empty = 0
      var steps: [Int] = []
      for row in 0..<table.count {
        guard let at = position(row, isDated: isDated) else { continue }
        if let previous, at <= previous {
          table.cell(row, 0).fault(
            expected: at == previous ? "each date once" : "dates in ascending order",
            hint: "sort the rows by their first column and leave one row for each date")
          continue
        }
        if let previous { steps.append(at - previous) }
        previous = at
        if table.cell(row, column).text.isEmpty {
          empty += 1
        } else if let value = table.number(row, column) {
          positions.append(at)
          values.append(value)
        }
      }
      if faults.isEmpty, values.isEmpty {
        faults.add(
          Place(file: table.file, line: 0), table.header[column], expected: "values",
          found: "\(empty) empty ones and no other")
      }
      return MeasuredTable(
        content: .series(positions: positions, values: values), isDated: isDated, empty: empty,
        gaps: gaps(steps))
    }

    /// Steps longer than the median one.
    private func gaps(_ steps: [Int]) -> Int {
      guard !steps.isEmpty else { return 0 }
      let usual = steps.sorted()[steps.count / 2]
      return steps.count { $0 > usual }
    }

    func pairs(days: String?) -> MeasuredTable? {
      guard let isDated else { return nil }
      if [1, 2].allSatisfy({ Double(table.cell(0, $0).text) != nil }) {
        faults.add(
          Place(file: table.file, line: table.headerLine), "header",
          expected: "actors in the second and the third column", found: "numbers",
          hint: "choose one column of several series with --column")
        return nil
      }
      let named = days.flatMap { table.column($0) }
      if let days, named == nil {
        faults.add(
          Place(file: table.file, line: table.headerLine), "header",
          expected: "a column \(days)", found: Fault.quoted(table.header.joined(separator: ",")),
          hint: NearSpelling.of(days, among: table.header).map { "is \($0) meant?" })
      }
      struct Key: Hashable {
        let position: Int
        let pair: Int
      }
      var numbers: [String: Int] = [:]
      var actors: [String] = []
      var rows: [MeasuredTable.PairRow] = []
      rows.reserveCapacity(table.count)
      var seen = Set<Key>(minimumCapacity: table.count)
      var empty = 0
      for row in 0..<table.count {
        let at = position(row, isDated: isDated)
        let places = [1, 2].map { column -> Int? in
          let name = table.cell(row, column).text
          guard !name.isEmpty else {
            table.cell(row, column).fault(expected: "an actor")
            return nil
          }
          if let known = numbers[name] { return known }
          numbers[name] = actors.count
          actors.append(name)
          return actors.count - 1
        }
        if table.cell(row, 3).text.isEmpty {
          empty += 1
          continue
        }
        let value = table.number(row, 3)
        guard let at, let value, let first = places[0], let second = places[1] else { continue }
        guard first != second else {
          table.cell(row, 2).fault(expected: "another actor than in the column before")
          continue
        }
        guard seen.insert(Key(position: at, pair: first << 32 | second)).inserted else {
          table.cell(row, 0).fault(
            expected: "each pair once a date", hint: "add up the rows of one pair and date")
          continue
        }
        let present = named.flatMap { table.number(row, $0) }
        if let present, present <= 0 {
          table.cell(row, named ?? 0).fault(expected: "days above 0")
        }
        rows.append(
          MeasuredTable.PairRow(
            position: at, first: first, second: second, value: value, days: present))
      }
      if faults.isEmpty, rows.isEmpty {
        faults.add(
          Place(file: table.file, line: 0), table.header[3], expected: "values",
          found: "\(empty) empty ones and no other")
      }
      return MeasuredTable(
        content: .pairs(actors: actors, rows: rows), isDated: isDated, empty: empty, gaps: 0)
    }
  }
}
