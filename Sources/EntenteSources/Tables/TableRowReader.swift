import EntenteRecord

/// Makes the values of one table's rows out of their fields.
final class TableRowReader {
  /// A cell for which a row cannot be used.
  struct Wrong: Error {
    let field: String
    let reason: Rejection.Reason
    let expected: String
    let found: String
  }

  /// Columns that the file has and that are left out.
  let ignored: [String]
  /// Number of columns.
  let width: Int
  private(set) var notes: [String: Int] = [:]
  private let descriptor: TableDescriptor
  private let days: [TableValue: TableValue]
  private let states: [(reading: StateReading, code: Int?, name: Int?)]
  private let times: [Int]
  private let values: [(field: ValueField, column: Int?)]
  /// Where the key stands, and how often each was met; only where rows are numbered.
  private let keys: [Int]
  private var seen: [[TableValue]: Int] = [:]

  /// - Parameters:
  ///   - header: names of the file's columns.
  ///   - days: days by the number that stands for them, where the time is told so.
  /// - Throws: every column that is missing or doubled.
  init(
    _ descriptor: TableDescriptor, header: [String], place: Place,
    days: [TableValue: TableValue] = [:]
  ) throws(RecordError) {
    self.descriptor = descriptor
    self.days = days
    width = header.count
    var columns: [String: Int] = [:]
    var faults: [Fault] = []
    for (i, name) in header.enumerated() where columns.updateValue(i, forKey: name) != nil {
      faults.append(
        Fault(
          place, "header", expected: "each column once", found: "\(Fault.quoted(name)) twice"))
    }
    var told: Set<String> = []
    for name in descriptor.required where columns[name] == nil && told.insert(name).inserted {
      let near = NearSpelling.of(name, among: header.filter { !descriptor.published.contains($0) })
      faults.append(
        Fault(
          place, "header", expected: "a column \(name)", found: "none",
          hint: near.map { "is \($0) meant?" }
            ?? "columns: " + header.prefix(40).joined(separator: ",")))
    }
    guard faults.isEmpty else { throw RecordError(.invalid, faults) }
    states = descriptor.states.map { field in
      (StateReading(field), columns[field.published], field.name.flatMap { columns[$0] })
    }
    times = descriptor.time.published.compactMap { columns[$0] }
    values = descriptor.values.map { ($0, columns[$0.published]) }
    keys = descriptor.schema.key.filter { $0 != descriptor.part }
      .compactMap { descriptor.schema.index(of: $0) }
    let used = descriptor.published
    ignored = header.filter { !used.contains($0) }
  }

  /// The values of a row, in the order of the schema's columns.
  ///
  /// - Complexity: O(bytes of the row).
  func read(_ row: DelimitedRow) throws(Wrong) -> [TableValue] {
    guard row.fields == width else {
      throw Wrong(
        field: "row", reason: .columns, expected: "\(width) columns",
        found: "\(row.fields) columns")
    }
    var out: [TableValue] = []
    out.reserveCapacity(descriptor.schema.columns.count)
    let (span, time) = try self.time(row)
    for (reading, code, name) in states {
      let text = code.map { row[$0] }.map(self.text) ?? ""
      let meaning = reading.meaning(
        of: text, name: text.isEmpty ? name.map { self.text(row[$0]) } ?? "" : "", during: span)
      switch meaning {
      case .state(let state): out.append(.text(state))
      case .none(let note):
        out.append(.none)
        if !note.isEmpty { notes[note, default: 0] += 1 }
      case .wrong(let why):
        throw Wrong(
          field: reading.field.published, reason: .actor, expected: "the code of a state",
          found: why)
      }
      out.append(text.isEmpty ? .none : .text(text))
    }
    out += time
    for (field, column) in values {
      guard let column else {
        out.append(.none)
        continue
      }
      out.append(try value(row[column], field))
    }
    if descriptor.part != nil {
      let key = keys.map { out[$0] }
      seen[key, default: 0] += 1
      out.append(.integer(seen[key] ?? 1))
    }
    return out
  }

  // MARK: Time

