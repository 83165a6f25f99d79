import EntenteBrief
import EntenteDating
import EntenteRecord
import EntenteSources
import Foundation

/// Breaks, alarms and findings of a panel as lines and as JSON.
enum BreaksText {
  /// A break with the labels of its table.
  private struct BreakRow: Encodable {
    let at: String
    let index: Int
    let from: String?
    let to: String?
    let direction: String
    let before: Double
    let after: Double
    let size: Double
    let sizeLow: Double?
    let sizeHigh: Double?
    let spreadBefore: Double?
    let spreadAfter: Double?
    let gain: Double?
    let pValue: Double?
  }

  private static func word(_ direction: Break.Direction) -> String {
    direction == .up ? "up" : "down"
  }

  private static func number(_ value: Double) -> String {
    String(format: abs(value) >= 1000 || value == value.rounded() ? "%.0f" : "%.3g", value)
  }

  static func show(
    _ found: SeriesBreaks, _ positions: [Int], _ table: MeasuredTable, json: Bool
  ) throws {
    struct Output: Encodable {
      let cost: String
      let formula: String
      let method: String
      let count: Int
      let empty: Int
      let gaps: Int
      let minimumLength: Int
      let penalty: Double?
      let penaltyIsAutomatic: Bool
      let segmentCost: Double
      let objective: Double
      let isExact: Bool
      let pValue: Double?
      let pValueStandardError: Double?
      let draws: Int
      let interval: Double
      let breaks: [BreakRow]
      let episodes: [[String]]
      let seed: UInt64
    }
    let rows = found.breaks.map { one in
      BreakRow(
        at: table.label(positions[one.index]), index: one.index,
        from: one.interval.map { table.label(positions[$0.lowerBound]) },
        to: one.interval.map { table.label(positions[min($0.upperBound, positions.count - 1)]) },
        direction: word(one.direction), before: one.before, after: one.after, size: one.size,
        sizeLow: one.sizeInterval?.lowerBound, sizeHigh: one.sizeInterval?.upperBound,
        spreadBefore: one.spreadBefore, spreadAfter: one.spreadAfter, gain: one.gain,
        pValue: one.pValue)
    }
    let episodes = found.episodes.map { weeks in
      [weeks.lowerBound, weeks.upperBound - 1].map {
        table.label(positions[min($0, positions.count - 1)])
      }
    }
    if json {
      return try printJSON(
        Output(
          cost: found.cost.name, formula: found.cost.formula, method: found.method,
          count: found.count, empty: table.empty, gaps: table.gaps,
          minimumLength: found.minimumSegment, penalty: found.penalty,
          penaltyIsAutomatic: found.isPenaltyAutomatic, segmentCost: found.segmentCost,
          objective: found.objective, isExact: true, pValue: found.pValue,
          pValueStandardError: found.pValueStandardError, draws: found.draws,
          interval: found.coverage, breaks: rows, episodes: episodes, seed: found.seed))
    }
    var lines = [
      "\(Wording.count(found.count, "value")), cost \(found.cost.name): \(found.cost.formula)",
      found.method,
      "objective \(String(format: "%.6g", found.objective)) (exact), "
        + (found.penalty.map { "penalty \(String(format: "%.6g", $0)) a break, " } ?? "")
        + "segments of at least \(found.minimumSegment)",
    ]
    if table.empty > 0 || table.gaps > 0 {
      lines.append(
        "left out: \(Wording.count(table.empty, "empty value")); "
          + "\(Wording.count(table.gaps, "gap")) longer than the usual step, passed over")
    }
    if let p = found.pValue {
      lines.append(
        "p of no break at all: \(String(format: "%.3f", p)) ± "
          + "\(String(format: "%.3f", found.pValueStandardError ?? 0)), \(Wording.count(found.draws, "draw"))"
      )
    }
    if rows.isEmpty { lines.append("no break") }
    for row in rows {
      let range = row.from.flatMap { from in
        row.to.map { " [\(from) to \($0)]" }
      }
      let p = row.pValue.map { "  p \(String(format: "%.3f", $0))" } ?? ""
      lines.append(
        "\(row.at)\(range ?? "")  \(row.direction)  \(number(row.before)) to \(number(row.after))\(p)"
      )
    }
    for episode in episodes { lines.append("episode: \(episode.joined(separator: " to "))") }
    if !rows.isEmpty, found.breaks.allSatisfy({ $0.interval != nil }) {
      lines.append(
        "in brackets: \(Int((100 * found.coverage).rounded()))% intervals; p corrected for the "
          + "search over all dates")
    }
    Streams.print(lines.joined(separator: "\n"))
  }

