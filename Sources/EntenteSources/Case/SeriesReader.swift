import EntenteRecord
import EntenteStore

/// The tables of a case's series, each read once however many series share it.
final class SeriesTables {
  let folder: CaseFolder
  private var tables: [String: CSVTable?] = [:]
  private var records: [String: RecordStore?] = [:]

  init(folder: CaseFolder) { self.folder = folder }

  func table(named cell: Cell) -> CSVTable? {
    if let known = tables[cell.text] { return known }
    let table = folder.named(by: cell, limit: CaseFolder.tableLimit).flatMap {
      CSVTable($0, file: cell.text, faults: folder.faults)
    }
    if let table { folder.setRows(table.count, of: cell.text) }
    tables[cell.text] = .some(table)
    return table
  }
}

extension SeriesTables {
  /// The record in a folder of the case.
  func record(named cell: Cell) -> RecordStore? {
    if let known = records[cell.text] { return known }
    let found = open(cell)
    records[cell.text] = .some(found)
    return found
  }

  private func open(_ cell: Cell) -> RecordStore? {
    guard let path = folder.path(named: cell) else { return nil }
    do {
      let store = try RecordStore.open(at: path)
      // The content's digest is the same however the record is laid out.
      let content = "entente record \(String(store.contentDigest(), radix: 16))"
      folder.note(cell.text, digest: SHA256.hex(of: Array(content.utf8)), rows: store.count)
      return store
    } catch {
      cell.fault(
        expected: "a folder with a record: \(error.expected)", found: error.found,
        hint: error.hint ?? "entente import makes one")
      return nil
    }
  }
}

/// Reads the file of one series against its declaration.
struct SeriesReader {
  let declaration: SeriesDeclaration
  let roster: Roster
  let tables: SeriesTables

  init(_ declaration: SeriesDeclaration, roster: Roster, tables: SeriesTables) {
    self.declaration = declaration
    self.roster = roster
    self.tables = tables
  }

  func read(from file: Cell) -> Series? {
    let read: (CSVTable) -> [Subject: [Series.Observation]]?
    switch declaration.layout {
    case .wide: read = wide
    case .long: read = long
    case .record: return counted(from: file)
    }
    guard let table = tables.table(named: file), let observations = read(table) else { return nil }
    if observations.values.allSatisfy(\.isEmpty) {
      file.fault(expected: "at least one value of \(declaration.id)", found: "an empty series")
    }
    return Series(declaration: declaration, observations: observations)
  }

  /// The subject named, if it is of the declared kind and its actors are known.
  private func subject(_ cell: Cell) -> Subject? {
    let expected: String
    let fits: Bool
    let subject = Subject(cell.text)
    switch (declaration.scope, subject) {
    case (.pair, .pair?), (.directedPair, .directed?), (.state, .state?), (.world, .world?):
      fits = true
    default:
      fits = false
    }
    switch declaration.scope {
    case .pair: expected = "a pair like CHN-PRK"
    case .directedPair: expected = "a directed pair like CHN>PRK"
    case .state: expected = "an actor's code like KOR"
    case .world: expected = "the word world"
    }
    guard fits else {
      cell.fault(
        expected: expected,
        hint: "series \(declaration.id) is of \(declaration.scope.rawValue)")
      return nil
    }
    return roster.subject(cell)
  }

  // MARK: - Layouts

