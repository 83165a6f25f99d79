import EntenteAttribution
import EntenteNumerics
import EntenteRecord
import EntenteTriggers

/// What weighing rivals says of the events that a claim names, ready to be judged.
struct RivalsFinding {
  /// Weight at which a cause is named.
  static let naming = 0.7
  /// A relevant effect: one SD of weekly noise over 13 weeks.
  static let relevantEffect = 1.0
  /// Power at which "no such effect" may be said.
  static let enoughPower = 0.8

  let rivals: RivalsResult
  let events: [Event]
  let responses: [Dyad]
  let directions: [Dyad: Int]
  let orders: [(event: Event, order: TriggerOrder)]

  init(
    _ events: [Event], rivals: RivalsResult, responses: [Dyad], directions: [Dyad: Int],
    under settings: Settings, in analysis: CaseAnalysis
  ) {
    self.rivals = rivals
    self.events = events
    self.responses = responses
    self.directions = directions
    let own = settings.ofSeries
    orders = events.flatMap { event in
      responses.map { dyad in
        (
          event,
          TriggerOrder(
            of: event, against: analysis.dating(of: dyad, under: own),
            direction: directions[dyad] ?? 0)
        )
      }
    }
  }

  /// Events that the series can test.
  var testable: [Event] {
    let outside = Set(rivals.result?.untestable.map(\.id) ?? [])
    return events.filter { !outside.contains($0.id) }
  }

  var weight: Double { rivals.weight(of: events.map(\.id)) }

  /// Every response broke before every claimed date that can be tested; one without a break says
  /// nothing of the order.
  var responsesCameFirst: Bool {
    let tested = Set(testable.map(\.id))
    let told = orders.filter { tested.contains($0.event.id) }
    return !told.isEmpty && told.allSatisfy { $0.order.place == .after }
  }

  /// For some claimed date no response's break ended before it.
  var orderIsRight: Bool {
    testable.contains { event in
      orders.filter { $0.event.id == event.id }.allSatisfy { $0.order.place != .after }
    }
  }

  /// The effects of the claimed dates, with the sign of the claimed direction.
  var effects: [(effect: CandidateEffect, sign: Double)] {
    let weeks = (rivals.result?.candidates ?? []).filter {
      !Set($0.ids).isDisjoint(with: events.map(\.id))
    }
    let firsts = Set(weeks.compactMap(\.ids.first))
    return (rivals.result?.effects ?? []).filter { firsts.contains($0.candidate) }.map { effect in
      let sign = Dyad(effect.response).flatMap { directions[$0] } ?? 0
      return (effect, sign < 0 ? -1 : 1)
    }
  }

  /// Every claimed date's effect on every response is smaller than what would matter, and one that
  /// matters would have been seen.
  var isExcluded: Bool {
    !effects.isEmpty
      && effects.allSatisfy { effect, sign in
        guard let low = effect.effect.low, let high = effect.effect.high else { return false }
        let far = sign > 0 ? high : -low
        return far < Self.relevantEffect && effect.powerAt1 >= Self.enoughPower
      }
  }

  /// Row of the power table: how often a true trigger is named.
  var powerRow: String {
    guard let power = rivals.result?.power, !power.isEmpty else {
      return "power not tabled for this form"
    }
    return "a true trigger is named in "
      + power.map { "\(Phrase.percent($0.rate)) at \(Phrase.number($0.size)) SD" }
      .joined(separator: ", ")
  }

  /// The largest weight among the other answers, and what it is.
  func strongestOther() -> (label: String, weight: Double)? {
    guard let result = rivals.result, result.noneListed.probability > 0 else { return nil }
    let ids = Set(events.map(\.id))
    var others = result.candidates.filter { ids.isDisjoint(with: $0.ids) }
      .map { ($0.ids.joined(separator: " or "), $0.weight.probability) }
    others.append(("triggers adding up", result.accumulation.probability))
    others.append(("the common shock", result.shock.probability))
    others.append(("none of those listed", result.noneListed.probability))
    return others.max { $0.1 < $1.1 }.map { (label: $0.0, weight: $0.1) }
  }

  // MARK: - Evidence

  func evidence(_ id: String, in analysis: CaseAnalysis) -> [Evidence] {
    guard let result = rivals.result else { return [] }
    let sources = analysis.sources(of: .affinity(responses[0])) + ["chronology"]
    let sample =
      "\(rivals.weeks.count) weeks of \(responses.map(\.description).joined(separator: ", ")); \(result.candidates.count == 1 ? "1 candidate week" : "\(result.candidates.count) candidate weeks")"
    var lines: [Evidence] = []
    func add(_ suffix: String, _ label: String, _ weight: AttributionResult.Weight) {
      lines.append(
        Evidence(
          id: "\(id).weight.\(suffix)",
          text: "Weight of \(label): \(Phrase.percent(weight.probability))"
            + (weight.interval == nil ? ", posterior." : "."),
          estimate: Estimate(
            value: weight.probability, low: weight.interval?.low, high: weight.interval?.high,
            n: rivals.weeks.count,
            method: weight.interval == nil
              ? "posterior, no interval" : "posterior, refitted on bootstrapped worlds"),
          method: "attribution", sources: sources, sample: sample))
    }
    for candidate in result.candidates {
      add(candidate.ids[0], candidate.ids.joined(separator: " or "), candidate.weight)
    }
    add("accumulation", "triggers adding up", result.accumulation)
    if result.shock.probability > 0 { add("shock", "the common shock", result.shock) }
    add("none", "none of those listed", result.noneListed)
    for (effect, _) in effects {
      lines.append(
        Evidence(
          id: "\(id).effect.\(effect.candidate).\(effect.response)",
          text:
            "\(effect.response) moved by \(Phrase.estimate(effect.effect, signed: true)) SD over the 13 weeks from \(effect.candidate).",
          estimate: effect.effect, method: "attribution", sources: sources,
          sample:
            "placebo rank \(Phrase.probability(effect.placeboDates)) among about \(Phrase.number(effect.independentDates)) independent dates"
            + (effect.placeboDyads.map { ", \(Phrase.probability($0)) among control pairs" } ?? "")
            + "; power at 1 SD \(Phrase.percent(effect.powerAt1))"))
    }
    for (event, order) in orders {
      lines.append(
        Evidence(
          id: "\(id).order.\(event.id).\(order.dyad)", text: "\(event.id), \(order.text).",
          method: "dating", sources: sources, sample: "against the 90% interval"))
    }
    return lines
  }

  /// Candidates that the series does not reach.
  var outOfReach: [String] { rivals.result?.untestable.map { "\($0.id): \($0.reason)" } ?? [] }
}
