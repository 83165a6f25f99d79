import EntenteHistory
import EntenteNumerics
import EntenteRecord

/// The test `contrast`, which asks whether one quantity moved differently from another.
///
/// Difference of differences: (after − before) of the one less (after − before) of the other. The
/// two changes are bootstrapped apart, so the interval takes them as independent, which widens it
/// where both share common movement.
public struct ContrastTest: ClaimTest {
  public static let name = "contrast"

  private let one: Quantity?
  private let other: Quantity?
  private let before: Span
  private let after: Span
  private let isHigher: Bool

  public init(_ reader: ParameterReader) {
    let expected = "a pair or {series: ID, of: SUBJECT}"
    one = reader.quantity(reader.required("of", expected), "of")
    other = reader.quantity(reader.required("against", expected), "against")
    before = reader.requiredSpan("before")
    after = reader.requiredSpan("after")
    isHigher = reader.choice("expect", ["higher", "lower"]) == "higher"
  }

  public func choices(in analysis: CaseAnalysis) -> [ChoiceDimension] {
    let dyads = [one, other].compactMap { quantity -> Dyad? in
      if case .affinity(let dyad) = quantity { dyad } else { nil }
    }
    return dyads.isEmpty ? [] : [.blockLength, analysis.baselineChoice(for: dyads)]
  }

  public func outcome(
    _ id: String, under settings: Settings, in analysis: CaseAnalysis
  ) -> TestOutcome {
    guard let one, let other else { return .unusable(id, Self.name) }
    do {
      let first = try change(of: one, under: settings, in: analysis)
      let second = try change(of: other, under: settings, in: analysis)
      return judge(id, one, first, other, second, in: analysis)
    } catch {
      return .noData(id, Self.name, error.message)
    }
  }

  private func change(
    of quantity: Quantity, under settings: Settings, in analysis: CaseAnalysis
  ) throws(HistoryError) -> Change {
    let (history, subject) = try analysis.history(of: quantity, under: settings)
    return try history.change(
      of: subject, before: before, after: after,
      options: analysis.estimateOptions(for: quantity, under: settings))
  }

  private func judge(
    _ id: String, _ one: Quantity, _ first: Change, _ other: Quantity, _ second: Change,
    in analysis: CaseAnalysis
  ) -> TestOutcome {
    let subject = analysis.subject
    let difference = first.difference.less(second.difference)
    let text =
      "The change of \(one.label(in: subject)) less that of \(other.label(in: subject)), \(before) to \(after), is \(Phrase.estimate(difference, signed: true))."
    let evidence = [
      Evidence(
        id: "\(id).contrast", text: text, estimate: difference, method: "measure",
        sources: Judge.unique(analysis.sources(of: one) + analysis.sources(of: other)),
        sample: "\(first.difference.n) and \(second.difference.n) periods"),
      Evidence(
        id: "\(id).of",
        text:
          "Change of \(one.label(in: subject)): \(Phrase.estimate(first.difference, signed: true)).",
        estimate: first.difference, method: "measure", sources: analysis.sources(of: one),
        sample: Phrase.count(first.difference.n, "period")),
      Evidence(
        id: "\(id).against",
        text:
          "Change of \(other.label(in: subject)): \(Phrase.estimate(second.difference, signed: true)).",
        estimate: second.difference, method: "measure", sources: analysis.sources(of: other),
        sample: Phrase.count(second.difference.n, "period")),
    ]
    let side = Side(of: difference, from: 0)
    let verdict: Verdict =
      side == .unknown ? .cannotTell : (side == .above) == isHigher ? .supported : .contradicted
    return TestOutcome(
      id: id, test: Self.name, verdict: verdict, finding: text,
      reason: verdict == .cannotTell ? "the interval holds zero" : nil, evidence: evidence,
      wouldFlip:
        "a difference that is \(isHigher == (verdict == .supported) ? "below" : "above") zero")
  }
}
