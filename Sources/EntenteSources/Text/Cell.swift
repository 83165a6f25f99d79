import EntenteRecord

/// A piece of text at a place: a cell of a table or a plain value of a YAML file.
///
/// Reading it as a value either gives the value or adds a fault and gives nil.
struct Cell {
  let text: String
  let place: Place
  let field: String
  let faults: FaultList

  func fault(expected: String, found: String? = nil, hint: String? = nil) {
    faults.add(
      place, field, expected: expected,
      found: found ?? (text.isEmpty ? "nothing" : Fault.quoted(text)), hint: hint)
  }

  /// The same place and field with a part of the text.
  func part(_ text: some StringProtocol) -> Cell {
    Cell(text: String(text), place: place, field: field, faults: faults)
  }

  /// Pieces joined by `;`, without the spaces around them.
  var parts: [Cell] {
    guard !text.isEmpty else { return [] }
    return text.split(separator: ";", omittingEmptySubsequences: false).map { part(trimmed($0)) }
  }

  private func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension Cell {
  func nonEmpty(_ expected: String = "some text") -> String? {
    guard text.isEmpty else { return text }
    fault(expected: expected)
    return nil
  }

  func id() -> String? {
    let isValid =
      !text.isEmpty && text.utf8.count <= 100
      && text.utf8.allSatisfy {
        ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) || $0 == 45 || $0 == 46
      }
    if isValid { return text }
    fault(expected: "an id of lower-case letters, digits, dots and hyphens")
    return nil
  }

  func day() -> Day? {
    if let day = Day(text) { return day }
    fault(expected: "a date like 2023-08-18")
    return nil
  }

  func integer(in range: ClosedRange<Int>, _ expected: String) -> Int? {
    if let value = Int(text), range.contains(value), text.first != "+" { return value }
    fault(expected: expected)
    return nil
  }

  func number() -> Double? {
    var text = text
    if let value = text.withUTF8({ Numeral.value(of: $0[...]) }) { return value }
    let isTooLarge =
      text.utf8.count <= 400
      && Double(text).map { $0.isFinite && abs($0) > Numeral.largest } ?? false
    fault(expected: isTooLarge ? "a number of at most 1e100 in size" : "a finite number")
    return nil
  }

  func flag() -> Bool? {
    switch text {
    case "true": return true
    case "false": return false
    default:
      fault(expected: "true or false")
      return nil
    }
  }

  /// One of the spellings of an enumeration.
  func choice<Value: RawRepresentable<String> & CaseIterable>(_: Value.Type = Value.self) -> Value?
  {
    if let value = Value(rawValue: text) { return value }
    let names = Value.allCases.map(\.rawValue)
    let near = NearSpelling.of(text, among: names)
    fault(expected: Cell.alternatives(names), hint: near.map { "did you mean \($0)?" })
    return nil
  }

  /// `a, b or c`.
  static func alternatives(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}
