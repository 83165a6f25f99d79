import EntenteExcitation
import EntenteHistory
import EntenteNumerics
import EntenteRecord

/// The test `leads`, which asks whether one state moves first and the other follows.
///
/// Supported where only what the actor does helps to foretell what the other does to it (corrected p
/// at most .05, and at most a tenth of partners shifted in time do as well), contradicted where only
/// the reverse holds, mixed where both do. An order in time, not a cause.
public struct LeadsTest: ClaimTest {
  public static let name = "leads"

  private let question: DirectedQuestion?

  public init(_ reader: ParameterReader) {
    question = DirectedQuestion(reader)
  }

  public func outcome(
    _ id: String, under settings: Settings, in analysis: CaseAnalysis
  ) -> TestOutcome {
    guard let question else { return .unusable(id, Self.name) }
    do {
      let pair = try question.pair(under: settings, in: analysis)
      guard let forth = pair.directions.first(where: { $0.from == question.forth }),
        let back = pair.directions.first(where: { $0.from == question.back })
      else { return .unusable(id, Self.name) }
      return judge(id, question, pair, forth, back)
    } catch {
      return .noData(id, Self.name, error.message)
    }
  }

  private func judge(
    _ id: String, _ question: DirectedQuestion, _ pair: LeadReport.Pair,
    _ forth: LeadReport.Direction, _ back: LeadReport.Direction
  ) -> TestOutcome {
    let verdict: Verdict =
      switch (forth.leads, back.leads) {
      case (true, false): .supported
      case (false, true): .contradicted
      case (true, true): .mixed
      case (false, false): .cannotTell
      }
    func words(_ direction: LeadReport.Direction) -> String {
      "whether \(question.acts(direction.from)) helps to foretell \(question.acts(direction.to)): p \(Phrase.probability(direction.adjustedP))"
    }
    func line(_ suffix: String, _ direction: LeadReport.Direction) -> Evidence {
      Evidence(
        id: "\(id).\(suffix)",
        text:
          "\(words(direction).capitalizedFirst) (F \(Phrase.number(direction.statistic)); rank among \(direction.controls) partners shifted in time \(Phrase.number(direction.controlP))); the sum of its \(pair.lags) lags is \(Phrase.estimate(direction.total, signed: true)).",
        estimate: direction.total, method: "leading", sources: [question.series],
        sample: "\(pair.rows) of \(pair.periods) periods")
    }
    return TestOutcome(
      id: id, test: Self.name, verdict: verdict,
      finding:
        "In \(question.title) \(question.periods(pair)): \(words(forth)); \(words(back)).",
      reason: verdict == .cannotTell
        ? "neither side’s past helps to foretell the other’s beyond chance" : nil,
      evidence: [line("forth", forth), line("back", back)],
      assumptions: [
        "who moves first is an order in time: a third mover that reaches one side sooner looks the same"
      ] + pair.notes,
      wouldFlip: "acts of the other side that come first")
  }
}
