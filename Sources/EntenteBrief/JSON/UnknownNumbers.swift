import EntenteClaims
import EntenteNumerics

extension Estimate {
  fileprivate var isKnown: Bool { value.isFinite && level.isFinite }

  fileprivate var known: Estimate? {
    guard isKnown else { return nil }
    return Estimate(
      value: value, low: low?.known, high: high?.known, level: level, n: n,
      probabilityPositive: probabilityPositive?.known, method: method, isExact: isExact)
  }

  /// For places where the report requires a number: ends that are not finite are still dropped.
  fileprivate var knownOrSelf: Estimate { known ?? self }
}

extension Double {
  fileprivate var known: Double? { isFinite ? self : nil }
}

extension BriefReport {
  /// The same report with nil for every optional number that is not finite.
  func withoutUnknownNumbers() -> BriefReport {
    var report = self
    for i in report.keyNumbers.indices {
      report.keyNumbers[i].estimate = keyNumbers[i].estimate.knownOrSelf
    }
    for i in report.legs.indices {
      report.legs[i].adjusted = legs[i].adjusted?.known
      report.legs[i].unadjusted = legs[i].unadjusted?.known
      report.legs[i].raw = legs[i].raw?.known
    }
    for i in report.periods.indices {
      for j in report.periods[i].cells.indices {
        report.periods[i].cells[j].adjusted = periods[i].cells[j].adjusted?.known
        report.periods[i].cells[j].unadjusted = periods[i].cells[j].unadjusted?.known
      }
    }
    report.blocs = blocs.map { blocs in
      var known = blocs
      for i in known.periods.indices {
        known.periods[i].supportOfBlocs = blocs.periods[i].supportOfBlocs?.known
        known.periods[i].allLegsWarm = blocs.periods[i].allLegsWarm?.known
        known.periods[i].allCrossCold = blocs.periods[i].allCrossCold?.known
      }
      return known
    }
    for i in report.dating.indices {
      report.dating[i].pulseZ = dating[i].pulseZ?.known
      report.dating[i].powerOneSD = dating[i].powerOneSD?.known
      report.dating[i].powerTwoSD = dating[i].powerTwoSD?.known
      for j in report.dating[i].breaks.indices {
        report.dating[i].breaks[j].size = dating[i].breaks[j].size.knownOrSelf
      }
    }
    for i in report.curves.indices {
      report.curves[i].values = curves[i].values.map { $0?.known }
      report.curves[i].levels = curves[i].levels.filter(\.mean.isFinite)
    }
    report.attribution = attribution.map(\.withoutUnknownNumbers)
    for i in report.measures.indices {
      report.measures[i].estimate = measures[i].estimate?.known
    }
    report.claims = claims.map(\.withoutUnknownNumbers)
    report.evidence = evidence.map(\.withoutUnknownNumbers)
    return report
  }
}

extension BriefReport.RivalsReport {
  fileprivate var withoutUnknownNumbers: Self {
    var rivals = self
    rivals.independentDates = independentDates?.known
    rivals.smallestEffectSeen = smallestEffectSeen?.known
    for i in rivals.weights.indices {
      rivals.weights[i].low = weights[i].low?.known
      rivals.weights[i].high = weights[i].high?.known
      rivals.weights[i].placebo = weights[i].placebo?.known
      rivals.weights[i].power = weights[i].power?.known
      for j in rivals.weights[i].effects.indices {
        let effect = weights[i].effects[j]
        rivals.weights[i].effects[j].estimate = effect.estimate.knownOrSelf
        rivals.weights[i].effects[j].placeboDates = effect.placeboDates?.known
        rivals.weights[i].effects[j].placeboDyads = effect.placeboDyads?.known
      }
    }
    return rivals
  }
}

extension Evidence {
  fileprivate var withoutUnknownNumbers: Evidence {
    Evidence(
      id: id, text: text, estimate: estimate?.known, method: method, sources: sources,
      sample: sample)
  }
}

extension ClaimVerdict {
  fileprivate var withoutUnknownNumbers: ClaimVerdict {
    let parts = parts.map { part in
      PartVerdict(
        text: part.text, role: part.role, verdict: part.verdict,
        tests: part.tests.map { test in
          TestOutcome(
            id: test.id, test: test.test, verdict: test.verdict, finding: test.finding,
            reason: test.reason, evidence: test.evidence.map(\.withoutUnknownNumbers),
            assumptions: test.assumptions, wouldFlip: test.wouldFlip)
        })
    }
    return ClaimVerdict(
      id: id, document: document, paragraph: paragraph, kinds: kinds, isNegated: isNegated,
      subject: subject, paraphrase: paraphrase, actors: actors, repeats: repeats, note: note,
      verdict: verdict, verdictAtDefaults: verdictAtDefaults, parts: parts, stability: stability,
      because: because, wouldFlip: wouldFlip, restsOn: restsOn)
  }
}
