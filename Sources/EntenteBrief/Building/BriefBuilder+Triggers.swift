import EntenteAttribution
import EntenteClaims
import EntenteNumerics
import EntenteRecord
import Foundation

extension BriefBuilder {
  /// The case's triggers held against each other: for all legs of the first bloc together, then for
  /// each alone.
  static func rivals(
    _ analysis: CaseAnalysis, _ axis: Axis, _ evidence: inout EvidenceList
  ) -> [BriefReport.RivalsReport] {
    let subject = analysis.subject
    let legs = axis.legs.filter { analysis.dating(of: $0).series != nil }
    guard !subject.triggers.isEmpty, !legs.isEmpty, let first = axis.first else { return [] }
    let sets: [(String, String, [Dyad])] =
      [(first.id, "\(Wording.softAtStart(first.title)), all legs together", legs)]
      + legs.map { ($0.description, subject.name(of: $0), [$0]) }
    let keys = sets.map { analysis.rivalsKey(of: $0.2, hasIntervals: true) }
    let results = Parallel.map(keys.count, threads: analysis.threads) { analysis.rivals(keys[$0]) }
    return zip(sets, results).compactMap { set, rivals in
      // Outside the fitted range nothing is weighed, and there is nothing to show.
      guard let result = rivals.result, !result.candidates.isEmpty,
        result.noneListed.probability > 0
      else { return nil }
      return report(set.0, set.1, set.2, result, rivals.weeks, analysis, &evidence)
    }
  }

  private static func report(
    _ id: String, _ title: String, _ responses: [Dyad], _ result: AttributionResult,
    _ weeks: [Day], _ analysis: CaseAnalysis, _ evidence: inout EvidenceList
  ) -> BriefReport.RivalsReport {
    let subject = analysis.subject
    let sample = "\(weeks.count) weeks of \(responses.map(\.description).joined(separator: ", "))"
    func weight(
      _ key: String, _ label: String, _ weight: AttributionResult.Weight, day: Day? = nil,
      order: [String] = [], placebo: Double? = nil, effects: [CandidateEffect] = []
    ) -> BriefReport.RivalsReport.Weight {
      let line = evidence.add(
        Evidence(
          id: "weight.\(id).\(key)",
          text: "Weight of \(label) for \(softly(title)): \(Wording.percent(weight.probability)).",
          estimate: Estimate(
            value: weight.probability, low: weight.interval?.low, high: weight.interval?.high,
            n: weeks.count,
            method: weight.interval == nil
              ? "posterior, no interval" : "posterior; interval by refitting on bootstrapped worlds"
          ),
          method: "attribution", sources: analysis.affinitySources + ["chronology"],
          sample: sample))
      return .init(
        id: key, label: label, day: day, weight: weight.probability, low: weight.interval?.low,
        high: weight.interval?.high, order: order, placebo: placebo,
        power: effects.map(\.powerAt1).min(),
        effects: effects.compactMap { effect in
          Dyad(effect.response).map {
            .init(
              dyad: $0, estimate: effect.effect, placeboDates: effect.placeboDates,
              placeboDyads: effect.placeboDyads)
          }
        }, evidence: line)
    }
    var weights = result.candidates.map { candidate in
      let events = candidate.ids.compactMap(subject.event)
      let order = events.first.map { event in
        responses.map {
          TriggerOrder(of: event, against: analysis.dating(of: $0), direction: 1).text
        }
      }
      return weight(
        candidate.ids[0], events.map(shortTitle).joined(separator: ", or "), candidate.weight,
        day: events.first?.day, order: order ?? [], placebo: candidate.placeboRank,
        effects: result.effects.filter { $0.candidate == candidate.ids[0] })
    }
    weights.append(weight("accumulation", "triggers adding up", result.accumulation))
    if let shock = subject.shock.flatMap(subject.event) {
      weights.append(
        weight("shock", "common shock: \(shortTitle(shock))", result.shock, day: shock.day))
    }
    weights.append(weight("none", "none of those listed", result.noneListed))
    return .init(
      id: id, title: title, responses: responses, weights: weights,
      decision: Wording.capitalised(words(result.decision, subject)),
      nearby: nearby(result, weeks, subject),
      independentDates: result.effects.map(\.independentDates).min(),
      smallestEffectSeen: result.effects.map(\.smallestVisible).max())
  }

  /// A title in mid-sentence: names of states keep their capitals.
  private static func softly(_ title: String) -> String {
    title.hasPrefix("The ") ? Wording.soft(title) : title
  }

  private static func shortTitle(_ event: Event) -> String { Wording.title(of: event.text) }

  /// A sentence with the titles of events where it names their ids.
  private static func titled(_ sentence: String, _ subject: Case) -> String {
    Wording.replacingIDs(in: sentence) { subject.event($0).map(shortTitle) }
  }

  private static func words(_ decision: Decision, _ subject: Case) -> String {
    switch decision {
    case .named(let answer, _):
      switch answer {
      case .candidates(let ids):
        "the likeliest answer is \(titled(ids.joined(separator: " or "), subject)) (weight above 0.7)"
      case .accumulation: "the likeliest answer is triggers adding up (weight above 0.7)"
      case .shock: "the likeliest answer is the common shock (weight above 0.7)"
      case .noneListed:
        "the likeliest answer is none of the listed triggers but another date, or nothing (weight above 0.7)"
      }
    case .cannotTell(.outsideFittedRange, let text):
      "it cannot be told: \(titled(text, subject))"
    case .cannotTell(_, let text): "it cannot be told, for \(titled(text, subject))"
    case .untestable(let text): "it cannot be tested: \(titled(text, subject))"
    }
  }

  /// Log Bayes factor below which a week is not told of: odds that change by less than e are noise.
  static let telling = 1.0

  /// The strongest unlisted weeks near a candidate, with what is on record in the same three weeks.
  private static func nearby(
    _ result: AttributionResult, _ weeks: [Day], _ subject: Case
  ) -> [String] {
    result.unlistedNear.filter { $0.evidence >= telling }.prefix(4).compactMap { unlisted in
      guard weeks.indices.contains(unlisted.week) else { return nil }
      let week = weeks[unlisted.week]
      let events = subject.events.filter { event in
        abs(event.day.days(since: week.adding(days: 3))) <= 10
          && !subject.triggers.contains(event.id)
      }
      let names = events.prefix(4).map(shortTitle).joined(separator: "; ")
      return
        "week of \(week.text) tells too: a step there over none has a log Bayes factor of "
        + Wording.number(unlisted.evidence, 1)
        + (names.isEmpty ? "" : "; on record then: \(names)")
    }
  }
}
