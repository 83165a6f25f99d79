import EntenteRecord

/// The test `outcome`, which asks whether what the claim foretold came true.
public struct OutcomeTest: ClaimTest {
  public static let name = "outcome"

  private let question: Question?
  private let expected: Question.Outcome

  public init(_ reader: ParameterReader) {
    let id = reader.text("question", "the id of a question")
    question = reader.subject.questions.first { $0.id == id }
    if question == nil, let node = reader.optional("question") {
      reader.unknown(
        id, at: node, "question", expected: "the id of a question",
        among: reader.subject.questions.map(\.id))
    }
    expected = reader.choice("expect", ["yes", "no"]) == "yes" ? .yes : .no
  }

  public func outcome(
    _ id: String, under settings: Settings, in analysis: CaseAnalysis
  ) -> TestOutcome {
    guard let question else {
      return TestOutcome(
        id: id, test: Self.name, verdict: .cannotTell, finding: "No such question.", evidence: [],
        wouldFlip: "a question")
    }
    let verdict: Verdict =
      question.outcome == .open
      ? .notYet : question.outcome == expected ? .supported : .contradicted
    let answer: String =
      switch question.outcome {
      case .open: "open until \(question.horizon.text)"
      case .yes: "yes" + (question.resolved.map { ", on \($0.text)" } ?? "")
      case .no: "no, by \(question.horizon.text)"
      }
    return TestOutcome(
      id: id, test: Self.name, verdict: verdict,
      finding:
        "\(question.question) The claim foretold \(expected.rawValue); the outcome is \(answer).",
      evidence: [
        Evidence(
          id: "\(id).\(question.id)", text: "\(question.question) \(answer)", method: "outcome",
          sources: ["questions"], sample: "one question, exact by record: \(question.rule)")
      ],
      assumptions: question.note.map { [$0] } ?? [],
      wouldFlip: verdict == .notYet
        ? "the outcome by \(question.horizon.text)"
        : "another reading of the rule: \(question.rule)")
  }
}
