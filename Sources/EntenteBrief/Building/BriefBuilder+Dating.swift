import EntenteClaims
import EntenteDating
import EntenteHistory
import EntenteNumerics
import EntenteRecord

extension BriefBuilder {
  static func dating(
    _ analysis: CaseAnalysis, _ axis: Axis, _ evidence: inout EvidenceList
  ) -> [BriefReport.DyadDating] {
    analysis.family.map { dyad in
      let dated = analysis.dating(of: dyad)
      let name = analysis.subject.name(of: dyad)
      guard let dating = dated.analysis else {
        return unknown(dyad, name, axis, dated.problem ?? "no series", analysis, &evidence)
      }
      let corrected = analysis.correctedP(of: dyad) ?? 1
      let id = evidence.add(
        Evidence(
          id: "dating.\(dyad)",
          text:
            "Any break of \(name) at all: p \(Wording.probability(dating.pValue)), corrected over \(analysis.family.count) pairs \(Wording.probability(corrected)).",
          estimate: Estimate(
            value: dating.pValue, low: max(0, dating.pValue - 1.645 * dating.pValueStandardError),
            high: min(1, dating.pValue + 1.645 * dating.pValueStandardError), n: dating.drawsUsed,
            method: "bootstrap; interval of the simulation"), method: "dating",
          sources: analysis.affinitySources, sample: "\(dating.weeks) weeks"))
      let lasting = dating.breaks.map { ($0, true) }
      let passing = dating.episodes.flatMap { [($0.start, false), ($0.end, false)] }
      let breaks = (lasting + passing).sorted { $0.0.index < $1.0.index }
      return .init(
        dyad: dyad, name: name, side: axis.side(of: dyad), pValue: dating.pValue,
        pStandardError: dating.pValueStandardError, pAdjusted: corrected,
        survives: corrected <= 0.05,
        breaks: breaks.enumerated().compactMap { number, change in
          report(change.0, isLasting: change.1, number + 1, dated, dating, analysis, &evidence)
        }, pulseWeek: dating.pulse.flatMap { dated.day($0.index) }, pulseZ: dating.pulse?.z,
        residualSD: dating.residualSD, powerOneSD: power(dated, 1), powerTwoSD: power(dated, 2),
        problem: nil, evidence: id)
    }
  }

  private static func unknown(
    _ dyad: Dyad, _ name: String, _ axis: Axis, _ problem: String, _ analysis: CaseAnalysis,
    _ evidence: inout EvidenceList
  ) -> BriefReport.DyadDating {
    let id = evidence.add(
      Evidence(
        id: "dating.\(dyad)", text: "\(name) cannot be dated: \(problem).", method: "dating",
        sources: analysis.affinitySources, sample: "none"))
    return .init(
      dyad: dyad, name: name, side: axis.side(of: dyad), pValue: 1, pStandardError: 0,
      pAdjusted: 1, survives: false, breaks: [], pulseWeek: nil, pulseZ: nil, residualSD: 0,
      powerOneSD: nil, powerTwoSD: nil, problem: problem, evidence: id)
  }

  private static func report(
    _ change: Break, isLasting: Bool, _ number: Int, _ dated: DatedDyad, _ dating: DatingAnalysis,
    _ analysis: CaseAnalysis, _ evidence: inout EvidenceList
  ) -> BriefReport.BreakReport? {
    guard let week = dated.day(change.index), let span = dated.interval(of: change) else {
      return nil
    }
    let size = Estimate(
      value: change.size, low: change.sizeInterval.lowerBound,
      high: change.sizeInterval.upperBound, n: dating.weeks,
      method: "difference of segment means, long-run variance of the residuals")
    let id = evidence.add(
      Evidence(
        id: "break.\(dated.dyad).\(number)",
        text:
          "\(analysis.subject.name(of: dated.dyad)) turned \(change.direction == .up ? "warmer" : "colder") in the week of \(week.text), 90% interval \(Wording.dates(span.from, span.to)), by \(Wording.signed(size)).\(isLasting ? "" : " A passing episode.")",
        estimate: size, method: "dating", sources: analysis.affinitySources,
        sample: "\(dating.weeks) weeks"))
    return .init(
      week: week, from: span.from, to: span.to, direction: change.direction.rawValue, size: size,
      sizeInSD: change.sizeInSD ?? 0, isLasting: isLasting, evidence: id)
  }

  private static func power(_ dated: DatedDyad, _ size: Double) -> Estimate? {
    guard let entry = dated.power?.entries.first(where: { $0.sizeInSD == size }) else { return nil }
    let interval = entry.found.interval(z: 1.645)
    return Estimate(
      value: entry.found.rate, low: interval.lowerBound, high: interval.upperBound,
      n: entry.found.trials, method: "worlds of this series' noise in which the shift was found")
  }

  /// Weekly adjusted affinity of every core pair, with the means between breaks.
  static func curves(_ analysis: CaseAnalysis) -> [BriefReport.Curve] {
    guard let panel = analysis.panel, let start = panel.weeks.first else { return [] }
    return analysis.family.compactMap { dyad in
      let dated = analysis.dating(of: dyad)
      guard let series = dated.series else { return nil }
      let place = Dictionary(
        panel.weeks.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
      var values = [Double?](repeating: nil, count: panel.weeks.count)
      for (week, value) in zip(series.weeks, series.values) {
        if let index = place[week] { values[index] = (value * 1000).rounded() / 1000 }
      }
      let edges = dated.analysis?.edges.map(\.index) ?? []
      let bounds = [0] + edges + [series.weeks.count]
      let levels = zip(bounds, bounds.dropFirst()).compactMap {
        from, to -> BriefReport.Curve.Level? in
        guard from < to, let a = place[series.weeks[from]], let b = place[series.weeks[to - 1]]
        else {
          return nil
        }
        return .init(from: a, to: b + 1, mean: Moments.mean(series.values[from..<to]))
      }
      return .init(dyad: dyad, start: start, values: values, levels: levels)
    }
  }
}
