import EntenteClaims
import EntenteHistory
import EntenteNumerics
import EntenteRecord
import EntenteStrategies
import EntenteStructure

extension BriefBuilder {
  /// A half-year with fewer weeks of data is not shown.
  private static let fewestWeeks = 13

  /// The bloc around the United States by half-year; nil where the case has none or no volume.
  static func hub(_ analysis: CaseAnalysis, _ evidence: inout EvidenceList) -> BriefReport
    .HubReport?
  {
    let subject = analysis.subject
    guard let panel = analysis.panel, let hub = ActorCode("USA"),
      let group = subject.blocs.compactMap(subject.group).first(where: {
        $0.members.contains(hub) && $0.members.count >= 3
      }),
      let first = panel.weeks.first, let span = Span(from: first, to: panel.lastDay)
    else { return nil }
    let volumes = DyadVolumes(panel)
    let institution = Institutionalisation.evidence(of: group.id, in: subject)
    let readings = Period.covering(span, by: .half).compactMap {
      period -> BriefReport.HubReport.Reading? in
      guard let half = period.span, let window = try? volumes.window(half),
        let reading = try? HubReading(
          of: group.members.map(\.text), hub: hub.text, in: window,
          options: StructureOptions(
            seed: analysis.seed, draws: analysis.draws, threads: analysis.threads)),
        reading.weeks >= fewestWeeks
      else { return nil }
      let points = institution.map { Institutionalisation(on: half.to, evidence: $0) }
      let line = evidence.add(
        Evidence(
          id: "hub.\(group.id).\(period)",
          text: hubText(subject, group, reading, points, "\(period)"),
          estimate: reading.spokeRatio, method: "measure",
          sources: analysis.affinitySources + ["chronology", "ties"],
          sample: Wording.count(reading.weeks, "week")))
      return .init(
        period: "\(period)", from: half.from, to: half.to, weeks: reading.weeks,
        spokeRatio: reading.spokeRatio, hubShare: reading.hubShare, institution: points?.index,
        evidence: line)
    }
    guard !readings.isEmpty else { return nil }
    return .init(group: group.id, hub: hub, members: group.members, readings: readings)
  }

  private static func hubText(
    _ subject: Case, _ group: Group, _ reading: HubReading, _ points: Institutionalisation?,
    _ period: String
  ) -> String {
    var text =
      "\(group.title) in \(period): dealings of two spokes over dealings with the hub "
      + "\(Wording.fixed(reading.spokeRatio.value, 2))\(Wording.bounds(reading.spokeRatio, prefix: "90% ")), "
      + "the hub's share \(Wording.fixed(reading.hubShare.value, 2))"
      + "\(Wording.bounds(reading.hubShare, prefix: "90% "))"
    if let points {
      let held = points.points.filter(\.holds).map { point in
        "\(point.point.rawValue) (\(point.evidence.joined(separator: ", ")))"
      }
      text +=
        "; institution \(points.index) of \(points.points.count) on \(points.day)"
        + (held.isEmpty ? "" : ": " + held.joined(separator: "; "))
    }
    return text + "."
  }

  /// Meetings with two poles, for every state that the case names them for.
  static func hedging(
    _ analysis: CaseAnalysis, _ strategies: [BriefReport.StrategyReport]
  ) -> [BriefReport.HedgingReport] {
    let subject = analysis.subject
    let lines = Dictionary(
      strategies.map { ("\($0.state) \($0.period)", $0.evidence) },
      uniquingKeysWith: { first, _ in first })
    func edge(_ threshold: Threshold) -> Double {
      subject.strategies.thresholds[threshold.rawValue] ?? threshold.defaultValue
    }
    func meetings(_ ids: [String]) -> [BriefReport.HedgingReport.Meeting] {
      ids.compactMap { id in subject.event(id).map { .init(id: id, day: $0.day) } }
    }
    return subject.core.compactMap { state in
      let rows = analysis.strategies.filter { $0.state == state }
      guard let poles = rows.lazy.compactMap(\.meetings).first else { return nil }
      let readings = rows.compactMap { row -> BriefReport.HedgingReport.Reading? in
        guard let found = row.meetings, let line = lines["\(state) \(row.period)"] else {
          return nil
        }
        return .init(
          period: row.period, from: row.span.from, to: row.span.to, share: found.share,
          withFirst: meetings(found.withFirst), withSecond: meetings(found.withSecond),
          evidence: line)
      }
      guard readings.contains(where: { $0.share.n > 0 }) else { return nil }
      return .init(
        state: state, first: poles.first, second: poles.second, low: edge(.hedgingLow),
        high: edge(.hedgingHigh), readings: readings)
    }
  }
}