  private func time(_ row: DelimitedRow) throws(Wrong) -> (Span?, [TableValue]) {
    let names = descriptor.time.published
    func integer(_ i: Int, _ range: ClosedRange<Int>, _ expected: String) throws(Wrong) -> Int {
      let field = row[times[i]]
      guard let value = FieldNumber.unsigned(field), let value = Int(exactly: value),
        range.contains(value)
      else {
        throw Wrong(field: names[i], reason: .date, expected: expected, found: text(field))
      }
      return value
    }
    func day(_ i: Int) throws(Wrong) -> Day {
      guard let day = FieldNumber.day(row[times[i]]) else {
        throw Wrong(
          field: names[i], reason: .date, expected: "a date like 2023-08-18",
          found: text(row[times[i]]))
      }
      return Day(number: day)
    }
    func year(_ i: Int) throws(Wrong) -> Int { try integer(i, 1...9999, "a year") }
    func whole(_ year: Int) -> Span? {
      Day(year: year, month: 1, day: 1).flatMap { Period(containing: $0, length: .year).span }
    }
    func spell(_ from: Day, _ to: Day?, _ i: Int) throws(Wrong) -> (Span?, [TableValue]) {
      guard let span = Span(from: from, to: to ?? from) else {
        throw Wrong(
          field: names[i], reason: .date, expected: "a day not before \(from)",
          found: to?.description ?? "")
      }
      return (span, [.day(from), to.map { .day($0) } ?? .none])
    }
    switch descriptor.time {
    case .none: return (nil, [])
    case .year:
      let year = try year(0)
      return (whole(year), [.integer(year)])
    case .session:
      let session = try integer(0, 1...1000, "a session from 1")
      return (whole(session + 1945), [.integer(session), .integer(session + 1945)])
    case .day:
      let day = try day(0)
      return (Span.only(day), [.day(day)])
    case .years:
      let (from, to) = (try year(0), try year(1))
      guard let first = whole(from)?.from, let last = whole(to)?.to else { return (nil, []) }
      return try spell(first, last, 1)
    case .days:
      return try spell(try day(0), row[times[1]].isEmpty ? nil : try day(1), 1)
    case .parts:
      func date(_ i: Int) throws(Wrong) -> Day {
        let parts = (
          try year(i), try integer(i + 1, 1...12, "a month"), try integer(i + 2, 1...31, "a day")
        )
        guard let day = Day(year: parts.0, month: parts.1, day: parts.2) else {
          throw Wrong(
            field: names[i + 2], reason: .date, expected: "a day of the calendar",
            found: "\(parts.0)-\(parts.1)-\(parts.2)")
        }
        return day
      }
      return try spell(try date(0), try date(3), 5)
    case .dated(_, let table):
      let number = try integer(0, 0...Int.max, "a number")
      guard case .day(let day)? = days[.integer(number)] else {
        throw Wrong(
          field: names[0], reason: .reference, expected: "a number that \(table) lists",
          found: "\(number)")
      }
      return (Span.only(day), [.day(day)])
    }
  }

  // MARK: Values

  private func value(
    _ bytes: UnsafeBufferPointer<UInt8>, _ field: ValueField
  ) throws(Wrong) -> TableValue {
    if bytes.isEmpty { return .none }
    if !field.missing.isEmpty, field.missing.contains(text(bytes)) { return .none }
    func wrong(_ reason: Rejection.Reason, _ expected: String) -> Wrong {
      Wrong(field: field.published, reason: reason, expected: expected, found: text(bytes))
    }
    func check(_ value: Double) throws(Wrong) {
      if let range = field.range, !range.contains(value) {
        throw wrong(
          .number,
          "a number from \(TableValue.number(range.lowerBound).description) to "
            + TableValue.number(range.upperBound).description)
      }
    }
    switch field.column.kind {
    case .integer:
      let digits = bytes[0] == 45 ? UnsafeBufferPointer(rebasing: bytes.dropFirst()) : bytes
      guard let size = FieldNumber.unsigned(digits), let value = Int(exactly: size) else {
        throw wrong(.number, "a whole number")
      }
      let signed = bytes[0] == 45 ? -value : value
      try check(Double(signed))
      return .integer(signed)
    case .number:
      guard let value = FieldNumber.decimal(bytes), value.isFinite else {
        throw wrong(.number, "a finite number")
      }
      try check(value)
      return TableValue(value)
    case .day:
      guard let day = FieldNumber.day(bytes) else { throw wrong(.date, "a date like 2023-08-18") }
      return .day(Day(number: day))
    case .text, .state:
      guard !bytes.contains(0) else { throw wrong(.encoding, "text") }
      return .text(text(bytes))
    }
  }

  /// Bytes that are no UTF-8 are read as Latin-1.
  private func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if bytes.isPlainASCII { return String(decoding: bytes, as: UTF8.self) }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    notes[StaticNote.latin1.rawValue, default: 0] += 1
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}
