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
}
