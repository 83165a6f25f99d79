public import EntenteRecord

/// Event times from a CSV file with the columns `time` and `dimension`; others are ignored.
public struct EventTimesFile: Sendable {
  /// Distinct dimensions, in order: as whole numbers where all are, else as texts.
  public let labels: [String]
  public let times: [Double]
  public let dimensions: [Int]
  /// Whether the times were dates; they are then days since 1970-01-01.
  public let isDated: Bool

  /// - Parameter others: dimensions that may have had no event.
  /// - Throws: `RecordError` with every fault found.
  /// - Complexity: O(bytes).
  public init(at path: String, others: [String] = []) throws(RecordError) {
    let source = OwnTable(path)
    let table = source.table(try source.bytes())
    try source.check()
    guard let table, table.hasColumns(["time", "dimension"], others: true),
      let time = table.column("time"), let dimension = table.column("dimension")
    else {
      try source.check()
      throw RecordError(.invalid, [])
    }
    var times = PlainTimes(.ascending)
    var names: [String] = []
    for row in 0..<table.count {
      guard times.read(table, row, time) != nil,
        let name = table.cell(row, dimension).nonEmpty("the name or number of a dimension")
      else { continue }
      names.append(name)
    }
    if table.count == 0 { source.reportEmpty() }
    try source.check()
    labels = Self.ordered(Set(names).union(others))
    let index = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    self.times = times.values
    dimensions = names.compactMap { index[$0] }
    isDated = times.isDated
  }

  private static func ordered(_ names: Set<String>) -> [String] {
    let numbers = names.compactMap { name in Int(name).map { (number: $0, name: name) } }
    guard numbers.count == names.count else { return names.sorted() }
    return numbers.sorted { ($0.number, $0.name) < ($1.number, $1.name) }.map(\.name)
  }
}
