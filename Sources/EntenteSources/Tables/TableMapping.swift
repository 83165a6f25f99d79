public import EntenteRecord

/// Reads what the columns of a user's own table mean, from a small YAML file.
public enum TableMapping {
  private static let keys = [
    "table", "title", "source", "cite", "terms", "delimiter", "states", "directed", "year", "date",
    "from", "to", "from_year", "to_year", "values", "key",
  ]
  private static let limit = 1 << 20

  /// - Throws: every fault of the file.
  public static func descriptor(at path: String) throws(RecordError) -> TableDescriptor {
    let faults = FaultList()
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.read(path, limit: limit)
    } catch {
      let isMissing = if case .missing = error { true } else { false }
      throw InputError.unreadable(
        path, expected: "a mapping file of at most 1 MB",
        found: isMissing ? "nothing there" : "none that can be read")
    }
    let descriptor = YAMLText.root(of: bytes, file: path, faults: faults)
      .flatMap { Fields($0, "mapping", keys: keys, faults: faults) }
      .flatMap { read($0, path: path, faults) }
    try faults.throwIfAny()
    guard let descriptor else {
      throw InputError.refused(path, expected: "a mapping", found: "none")
    }
    return descriptor
  }

  private static func read(
    _ fields: Fields, path: String, _ faults: FaultList
  ) -> TableDescriptor? {
    let name = fields.cell("table", "a name for the table")
    if let name {
      if !TableSchema.isName(name.text) {
        name.fault(expected: "a name of small letters, digits and hyphens")
      } else if TableImporter.descriptor(of: name.text) != nil {
        name.fault(expected: "a name that no kind of table has")
      }
    }
    let nodes = fields.nodes("states", "maps, each of a column with states", required: false)
    if nodes.count > 4 {
      faults.add(
        fields.place, "states", expected: "at most four columns", found: "\(nodes.count)")
    }
    let names = nodes.count == 1 ? ["state"] : (1...4).map { "state\($0)" }
    let states = zip(nodes, names).compactMap { state($0, default: $1, faults) }
    let time = time(fields, faults)
    let values = fields.nodes("values", "maps, each of a column with values", required: true)
      .compactMap { value($0, faults) }
    let directed = fields.optionalCell("directed")?.flag() ?? false
    let key = fields.cells("key", "columns of the record")
    var delimiter: Character = ","
    if let cell = fields.optionalCell("delimiter") {
      let known: [String: Character] = ["comma": ",", "tab": "\t", "semicolon": ";"]
      if let found = known[cell.text] {
        delimiter = found
      } else {
        cell.fault(expected: "comma, tab or semicolon")
      }
    }
    guard let name, faults.isEmpty else { return nil }
    func text(_ key: String, _ standard: String) -> String {
      fields.optionalCell(key)?.text ?? standard
    }
    let descriptor = TableDescriptor(
      name: name.text, title: text("title", name.text),
      unit: unit(states: states.count, time, isDirected: directed),
      source: text("source", "a table of one's own"), cite: text("cite", "not told"),
      terms: text("terms", "not told"), states: states, time: time, values: values,
      key: key.isEmpty ? nil : key.map(\.text), delimiter: delimiter)
    check(descriptor, key, fields, faults)
    return faults.isEmpty ? descriptor : nil
  }

  /// Columns must differ, and a key must be of columns.
  private static func check(
    _ descriptor: TableDescriptor, _ key: [Cell], _ fields: Fields, _ faults: FaultList
  ) {
    let schema = descriptor.schema
    var seen: Set<String> = ["file", "line", "rowid"]
    for column in schema.columns where !seen.insert(column.name).inserted {
      faults.add(
        fields.place, "values", expected: "columns with different names, none of them file or line",
        found: "\(column.name) twice", hint: "as: gives a column another name")
    }
    for cell in key where schema.index(of: cell.text) == nil {
      cell.fault(
        expected: "a column of the table",
        hint: "columns: " + schema.columns.map(\.name).joined(separator: ", "))
    }
    if schema.key.isEmpty {
      faults.add(
        fields.place, "key", expected: "columns that no two rows have alike", found: "none",
        hint: "without states and time, key: [COLUMN, ...] is needed")
    }
  }

  private static func state(
    _ node: CaseNode, default name: String, _ faults: FaultList
  ) -> StateField? {
    guard
      let fields = Fields(
        node, "states", keys: ["column", "system", "as", "optional", "wider"], faults: faults),
      let column = fields.cell("column", "the name of a column"),
      let system = fields.cell("system", "a system of codes")?.choice(CodeSystem.self)
    else { return nil }
    let state = fields.optionalCell("as")
    let name = state?.text ?? name
    if let state, !TableColumn.isName(state.text) { nameFault(state) }
    let plain = plainName(column.text)
    let code = plain == name || !TableColumn.isName(plain) ? name + "_code" : plain
    return StateField(
      column.text, system, as: name, code: code,
      isOptional: fields.optionalCell("optional")?.flag() ?? false,
      keepsUnknown: fields.optionalCell("wider")?.flag() ?? false)
  }

  private static func value(_ node: CaseNode, _ faults: FaultList) -> ValueField? {
    guard
      let fields = Fields(
        node, "values", keys: ["column", "as", "type", "meaning", "missing", "min", "max"],
        faults: faults),
      let column = fields.cell("column", "the name of a column")
    else { return nil }
    let named = fields.optionalCell("as")
    let name = named?.text ?? plainName(column.text)
    if !TableColumn.isName(name) { nameFault(named ?? column) }
    var kind = TableColumn.Kind.number
    if let cell = fields.optionalCell("type") {
      let kinds: [TableColumn.Kind] = [.number, .integer, .text, .day]
      if let found = kinds.first(where: { $0.rawValue == cell.text }) {
        kind = found
      } else {
        cell.fault(expected: "number, integer, text or day")
      }
    }
    let (low, high) = (
      fields.optionalCell("min")?.number(), fields.optionalCell("max")?.number()
    )
    var range: ClosedRange<Double>?
    if low != nil || high != nil {
      let (low, high) = (low ?? -1e300, high ?? 1e300)
      if low <= high {
        range = low...high
      } else {
        faults.add(node.place, "max", expected: "a number not below min", found: "\(high)")
      }
    }
    return ValueField(
      column.text, kind, fields.optionalCell("meaning")?.text ?? column.text, as: name,
      missing: Set(fields.cells("missing", "texts that stand for a missing value").map(\.text)),
      range: range)
  }

  private static func time(_ fields: Fields, _ faults: FaultList) -> TimeField {
    func name(_ key: String) -> String? {
      fields.optionalCell(key, "the name of a column")?.text
    }
    let given = [
      name("year").map { TimeField.year($0) }, name("date").map { .day($0) },
      name("from").flatMap { from in name("to").map { .days(from, $0) } },
      name("from_year").flatMap { from in name("to_year").map { .years(from, $0) } },
    ].compactMap { $0 }
    for (first, last) in [("from", "to"), ("from_year", "to_year")]
    where (name(first) == nil) != (name(last) == nil) {
      faults.add(
        fields.place, first, expected: "both \(first) and \(last)", found: "one of them")
    }
    if given.count > 1 {
      faults.add(
        fields.place, "year", expected: "one of year, date, from and to, from_year and to_year",
        found: "several")
    }
    return given.first ?? .none
  }

  private static func unit(
    states: Int, _ time: TimeField, isDirected: Bool
  ) -> TableSchema.Unit {
    switch (time.meaning, states) {
    case (.none, _): .reference
    case (.day, _): .event
    case (.year, 1): .stateYear
    case (.year, 2): isDirected ? .directedDyadYear : .dyadYear
    case (.spell, 1): .stateSpell
    case (.spell, 2): isDirected ? .directedDyadSpell : .dyadSpell
    default: .event
    }
  }

  private static func nameFault(_ cell: Cell) {
    cell.fault(
      expected: "a name of small letters, digits and underscores", hint: "as: gives it one")
  }

  /// `GDP growth (%)` becomes `gdp_growth`.
  private static func plainName(_ text: String) -> String {
    let words = text.lowercased().split { character in
      !character.isASCII || !(character.isLetter || character.isNumber)
    }
    return words.joined(separator: "_")
  }
}
