import EntenteBrief
import EntenteExcitation
import EntenteRecord
import Foundation

/// How `entente hawkes` words things.
enum HawkesShowing {
  /// Four significant digits.
  static func number(_ value: Double) -> String { String(format: "%.4g", value) }

  static func withError(_ value: Double, _ error: Double?) -> String {
    number(value) + (error.map { " ± " + String(format: "%.2g", $0) } ?? "")
  }

  /// A time as it stood in the file.
  static func time(_ value: Double, isDated: Bool) -> String {
    guard isDated else { return "\(value)" }
    return Day(number: Int32(value.rounded(.down))).description
  }

  /// A time in a sentence.
  private static func moment(_ value: Double, isDated: Bool) -> String {
    isDated ? time(value, isDated: true) : String(format: "%.6g", value)
  }

  private static func probability(_ p: Double?) -> String {
    p.map { String(format: "%.3f", $0) } ?? "-"
  }

  // MARK: - Fit

  static func fit(_ report: HawkesReport, isDated: Bool) -> String {
    let (start, end) = (
      moment(report.start, isDated: isDated), moment(report.end, isDated: isDated)
    )
    let shape = report.kernel.parameters.map {
      "\($0.name) " + withError($0.value, $0.error)
    }.joined(separator: ", ")
    var lines = [
      "\(Wording.count(report.events, "event")) in "
        + "\(Wording.count(report.dimensions.count, "dimension")), \(start) to \(end)",
      "\(report.kernel.name) kernel, \(report.kernel.formula): \(shape) "
        + (report.kernel.isEstimated ? "(estimated)" : "(given)"),
      "spectral radius "
        + withError(report.spectralRadius.value, report.spectralRadius.error)
        + (report.isStationary ? "" : ", explosive"),
      "log-likelihood \(String(format: "%.6f", report.logLikelihood)); "
        + "of constant rates \(String(format: "%.6f", report.poissonLogLikelihood)); "
        + "\(Wording.count(report.freeParameters, "free parameter")), AIC \(String(format: "%.2f", report.aic))",
      "", "background, events per \(isDated ? "day" : "unit of time"):",
    ]
    for (i, name) in report.dimensions.enumerated() {
      lines.append(
        "  \(name)  \(withError(report.baseline[i], report.baselineError[i]))"
          + "  (\(Wording.count(report.counts[i], "event")))")
    }
    for effect in report.effects {
      lines.append(
        "  \(effect.dimension), \(effect.covariate)  log rate per unit "
          + withError(effect.value, effect.error))
    }
    lines += branching(report)
    lines += ["", "residual test, gaps in expected events against the exponential:"]
    for row in report.residuals {
      var line =
        "  \(row.dimension ?? "all")  n \(row.n), distance \(row.distance.map(number) ?? "-")"
      line += ", p \(probability(row.asymptoticP))"
      if report.residualDraws > 0 { line += ", bootstrap p \(probability(row.bootstrapP))" }
      lines.append(line)
    }
    if report.residualDraws == 0 {
      lines.append("  p takes the parameters as known and is too large; --draws 199 mends it")
    }
    lines += [
      "",
      "± one standard error, from the observed information of the free parameters; none at a bound",
    ]
    lines += report.notes.map { "note: " + $0 }
    return lines.joined(separator: "\n")
  }

  /// The largest entries of the branching matrix.
  private static func branching(_ report: HawkesReport) -> [String] {
    struct Entry {
      let i: Int
      let j: Int
      let value: Double
    }
    let entries = report.dimensions.indices.flatMap { i in
      report.dimensions.indices.compactMap { j in
        report.branching[i][j].map { Entry(i: i, j: j, value: $0) }
      }
    }.filter { $0.value != 0 }
      .sorted { (-abs($0.value), $0.i, $0.j) < (-abs($1.value), $1.i, $1.j) }
    let shown = entries.prefix(40)
    var lines = [
      "",
      "events that one event raises directly"
        + (shown.count < entries.count
          ? " (the \(shown.count) largest of \(entries.count) that are not 0):"
          : " (all that are not 0):"),
    ]
    for entry in shown {
      lines.append(
        "  \(report.dimensions[entry.j]) → \(report.dimensions[entry.i])  "
          + withError(entry.value, report.branchingError[entry.i][entry.j]))
    }
    if shown.isEmpty { lines.append("  none") }
    return lines
  }

  // MARK: - Attribution

  static func attribution(_ report: AttributionReport, isDated: Bool) -> String {
    var lines = ["who triggered what, in expected events (of all events of the dimension):"]
    for (i, name) in report.dimensions.enumerated() {
      var line = "  \(name)  background \(number(report.spontaneous[i]))"
      for (j, source) in report.dimensions.enumerated() where report.triggered[i][j] >= 0.05 {
        line += ", \(source) \(number(report.triggered[i][j]))"
      }
      lines.append(line)
    }
    lines.append("")
    for row in report.events {
      let named = row.parents.map {
        "\($0.dimension) at \(moment($0.time, isDated: isDated)) \(probability($0.probability))"
      }
      lines.append(
        "\(row.dimension) at \(moment(row.time, isDated: isDated))  background "
          + probability(row.background) + named.map { "; " + $0 }.joined()
          + "; others \(probability(row.others))")
    }
    lines.append("")
    lines.append(
      "probabilities given the fitted model; a common cause outside the record looks like a trigger"
    )
    lines += report.notes.map { "note: " + $0 }
    return lines.joined(separator: "\n")
  }

  // MARK: - Simulation

  static func csv(
    _ drawn: HawkesSimulation, labels: [String], isDated: Bool, withParents: Bool
  ) -> String {
    var text = withParents ? "time,dimension,parent\n" : "time,dimension\n"
    for k in drawn.times.indices {
      text += "\(time(drawn.times[k], isDated: isDated)),\(quoted(labels[drawn.dimensions[k]]))"
      if withParents { text += "," + (drawn.parents[k].map { "\($0 + 1)" } ?? "") }
      text += "\n"
    }
    return text
  }

  private static func quoted(_ name: String) -> String {
    guard name.contains(where: { ",\"\n\r".contains($0) }) else { return name }
    return "\"" + name.replacing("\"", with: "\"\"") + "\""
  }
}
