import EntenteNumerics
import EntenteRecord

/// How a cascade's pace and background are told.
enum CascadeWords {
  /// Mean weeks up to which followers are told to belong to one journey or one crisis.
  private static let episode = 1.0

  /// `43 of 390 events have a likely trigger on record`.
  ///
  /// The sum of all probabilities is not told: where nothing triggers anything it still comes to a
  /// tenth or two of the events, many small chances added up.
  static func linked(_ count: Int, of events: Int) -> String {
    "\(count) of \(Wording.count(events, "event")) \(count == 1 ? "has" : "have") a likely trigger on record"
  }

  /// `after 2.3 days on average, ...`.
  static func wait(_ meanWeeks: Double) -> String {
    meanWeeks <= episode
      ? "after \(Wording.number(7 * meanWeeks, 1)) days on average: mostly one journey or crisis"
      : "after \(Wording.number(meanWeeks, 1)) weeks on average"
  }

  /// `the rate of the rest follows the year and drifts over the years`.
  static func rate(harmonics: Int, drift: Int) -> String {
    let parts = [
      harmonics > 0 ? "follows the year" : nil, drift > 0 ? "drifts over the years" : nil,
    ].compactMap { $0 }
    return "the rate of the rest " + (parts.isEmpty ? "is constant" : Wording.list(parts))
  }

  /// Both, and what to mind.
  static func model(meanWeeks: Double, harmonics: Int, drift: Int) -> String {
    wait(meanWeeks) + "; " + rate(harmonics: harmonics, drift: drift)
      + ". A common cause outside the record looks like a trigger."
  }

  /// `events between the two`, `events of the axis`: a group's name in a sentence.
  static func events(_ group: String, isOne: Bool = false) -> String {
    let noun = isOne ? "event" : "events"
    return group.hasPrefix("between ") ? "\(noun) \(group)" : "\(noun) of \(Wording.soft(group))"
  }

  /// `0.04 (0.00 to 0.15)`; a fit that ends at nothing has no interval, and says so.
  static func triggered(_ estimate: Estimate) -> String {
    let isAtBound = estimate.low == nil && !estimate.isExact && estimate.value < 0.005
    return isAtBound
      ? "0, at the bound" : Wording.fixed(estimate.value, 2) + Wording.bounds(estimate)
  }

  /// `events of the axis that one event between the two triggers: 0.04 (0.00 to 0.15)`.
  static func triggered(_ estimate: Estimate, of group: String, by source: String) -> String {
    "\(events(group)) that one \(events(source, isOne: true)) triggers: \(triggered(estimate))"
  }

  /// ` 300 of them share their day with another.`, or nothing.
  static func sharing(_ days: [Day]) -> String {
    let counts = Dictionary(days.map { ($0, 1) }, uniquingKeysWith: +)
    let shared = days.count { (counts[$0] ?? 0) > 1 }
    guard shared > 0 else { return "" }
    return " \(shared) of them \(shared == 1 ? "shares its" : "share their") day with another: "
      + "events of one day do not trigger each other here."
  }

  /// A sentence on groups whose times the model does not account for, or nothing.
  static func misfits(_ groups: [(name: String, plainP: Double?)]) -> String {
    let missed = groups.compactMap { name, p in
      p.flatMap { $0 < 0.05 ? "\(events(name)) (p \(Wording.probability($0)))" : nil }
    }
    return missed.isEmpty
      ? "" : " The model misses something of the times of \(Wording.list(missed))."
  }
}
