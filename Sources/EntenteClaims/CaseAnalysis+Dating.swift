public import EntenteDating
public import EntenteHistory
import EntenteNumerics
public import EntenteRecord

struct DatingKey: Hashable, Sendable {
  let dyad: Dyad
  let settings: Settings
}

/// A dyad's series, dated: calendar days in place of indices.
public struct DatedDyad: Sendable {
  public let dyad: Dyad
  public let series: AffinitySeries?
  public let analysis: DatingAnalysis?
  /// Chance of finding a lasting shift in mid-series, by size in residual SDs; at the defaults only.
  public let power: DetectionPower?
  public let problem: String?

  /// The day on which the week of an index begins.
  public func day(_ index: Int) -> Day? {
    guard let weeks = series?.weeks, let last = weeks.last else { return nil }
    return weeks.indices.contains(index) ? weeks[index] : last.adding(days: 7)
  }

  /// The days that the 90% interval of a break covers, whole weeks.
  public func interval(of change: Break) -> Span? {
    guard let from = day(change.interval.lowerBound), let to = day(change.interval.upperBound)
    else { return nil }
    return Span(from: from, to: to.adding(days: 6))
  }
}

extension CaseAnalysis {
  /// Breaks of a dyad's affinity under some settings.
  public func dating(of dyad: Dyad, under settings: Settings = Settings()) -> DatedDyad {
    var own = settings.ofSeries
    own.blockLength = settings.blockLength
    own.minimumSegment = settings.minimumSegment
    return datingMemo.value(of: DatingKey(dyad: dyad, settings: own)) {
      date(dyad, under: own)
    }
  }

  private func date(_ dyad: Dyad, under settings: Settings) -> DatedDyad {
    func problem(_ text: String, _ series: AffinitySeries? = nil) -> DatedDyad {
      DatedDyad(dyad: dyad, series: series, analysis: nil, power: nil, problem: text)
    }
    do {
      let series = try affinity(of: dyad, under: settings)
      var options = DatingOptions()
      options.blockLength = settings.blockLength
      options.minimumSegment = settings.minimumSegment
      options.draws = draws(under: settings)
      do {
        let raw = panel?.shares(of: dyad)?.values
        let analysis = try DatingAnalysis.analyse(
          series.values, raw: raw?.count == series.values.count ? raw : nil, options: options,
          seed: seed, name: "\(dyad)")
        let power =
          settings.isGrid
          ? nil
          : try DetectionPower.simulate(
            series.values, analysis: analysis, sizes: [1, 2], worlds: 100, seed: seed,
            name: "\(dyad)")
        return DatedDyad(
          dyad: dyad, series: series, analysis: analysis, power: power, problem: nil)
      } catch {
        return problem(error.description, series)
      }
    } catch {
      return problem(error.message)
    }
  }

  /// All pairs of the core states: the family over which p-values are corrected.
  public var family: [Dyad] {
    let measured = Set(panel?.dyads ?? [])
    return Dyad.all(of: subject.core).filter(measured.contains)
  }

  /// P-values of "no break", corrected over the family by Benjamini-Hochberg.
  ///
  /// Under other than the default settings the other dyads keep their default p-values, so that the
  /// grid of choices does not date fifteen dyads a hundred times.
  public func correctedP(of dyad: Dyad, under settings: Settings = Settings()) -> Double? {
    guard let own = dating(of: dyad, under: settings).analysis?.pValue else { return nil }
    let others = family.filter { $0 != dyad }.compactMap { dating(of: $0).analysis?.pValue }
    return Multiplicity.benjaminiHochberg([own] + others).first
  }
}
