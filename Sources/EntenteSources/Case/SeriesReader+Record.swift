import EntenteRecord
import EntenteStore

/// Series that are counted from a record of events.
///
/// Days that the record does not cover are missing, never zero; `kind` says what is counted: events,
/// the sum of their scores, or their mean.
extension SeriesReader {
  /// Share of a period's days that the record must cover.
  private static let fewestCovered = 0.8

  private var states: Set<ActorCode> { Set(roster.codes.places.keys.compactMap { ActorCode($0) }) }

  private func filter(among states: Set<ActorCode>?) -> EventFilter {
    var filter = states.map { EventFilter.among($0) } ?? EventFilter()
    filter.isInterstate = true
    let selection = declaration.selection
    filter.kinds = selection.flatMap { EventFilter.Kinds(rawValue: $0.ends) } ?? .state
    if let types = selection?.types, !types.isEmpty { filter.types = Set(types) }
    if let codes = selection?.codes, !codes.isEmpty { filter.codes = Set(codes) }
    return filter
  }

  /// The series counted from the record in a folder.
  func counted(from folder: Cell) -> Series? {
    guard let store = tables.record(named: folder) else { return nil }
    let isDirected = declaration.scope == .directedPair
    let table = store.series(
      SeriesQuery(filter(among: states), by: declaration.length, isDirected: isDirected))
    var observations: [Subject: [Series.Observation]] = [:]
    for row in table.rows {
      // What a period lacks would read as calm: most of its days must be covered, and those before
      // the record begins or after it ends are lacking too.
      let days = row.period.to.days(since: row.period.from) + 1
      guard Double(row.covered) >= Self.fewestCovered * Double(days), let tally = row.tally,
        let value = value(of: tally)
      else { continue }
      let subject: Subject?
      if isDirected {
        subject = Subject("\(row.source)>\(row.target)")
      } else {
        subject = Dyad(row.source, row.target).map { .pair($0) }
      }
      guard let subject else { continue }
      observations[subject, default: []].append(
        Series.Observation(period: row.period, value: value, n: Double(tally.count)))
    }
    if observations.values.allSatisfy(\.isEmpty) {
      folder.fault(
        expected: "events between states of the case", found: "a record without any",
        hint: "entente record info \(folder.text) says what it holds")
      return nil
    }
    return Series(declaration: declaration, observations: observations)
  }

  private func value(of tally: Tally) -> Double? {
    switch declaration.kind {
    case .count: Double(tally.count)
    case .mean: tally.mean
    default: tally.sum
    }
  }

  /// Which days the record covers, with the world's volume: the sum of the absolute scores of all
  /// events between states.
  func coverage(from folder: Cell) -> [CoverageRow]? {
    guard let store = tables.record(named: folder) else { return nil }
    let coverage = store.coverage()
    guard let span = coverage.span else {
      folder.fault(expected: "a record with covered days", found: "none")
      return nil
    }
    let tallies = store.aggregate(
      AggregateQuery(filter(among: nil), by: declaration.length, isDirected: false))
    var volumes: [Int32: Double] = [:]
    for index in 0..<tallies.count {
      let tally = tallies.tally[index]
      volumes[tallies.start[index], default: 0] += Double(tally.positive - tally.negative) / 1000
    }
    return Period.covering(span, by: declaration.length).compactMap { period in
      guard let days = period.span else { return nil }
      return CoverageRow(
        period: period, isPresent: coverage.days(of: days).covered > 0,
        volume: volumes[period.from.number] ?? 0)
    }
  }
}
