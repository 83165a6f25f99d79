import EntenteClaims
import EntenteHistory
import EntenteNumerics
import EntenteRecord
import EntenteStructure

extension BriefBuilder {
  // MARK: - Levels

  static func legs(
    _ analysis: CaseAnalysis, _ axis: Axis, _ rows: [PeriodAffinity],
    _ evidence: inout EvidenceList
  ) -> [BriefReport.LegReport] {
    guard let period = axis.period, let span = period.span else { return [] }
    return analysis.family.compactMap { dyad in
      guard let row = rows.first(where: { $0.dyad == dyad && $0.period == period.description })
      else { return nil }
      let name = analysis.subject.name(of: dyad)
      let raw = analysis.panel?.sums(of: dyad).flatMap { sums in
        try? SeriesHistory(sums).level(
          of: .pair(dyad), in: span,
          options: EstimateOptions(seed: analysis.seed, draws: analysis.draws, block: 8)
        ).estimate
      }
      let id = evidence.add(
        Evidence(
          id: "leg.\(dyad)",
          text:
            "Affinity of \(name) in \(Wording.period(period.description)): \(row.adjusted.map { Wording.signed($0) } ?? "not readable"); with actor effects left in \(Wording.signed(row.tamed)).",
          estimate: row.adjusted ?? row.tamed, method: "affinity",
          sources: analysis.affinitySources, sample: "\(row.weeks) weeks"))
      return .init(
        dyad: dyad, name: name, side: axis.side(of: dyad), period: period.description,
        adjusted: row.adjusted, unadjusted: row.tamed, raw: raw,
        word: Axis.word(row.adjusted ?? row.tamed), evidence: id)
    }
  }

  /// Every pair in every half-year, made once for legs and periods.
  static func periodTable(_ analysis: CaseAnalysis) -> [PeriodAffinity] {
    guard let panel = analysis.panel else { return [] }
    var options = analysis.structureOptions()
    options.threads = analysis.threads
    return PeriodAffinity.table(of: panel, options: options)
  }

  static func periods(
    _ analysis: CaseAnalysis, _ table: [PeriodAffinity], _ evidence: inout EvidenceList
  ) -> [BriefReport.PeriodReport] {
    let family = Set(analysis.family)
    let rows = table.filter { family.contains($0.dyad) }
    var names: [String] = []
    for row in rows.sorted(by: { $0.span.from < $1.span.from }) where !names.contains(row.period) {
      names.append(row.period)
    }
    return names.compactMap { name in
      let cells = rows.filter { $0.period == name }.sorted { $0.dyad < $1.dyad }
      guard let first = cells.first else { return nil }
      return .init(
        period: name, from: first.span.from, to: first.span.to,
        weeks: cells.map(\.weeks).max() ?? 0, isThin: cells.allSatisfy(\.isThin),
        cells: cells.map { row in
          let id = evidence.add(
            Evidence(
              id: "affinity.\(row.dyad).\(name)",
              text:
                "Affinity of \(analysis.subject.name(of: row.dyad)) in \(Wording.period(name)): \(row.adjusted.map { Wording.signed($0) } ?? "not readable").",
              estimate: row.adjusted ?? row.tamed, method: "affinity",
              sources: analysis.affinitySources, sample: "\(row.weeks) weeks"))
          return .init(
            dyad: row.dyad, adjusted: row.adjusted, unadjusted: row.tamed, evidence: id)
        })
    }
  }

  // MARK: - Blocs

  static func blocs(
    _ analysis: CaseAnalysis, _ evidence: inout EvidenceList
  ) -> BriefReport.BlocReport? {
    // Divisions are held against the region: against the world nearly all neighbours are warm.
    var regional = Settings()
    regional.baseline = .region
    guard let affinity = analysis.affinity(under: regional), analysis.subject.core.count > 2
    else { return nil }
    var options = analysis.structureOptions()
    options.threads = analysis.threads
    let partition = analysis.casePartition
    guard
      let history = try? BlocHistory(
        of: affinity, actors: analysis.subject.core, blocs: partition, options: options)
    else { return nil }
    // All that a figure could print as one in a hundred: what is left out is less.
    func supports(_ ranking: PartitionRanking) -> [BriefReport.BlocReport.Support] {
      ranking.supports.filter { $0.share >= 0.005 }.map {
        .init(partition: $0.partition.description, share: $0.share, low: $0.low, high: $0.high)
      }
    }
    let first = analysis.subject.blocs.first.flatMap(analysis.subject.group)?.members ?? []
    let periods = history.eras.map { era -> BriefReport.BlocReport.Period in
      let best = era.twoWay.best
      // Warm and cold mean what they mean for the legs: against the world.
      let worldwide = partition.flatMap { analysis.blocs($0, in: era.span).evidence }
      let id = evidence.add(
        Evidence(
          id: "bloc.\(era.period)",
          text:
            "Best two-way split in \(Wording.period(era.period)): \(best), in \(Wording.percent(era.twoWay.support(of: best))) of draws.",
          estimate: Estimate(
            value: era.twoWay.support(of: best),
            low: era.twoWay.supports.first { $0.partition == best }?.low,
            high: era.twoWay.supports.first { $0.partition == best }?.high, n: era.weeks,
            method: "share of \(era.twoWay.draws) draws; interval of the simulation"),
          method: "bloc", sources: analysis.affinitySources, sample: "\(era.weeks) weeks"))
      return .init(
        period: era.period, weeks: era.weeks, isThin: era.isThin,
        bestTwoWay: best.description, twoWay: supports(era.twoWay),
        bestAny: era.any.best.description, any: supports(era.any),
        supportOfBlocs: era.evidence?.supportTwoWay, allLegsWarm: worldwide?.warmLegs(of: first),
        allCrossCold: worldwide?.allCrossesCold, evidence: id)
    }
    return .init(
      periods: periods,
      changes: history.changes.filter { $0.ways == .two }.map {
        .init(
          from: $0.from, to: $0.to, before: $0.before.description, after: $0.after.description,
          isSupported: $0.isSupported)
      }, draws: analysis.draws)
  }

