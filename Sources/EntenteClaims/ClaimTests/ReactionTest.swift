import EntenteExcitation
import EntenteHistory
import EntenteNumerics
import EntenteRecord

/// The test `reaction`, which asks whether one state answers another in kind.
///
/// Richardson's equation: supported where the actor's reaction to the other lies above zero with its
/// whole interval and at most a tenth of partners shifted in time do as well, contradicted where it
/// lies below zero; cannot tell otherwise, and where one step is too short a memory for the series.
public struct ReactionTest: ClaimTest {
  public static let name = "reaction"

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
      guard let side = pair.richardson.sides.first(where: { $0.name == question.forth }) else {
        return .unusable(id, Self.name)
      }
      return judge(id, question, pair, side)
    } catch {
      return .noData(id, Self.name, error.message)
    }
  }

  private func judge(
    _ id: String, _ question: DirectedQuestion, _ pair: LeadReport.Pair,
    _ side: LeadReport.Reaction
  ) -> TestOutcome {
    let (verdict, reason) = Self.verdict(side)
    let text =
      "In \(question.title) \(question.periods(pair)): the share of \(question.acts(side.partner)) in one period that \(question.actor) gives back in the next is \(Phrase.estimate(side.reaction, signed: true))."
    func line(_ suffix: String, _ text: String, _ estimate: Estimate) -> Evidence {
      Evidence(
        id: "\(id).\(suffix)", text: text, estimate: estimate, method: "leading",
        sources: [question.series], sample: "\(pair.richardson.rows) steps")
    }
    return TestOutcome(
      id: id, test: Self.name, verdict: verdict, finding: text, reason: reason,
      evidence: [
        line(
          "reaction",
          text.dropLast()
            + ", rank among partners shifted in time \(Phrase.number(side.controlP)).",
          side.reaction),
        line(
          "fatigue",
          "The share of the level of \(question.acts(side.name)) that is lost from one period to the next: \(Phrase.estimate(side.fatigue)).",
          side.fatigue),
      ],
      assumptions: ["one period is time enough to answer"] + pair.notes,
      wouldFlip: "a reaction on the other side of zero")
  }

  private static func verdict(_ side: LeadReport.Reaction) -> (Verdict, String?) {
    guard !RichardsonModel.isTooShort(side.residualCorrelation) else {
      return (.cannotTell, "the series remembers longer than Richardson’s equation does")
    }
    switch Side(of: side.reaction, from: 0) {
    case .above where side.controlP <= 0.1: return (.supported, nil)
    case .above: return (.cannotTell, "partners shifted in time are answered as much")
    case .below: return (.contradicted, nil)
    case .unknown: return (.cannotTell, "the interval holds zero")
    }
  }
}
