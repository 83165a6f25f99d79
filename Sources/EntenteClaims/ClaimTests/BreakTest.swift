import EntenteDating
import EntenteHistory
import EntenteNumerics
import EntenteRecord

/// The test `break`, which asks whether a series shifted for good, when, and which way.
///
/// Supported: a lasting shift in the claimed direction whose 90% interval meets the claimed span, at
/// a corrected p of .05 or less. Contradicted: no such shift although one of a residual SD would
/// have been found with power .8; or a shift the other way there.
public struct BreakTest: ClaimTest {
  public static let name = "break"

  private let quantity: Quantity?
  private let direction: Int
  private let between: Span?

  public init(_ reader: ParameterReader) {
    let quantity = reader.quantity(
      reader.required("series", "a pair, or {series: ID, of: SUBJECT}"), "series")
    if case .affinity? = quantity {
    } else if let quantity {
      reader.fault(
        reader.optional("series"), "series",
        expected: "a weekly series: the affinity of a pair", found: quantity.label)
    }
    self.quantity = quantity
    let word = reader.choice("direction", ["up", "down", "any"])
    direction = word == "up" ? 1 : word == "down" ? -1 : 0
    between = reader.span("between")
  }

  public func choices(in analysis: CaseAnalysis) -> [ChoiceDimension] {
    [.longBlockLength, .minimumSegment, .actorEffects, .window]
  }

  public func outcome(
    _ id: String, under settings: Settings, in analysis: CaseAnalysis
  ) -> TestOutcome {
    guard case .affinity(let dyad) = quantity else { return .unusable(id, Self.name) }
    let dated = analysis.dating(of: dyad, under: settings)
    guard let dating = dated.analysis, let series = dated.series, let first = series.weeks.first,
      let last = series.weeks.last
    else { return .noData(id, Self.name, dated.problem ?? "no series") }
    if let between, between.to < first || between.from > last.adding(days: 6) {
      return .noData(
        id, Self.name, "the series runs from \(first.text) to \(last.adding(days: 6).text)")
    }
    let p = analysis.correctedP(of: dyad, under: settings) ?? 1
    let near = dating.breaks.filter { change in
      guard let between, let span = dated.interval(of: change) else { return between == nil }
      return span.intersection(between) != nil
    }
    let wanted = near.filter { direction == 0 || $0.direction.rawValue == direction }
    let opposed = near.filter { direction != 0 && $0.direction.rawValue == -direction }
    let power =
      dated.power?.entries.first { $0.sizeInSD == 1 }?.found.rate
      ?? analysis.dating(of: dyad).power?.entries.first { $0.sizeInSD == 1 }?.found.rate
    let verdict: Verdict
    if !wanted.isEmpty && p <= 0.05 {
      verdict = opposed.isEmpty ? .supported : .mixed
    } else if !opposed.isEmpty && p <= 0.05 {
      verdict = .contradicted
    } else if wanted.isEmpty, let power, power >= 0.8 {
      verdict = .contradicted
    } else {
      verdict = .cannotTell
    }
    let name = analysis.subject.name(of: dyad)
    let powerText = power.map { "power \(Phrase.percent($0)) for a shift of one residual SD" }
    let finding = sentence(name, dated, wanted, opposed, p, powerText)
    return TestOutcome(
      id: id, test: Self.name, verdict: verdict, finding: finding,
      reason: verdict == .cannotTell
        ? wanted.isEmpty
          ? "no such shift was found, but the power is low: \(powerText ?? "not known")"
          : "the shift does not survive correction over \(analysis.family.count) pairs" : nil,
      evidence: evidence(id, dated, dating, p, powerText, analysis),
      assumptions: dating.breaks.count > 1
        ? ["second and later breaks of a series are not held to the stated error rate"] : [],
      wouldFlip: verdict == .supported
        ? "no lasting shift there, or one the other way"
        : "a lasting shift there in the claimed direction")
  }

  private func sentence(
    _ name: String, _ dated: DatedDyad, _ wanted: [Break], _ opposed: [Break], _ p: Double,
    _ power: String?
  ) -> String {
    let place = between.map { " between \($0.from.text) and \($0.to.text)" } ?? ""
    func describe(_ change: Break) -> String {
      guard let day = dated.day(change.index), let span = dated.interval(of: change) else {
        return ""
      }
      return
        "\(Phrase.warming(change.direction.rawValue)) from the week of \(day.text) (90% \(span.from.text) to \(span.to.text))"
    }
    if let change = wanted.first ?? opposed.first {
      return "\(name) turned \(describe(change)), corrected p \(Phrase.probability(p))."
    }
    let way =
      direction == 0 ? "No lasting shift" : "No lasting shift to \(Phrase.warming(direction))"
    return
      "\(way) of \(name) was found\(place); corrected p of any break \(Phrase.probability(p))\(power.map { ", " + $0 } ?? "")."
  }

  private func evidence(
    _ id: String, _ dated: DatedDyad, _ dating: DatingAnalysis, _ p: Double, _ power: String?,
    _ analysis: CaseAnalysis
  ) -> [Evidence] {
    let sources = analysis.sources(of: .affinity(dated.dyad))
    var lines = dating.breaks.enumerated().compactMap { number, change -> Evidence? in
      guard let day = dated.day(change.index), let span = dated.interval(of: change) else {
        return nil
      }
      return Evidence(
        id: "\(id).break-\(number + 1)",
        text:
          "\(Phrase.warming(change.direction.rawValue).capitalizedFirst) from the week of \(day.text), 90% interval \(span.from.text) to \(span.to.text).",
        estimate: Estimate(
          value: change.size, low: change.sizeInterval.lowerBound,
          high: change.sizeInterval.upperBound, n: dating.weeks,
          method:
            "change of segment mean, \(change.sizeInSD.map(Phrase.number) ?? "no") residual SD"),
        method: "dating", sources: sources, sample: "\(dating.weeks) weeks")
    }
    lines.append(
      Evidence(
        id: "\(id).p", text: "Corrected p of no break at all: \(Phrase.probability(p)).",
        estimate: Estimate(
          value: p, n: dating.drawsUsed, method: "bootstrap, Benjamini-Hochberg"),
        method: "dating", sources: sources,
        sample: "\(dating.drawsUsed) draws; \(power ?? "power not computed")"))
    return lines
  }
}