  // MARK: - The numbers beside the headline

  static func keyNumbers(
    _ analysis: CaseAnalysis, _ axis: Axis, _ evidence: inout EvidenceList
  ) -> [BriefReport.KeyNumber] {
    guard let partition = axis.partition, let period = axis.period, let span = period.span,
      let first = axis.first, let found = analysis.blocs(partition, in: span).evidence
    else { return [] }
    let warm = found.warmLegs(of: first.members)
    let when = Wording.periodInWords(period.description)
    let legs = Axis.numeral(axis.legs.count)
    var numbers: [BriefReport.KeyNumber] = []
    func add(_ suffix: String, _ label: String, _ estimate: Estimate?, _ definition: String) {
      guard let estimate else { return }
      let id = evidence.add(
        Evidence(
          id: "key.\(suffix)", text: "\(label): \(Wording.percent(estimate)).", estimate: estimate,
          method: "bloc", sources: analysis.affinitySources, sample: "\(found.weeks) weeks"))
      numbers.append(
        .init(
          label: label, estimate: estimate, display: Wording.percent(estimate.value),
          interval: estimate.low.flatMap { low in
            estimate.high.map { "\(Wording.percentRange(low, $0)), error of the simulation" }
          } ?? "no interval", word: Wording.probabilityWord(estimate.value),
          definition: definition, evidence: id))
    }
    add(
      "all-legs-warm", "\(axis.legs.count == 1 ? "The one leg" : "All \(legs) legs") warm, \(when)",
      warm,
      "Share of bootstrap draws in which every leg of the \(first.title) has affinity above zero at once."
    )
    add(
      "legs-warm-crosses-cold",
      "... and every tie across cold", found.joint,
      "Share of draws in which, besides, all \(found.crosses.count) pairs across the two blocs are below zero, and the other bloc's legs above."
    )
    return numbers
  }

  // MARK: - The reading under other choices

  /// The axis question again: blocks of 8, 4 and 13 weeks; actor effects of the world or the
  /// region removed, or left in; the last
  /// half-year, the last 52 and the last 26 weeks.
  static func robustness(_ analysis: CaseAnalysis, _ axis: Axis) -> [BriefReport.ReadingReport] {
    guard let half = axis.period?.span, let panel = analysis.panel, !axis.legs.isEmpty else {
      return []
    }
    let end = panel.lastDay
    var spans: [(String, Span)] = [("the last half-year", half)]
    for weeks in [52, 26] {
      if let span = Span(from: end.adding(days: 1 - 7 * weeks), to: end) {
        spans.append(("the last \(weeks) weeks", span))
      }
    }
    var readings: [BriefReport.ReadingReport] = []
    for (label, span) in spans {
      for block in [8, 4, 13] {
        for option in ChoiceDimension.baseline.options {
          var settings = Settings()
          settings.blockLength = block
          option.apply(&settings)
          guard let affinity = analysis.affinity(under: settings),
            let members = axis.first?.members,
            let sample = try? BlocSample(
              of: affinity, actors: members, in: span,
              options: analysis.structureOptions(under: settings))
          else { continue }
          let warm = axis.legs.filter { Axis.word(sample.estimate(of: $0)) == "warm" }
          readings.append(
            .init(
              choices: [
                label, "blocks of \(block) weeks", option.label,
              ], reading: Axis.reading(warm: warm.count, of: axis.legs.count),
              warmLegs: warm.map(\.description)))
        }
      }
    }
    return readings
  }
}

extension BlocEvidence {
  /// Probability that every leg of a bloc is warm at once.
  func warmLegs(of members: [ActorCode]) -> Estimate? {
    blocs.first { Set($0.members) == Set(members) }?.allWarm
  }
}
