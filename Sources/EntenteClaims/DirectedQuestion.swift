import EntenteExcitation
import EntenteHistory
import EntenteRecord

/// What tests on directed series are about: what one state does to another, beside what comes back.
struct DirectedQuestion: Sendable {
  let series: String
  /// The series as it is named in a sentence.
  let title: String
  let actor: ActorCode
  let other: ActorCode
  let period: Span?

  /// Reads `series` (by default the case's directed one), `actor`, `toward` and `period`.
  init?(_ reader: ParameterReader) {
    let subject = reader.subject
    let actor = reader.required("actor", "the code of a state").flatMap {
      reader.actor($0, "actor")
    }
    let toward = reader.required("toward", "the code of a state")
    let other = toward.flatMap { reader.actor($0, "toward") }
    period = reader.span("period")
    let named = reader.optional("series")
    guard let id = named.map({ $0.text ?? "" }) ?? subject.directed else {
      _ = reader.required("series", "the id of a series of directed pairs")
      return nil
    }
    let known = subject.series.map(\.declaration).filter { $0.scope == .directedPair }.map(\.id)
    guard let declaration = subject.series(id)?.declaration else {
      reader.unknown(
        id, at: named, "series", expected: "the id of a series of directed pairs", among: known)
      return nil
    }
    guard declaration.scope == .directedPair else {
      reader.fault(
        named, "series", expected: "a series of directed pairs",
        found: "\(id), of \(declaration.scope.rawValue)")
      return nil
    }
    guard let actor, let other else { return nil }
    guard actor != other else {
      reader.fault(toward, "toward", expected: "another state than actor", found: actor.text)
      return nil
    }
    series = id
    title = Phrase.quoted(declaration.title)
    self.actor = actor
    self.other = other
  }

  var forth: String { "\(actor)>\(other)" }
  var back: String { "\(other)>\(actor)" }

  /// The pair's part of the report.
  ///
  /// - Throws: `HistoryError` where the series has nothing of the period, or too little.
  func pair(
    under settings: Settings, in analysis: CaseAnalysis
  ) throws(HistoryError) -> LeadReport.Pair {
    guard let found = analysis.subject.series(series), let dyad = Dyad(actor, other) else {
      throw HistoryError(.noData, "the case has no series \(series)")
    }
    let history = SeriesHistory(found)
    if let period {
      _ = try history.points(of: .directed(from: actor, to: other), in: period)
      _ = try history.points(of: .directed(from: other, to: actor), in: period)
    }
    let report = analysis.leading(
      [dyad], series: series, in: period, draws: analysis.draws(under: settings))
    guard let pair = report.pairs.first else {
      throw HistoryError(
        .tooFew, "\(series): \(report.skipped.first?.reason ?? "nothing to compare")")
    }
    return pair
  }

  /// `what CHN did to RUS` for `CHN>RUS`.
  func acts(_ direction: String) -> String {
    direction == forth
      ? "what \(actor) did to \(other)" : "what \(other) did to \(actor)"
  }

  /// `2022-05-10/2023-04-09`, or the whole series.
  func periods(_ pair: LeadReport.Pair) -> String {
    (period.map { "over \($0)" } ?? "over the whole series") + ", \(pair.rows) periods"
  }
}
