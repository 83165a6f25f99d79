import EntenteRecord

/// The keys of one YAML map, read one by one.
///
/// Making it reports keys that are not expected; each reader reports its own key.
struct Fields {
  let node: CaseNode
  let faults: FaultList

  /// Nil, with a fault, if the node is no map.
  init?(_ node: CaseNode, _ what: String, keys: [String], faults: FaultList) {
    guard case .map(let entries) = node.content else {
      faults.add(
        node.place, what, expected: "a map with \(Cell.alternatives(keys))",
        found: Fields.describe(node))
      return nil
    }
    self.node = node
    self.faults = faults
    for entry in entries where !keys.contains(entry.key) {
      let near = NearSpelling.of(entry.key, among: keys)
      faults.add(
        entry.place, what, expected: "a known key", found: Fault.quoted(entry.key),
        hint: near.map { "did you mean \($0)?" }
          ?? "known: " + keys.joined(separator: ", "))
    }
  }

  var place: Place { node.place }

  /// What the node is, for `found ...`.
  static func describe(_ node: CaseNode) -> String {
    switch node.content {
    case .text(let text): text.isEmpty ? "nothing" : Fault.quoted(text)
    case .list: "a list"
    case .map: "a map"
    }
  }

  /// The value of a key that was written down and is not null.
  func optional(_ key: String) -> CaseNode? {
    guard let value = node[key], value.text != "" else { return nil }
    return value
  }

  func required(_ key: String, _ expected: String) -> CaseNode? {
    if let value = optional(key) { return value }
    faults.add(
      node[key]?.place ?? place, key, expected: expected,
      found: node[key] == nil ? "no such key" : "nothing")
    return nil
  }

  func cell(_ key: String, _ expected: String = "some text") -> Cell? {
    required(key, expected).flatMap { cell(of: $0, key, expected) }
  }

  func optionalCell(_ key: String, _ expected: String = "some text") -> Cell? {
    optional(key).flatMap { cell(of: $0, key, expected) }
  }

  /// The items of a list of plain values; a key that is absent has none.
  func cells(_ key: String, _ expected: String) -> [Cell] {
    guard let value = optional(key) else { return [] }
    guard case .list(let items) = value.content else {
      faults.add(
        value.place, key, expected: "a list of " + expected, found: Fields.describe(value),
        hint: "put it in brackets")
      return []
    }
    return items.compactMap { cell(of: $0, key, expected) }
  }

  func requiredCells(_ key: String, _ expected: String) -> [Cell] {
    guard required(key, "a list of " + expected) != nil else { return [] }
    let cells = cells(key, expected)
    if case .list(let items)? = node[key]?.content, items.isEmpty {
      faults.add(
        node[key]?.place ?? place, key, expected: "a list of " + expected, found: "an empty list")
    }
    return cells
  }

  /// The items of a list of maps.
  func nodes(_ key: String, _ expected: String, required: Bool) -> [CaseNode] {
    let value = required ? self.required(key, "a list of " + expected) : optional(key)
    guard let value else { return [] }
    guard case .list(let items) = value.content else {
      faults.add(
        value.place, key, expected: "a list of " + expected, found: Fields.describe(value))
      return []
    }
    if required, items.isEmpty {
      faults.add(value.place, key, expected: "a list of " + expected, found: "an empty list")
    }
    return items
  }

  private func cell(of value: CaseNode, _ key: String, _ expected: String) -> Cell? {
    guard let text = value.text else {
      faults.add(value.place, key, expected: expected, found: Fields.describe(value))
      return nil
    }
    return Cell(text: text, place: value.place, field: key, faults: faults)
  }
}

extension Fields {
  /// `{from: DAY, to: DAY}`.
  func span(_ key: String) -> Span? {
    guard let value = required(key, "{from: DATE, to: DATE}"),
      let fields = Fields(value, key, keys: ["from", "to"], faults: faults),
      let from = fields.cell("from", "a date like 2023-08-18"),
      let to = fields.cell("to", "a date like 2023-08-18"), let start = from.day(),
      let end = to.day()
    else { return nil }
    guard let span = Span(from: start, to: end) else {
      to.fault(expected: "a date not before \(start)")
      return nil
    }
    return span
  }
}
