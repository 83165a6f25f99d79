public import EntenteRecord

/// How an event is written down, in CSV and in JSON lines: the same 26 fields in the same order.
public enum EventText {
  public static let columns = [
    "date", "added", "format", "id", "source", "target", "source_kind", "target_kind",
    "source_actor", "target_actor", "source_sector", "target_sector", "cameo", "plover", "mode",
    "goldstein", "mentions", "sources", "articles", "tone", "place", "place_state", "latitude",
    "longitude", "file", "line",
  ]

  /// A field of an event; nil where the source does not tell.
  enum Field {
    case code(String)
    /// Free text, which a spreadsheet must not take for a formula.
    case text(String)
    case number(String)
  }

  /// The fields of one event of a batch; nil stands for what is not told.
  static func fields(_ batch: EventBatch, _ i: Int, file: String) -> [Field?] {
    let row = batch.row(i)
    func text(_ index: UInt32) -> Field? { index == 0 ? nil : .text(batch.texts[Int(index)]) }
    func state(_ raw: UInt16) -> Field? { PackedState(rawValue: raw).code.map { .code($0.text) } }
    func number(_ value: Float) -> Field? { value.isFinite ? .number(shortest(value)) : nil }
    func count(_ value: UInt32) -> Field? {
      value == EventBatch.uncounted ? nil : .number(String(value))
    }
    func kind(_ raw: UInt8) -> Field? {
      switch ActorKind(rawValue: raw) {
      case .state: .code("state")
      case .government: .code("government")
      case .other: .code("other")
      case .unknown, nil: nil
      }
    }
    return [
      .code(Day(number: row.day).description),
      row.added == EventBatch.notTold ? nil : .code(Day(number: row.added).description),
      .code(batch.format.name),
      row.id == 0 ? nil : .number(String(row.id)),
      state(row.source), state(row.target), kind(row.sourceKind), kind(row.targetKind),
      text(row.sourceActor), text(row.targetActor), text(row.sourceSector), text(row.targetSector),
      row.code == 0 ? nil : .code(PackedCode(rawValue: row.code).description),
      EventType(index: row.plover).map { .code($0.rawValue) },
      row.mode == 0 ? nil : .number(String(row.mode)),
      number(row.goldstein), count(row.mentions), count(row.sources), count(row.articles),
      number(row.tone), text(row.place), state(row.placeState), number(row.latitude),
      number(row.longitude), .text(file), .number(String(row.line)),
    ]
  }

  /// The shortest decimal that reads back as the same number.
  private static func shortest(_ value: Float) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  // MARK: CSV

  /// One line of CSV, with its end.
  public static func csv(_ batch: EventBatch, _ i: Int, file: String) -> String {
    fields(batch, i, file: file).map { field in
      switch field {
      case nil: ""
      case .code(let text), .number(let text): text
      case .text(let text): cell(text)
      }
    }.joined(separator: ",") + "\n"
  }

  /// A cell of free text: guarded against formulas, and quoted where it must be.
  static func cell(_ text: String) -> String {
    let guarded = guarded(text)
    guard guarded.utf8.contains(where: { [34, 44, 10, 13].contains($0) }) else { return guarded }
    var quoted = "\""
    for scalar in guarded.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// Puts an apostrophe before a text that a spreadsheet would run, or that begins with one.
  static func guarded(_ text: String) -> String {
    guard let first = text.utf8.first, "=+-@\t\r'".utf8.contains(first) else { return text }
    return "'" + text
  }

  // MARK: JSON

  /// One line of JSON, with its end; fields that are not told are left out.
  public static func json(_ batch: EventBatch, _ i: Int, file: String) -> String {
    let pairs = zip(columns, fields(batch, i, file: file)).compactMap { name, field -> String? in
      switch field {
      case nil: nil
      case .number(let text): "\"\(name)\":\(text)"
      case .code(let text), .text(let text): "\"\(name)\":\(quoted(text))"
      }
    }
    return "{" + pairs.joined(separator: ",") + "}\n"
  }

  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      default:
        if scalar.value < 32 || scalar.value == 127 {
          let digits = String(scalar.value, radix: 16)
          out += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }
}
