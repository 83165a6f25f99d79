public import EntenteRecord

/// Pairs of series of the same periods from a CSV file.
///
/// Two columns: one pair of series. Three: a date or whole number, and the two series. Four: a panel
/// `date,actor,actor,value` of what the first actor does to the second; every pair of actors with
/// both directions is one pair of series. Dates are days, weeks, months, quarters or years, in any
/// order, at regular distances; periods without a row are missing.
public struct DirectedSeriesFile: Sendable {
  public struct Pair: Sendable {
    public let names: [String]
    public let values: [[Double?]]
  }

  public let pairs: [Pair]
  /// Pairs of actors with one direction alone.
  public let oneSided: [[String]]

  /// - Parameter absentIsZero: whether periods without a row of a panel are zeros.
  /// - Throws: `RecordError` with every fault found.
  public init(at path: String, absentIsZero: Bool = false) throws(RecordError) {
    let source = OwnTable(path)
    let table = source.table(PanelHeader.distinguishing(try source.bytes()))
    try source.check()
    guard let table else { throw RecordError(.invalid, []) }
    if table.count == 0 { source.reportEmpty() }
    switch table.header.count {
    case 2, 3:
      pairs = [Self.pair(table, source)].compactMap { $0 }
      oneSided = []
    case 4:
      (pairs, oneSided) = Self.panel(table, source, absentIsZero: absentIsZero)
    default:
      source.faults.add(
        Place(file: path, line: table.headerLine), "header",
        expected: "two series, a date and two series, or date,actor,actor,value",
        found: "\(table.header.count) columns")
      (pairs, oneSided) = ([], [])
    }
    try source.check()
  }

  private static func grid(
    _ table: CSVTable, _ column: Int, _ source: OwnTable
  ) -> (times: [Int?], periods: RegularPeriods?) {
    var areDates = true
    let times = (0..<table.count).map { row -> Int? in
      let cell = table.cell(row, column)
      guard let number = RegularPeriods.number(cell.text) else {
        cell.fault(expected: "a date like 2023-08-18, 2023-08 or 2023Q3, or a whole number")
        return nil
      }
      if Int(cell.text) != nil { areDates = false }
      return number
    }
    guard source.faults.isEmpty, table.count > 0 else { return (times, nil) }
    let periods = RegularPeriods(Set(times.compactMap { $0 }), areDates: areDates)
    if periods == nil {
      source.faults.add(
        Place(file: table.file, line: 0), table.header[column],
        expected: "dates at regular distances", found: "more gaps than dates",
        hint: "sum the values by week or month first")
    }
    return (times, periods)
  }

  private static func pair(_ table: CSVTable, _ source: OwnTable) -> Pair? {
    let first = table.header.count - 2
    var places = (0..<table.count).map { Optional($0) }
    var count = table.count
    if first == 1 {
      let (times, periods) = grid(table, 0, source)
      guard let periods else { return nil }
      places = times.map { $0.flatMap { periods.index[$0] } }
      count = periods.count
    }
    var values = [[Double?]](repeating: [Double?](repeating: nil, count: count), count: 2)
    var seen: Set<Int> = []
    for row in 0..<table.count {
      guard let place = places[row] else { continue }
      if !seen.insert(place).inserted {
        table.cell(row, 0).fault(expected: "each date once", hint: "add up or leave out one row")
      }
      for side in 0..<2 { values[side][place] = table.number(row, first + side) }
    }
    return Pair(names: Array(table.header.suffix(2)), values: values)
  }

  private static func panel(
    _ table: CSVTable, _ source: OwnTable, absentIsZero: Bool
  ) -> ([Pair], [[String]]) {
    let (times, periods) = grid(table, 0, source)
    var rows: [[String]: [(row: Int, time: Int)]] = [:]
    for row in 0..<table.count {
      guard let from = table.cell(row, 1).nonEmpty("an actor"),
        let to = table.cell(row, 2).nonEmpty("an actor"), let time = times[row]
      else { continue }
      if from == to {
        table.cell(row, 2).fault(expected: "another actor than the first")
        continue
      }
      rows[[from, to], default: []].append((row, time))
    }
    guard let periods else { return ([], []) }
    var series: [[String]: [Double?]] = [:]
    for key in rows.keys.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) {
      var values = [Double?](repeating: absentIsZero ? 0 : nil, count: periods.count)
      var seen: Set<Int> = []
      for (row, time) in rows[key] ?? [] {
        guard let place = periods.index[time] else { continue }
        if !seen.insert(place).inserted {
          table.cell(row, 0).fault(
            expected: "one value for \(key[0]) to \(key[1]) on each date",
            hint: "add up the rows of a date")
        }
        values[place] = table.number(row, 3)
      }
      series[key] = values
    }
    var pairs: [Pair] = []
    var oneSided: [[String]] = []
    for key in series.keys.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) {
      guard let back = series[[key[1], key[0]]], let there = series[key] else {
        oneSided.append(key)
        continue
      }
      if key[0] < key[1] {
        pairs.append(
          Pair(names: ["\(key[0])>\(key[1])", "\(key[1])>\(key[0])"], values: [there, back]))
      }
    }
    if pairs.isEmpty, !oneSided.isEmpty {
      source.faults.add(
        Place(file: table.file, line: 0), "rows",
        expected: "both directions of at least one pair of actors",
        found: "one direction alone of \(oneSided.count)",
        hint: "who moves first needs what each does to the other")
    }
    return (pairs, oneSided)
  }
}