  static func show(
    _ found: OnlineDetector, _ positions: [Int], _ table: MeasuredTable, json: Bool
  ) throws {
    struct Row: Encodable {
      let at: String
      let index: Int
      let onset: String
      let direction: String
      let before: Double
      let after: Double
      let statistic: Double
      let threshold: Double
    }
    struct Output: Encodable {
      let method: String
      let count: Int
      let monitored: Int
      let falseAlarmsPerYear: Double
      let stepsPerYear: Int
      let alarms: [Row]
      let draws: Int
      let seed: UInt64
    }
    let rows = found.alarms.map {
      Row(
        at: table.label(positions[$0.index]), index: $0.index,
        onset: table.label(positions[$0.onset]), direction: word($0.direction),
        before: $0.before, after: $0.after, statistic: $0.statistic, threshold: $0.threshold)
    }
    if json {
      return try printJSON(
        Output(
          method: "two-sided CUSUM, threshold by a block bootstrap of the training values",
          count: found.count, monitored: found.monitored, falseAlarmsPerYear: found.rate,
          stepsPerYear: OnlineDetector.year, alarms: rows, draws: found.draws, seed: found.seed))
    }
    var lines = [
      "\(Wording.count(found.count, "value")), \(found.monitored) of them monitored; chance of a false alarm in "
        + "\(OnlineDetector.year) steps set to \(number(found.rate))"
    ]
    if rows.isEmpty { lines.append("no alarm") }
    for row in rows {
      lines.append(
        "\(row.at)  alarm, \(row.direction) since \(row.onset): \(number(row.before)) to "
          + "\(number(row.after)), statistic \(number(row.statistic)) above \(number(row.threshold))"
      )
    }
    Streams.print(lines.joined(separator: "\n"))
  }

  static func show(
    _ found: PanelBreaks, _ panel: PairPanel, _ table: MeasuredTable, json: Bool, all: Bool
  ) throws {
    let label = { (at: Int) in table.label(panel.periods[min(at, panel.periods.count - 1)]) }
    struct EpisodeRow: Encodable {
      let at: String
      let from: String
      let to: String
      let direction: String
      let size: Double
      let pValue: Double
      let falseShare: Double
    }
    struct Row: Encodable {
      let pair: String
      let actors: [String]
      let active: Double
      let pValue: Double
      let adjustedPValue: Double
      let levelPValue: Double
      let episodePValue: Double?
      let breaks: [BreakRow]
      let episodes: [EpisodeRow]
    }
    struct Output: Encodable {
      let method: String
      let level: Double
      let periods: Int
      let missingPeriods: Int
      let periodsWithoutVolume: Int
      let tested: Int
      let omitted: [String: Int]
      let pairs: [Row]
      let seed: UInt64
    }
    let rows = found.findings.map { one in
      Row(
        pair: one.pair.description, actors: [one.pair.first, one.pair.second],
        active: one.active, pValue: one.pValue,
        adjustedPValue: one.adjustedPValue, levelPValue: one.levelPValue,
        episodePValue: one.episodePValue,
        breaks: one.breaks.map {
          BreakRow(
            at: label($0.index), index: $0.index, from: label($0.interval.lowerBound),
            to: label($0.interval.upperBound), direction: word($0.direction), before: $0.before,
            after: $0.after, size: $0.size, sizeLow: $0.sizeInterval.lowerBound,
            sizeHigh: $0.sizeInterval.upperBound, spreadBefore: nil, spreadAfter: nil, gain: nil,
            pValue: one.levelPValue)
        },
        episodes: one.episodes.map {
          EpisodeRow(
            at: label($0.index), from: label($0.weeks.lowerBound),
            to: label($0.weeks.upperBound - 1), direction: word($0.direction), size: $0.size,
            pValue: $0.pValue, falseShare: $0.falseShare)
        })
    }
    let omitted = Dictionary(
      uniqueKeysWithValues: found.omitted.map { ($0.key.rawValue, $0.value) })
    let method =
      "level shifts of the tamed shares, and weeks that stand out together with those of the "
      + "pair's neighbours; both p-values joined by Fisher's rule, details where p is at most "
      + number(found.level)
    if json {
      return try printJSON(
        Output(
          method: method, level: found.level, periods: found.periods,
          missingPeriods: panel.missing, periodsWithoutVolume: panel.withoutVolume,
          tested: rows.count, omitted: omitted, pairs: rows, seed: found.seed))
    }
    var lines = [
      "\(Wording.count(rows.count, "pair")) tested over \(Wording.count(found.periods, "period")), "
        + "\(found.omitted.values.reduce(0, +)) left out (too few active periods, or constant)",
      method, "adj: p after Benjamini and Hochberg over all pairs tested",
    ]
    for (one, row) in zip(found.findings, rows) where all || one.isAnything {
      let p = String(format: "p %.3f  adj %.3f", row.pValue, row.adjustedPValue)
      if !one.isAnything { lines.append("\(row.pair)  \(p)  nothing found") }
      for found in row.breaks {
        lines.append(
          "\(row.pair)  \(p)  break \(found.at) [\(found.from ?? "") to \(found.to ?? "")]  "
            + "\(found.direction)  \(number(found.before)) to \(number(found.after))")
      }
      for found in row.episodes {
        lines.append(
          "\(row.pair)  \(p)  episode \(found.at)  \(found.direction)  \(number(found.size))  "
            + String(format: "chance finds %.2f", found.falseShare))
      }
    }
    lines.append(
      "\(found.findings.count { $0.isAnything }) with a break or an episode, "
        + "\(found.findings.count { $0.isAnything && $0.adjustedPValue <= 0.05 }) of them with an "
        + "adjusted p of at most 0.05")
    Streams.print(lines.joined(separator: "\n"))
  }
}
