import EntenteRecord

/// Reads the files that belong to the series of affinity.
struct AffinityReader {
  let roster: Roster
  let tables: SeriesTables

  func read(
    _ cells: CaseDeclaration.AffinityCells,
    series: [(declaration: SeriesDeclaration, file: Cell)]
  ) -> Case.AffinitySource? {
    let declared = series.first { $0.declaration.id == cells.series.text }?.declaration
    if let declared {
      check(declared, cells.series)
    } else {
      cells.series.fault(
        expected: "a series id of the case",
        hint: NearSpelling.of(cells.series.text, among: series.map(\.declaration.id))
          .map { "did you mean \($0)?" })
    }
    let isRecord = declared?.layout == .record && cells.coverage.text == "record"
    let coverage =
      isRecord
      ? series.first { $0.declaration.id == cells.series.text }.flatMap {
        SeriesReader($0.declaration, roster: roster, tables: tables).coverage(from: $0.file)
      } : coverage(cells.coverage, by: declared?.length ?? .day)
    let effects = cells.actorEffects.map(effects)
    let controls = cells.controls.map(controls)
    guard declared != nil, let coverage else { return nil }
    return Case.AffinitySource(
      series: cells.series.text, coverage: coverage, actorEffects: (effects ?? []) ?? [],
      controls: (controls ?? [:]) ?? [:])
  }

  private func check(_ series: SeriesDeclaration, _ cell: Cell) {
    guard series.scope == .pair, series.kind == .signedSum,
      series.length == .day || series.length == .week
    else {
      cell.fault(
        expected: "a series of pairs with signed sums by day or week",
        found:
          "one of \(series.scope.rawValue), \(series.kind.rawValue), by \(series.length.rawValue)")
      return
    }
  }

  private func coverage(_ file: Cell, by length: Period.Length) -> [CoverageRow]? {
    guard let table = tables.table(named: file),
      table.hasColumns(["date", "present", "volume"], others: true),
      let date = table.column("date"), let volume = table.column("volume")
    else { return nil }
    var periods = PeriodColumn(length: length)
    let rows: [CoverageRow] = (0..<table.count).compactMap { row in
      guard let period = periods.read(table, row, date) else { return nil }
      let mark = table.cell(row, "present")
      guard mark.text == "0" || mark.text == "1" else {
        mark.fault(expected: "0 or 1")
        return nil
      }
      let isPresent = mark.text == "1"
      let value = table.number(row, volume)
      if let value, value < 0 {
        table.cell(row, volume).fault(expected: "a number of at least 0")
      } else if value == nil, isPresent, table.cell(row, volume).text.isEmpty {
        table.cell(row, volume).fault(
          expected: "a number of at least 0", hint: "write 0 in present for a missing day")
      }
      return CoverageRow(period: period, isPresent: isPresent, volume: value ?? 0)
    }
    if rows.isEmpty { file.fault(expected: "at least one day", found: "an empty table") }
    return rows
  }

  private func effects(_ file: Cell) -> [ActorEffectRow]? {
    guard let table = tables.table(named: file), let week = weekColumn(table),
      table.hasColumns(["mean"], others: true), let mean = table.column("mean")
    else { return nil }
    var actors: [(column: Int, code: ActorCode)] = []
    for (column, name) in table.header.enumerated() where column != week && column != mean {
      if let code = ActorCode(name) {
        actors.append((column, code))
      } else {
        headerCell(table, name).fault(expected: "an actor's code like KOR")
      }
    }
    for code in roster.core where !actors.contains(where: { $0.code == code }) {
      headerCell(table, "").fault(expected: "a column for the core actor \(code)", found: "none")
    }
    var periods = PeriodColumn(length: .week)
    return (0..<table.count).compactMap { row in
      guard let period = periods.read(table, row, week) else { return nil }
      guard let average = table.number(row, mean) else {
        if table.cell(row, mean).text.isEmpty { _ = table.cell(row, mean).number() }
        return nil
      }
      var effects: [ActorCode: Double] = [:]
      for (column, code) in actors { effects[code] = table.number(row, column) }
      return ActorEffectRow(week: period.from, mean: average, effects: effects)
    }
  }

  /// Pairs that have nothing to do with the case: their states need not be its actors.
  private func controls(_ file: Cell) -> [Dyad: [Series.Observation]]? {
    guard let table = tables.table(named: file), let week = weekColumn(table) else { return nil }
    var pairs: [(column: Int, dyad: Dyad)] = []
    for (column, name) in table.header.enumerated() where column != week {
      let cell = headerCell(table, name)
      guard let dyad = Dyad(name) else {
        cell.fault(expected: "a pair like CHN-PRK")
        continue
      }
      if pairs.contains(where: { $0.dyad == dyad }) {
        cell.fault(expected: "each subject once", found: "\(dyad) twice")
      }
      pairs.append((column, dyad))
    }
    var periods = PeriodColumn(length: .week)
    var columns = [[Series.Observation]](repeating: [], count: pairs.count)
    for row in 0..<table.count {
      guard let period = periods.read(table, row, week) else { continue }
      for (index, pair) in pairs.enumerated() {
        guard let value = table.number(row, pair.column) else { continue }
        columns[index].append(Series.Observation(period: period, value: value))
      }
    }
    var controls: [Dyad: [Series.Observation]] = [:]
    for (index, pair) in pairs.enumerated() { controls[pair.dyad] = columns[index] }
    return controls
  }

  /// The first column, called `week` or `date`.
  private func weekColumn(_ table: CSVTable) -> Int? {
    if let column = table.column("week") ?? table.column("date") { return column }
    headerCell(table, table.header.first ?? "").fault(expected: "a column week")
    return nil
  }

  private func headerCell(_ table: CSVTable, _ name: String) -> Cell {
    Cell(
      text: name, place: Place(file: table.file, line: table.headerLine), field: "header",
      faults: tables.folder.faults)
  }
}
