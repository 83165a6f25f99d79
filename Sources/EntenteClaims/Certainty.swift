import EntenteRecord

/// How well the figures behind a quantity are known: A read in a source, B recalled and well
/// attested, C recalled only.
struct Certainty {
  let recalled: [String]
  let doubtful: [String]

  init(of quantity: Quantity, in spans: [Span], of subject: Case) {
    var rows: [(String, String)] = []
    switch quantity {
    case .attribute(let name, let whose):
      rows = subject.attributes.filter { row in
        row.variable == name && row.subject == whose
          && spans.contains { span in
            Day(year: row.year, month: 7, day: 2).map(span.contains) ?? false
          }
      }.map { ("\($0.year)", $0.certainty) }
    case .series(let id, let whose):
      rows = (subject.series(id)?.observations[whose] ?? []).filter { observation in
        spans.contains {
          $0.contains(observation.period.from) || $0.contains(observation.period.to)
        }
      }.map { ($0.period.description, $0.certainty ?? "A") }
    case .affinity, .measure: break
    }
    recalled = rows.filter { $0.1 == "B" }.map(\.0)
    doubtful = rows.filter { $0.1 == "C" }.map(\.0)
  }

  /// The outcome with what is only recalled said beside it; figures recalled only decide nothing.
  static func marked(_ outcome: TestOutcome, _ certainty: Certainty) -> TestOutcome {
    guard !certainty.recalled.isEmpty || !certainty.doubtful.isEmpty else { return outcome }
    var assumptions = outcome.assumptions
    if !certainty.recalled.isEmpty {
      assumptions.append(
        "figures of \(certainty.recalled.joined(separator: ", ")) are recalled, well attested but not read"
      )
    }
    let isDoubtful = !certainty.doubtful.isEmpty && outcome.verdict.isDecided
    if !certainty.doubtful.isEmpty {
      assumptions.append(
        "figures of \(certainty.doubtful.joined(separator: ", ")) are recalled only")
    }
    return TestOutcome(
      id: outcome.id, test: outcome.test, verdict: isDoubtful ? .cannotTell : outcome.verdict,
      finding: outcome.finding,
      reason: isDoubtful ? "the figures are recalled only" : outcome.reason,
      evidence: outcome.evidence, assumptions: assumptions, wouldFlip: outcome.wouldFlip)
  }
}
