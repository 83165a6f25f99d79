public import EntenteRecord

/// How a published table becomes a table of the record.
///
/// Columns of the file are found by their names; columns that nothing is said about are left out and
/// told.
public struct TableDescriptor: Sendable {
  public let schema: TableSchema
  let states: [StateField]
  let time: TimeField
  let values: [ValueField]
  let delimiter: UInt8
  /// A column that numbers the rows of a file that are alike in all of the key.
  let part: String?

  /// - Parameters:
  ///   - part: a column that numbers rows which are alike in all of the key and no duplicates.
  ///   - key: columns that no two rows have alike; without it the codes of states and the time.
  init(
    name: String, title: String, unit: TableSchema.Unit, source: String, cite: String,
    terms: String, states: [StateField] = [], time: TimeField = .none, values: [ValueField],
    key: [String]? = nil, part: String? = nil,
    delimiter: Character = ","
  ) {
    self.states = states
    self.time = time
    self.values = values
    self.part = part
    let parts = part.map {
      [TableColumn($0, .integer, "number of the row among those that are alike in the key")]
    }
    self.delimiter = delimiter.asciiValue ?? 44
    schema = TableSchema(
      name: name, title: title, unit: unit, time: time.meaning,
      columns: states.flatMap(\.columns) + time.columns + values.map(\.column) + (parts ?? []),
      key: (key ?? states.map(\.code) + time.columns.map(\.name)) + (part.map { [$0] } ?? []),
      source: source, citation: cite,
      terms: terms)
  }

  /// Columns that the file must have, by their names in it.
  var required: [String] {
    states.filter { !$0.isOptional }.map(\.published) + time.published
      + values.filter { !$0.isOptional }.map(\.published)
  }

  /// Columns that are read where they are there.
  var published: Set<String> {
    Set(
      required + states.flatMap { [$0.published] + ($0.name.map { [$0] } ?? []) }
        + values.map(\.published))
  }
}
