public import EntenteRecord

/// Covariates from a CSV file: `time` and one column for each; a row holds until the next.
public struct CovariatesFile: Sendable {
  public let names: [String]
  public let times: [Double]
  public let values: [[Double]]
  public let isDated: Bool

  /// - Throws: `RecordError` with every fault found.
  public init(at path: String) throws(RecordError) {
    let source = OwnTable(path)
    let table = source.table(try source.bytes())
    try source.check()
    guard let table, table.hasColumns(["time"], others: true), let time = table.column("time")
    else {
      try source.check()
      throw RecordError(.invalid, [])
    }
    let columns = table.header.indices.filter { $0 != time }
    if columns.isEmpty {
      source.faults.add(
        Place(file: path, line: table.headerLine), "header",
        expected: "at least one column beside time", found: "none")
    }
    var times = PlainTimes(.rising)
    var values: [[Double]] = []
    for row in 0..<table.count {
      guard times.read(table, row, time) != nil else { continue }
      values.append(
        columns.map { column in
          guard let value = table.number(row, column) else {
            let cell = table.cell(row, column)
            if cell.text.isEmpty { cell.fault(expected: "a number", hint: "repeat the last value") }
            return 0
          }
          return value
        })
    }
    if table.count == 0 { source.reportEmpty() }
    try source.check()
    names = columns.map { table.header[$0] }
    self.times = times.values
    self.values = values
    isDated = times.isDated
  }
}
