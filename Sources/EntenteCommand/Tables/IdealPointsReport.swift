import EntenteNumerics
import EntenteStructure

/// Ideal points as JSON and as text; described in docs/structure.md.
struct IdealPointsReport: Encodable {
  struct Row: Encodable {
    let state: String
    let session: Int
    let votes: Int
    let relative: Double
    let low: Double?
    let high: Double?
    let level: Double
  }
  struct Agreement: Encodable {
    struct Session: Encodable {
      let session: Int
      let states: Int
      let correlation: Double
    }
    let common: Int
    let onlyOurs: Int
    let onlyTheirs: Int
    let equalVotes: Int
    let countedVotes: Int
    let overall: Double?
    let withinSessions: Double?
    let sessions: [Session]
  }

  struct Coverage: Encodable {
    let sets: Int
    let covered: Double
    let coveredExtremes: Double?
  }

  static let caveat =
    "Levels of whole sessions are hardly identified by votes: compare states within a session; a "
    + "level that moved does not say that a state moved."

  let schema = "entente-ideal-points/1"
  let points: [Row]
  let level = 0.9
  let method: String
  let caveat = IdealPointsReport.caveat
  let items: Int
  let votes: Int
  let votesOmitted: Int
  let votesOnParts: Int
  let votesOnUnanimousItems: Int
  let statesWithoutPoint: [String]
  let rounds: Int
  let isConverged: Bool
  let sweeps: Int
  let agreement: Agreement?
  let coverage: Coverage?

  init(_ all: IdealPoints, _ shown: [IdealPoints.Point], _ agreement: IdealPointAgreement?) {
    points = shown.map {
      Row(
        state: $0.state, session: $0.session, votes: $0.votes, relative: $0.relative.value,
        low: $0.relative.low, high: $0.relative.high, level: $0.level)
    }
    method = all.points.first?.relative.method ?? ""
    items = all.items
    votes = all.votes
    votesOmitted = all.omitted
    votesOnParts = all.onParts
    votesOnUnanimousItems = all.unanimous
    statesWithoutPoint = all.statesWithoutPoint
    rounds = all.rounds
    isConverged = all.isConverged
    sweeps = all.sweeps
    coverage = all.coverage.map {
      Coverage(
        sets: $0.sets, covered: $0.all.rate,
        coveredExtremes: $0.extremes.trials > 0 ? $0.extremes.rate : nil)
    }
    self.agreement = agreement.map { agreement in
      Agreement(
        common: agreement.common, onlyOurs: agreement.onlyOurs, onlyTheirs: agreement.onlyTheirs,
        equalVotes: agreement.equalVotes, countedVotes: agreement.countedVotes,
        overall: agreement.overall, withinSessions: agreement.withinSessions,
        sessions: agreement.sessions.map {
          Agreement.Session(
            session: $0.session, states: $0.states, correlation: $0.correlation)
        })
    }
  }

  static func text(
    _ all: IdealPoints, _ shown: [IdealPoints.Point], _ agreement: IdealPointAgreement?
  ) -> String {
    let sorted = shown.sorted {
      ($0.session, $1.relative.value, $0.state) < ($1.session, $0.relative.value, $1.state)
    }
    let rows = sorted.map { point in
      [
        point.state, "\(point.session)", "\(point.votes)", Columns.fixed(point.relative.value),
        Columns.interval(point.relative.low, point.relative.high), Columns.fixed(point.level),
      ]
    }
    var lines = [
      Columns.text(
        ["state", "session", "votes", "less session mean", "90% interval", "(level)"], rows), "",
      "\(all.votes) votes on \(all.items) items; \(shown.first?.relative.method ?? "")"
        + (all.isConverged ? "" : "; NOT converged"),
      "left out: \(all.unanimous) votes on unanimous items, \(all.onParts) on paragraphs and "
        + "amendments, \(all.omitted) by choice",
    ]
    if !all.statesWithoutPoint.isEmpty {
      lines.append(
        "no point, no vote that says anything: \(all.statesWithoutPoint.joined(separator: ", "))")
    }
    lines.append(caveat)
    if let coverage = all.coverage {
      lines.append(
        "on \(coverage.sets) data sets drawn from the fit the intervals hold "
          + "\(coverage.all.text) of the time, beyond ±1.5 \(coverage.extremes.text)")
    }
    if let agreement {
      func digits(_ value: Double?) -> String { value.map { Columns.fixed($0, 4) } ?? "undefined" }
      let sessions = agreement.sessions.sorted { $0.correlation < $1.correlation }
      lines.append("")
      lines.append(
        "agreement on \(agreement.common) states and sessions (\(agreement.onlyOurs) only here, "
          + "\(agreement.onlyTheirs) only there):")
      lines.append(
        "  correlation \(digits(agreement.overall)); with session means removed "
          + digits(agreement.withinSessions))
      if let worst = sessions.first {
        lines.append(
          "  within sessions: median \(digits(sessions[sessions.count / 2].correlation)), least "
            + "\(digits(worst.correlation)) (session \(worst.session), \(worst.states) states)")
      }
      lines.append("  votes counted alike: \(agreement.equalVotes) of \(agreement.countedVotes)")
    }
    return lines.joined(separator: "\n")
  }
}
