import EntenteRecord

/// A column that holds a value.
struct ValueField: Sendable {
  /// Name in the file.
  let published: String
  let column: TableColumn
  /// What stands for a missing value, besides the empty cell.
  let missing: Set<String>
  let range: ClosedRange<Double>?
  /// Whether the file may be without the column.
  let isOptional: Bool

  init(
    _ published: String, _ kind: TableColumn.Kind, _ meaning: String, as name: String? = nil,
    missing: Set<String> = [], range: ClosedRange<Double>? = nil, isOptional: Bool = false
  ) {
    self.published = published
    column = TableColumn(name ?? published, kind, meaning)
    self.missing = missing
    self.range = range
    self.isOptional = isOptional
  }

  static func integer(
    _ published: String, _ meaning: String, as name: String? = nil, missing: Set<String> = [],
    in range: ClosedRange<Double>? = nil, isOptional: Bool = false
  ) -> ValueField {
    ValueField(
      published, .integer, meaning, as: name, missing: missing, range: range,
      isOptional: isOptional)
  }

  static func number(
    _ published: String, _ meaning: String, as name: String? = nil, missing: Set<String> = [],
    in range: ClosedRange<Double>? = nil, isOptional: Bool = false
  ) -> ValueField {
    ValueField(
      published, .number, meaning, as: name, missing: missing, range: range,
      isOptional: isOptional)
  }

  static func text(
    _ published: String, _ meaning: String, as name: String? = nil, missing: Set<String> = [],
    isOptional: Bool = false
  ) -> ValueField {
    ValueField(published, .text, meaning, as: name, missing: missing, isOptional: isOptional)
  }

  static func day(
    _ published: String, _ meaning: String, as name: String? = nil, missing: Set<String> = [],
    isOptional: Bool = false
  ) -> ValueField {
    ValueField(published, .day, meaning, as: name, missing: missing, isOptional: isOptional)
  }

  /// 0 or 1.
  static func flag(_ published: String, _ meaning: String, as name: String? = nil) -> ValueField {
    ValueField(published, .integer, meaning, as: name, range: 0...1)
  }
}
