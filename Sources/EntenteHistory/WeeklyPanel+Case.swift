public import EntenteRecord

extension WeeklyPanel {
  /// Sums a case's affinity series by week over the days that its coverage marks as present.
  ///
  /// Missing data: a day outside the coverage, marked absent or without volume is missing. A pair
  /// without an observation on a present day is missing that day, and its share is taken of the
  /// volume of its own days. A weekly series keeps its sums wherever the week has a present day.
  ///
  /// - Throws: `HistoryError` with `.noAffinity` or `.noCoverage`.
  public init(case record: Case) throws(HistoryError) {
    guard let source = record.affinity else {
      throw HistoryError(.noAffinity, "the case names no affinity series")
    }
    guard let series = record.series(source.series) else {
      throw HistoryError(.noAffinity, "the affinity series \(source.series) is not in the case")
    }
    let declaration = series.declaration
    guard declaration.scope == .pair, declaration.length == .day || declaration.length == .week
    else {
      throw HistoryError(
        .noAffinity,
        "affinity needs a series of pairs by day or week; \(declaration.id) is of "
          + "\(declaration.scope.rawValue) by \(declaration.length.rawValue)")
    }
    guard let calendar = Calendar(source.coverage) else {
      throw HistoryError(
        .noCoverage, "no day of \(declaration.id) is present with a volume in its coverage")
    }

    var raw: [Dyad: [Double]] = [:]
    var ownVolume: [Dyad: [Int: Double]] = [:]
    for (subject, observations) in series.observations {
      guard case .pair(let dyad) = subject else { continue }
      let (sums, own) = calendar.sums(of: observations)
      raw[dyad] = sums
      if !own.isEmpty { ownVolume[dyad] = own }
    }
    var controls: [Dyad: [Double]] = [:]
    for (dyad, observations) in source.controls {
      controls[dyad] = calendar.sums(of: observations).0
    }

    self.init(
      weeks: calendar.weeks, daysPresent: calendar.daysPresent, volume: calendar.volume, raw: raw,
      controls: controls, core: record.core, actorEffects: source.actorEffects,
      lastDay: calendar.lastDay, missingDays: calendar.missingDays, ownVolume: ownVolume)
  }

  /// Which days have data, and how much the world had on each.
  private struct Calendar {
    let first: Day
    let lastDay: Day
    /// By day since `first`, a Monday; NaN where the day is missing.
    let dayVolume: [Double]
    let weeks: [Day]
    var daysPresent: [Int]
    var volume: [Double]
    let missingDays: Int

    init?(_ coverage: [CoverageRow]) {
      let present = coverage.filter { $0.isPresent && $0.volume.isFinite && $0.volume > 0 }
      guard let start = present.map(\.period.from).min(), let end = present.map(\.period.to).max()
      else { return nil }
      first = start.monday
      lastDay = end
      let weekCount = end.monday.days(since: first) / 7 + 1
      let origin = first
      weeks = (0..<weekCount).map { origin.adding(days: 7 * $0) }
      var days = [Double](repeating: .nan, count: 7 * weekCount)
      // A row that covers a week spreads its volume evenly over the days.
      for row in present {
        let length = row.period.to.days(since: row.period.from) + 1
        for offset in 0..<length {
          let index = row.period.from.days(since: first) + offset
          if days.indices.contains(index) { days[index] = row.volume / Double(length) }
        }
      }
      dayVolume = days
      daysPresent = (0..<weekCount).map { week in
        days[(7 * week)..<(7 * week + 7)].count { !$0.isNaN }
      }
      volume = (0..<weekCount).map { week in
        days[(7 * week)..<(7 * week + 7)].reduce(0) { $1.isNaN ? $0 : $0 + $1 }
      }
      let from = start.days(since: first)
      missingDays = days[from...end.days(since: first)].count { $0.isNaN }
    }

    /// Weekly sums (NaN without any observation), and the volume of the pair's own days where they
    /// are not all the present ones.
    func sums(of observations: [Series.Observation]) -> ([Double], [Int: Double]) {
      var sums = [Double](repeating: 0, count: weeks.count)
      var seen = [Int](repeating: 0, count: weeks.count)
      var seenVolume = [Double](repeating: 0, count: weeks.count)
      for observation in observations where observation.value.isFinite {
        let day = observation.period.from.days(since: first)
        guard day >= 0, day / 7 < weeks.count else { continue }
        let week = day / 7
        if observation.period.length == .week {
          guard daysPresent[week] > 0 else { continue }
          sums[week] += observation.value
          seen[week] = daysPresent[week]
        } else if !dayVolume[day].isNaN {
          sums[week] += observation.value
          seen[week] += 1
          seenVolume[week] += dayVolume[day]
        }
      }
      var own: [Int: Double] = [:]
      for week in weeks.indices {
        if seen[week] == 0 {
          sums[week] = .nan
        } else if seen[week] < daysPresent[week] {
          own[week] = seenVolume[week]
        }
      }
      return (sums, own)
    }
  }
}