  private func wide(_ table: CSVTable) -> [Subject: [Series.Observation]]? {
    guard table.header.first == "date" || table.header.first == declaration.length.rawValue,
      table.header.count > 1
    else {
      tables.folder.faults.add(
        Place(file: table.file, line: table.headerLine), "header",
        expected: "date and one column for each subject",
        found: Fault.quoted(table.header.joined(separator: ",")))
      return nil
    }
    var subjects: [Subject?] = []
    var seen: Set<Subject> = []
    for name in table.header.dropFirst() {
      let cell = Cell(
        text: name, place: Place(file: table.file, line: table.headerLine), field: "header",
        faults: tables.folder.faults)
      let subject = subject(cell)
      if let subject, !seen.insert(subject).inserted {
        cell.fault(expected: "each subject once", found: "\(subject) twice")
      }
      subjects.append(subject)
    }
    var columns = [[Series.Observation]](repeating: [], count: subjects.count)
    var periods = PeriodColumn(length: declaration.length)
    for row in 0..<table.count {
      guard let period = periods.read(table, row, 0) else { continue }
      for index in subjects.indices where subjects[index] != nil {
        guard let value = table.number(row, index + 1) else { continue }
        columns[index].append(Series.Observation(period: period, value: value))
      }
    }
    var observations: [Subject: [Series.Observation]] = [:]
    for (subject, column) in zip(subjects, columns) {
      if let subject { observations[subject] = column }
    }
    return observations
  }

  private func long(_ table: CSVTable) -> [Subject: [Series.Observation]]? {
    guard table.hasColumns(["date", "of", declaration.column], others: true),
      let date = table.column("date"), let of = table.column("of"),
      let column = table.column(declaration.column)
    else { return nil }
    let n = table.column("n")
    let margin = table.column("margin")
    let certainty = table.column("certainty")
    var observations: [Subject: [Series.Observation]] = [:]
    var subjects: [String: Subject?] = [:]
    var periods: [Subject: PeriodColumn] = [:]
    for row in 0..<table.count {
      let cell = table.cell(row, of)
      let subject = subjects[cell.text] ?? self.subject(cell)
      subjects[cell.text] = .some(subject)
      guard let subject else { continue }
      guard
        let period = periods[subject, default: PeriodColumn(length: declaration.length)]
          .read(table, row, date)
      else { continue }
      guard let value = table.number(row, column) else { continue }
      observations[subject, default: []].append(
        Series.Observation(
          period: period, value: value, n: n.flatMap { nonNegative(table, row, $0) },
          margin: margin.flatMap { nonNegative(table, row, $0) },
          certainty: certainty.flatMap { grade(table.cell(row, $0)) }))
    }
    return observations
  }

  private func nonNegative(_ table: CSVTable, _ row: Int, _ column: Int) -> Double? {
    guard let value = table.number(row, column) else { return nil }
    guard value >= 0 else {
      table.cell(row, column).fault(expected: "a number of at least 0")
      return nil
    }
    return value
  }

  private func grade(_ cell: Cell) -> String? {
    guard !cell.text.isEmpty else { return nil }
    guard ["A", "B", "C"].contains(cell.text) else {
      cell.fault(expected: "A, B or C")
      return nil
    }
    return cell.text
  }
}

/// Reads the periods of a table and sees that each comes after the one before.
struct PeriodColumn {
  let length: Period.Length
  private var last: Period?

  init(length: Period.Length) { self.length = length }

  mutating func read(_ table: CSVTable, _ row: Int, _ column: Int) -> Period? {
    let cell = table.cell(row, column)
    guard let period = Period(cell.text, length: length) else {
      cell.fault(expected: expected, hint: hint(cell.text))
      return nil
    }
    if let last, period <= last {
      cell.fault(
        expected: "a \(length.rawValue) after \(last)",
        hint: period == last ? "each may stand once" : "sort the rows by date")
      return nil
    }
    last = period
    return period
  }

  private var expected: String {
    switch length {
    case .day: "a day like 2023-08-18"
    case .week: "the Monday of a week like 2023-08-14"
    case .month: "a month like 2023-08"
    case .quarter: "a quarter like 2023Q3"
    case .half: "a half-year like 2023H2"
    case .year: "a year like 2023"
    }
  }

  private func hint(_ text: String) -> String? {
    guard length == .week, let day = Day(text) else { return nil }
    return "that week begins on \(day.monday)"
  }
}
