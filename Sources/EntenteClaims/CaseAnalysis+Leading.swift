public import EntenteExcitation
import EntenteHistory
public import EntenteRecord

/// Which pairs of a directed series are asked who moves first, and over what days.
struct LeadKey: Hashable, Sendable {
  let series: String
  let pairs: [Dyad]
  let span: Span?
  let draws: Int
}

extension CaseAnalysis {
  /// Who moves first between the two of each pair, on the whole of the case's directed series.
  ///
  /// Nil without such a series. P-values are corrected over these pairs.
  public func leading(among pairs: [Dyad]) -> LeadReport? {
    subject.directed.map { leading(pairs, series: $0, in: nil, draws: draws) }
  }

  /// Who moves first, and who answers whom, between the two of each pair.
  ///
  /// Values enter as signed square roots, less the means of the unbroken stretches of the record.
  /// Pairs that cannot be tested are listed with the reason.
  func leading(_ pairs: [Dyad], series id: String, in span: Span?, draws: Int) -> LeadReport {
    leadMemo.value(of: LeadKey(series: id, pairs: pairs, span: span, draws: draws)) {
      var options = LeadOptions()
      options.seed = seed
      options.draws = draws
      options.threads = threads
      var found: [PairedSeries] = []
      var skipped: [LeadReport.Skipped] = []
      for dyad in pairs {
        let names = ["\(dyad.first)>\(dyad.second)", "\(dyad.second)>\(dyad.first)"]
        do throws(ExcitationError) {
          let raw = try PairedSeries(names: names, values: values(of: dyad, series: id, in: span))
          found.append(try raw.tamed().centred())
        } catch {
          skipped.append(
            LeadReport.Skipped(first: names[0], second: names[1], reason: error.detail))
        }
      }
      return LeadReport(found, skipped: skipped, options)
    }
  }

  /// What the first does to the second and back, over the periods from the first to the last that
  /// the series has; nil where one has no value.
  private func values(of dyad: Dyad, series id: String, in span: Span?) -> [[Double?]] {
    let series = subject.series(id)
    let sides = [
      Subject.directed(from: dyad.first, to: dyad.second),
      Subject.directed(from: dyad.second, to: dyad.first),
    ].map { side in
      (series?.observations[side] ?? []).filter { observation in
        observation.value.isFinite
          && span.map { $0.contains(observation.period.from) && $0.contains(observation.period.to) }
            ?? true
      }
    }
    guard let length = series?.declaration.length,
      let from = sides.compactMap({ $0.first?.period.from }).min(),
      let to = sides.compactMap({ $0.last?.period.to }).max(), let whole = Span(from: from, to: to)
    else { return [[], []] }
    let periods = Period.covering(whole, by: length)
    return sides.map { side in
      let known = Dictionary(
        side.map { ($0.period.from, $0.value) }, uniquingKeysWith: { first, _ in first })
      return periods.map { known[$0.from] }
    }
  }
}
