import EntenteExcitation
import EntenteNumerics
import Foundation

/// How `entente granger` words things.
enum GrangerShowing {
  private static func number(_ value: Double) -> String { String(format: "%.3g", value) }

  private static func interval(_ estimate: Estimate) -> String {
    guard let low = estimate.low, let high = estimate.high else { return number(estimate.value) }
    return "\(number(estimate.value)) [\(number(low)), \(number(high))]"
  }

  static func text(_ report: LeadReport) -> String {
    var lines: [String] = []
    for pair in report.pairs {
      if !lines.isEmpty { lines.append("") }
      lines += section(pair, level: report.level, draws: report.draws)
    }
    if !report.skipped.isEmpty { lines.append("") }
    lines += report.skipped.map { "not tested: \($0.first), \($0.second): \($0.reason)" }
    lines += [
      "",
      "lags and their sum are in standard deviations of the two series; reaction, fatigue and grievance "
        + "in the series' own units",
      "who moves first is an order in time, not a cause: a third mover that reaches one side sooner looks the same",
    ]
    return lines.joined(separator: "\n")
  }

  private static func section(_ pair: LeadReport.Pair, level: Double, draws: Int) -> [String] {
    let answer =
      switch pair.verdict {
      case .firstLeads: "\(pair.first) moves first"
      case .secondLeads: "\(pair.second) moves first"
      case .both: "each follows the other"
      case .cannotTell: "cannot tell who moves first"
      }
    var lines = [
      "\(pair.first) and \(pair.second): \(answer)",
      "  \(pair.rows) of \(pair.periods) periods, \(pair.lags) lag\(pair.lags == 1 ? "" : "s")\(pair.isAugmented ? " and one untested" : ""), \(draws) draws; "
        + "correlation within a period \(number(pair.simultaneous))",
    ]
    for direction in pair.directions {
      lines.append(
        "  \(direction.from) → \(direction.to)  F \(number(direction.statistic)), "
          + "p \(number(direction.bootstrapP)), adjusted \(number(direction.adjustedP)); "
          + "against \(direction.controls) shifted partners p \(number(direction.controlP)); "
          + "sum of lags \(interval(direction.total))")
      let lags = direction.coefficients.map {
        "\($0.lag): \(number($0.value)) ± \(number($0.error))"
      }
      lines.append("    by lag " + lags.joined(separator: ", "))
    }
    let race = pair.richardson
    let dilemma =
      switch race.dilemma {
      case .mutual: "each answers the other upward: a security dilemma"
      case .oneSided: "one side answers the other upward"
      case .cannotTell: "cannot tell whether either answers the other"
      }
    lines.append(
      "  Richardson: \(dilemma); \(race.rows) steps, largest eigenvalue \(number(race.radius))")
    for side in race.sides {
      lines.append(
        "    \(side.name) to \(side.partner)  reaction \(interval(side.reaction)), "
          + "p \(number(side.reactionP)), against shifted partners \(number(side.controlP)); "
          + "fatigue \(interval(side.fatigue)), grievance \(interval(side.grievance))")
    }
    lines += pair.notes.map { "  note: " + $0 }
    lines.append("  [..] are \(Int((100 * level).rounded()))% intervals")
    return lines
  }
}
