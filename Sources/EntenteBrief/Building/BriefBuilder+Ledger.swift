import EntenteAttribution
import EntenteClaims
import EntenteNumerics
import EntenteRecord
import EntenteTriggers

extension BriefBuilder {
  /// Each leg of the first bloc about the date of the candidate with the greatest weight.
  static func paths(
    _ analysis: CaseAnalysis, _ axis: Axis, _ evidence: inout EvidenceList
  ) -> [BriefReport.PathReport] {
    let subject = analysis.subject
    let legs = axis.legs.filter { analysis.dating(of: $0).series != nil }
    guard !subject.triggers.isEmpty, !legs.isEmpty else { return [] }
    let key = analysis.rivalsKey(of: legs, hasIntervals: true)
    guard let question = try? analysis.triggerQuestion(key),
      let best = analysis.rivals(key).result?.candidates
        .max(by: { $0.weight.probability < $1.weight.probability }),
      best.weight.probability > 0, let event = subject.event(best.ids[0])
    else { return [] }
    let cache = analysis.attributionCache(of: question)
    return zip(legs, question.responses).compactMap { dyad, response in
      guard
        let found = try? Attribution.path(
          from: .init(id: event.id, week: best.week), of: response.input, cache: cache),
        let values = Attribution.scaled(response.input, cache: cache)
      else { return nil }
      let from = max(0, best.week - PathDrawing.before)
      let to = min(values.count, best.week + PathDrawing.after)
      guard let start = question.day(from) else { return nil }
      let label = Wording.title(of: event.text)
      let line = evidence.add(
        Evidence(
          id: "path.\(event.id).\(dyad)",
          text: "\(subject.name(of: dyad)) against the path expected from \(label) on: "
            + "\(Wording.signed(found.meanGap)) SD.",
          estimate: found.meanGap, method: "attribution",
          sources: analysis.affinitySources + ["chronology"],
          sample: "13 weeks from \(event.day.text), level and noise from the other weeks"))
      return BriefReport.PathReport(
        dyad: dyad, candidate: event.id, label: label, day: event.day, start: start,
        values: Array(values[from..<to]), window: best.week - from, expected: found.expected,
        low: found.low, high: found.high, gap: found.meanGap, evidence: line)
    }
  }

  /// Who probably triggered what among the events of complete collections.
  static func cascade(
    _ analysis: CaseAnalysis, _ evidence: inout EvidenceList
  ) -> BriefReport.CascadeReport? {
    guard let found = analysis.cascade(testsFit: false).cascade else { return nil }
    let names = found.groups.map(\.name)
    let sample =
      "\(Wording.count(found.events.count, "event")) of complete collections, "
      + "\(found.from.text) to \(found.through.text)"
    var lines: [String] = []
    for (receiver, group) in found.groups.enumerated() {
      for (source, estimate) in group.triggeredBy.enumerated() {
        lines.append(
          evidence.add(
            Evidence(
              id: "cascade.\(receiver + 1).\(source + 1)",
              text: Wording.capitalised(
                CascadeWords.triggered(estimate, of: group.name, by: names[source])) + ".",
              estimate: estimate, method: "excitation", sources: ["chronology"], sample: sample)))
      }
    }
    return BriefReport.CascadeReport(
      from: found.from, through: found.through, meanWeeks: found.meanWeeks,
      harmonics: found.harmonics, drift: found.drift,
      groups: found.groups.map {
        .init(
          name: $0.name, events: $0.events, spontaneous: $0.spontaneous,
          triggeredBy: $0.triggeredBy, plainP: $0.plainP)
      },
      events: found.events.map {
        .init(id: $0.event.id, day: $0.event.day, group: names.firstIndex(of: $0.group) ?? 0)
      },
      links: found.events.enumerated().flatMap { child, row in
        row.parents.filter { $0.probability >= CascadeDrawing.shown }.map {
          BriefReport.CascadeReport.Link(
            parent: $0.event, child: child, probability: $0.probability)
        }
      }, evidence: lines)
  }
}
