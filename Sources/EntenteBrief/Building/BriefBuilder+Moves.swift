import EntenteClaims
import EntenteExcitation
import EntenteNumerics
import EntenteRecord

extension BriefBuilder {
  /// Who moves first between the core states, where the case names a directed series.
  static func moves(
    _ analysis: CaseAnalysis, _ evidence: inout EvidenceList
  ) -> BriefReport.MovesReport? {
    let subject = analysis.subject
    guard let report = analysis.leading(among: Dyad.all(of: subject.core)), !report.pairs.isEmpty,
      let series = subject.directed.flatMap(subject.series)
    else { return nil }
    let periods = Dyad.all(of: subject.core).flatMap { dyad in
      series.observations[.directed(from: dyad.first, to: dyad.second)] ?? []
    }.map(\.period)
    guard let from = periods.map(\.from).min(), let to = periods.map(\.to).max() else {
      return nil
    }
    let id = series.declaration.id
    return BriefReport.MovesReport(
      series: id, title: series.declaration.title, from: from, to: to,
      by: series.declaration.length.rawValue,
      pairs: report.pairs.compactMap { pair(of: $0, id, subject, &evidence) },
      untested: report.skipped.map { .init(dyad: $0.first, reason: $0.reason) })
  }

  private static func pair(
    of found: LeadReport.Pair, _ series: String, _ subject: Case, _ evidence: inout EvidenceList
  ) -> BriefReport.MovesReport.Pair? {
    guard case .directed(let first, let second)? = Subject(found.first),
      let dyad = Dyad(first, second), dyad.first == first,
      let there = found.directions.first, let back = found.directions.last,
      let one = found.richardson.sides.first, let other = found.richardson.sides.last
    else { return nil }
    let names = [first, second].map { Wording.inSentence(subject.name(of: $0)) }
    func leads(_ direction: LeadReport.Direction, _ place: Int) -> String {
      "whether what \(names[place]) did helps to foretell what \(names[1 - place]) did: p "
        + "\(Wording.fixed(direction.adjustedP, 2)) corrected over all pairs, rank among "
        + "\(direction.controls) partners shifted in time \(Wording.fixed(direction.controlP, 2))"
    }
    func reacts(_ side: LeadReport.Reaction, _ place: Int) -> String {
      "\(names[place]) reacts to \(names[1 - place]) with \(Wording.signed(side.reaction)), rank "
        + Wording.fixed(side.controlP, 2)
    }
    let line = evidence.add(
      Evidence(
        id: "moves.\(dyad)",
        text: Wording.capitalised(
          [leads(there, 0), leads(back, 1), reacts(one, 0), reacts(other, 1)]
            .joined(separator: "; ") + "."),
        estimate: one.reaction, method: "leading", sources: [series],
        sample: "\(found.rows) of \(found.periods) periods, \(Wording.count(found.lags, "lag"))"))
    return BriefReport.MovesReport.Pair(
      dyad: dyad, rows: found.rows, lags: found.lags, verdict: word(found.verdict),
      firstLeads: there.adjustedP, secondLeads: back.adjustedP, firstReacts: one.reaction,
      secondReacts: other.reaction,
      isShort: found.richardson.sides.contains {
        RichardsonModel.isTooShort($0.residualCorrelation)
      },
      notes: found.notes, evidence: line)
  }

  private static func word(_ verdict: LeadReport.Verdict) -> String {
    switch verdict {
    case .firstLeads: "first"
    case .secondLeads: "second"
    case .both: "both"
    case .cannotTell: "cannot tell"
    }
  }
}
