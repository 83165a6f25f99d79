import EntenteClaims
import EntenteHistory
import EntenteNumerics
import EntenteRecord
import EntenteStructure

extension BriefBuilder {
  /// Built-in measures that need no subject, over the last whole year that the case has data for.
  static func measures(
    _ analysis: CaseAnalysis, _ evidence: inout EvidenceList
  ) -> [BriefReport.MeasureReport] {
    guard let last = analysis.panel?.lastDay ?? lastAttributeDay(analysis.subject) else {
      return []
    }
    let years = [0, 1, 2, 3].compactMap { back -> Span? in
      let year = last.civil.year - back
      guard let from = Day(year: year, month: 1, day: 1),
        let to = Day(year: year, month: 12, day: 31)
      else { return nil }
      return Span(from: from, to: to)
    }.filter { $0.to <= last }
    return MeasureCatalog.all.sorted { $0.name < $1.name }.compactMap { measure in
      for span in years {
        guard
          let found = try? BuiltInMeasures.measurement(
            measure.name, of: nil, in: span, analysis)
        else { continue }
        let note = (found.notes + [measure.caveat]).filter { !$0.isEmpty }
          .map { Wording.capitalised($0) + ($0.hasSuffix(".") ? "" : ".") }.joined(separator: " ")
        let id = evidence.add(
          Evidence(
            id: "measure.\(measure.name)",
            text:
              "\(measure.title) in \(span.from.civil.year): \(Wording.number(found.estimate.value)).",
            estimate: found.estimate, method: "measure",
            sources: measure.name.hasPrefix("hub.") ? analysis.affinitySources : ["attributes"],
            sample: "size \(found.estimate.n)"))
        return .init(
          id: measure.name, title: measure.title, period: "\(span.from.civil.year)",
          estimate: found.estimate, note: note, evidence: id)
      }
      return nil
    }
  }

  private static func lastAttributeDay(_ subject: Case) -> Day? {
    subject.attributes.map(\.year).max().flatMap { Day(year: $0, month: 12, day: 31) }
  }
}
